"""Bytes to text: byte order mark, then UTF-8, then what is declared, then what is likely."""

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.errors import InputError

__all__ = ["decode"]

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_SHARE = 0.2
_LETTERS = 40
_WESTERN = ["cp1252", "mac_roman"]
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What pages call by the left name is written in the right one (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decode(content: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text, and the encoding it was in; a byte order mark stays in the text.

    `declared` is what the content says of itself; it is believed only if the bytes agree.
    Raises InputError for empty or binary content.
    """
    if not content.strip():
        raise InputError("empty")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    if len(_CONTROL.findall(content)) > len(content) * _CONTROL_SHARE:
        raise InputError("binary content, not text")
    for encoding in filter(None, ("utf-8", _meant(declared))):
        try:
            return content.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return _likely(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"marked as {encoding}, but byte {error.start} is not") from error


def _meant(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    return _MEANT.get(name, name)


def _likely(content: bytes) -> tuple[str, str]:
    """A guess by letters needs letters: words in ASCII with a few others are Western European."""
    if len(content) < _LETTERS or len(_HIGH.findall(content)) < len(content) * _HIGH_SHARE:
        best = from_bytes(content, cp_isolation=_WESTERN).best()
        encoding = best.encoding if best else _WESTERN[0]
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            pass  # the free guess below may still fit
    best = from_bytes(content).best()
    if best is None:
        raise InputError("binary content or an unknown encoding")
    return content.decode(best.encoding), best.encoding
