"""People's corrections of statements: accepted, corrected, rejected, and taken back."""

from onrecord.pipeline.correct.apply import Ruled, as_read, corrected, ruled
from onrecord.pipeline.correct.atlas import Atlas
from onrecord.pipeline.correct.decide import (
    accept,
    amend,
    by_document,
    correct,
    reject,
    site,
    undo,
)
from onrecord.pipeline.correct.form import Form, changes_of, merged

__all__ = [
    "Atlas",
    "Form",
    "Ruled",
    "accept",
    "amend",
    "as_read",
    "by_document",
    "changes_of",
    "correct",
    "corrected",
    "merged",
    "reject",
    "ruled",
    "site",
    "undo",
]
