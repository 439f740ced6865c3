"""The words and directions of the templates."""

import pytest

from onrecord.serve.words import FILTERS


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("يوسف met Tamar in Lindal", "ltr"),
        ("קרן אור told the Herald", "ltr"),
        ("قال يوسف إن Lindal بعيدة", "rtl"),
        ("", "ltr"),
        (None, "ltr"),
    ],
)
def test_a_name_at_its_beginning_does_not_turn_a_sentence(
    words: str | None, direction: str
) -> None:
    assert FILTERS["side"](words) == direction
