"""Bytes of any kind become text, or one clear line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake.encoding import decode

WORDS = "It’s “over”, said Zoë Çelik – the £5m deal holds."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
def test_western_text_is_read_without_a_declaration(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == (WORDS, encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    text, _ = decode(WORDS.encode(encoding), "cp1252")
    assert text == "\ufeff" + WORDS


def test_another_script_is_told_by_its_letters() -> None:
    words = "Глава города сообщил в пятницу, что завод не откроется раньше осени."
    assert decode(words.encode("cp1251")) == (words, "cp1251")


@pytest.mark.parametrize(
    ("declared", "encoding"), [("iso-8859-1", "cp1252"), ("windows-1250", "cp1250")]
)
def test_a_declaration_is_believed_in_the_sense_that_pages_mean(
    declared: str, encoding: str
) -> None:
    words = "It’s over, said Zoë Müller."
    assert decode(words.encode(encoding), declared) == (words, encoding)


@pytest.mark.parametrize("declared", ["utf-8", "hex", "no-such-thing", ""])
def test_a_wrong_declaration_does_not_stop_the_reading(declared: str) -> None:
    assert decode("It’s over".encode("cp1252"), declared)[0] == "It’s over"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (bytes(range(1, 256)), "binary"),
        (b"\xff\xfeodd", "byte 4"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(content)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "utf-7"]))
def test_any_bytes_are_read_or_refused(content: bytes, declared: str | None) -> None:
    try:
        text, encoding = decode(content, declared)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert content.decode(encoding) == text
