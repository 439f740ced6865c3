"""The stages of a reading in their order; the network is run once."""

from collections.abc import Callable
from importlib.metadata import version

from onrecord.extract.attributions import ATTRIBUTIONS
from onrecord.extract.certainty import CERTAINTY
from onrecord.extract.coreference import CHAINS
from onrecord.extract.layout import BLOCKS
from onrecord.extract.mentions import MENTIONS
from onrecord.extract.places import place_stage
from onrecord.extract.sentences import SENTENCES
from onrecord.extract.stage import Stage, read_through
from onrecord.extract.statements import STATEMENTS
from onrecord.extract.times import TIMES
from onrecord.lexicon import tables
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Analysis, Document, Provenance, Reading
from onrecord.nlp.network import Analyst

__all__ = ["reader", "stages"]


def stages(network: Analyst, gazetteer: Gazetteer) -> tuple[Stage, ...]:
    """All stages in their order."""

    def analyse(document: Document, reading: Reading) -> Analysis:
        return network.analyse(document.text, reading.sentences)

    lexicon = f"{tables.digest()} {gazetteer.digest}"
    provenance = Provenance(network.digest, lexicon, version("onrecord"))

    return (
        Stage("provenance", (), lambda *_: provenance),
        BLOCKS,
        SENTENCES,
        Stage("analysis", ("sentences",), analyse),
        MENTIONS,
        CHAINS,
        TIMES,
        place_stage(gazetteer),
        ATTRIBUTIONS,
        CERTAINTY,
        STATEMENTS,
    )


def reader(network: Analyst, gazetteer: Gazetteer) -> Callable[[Document], Reading]:
    """What reads a report, with this network and this gazetteer."""
    return read_through(stages(network, gazetteer))
