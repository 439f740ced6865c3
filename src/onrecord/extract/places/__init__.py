"""Places: names of places in a report to places on the map.

The names are the toponyms that the network finds and the names of places and facilities among the
mentions. Words for peoples are no places.
"""

from dataclasses import replace

from onrecord.extract.places.names import PLACES, place_names
from onrecord.extract.places.resolve import resolve
from onrecord.extract.places.use import Uses
from onrecord.extract.stage import Stage
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Document, Located, Reading, Span

__all__ = ["place_stage", "resolve"]


def place_stage(gazetteer: Gazetteer) -> Stage:
    """The stage that gives `places`: every named place in text order, resolved where it can be.

    `chain` is that of the mention whose head the name is: the town in a plant's name is a place,
    but not the plant.
    """

    def places(document: Document, reading: Reading) -> tuple[Located, ...]:
        spans = place_names(document.text, reading, gazetteer)
        found = resolve(document, spans, gazetteer)
        uses = Uses(reading)
        return tuple(
            replace(each, chain=_chain(each.span, reading), use=uses.of(each)) for each in found
        )

    return Stage("places", ("analysis", "mentions", "chains"), places)


def _chain(span: Span, reading: Reading) -> str | None:
    """The chain of the shortest named place whose head is in the name."""
    fitting = [
        (len(mention.span), index)
        for index, mention in enumerate(reading.mentions)
        if mention.type in PLACES and mention.span.overlaps(span) and span.contains(mention.head)
    ]
    if not fitting:
        return None
    index = min(fitting)[1]
    return next((chain.id for chain in reading.chains if index in chain.mentions), None)
