"""How much reports have to do with a codebook, and how many statements are of its types."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.codebook import Codebook
from onrecord.model import Document, Span
from onrecord.store.base import Store
from onrecord.views.coding import Coding
from onrecord.views.ledger import Ledger
from onrecord.views.passage import ReportCard, paragraph, report_card

__all__ = ["Deciding", "Relevance", "Relevant", "TypeUse", "relevance", "uses"]

_MOST_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class TypeUse:
    """A type of the codebook, and how many statements on record are of it."""

    name: str
    description: str
    statements: int


@dataclass(frozen=True, slots=True)
class Deciding:
    """A sentence with words of a codebook: their types, and where they stand in `text`."""

    text: str
    types: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relevant:
    """A report, the types whose words occur in it, how many such words stand there, and the
    sentences with the most types."""

    report: ReportCard
    types: tuple[str, ...]
    words: int
    sentences: tuple[Deciding, ...]


@dataclass(frozen=True, slots=True)
class Relevance:
    """What reports have to do with a codebook, before they are coded by it.

    `wordless` are types that have no words, and so cannot be told; `absent` those whose words
    occur nowhere. `reports` have at least one, those with the most types first; `others` is how
    many have none.
    """

    codebook: str
    types: int
    wordless: tuple[str, ...]
    absent: tuple[str, ...]
    reports: tuple[Relevant, ...]
    others: int


def uses(store: Store) -> tuple[TypeUse, ...]:
    """The types of the codebook in force, in its order."""
    coding = Coding(store)
    if coding.codebook is None:
        return ()
    counts = Counter(name for each in store.statements() for name in coding.types(each))
    return tuple(TypeUse(x.name, x.description, counts[x.name]) for x in coding.codebook.types)


def relevance(store: Store, codebook: Codebook) -> Relevance:
    """Which reports on record hold words of a codebook, whether or not they were read."""
    ledger = Ledger(store)
    found = [_relevant(ledger, document, codebook) for document in ledger.documents.values()]
    told = [each for each in found if each.types]
    worded = [each.name for each in codebook.types if each.words]
    seen = {name for each in told for name in each.types}
    return Relevance(
        codebook.name,
        len(worded),
        tuple(each.name for each in codebook.types if not each.words),
        tuple(name for name in worded if name not in seen),
        tuple(sorted(told, key=lambda each: (-len(each.types), -each.words))),
        len(found) - len(told),
    )


def _relevant(ledger: Ledger, document: Document, codebook: Codebook) -> Relevant:
    hits = sorted(_hits(document.text, codebook))
    sentences = [each.span for each in ledger.reading(document.id).sentences]
    holding: dict[Span, list[tuple[Span, str]]] = {}
    for span, name in hits:
        inside = (each for each in sentences if each.contains(span))
        holding.setdefault(next(inside, paragraph(document, span)), []).append((span, name))
    deciding = sorted(
        (_deciding(document, span, found) for span, found in holding.items()),
        key=lambda each: -len(each.types),
    )
    in_it = {name for _, name in hits}
    return Relevant(
        report_card(ledger, document),
        tuple(each.name for each in codebook.types if each.name in in_it),
        len({span for span, _ in hits}),
        tuple(deciding[:_MOST_SENTENCES]),
    )


def _hits(text: str, codebook: Codebook) -> Iterator[tuple[Span, str]]:
    for each in codebook.types:
        for word in each.words:
            for begin, end in word.found(text):
                yield Span(begin, end), each.name


def _deciding(document: Document, sentence: Span, found: Iterable[tuple[Span, str]]) -> Deciding:
    hits = tuple(found)
    marks = sorted({(span.begin - sentence.begin, span.end - sentence.begin) for span, _ in hits})
    types = tuple(dict.fromkeys(name for _, name in hits))
    return Deciding(sentence.of(document.text), types, tuple(marks))
