"""Mentions that the lines bring along, put together over all of them."""

from collections.abc import Sequence

import pytest
from tests.readings import read_rows
from tests.trees import analysis

from onrecord.errors import InputError
from onrecord.export.schemes import Line, Marks, annotator, scheme
from onrecord.model import Document, Reading

FLED = """
Ines Ines PROPN NNP 2 nsubj
fled flee VERB VBD 0 root
"""


def together(reports: Sequence[tuple[Document, Reading, Marks]]) -> list[list[int]]:
    """One number for each kind."""
    kinds = ["entity", "event", "location", "time"]
    return [[kinds.index(kind) for _, kind in marks] for _, _, marks in reports]


def line(mentions: object) -> Line:
    text, reading = read_rows(FLED)
    return Line(Document("d", text), reading, lambda *_: [], {"mentions": mentions})


def test_mentions_keep_their_order_and_get_a_cluster_whatever_was_given() -> None:
    given = [
        {"span": [5, 9], "kind": "event", "cluster": "gold"},
        {"span": [0, 4], "kind": "entity"},
    ]
    first, second = annotator("ecbplus", "mentions")([line(given), line(given[:1])], together)
    assert first == {
        "mentions": [
            {"span": [5, 9], "kind": "event", "cluster": "1"},
            {"span": [0, 4], "kind": "entity", "cluster": "0"},
        ]
    }
    assert second == {"mentions": [{"span": [5, 9], "kind": "event", "cluster": "1"}]}


@pytest.mark.parametrize(
    ("mentions", "message"),
    [
        (None, "there are none"),
        ([{"span": [0, 4]}], "mention 0 has no kind"),
        ([{"span": [4, 5], "kind": "event"}], "mention 0 holds no word"),
        ([{"span": [0, 99], "kind": "event"}], "mention 0"),
    ],
)
def test_what_is_not_as_it_should_be_is_told(mentions: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(annotator("ecbplus", "mentions")([line(mentions)], together))


def test_the_scheme_wants_its_mentions() -> None:
    with pytest.raises(InputError, match="wants --given mentions"):
        annotator("ecbplus")
    with pytest.raises(InputError, match="ecbplus"):
        scheme("nope")


def test_other_schemes_go_line_by_line() -> None:
    text, found, sentences = analysis(FLED)
    reading = Reading("d", sentences=tuple(sentences), analysis=found)
    lines = [Line(Document("d", text), reading, lambda *_: [])]
    assert list(annotator("ud")(lines, together)) == [scheme("ud")(lines[0])]
