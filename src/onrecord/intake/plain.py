"""Plain text: the whole file is the report."""

from onrecord.errors import InputError
from onrecord.intake.encoding import decode
from onrecord.intake.report import Report

__all__ = ["read_plain"]


def read_plain(content: bytes) -> Report:
    """The report that the bytes are. Raises InputError if they are no text or hold no words."""
    text, encoding = decode(content)
    if not any(map(str.isalpha, text)):
        raise InputError("no words in it")
    return Report(text, range(len(text) + 1), encoding)
