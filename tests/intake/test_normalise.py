"""Normalising changes what nobody sees, once, and every character can be traced back."""

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.intake.normalise import normalise, pairs


def _of(text: str) -> str:
    return normalise(text, range(len(text) + 1))[0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("40\u00a0000\u202ftonnes", "40 000 tonnes"),
        ("har\u00adbour\u200b \ufeffstrike", "harbour strike"),
        ("\u200fAmina\u202c", "Amina"),
        ("Zoe\u0308", "Zoë"),
        ("a\x00b\x07c", "abc"),
        ("lone \ud800", "lone \ufffd"),
        ("“It’s—over…”\tshe said", "“It’s—over…”\tshe said"),
        ("می\u200cشود", "می\u200cشود"),
        ("", ""),
    ],
)
def test_what_is_changed_and_what_is_kept(source: str, text: str) -> None:
    assert _of(source) == text


def test_offsets_lead_back_to_the_source() -> None:
    source = "A\r\nZoe\u0308 said\u00ad so"
    text, at = normalise(source, range(len(source) + 1))
    assert text == "A\nZoë said so"
    assert [source[at[i]] for i in (0, 1, 2, 4, 6)] == ["A", "\r", "Z", "e", "s"]
    assert source[at[text.index("so")] :] == "so"
    assert at[len(text)] == len(source)


@given(st.text())
@example("e\u0301\u0323")
@example("\u1100\u1161\u11a8")
@example("\u09c7\u09be")
def test_normalising_is_canonical_and_settled(source: str) -> None:
    text, at = normalise(source, range(len(source) + 1))
    assert is_normalized("NFC", text)
    assert normalize("NFC", _of(normalize("NFC", source))) == text
    assert _of(text) == text
    assert len(at) == len(text) + 1
    assert list(at) == sorted(at)
    assert at[-1] == len(source)


@given(st.text())
def test_pairs_say_the_same_as_the_offsets(source: str) -> None:
    _, at = normalise(source, range(len(source) + 1))
    found = pairs(at)
    for here, there in enumerate(at):
        text_offset, source_offset = max(pair for pair in found if pair[0] <= here)
        assert source_offset + here - text_offset == there


def test_text_in_step_needs_one_pair() -> None:
    assert pairs(range(1000)) == ((0, 0),)
