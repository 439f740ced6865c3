"""A record of an agency's report, those who print it, and one who says otherwise."""

from dataclasses import replace
from datetime import date

from tests.samples import report

from onrecord import pipeline
from onrecord.model import (
    Document,
    Filler,
    Holder,
    HolderClass,
    Magnitude,
    Predicate,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store import Store

__all__ = ["WIRE", "fill"]

TEXT = (
    "PORT ALWEN, May 3 (Meridian) -- Gunmen attacked the fuel depot on Tuesday and killed four"
    " workers, officials said.\nThe harbour stays closed until further notice, and boats are sent"
    " on to Tashkel while the flames are put out.\n"
)
OTHER = "Gunmen attacked the fuel depot on Tuesday and killed nine workers, a doctor said.\n"
WIRE = (
    report(TEXT, published="1921-05-03", publisher="Meridian Agency", title="Depot attacked"),
    report(TEXT, published="1921-05-04", publisher="Lindal Herald", title="The depot"),
    report(
        TEXT.replace("until further notice", "for now"),
        published="1921-05-05",
        publisher="The Tide",
        title="Port closed",
    ),
    report(OTHER, published="1921-05-05", publisher="Coast Weekly", title="Nine die"),
)


def fill(store: Store) -> None:
    """Read and linked: all four tell of one attack."""
    for document, original in WIRE:
        store.add_document(document, original)
        store.put_reading(_reading(document))
    pipeline.reconcile(store)
    told = [each for each in store.statements() if each.predicate is Predicate.ASSAULT]
    (event, *_) = store.events()
    whole = replace(event, statements=tuple(each.id for each in told))
    store.put_resolution((), (), [whole], store.copies())


def _reading(document: Document) -> Reading:
    nine = "nine" in document.text
    begin = document.text.index("Gunmen")
    quote = document.text[begin : document.text.index(" workers") + 8]
    span = Span(begin, begin + len(quote))
    who = "a doctor" if nine else "officials"
    day = date(1921, 5, 3)
    toll = 9 if nine else 4
    said = Statement(
        id=document.id[::-1],
        document=document.id,
        span=span,
        quote=quote,
        predicate=Predicate.ASSAULT,
        roles={
            "actor": (Filler("Gunmen", Span(begin, begin + 6)),),
            "target": (Filler("the fuel depot", Span(begin + 16, begin + 30)),),
        },
        holders=(
            Holder(who, HolderClass.UNNAMED),
            Holder(str(document.publisher), HolderClass.OUTLET),
        ),
        time=TimeExpression(
            span, "Tuesday", TimexType.DATE, str(day), None, str(day), TimeInterval(day, day)
        ),
        mode="firearms",
        magnitudes={"killed": Magnitude(toll, toll, toll)},
    )
    return Reading(document.id, statements=(said,))
