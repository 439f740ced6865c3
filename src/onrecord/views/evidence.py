"""What weighing needs to know of a record, looked up."""

from collections.abc import Collection, Sequence

from onrecord.model import Retraction
from onrecord.views.ledger import Ledger
from onrecord.views.lookup import Lookup
from onrecord.weigh import Evidence

__all__ = ["evidence"]


def evidence(ledger: Ledger) -> Evidence:
    """The reports of a record, who copied whom, and who is who."""
    look = ledger.store.look
    if look.linked():
        return _Linked(ledger)
    return Evidence(ledger.documents, ledger.by_chain, Lookup(look.copies, look.copied))


class _Linked(Evidence):
    """The same of a record that was linked, and keeps what takes all reports to know."""

    def __init__(self, ledger: Ledger) -> None:
        look = self._look = ledger.store.look
        self._ledger = ledger
        self._copies = Lookup(look.copies, look.copied)
        super().__init__(ledger.documents, ledger.by_chain, self._copies)
        self._of = Lookup(look.corrections_of)
        self._by = Lookup(look.corrections_by)

    def have(self, documents: Collection[str]) -> None:
        reports = {*documents}
        while reports:
            for held in (self._of, self._by, self._copies):
                held.have(reports)
            found = map(self._copies.get, reports)
            earlier = {each.of for each in found if each is not None}
            self._ledger.documents.have(earlier)
            reports = earlier

    def corrections_of(self, document: str) -> Sequence[Retraction]:
        return self._of.get(document, ())

    def corrected_by(self, document: str) -> Sequence[Retraction]:
        return self._by.get(document, ())

    def publishers(self) -> Collection[str]:
        return self._look.publishers()
