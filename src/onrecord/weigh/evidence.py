"""What weighing needs to know of reports, beside what they state."""

from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.lexicon.credit import credited
from onrecord.lexicon.outlets import outlet_name
from onrecord.model import Copy, CopyKind, Document, Entity, Statement

__all__ = ["Evidence"]


class Evidence:
    """The reports of a record, which copies which, and who is who.

    `documents` are all reports by id, `entities` those of the record by each of their chains;
    `copies` tell of a report which earlier one it goes back to.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        entities: Mapping[str, Entity] | None = None,
        copies: Iterable[Copy] = (),
    ) -> None:
        self.documents = documents
        self.entities = entities or {}
        self.copies = {each.document: each for each in copies}
        self.outlet = cache(self._outlet)
        self._words = cache(self._make_words)
        self._publishers = cache(self._find_publishers)

    def source(self, statement: Statement) -> Document:
        """The report that a statement's words come from: the one it stands in, or the earliest that
        this one copies. One that only quotes another has from it what stands there word for word.
        """
        document = self.documents[statement.document]
        quote = _flat(statement.quote)
        while copy := self.copies.get(document.id):
            if copy.kind is CopyKind.QUOTES and quote not in self._words(copy.of):
                break
            document = self.documents[copy.of]
        return document

    def _outlet(self, document: str) -> str | None:
        """Whose words a report prints: the agency that it credits, else its publisher."""
        found = self.documents[document]
        credit = credited(found)
        if credit is None:
            return found.publisher and outlet_name(found.publisher)
        # "(Meridian)" of a dateline is the Meridian Telegraph, if there is but one of that name.
        fits = {name for name in self._publishers() if f"{name} ".startswith(f"{credit} ")}
        return fits.pop() if len(fits) == 1 else credit

    def _find_publishers(self) -> frozenset[str]:
        named = {each.publisher for each in self.documents.values() if each.publisher}
        return frozenset(map(outlet_name, named))

    def _make_words(self, document: str) -> str:
        return _flat(self.documents[document].text)


def _flat(text: str) -> str:
    return " ".join(text.split())
