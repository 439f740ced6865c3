"""Bytes to documents: `read` takes files, folders and standard input, and never stops at a bad one.

Each format has a file of its own and a row in `FORMATS`; a new format is a new file and a new row.
"""

from onrecord.intake.format import FORMATS, Format
from onrecord.intake.input import STDIN, find, read
from onrecord.intake.language import identify
from onrecord.intake.report import Metadata, Report, iso_date

__all__ = [
    "FORMATS",
    "STDIN",
    "Format",
    "Metadata",
    "Report",
    "find",
    "identify",
    "iso_date",
    "read",
]
