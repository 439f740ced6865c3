"""Reports with what they state beside."""

import pytest
from tests.handmade import DEPOT

from onrecord import views
from onrecord.errors import NotFound
from onrecord.model import BlockKind
from onrecord.store import Store


def test_pieces_put_together_are_the_text(store: Store) -> None:
    report = views.report(store, DEPOT.id)
    for paragraph in report.paragraphs:
        text = "".join(piece.text for piece in paragraph.pieces)
        assert text == paragraph.span.of(DEPOT.text)


def test_a_piece_is_quoted_by_the_lines_that_lie_over_it(store: Store) -> None:
    report = views.report(store, DEPOT.id)
    lines = {line.reference: line for each in report.paragraphs for line in each.lines}
    assert lines
    for paragraph in report.paragraphs:
        begin = paragraph.span.begin
        for piece in paragraph.pieces:
            end = begin + len(piece.text)
            over = {x for x, line in lines.items() if line.span.begin < end > begin < line.span.end}
            assert {*piece.lines} == over
            begin = end


def test_a_report_that_was_not_read_is_shown(store: Store) -> None:
    store.clear_derived()
    report = views.report(store, DEPOT.id)
    assert not report.read
    assert {each.kind for each in report.paragraphs} == {BlockKind.PARAGRAPH}
    assert "\n".join(x.text for each in report.paragraphs for x in each.pieces) == "\n".join(
        line for line in DEPOT.text.split("\n") if line.strip()
    )


def test_no_such_report(store: Store) -> None:
    with pytest.raises(NotFound):
        views.report(store, "zz")
