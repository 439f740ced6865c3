"""The reports that take back what earlier ones said, as far as new reports change that."""

from collections.abc import Sequence

from onrecord.model import Document
from onrecord.store import Links
from onrecord.weigh import corrections, noted_in

__all__ = ["recant"]


def recant(links: Links, documents: Sequence[str]) -> None:
    """Find what some reports correct, and those that may correct one of them."""
    fresh = [links.copies.document(each) for each in documents]
    links.notes.add(each.id for each in fresh if noted_in(each) is not None)
    later = [each.id for each in links.notes.reports() if any(_may_follow(each, x) for x in fresh)]
    if later:
        every = {each.id: each for each in links.notes.documents()}
        found = corrections(every, links.notes.copies(), later)
        links.notes.replace(later, (x for given in found.values() for x in given))


def _may_follow(later: Document, earlier: Document) -> bool:
    """Whether a report came after another, or is it, or may have."""
    days = later.published, earlier.published
    return None in days or later.id == earlier.id or str(days[1]) <= str(days[0])
