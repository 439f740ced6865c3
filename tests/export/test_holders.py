"""Everything that is known of a holder goes out and comes back."""

import json
from datetime import date

from tests.samples import FERRY

from onrecord.export.parse import statement_of
from onrecord.export.shape import Joined, statement_line
from onrecord.model import (
    Basis,
    Evidential,
    Filler,
    Holder,
    HolderClass,
    Predicate,
    Span,
    Speaker,
    Statement,
    Telling,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store.codec import dumps, loads

TEXT = FERRY[0].text
MONDAY = TimeInterval(date(2021, 3, 8), date(2021, 3, 8))
TOLD = Holder(
    "a ministry official",
    HolderClass.UNNAMED,
    None,
    Span(0, 4),
    Span(5, 9),
    Speaker.OFFICIAL,
    Filler("ministry", Span(2, 4)),
    Basis(Evidential.BRIEFED, "briefed on the talks", Span(1, 3)),
    Telling(
        TimeExpression(
            Span(3, 6), "Monday", TimexType.DATE, "2021-03-08", None, "2021-03-08", MONDAY
        ),
        Filler("Kano", Span(4, 8)),
        Filler("a news conference", Span(6, 9)),
        (Filler("reporters", Span(7, 9)),),
        Filler("on condition of anonymity", Span(8, 12)),
    ),
)


def said_by(*holders: Holder) -> Statement:
    quote = TEXT[:10]
    return Statement("s", "d", Span(0, 10), quote, Predicate.SAYS, {}, holders, about=("t",))


def test_a_holder_comes_back_from_an_export_as_it_was() -> None:
    statement = said_by(TOLD, Holder("The Daily Ferry", HolderClass.OUTLET))
    line = json.loads(json.dumps(statement_line(statement, TEXT, Joined({}, {}))))
    assert statement_of(line, lambda entity: entity) == statement


def test_a_holder_of_an_older_export_tells_nothing_more() -> None:
    line = statement_line(said_by(TOLD), TEXT, Joined({}, {}))
    for key in ("speaker", "affiliation", "basis", "telling"):
        del line["holders"][0][key]
    (holder,) = statement_of(line, lambda entity: entity).holders
    assert holder == Holder(TOLD.name, TOLD.cls, None, TOLD.span, TOLD.cue)


def test_a_holder_comes_back_from_the_record() -> None:
    statement = said_by(TOLD)
    assert loads(Statement, dumps(statement)) == statement
