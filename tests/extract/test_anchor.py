"""Which day a report counts from."""

from datetime import date

import pytest

from onrecord.extract.layout import layout
from onrecord.extract.times.anchor import anchor
from onrecord.model import Document, Reading

REPORT = "Ferry held up at Port Alwen\n{line}\nYesterday the ferry was held up for an hour."


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("Tuesday, June 19, 2018", "2018-06-18", date(2018, 6, 19)),
        ("19 June 2018", "2018-06-18T22:10:00Z", date(2018, 6, 19)),
        ("Tuesday, June 19, 2018", "2018-06-28", date(2018, 6, 28)),
        ("Tuesday, June 31, 2018", "2018-06-18", date(2018, 6, 18)),
        ("The quay on June 19, 2018", "2018-06-18", date(2018, 6, 18)),
        ("Tuesday, June 19, 2018", None, None),
    ],
)
def test_a_date_in_a_line_of_its_own_is_the_day_if_it_is_near(
    line: str, published: str | None, day: date | None
) -> None:
    document = Document("x", REPORT.format(line=line), published=published)
    reading = Reading("x")
    assert anchor(document, Reading("x", blocks=layout(document, reading))) == day


def test_a_date_below_the_first_paragraph_is_none_of_the_reports() -> None:
    document = Document("x", "The ferry came.\n19 June 2018\nIt left.", published="2018-06-18")
    blocks = layout(document, Reading("x"))
    assert anchor(document, Reading("x", blocks=blocks)) == date(2018, 6, 18)
