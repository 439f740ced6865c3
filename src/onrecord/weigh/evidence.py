"""What weighing needs to know of reports, beside what they state."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from onrecord.lexicon.credit import credited
from onrecord.lexicon.outlets import outlet_name
from onrecord.model import Copy, CopyKind, Document, Entity, Retraction, Statement
from onrecord.weigh.corrections import cites, corrections, takes_back

__all__ = ["Evidence"]

_WORD = re.compile(r"\w+")


class Evidence:
    """The reports of a record, which copies which, and who is who.

    `documents` are all reports by id, `entities` those of the record by each of their chains;
    `copies` tell of a report which earlier one it goes back to. What takes all reports to know is
    found here once; who keeps a record knows it better.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        entities: Mapping[str, Entity] | None = None,
        copies: Mapping[str, Copy] | None = None,
    ) -> None:
        self.documents = documents
        self.entities = {} if entities is None else entities
        self.copies = {} if copies is None else copies
        self.outlet = cache(self._outlet)
        self._corrections = cache(lambda: corrections(self.documents, self.copies))
        self._corrected = cache(self._by_correction)
        self._runs = cache(self._make_runs)
        self._outlets = cache(lambda: frozenset(map(outlet_name, self.publishers())))

    def source(self, statement: Statement) -> Document:
        """The report that a statement's words come from: the one it stands in, or the earliest that
        this one copies. One that only quotes another has from it what stands there too.
        """
        return self.documents[self.path(statement)[-1]]

    def path(self, statement: Statement) -> tuple[str, ...]:
        """The report that a statement stands in, and those that it was copied from, in turn."""
        path = [statement.document]
        while copy := self.copies.get(path[-1]):
            if copy.kind is CopyKind.QUOTES and not self.stands(statement, copy.of):
                break
            path.append(copy.of)
        return tuple(path)

    def retracted(self, statement: Statement) -> bool:
        """Whether the outlet that a statement comes from, or one on the way, took it back.

        A correction does not reach what was copied from the correction itself; of that, what only
        tells what was wrong is taken back.
        """
        path = self.path(statement)
        for each in self.corrected_by(statement.document):
            if cites(each, statement, self.stands(statement, each.of)):
                return True
        for place, document in enumerate(path):
            for each in self.corrections_of(document):
                text = self.documents[each.document].text
                if each.document not in path[:place] and takes_back(each, statement, text):
                    return True
        return False

    def have(self, documents: Collection[str]) -> None:
        """Look up at once what will be asked of some reports, where it is looked up."""

    def corrections_of(self, document: str) -> Sequence[Retraction]:
        """The corrections of a report."""
        return self._corrections().get(document, ())

    def corrected_by(self, document: str) -> Sequence[Retraction]:
        """The corrections that a report makes."""
        return self._corrected().get(document, ())

    def _by_correction(self) -> dict[str, list[Retraction]]:
        found: dict[str, list[Retraction]] = {}
        for made in self._corrections().values():
            for each in made:
                found.setdefault(each.document, []).append(each)
        return found

    def stands(self, statement: Statement, document: str) -> bool:
        """Whether a statement's words stand in a report, most of them in a row."""
        own, there = _runs(statement.quote), self._runs(document)
        return 2 * len(own & there) >= len(own)

    def _outlet(self, document: str) -> str | None:
        """Whose words a report prints: the agency that it credits, else its publisher."""
        found = self.documents[document]
        credit = credited(found)
        if credit is None:
            return found.publisher and outlet_name(found.publisher)
        # "(Meridian)" of a dateline is the Meridian Telegraph, if there is but one of that name.
        fits = {name for name in self._outlets() if f"{name} ".startswith(f"{credit} ")}
        return fits.pop() if len(fits) == 1 else credit

    def publishes(self, name: str) -> bool:
        """Whether one of that name has reports on record."""
        return outlet_name(name) in self._outlets()

    def publishers(self) -> Collection[str]:
        """Who published reports."""
        return {each.publisher for each in self.documents.values() if each.publisher}

    def _make_runs(self, document: str) -> frozenset[str]:
        return _runs(self.documents[document].text)


def _runs(text: str) -> frozenset[str]:
    """Every three words in a row; all of a shorter text."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + 3]) for at in range(max(len(words) - 2, 1)))
