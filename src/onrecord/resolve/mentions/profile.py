"""What is known of a mention that somebody marked, before it is compared with another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.lexicon.names import fold, without_title
from onrecord.model import Chain, Document, MentionForm, Reading, Span, Word

__all__ = ["Marked", "Profile", "Report", "profiles"]

_SPEAKING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LEADING = frozenset({"DET", "ADP", "PRON"})
_PLURALS = frozenset("they them their theirs we us our ours".split())
_ACTS = frozenset({"ARG0", "nsubj", "nmod:poss"})
_ENDINGS = (
    "ization isation ation ition ment ance ence ness sion tion ion ing ery ity ive ist ism ant ent "
    "er or al ed es s e y"
).split()
_SHORTEST_STEM = 3


Marked: TypeAlias = tuple[Span, str]
"""A given mention and its kind: event, entity, location or time."""
Report: TypeAlias = tuple[Document, Reading, Sequence[Marked]]
"""A report, the reading of it, and the mentions marked in it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A marked mention with its surroundings; `report` is an index, `head` one of its words.

    `names` and `nouns` are all that the report calls the same thing by. `agents` and `patients` are
    the words of who acts and of all else in its clause, `acting` and `affected` their head words.
    `chain` and `entity` tell which mentions of the report the rules and the network hold for one.
    """

    report: int
    kind: str
    span: Span
    head: int
    sentence: int
    leads: bool
    lemma: str
    stem: str
    upos: str
    text: str
    plural: bool
    governor: str
    slot: str
    event: str | None
    factuality: float
    chain: str | None
    entity: int | None
    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    nouns: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    acting: frozenset[int]
    affected: frozenset[int]
    around: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]

    @property
    def pronoun(self) -> bool:
        """Whether it only points."""
        return self.upos in ("PRON", "DET")


def profiles(reports: Sequence[Report]) -> Iterator[Profile]:
    """The profiles of all marked mentions, report by report, in the order they are marked."""
    for number, report in enumerate(reports):
        known = _Known(report[0].text, report[1])
        for marked in report[2]:
            yield known.profile(number, *marked)


class _Known:
    """One report's words, chains and roles, by word."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._words = reading.analysis.words
        self._reading = reading
        self._sentences: dict[int, list[int]] = defaultdict(list)
        self._arguments: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for index, word in enumerate(self._words):
            self._sentences[word.sentence].append(index)
            if word.upos in _NOMINAL and word.head >= 0:
                self._arguments[word.head].append((word.deprel, index))
        for arc in reading.analysis.roles:
            self._arguments[arc.predicate].append((arc.role, arc.argument))
        self._chains = self._chained()
        self._entities = {nominal.head: nominal.entity for nominal in reading.analysis.nominals}

    def _chained(self) -> Mapping[int, Chain]:
        begins = {word.span.begin: index for index, word in enumerate(self._words)}
        mentions = self._reading.mentions
        return {
            begins[mentions[index].head.begin]: chain
            for chain in self._reading.chains
            for index in chain.mentions
            if mentions[index].head.begin in begins
        }

    def profile(self, number: int, span: Span, kind: str) -> Profile:
        """What is known of a mention in the report of this number."""
        inside = [i for i, word in enumerate(self._words) if word.span.overlaps(span)]
        head = next((i for i in inside if self._words[i].head not in inside), inside[-1])
        word, chain = self._words[head], self._chains.get(head)
        sentence = self._sentences[word.sentence]
        names, nouns = self._called(head)
        arguments = self._arguments[head]
        agents = [index for role, index in arguments if role in _ACTS]
        patients = [index for role, index in arguments if role not in _ACTS]
        around = [self._words[i].span for i in sentence]
        return Profile(
            report=number,
            kind=kind,
            span=span,
            head=head,
            sentence=word.sentence,
            leads=word.sentence == self._words[0].sentence,
            lemma=_lemma(word),
            stem=_stem(_lemma(word)),
            upos=word.upos,
            text=self._plain(inside),
            plural=word.xpos in ("NNS", "NNPS") or word.text.lower() in _PLURALS,
            governor=_lemma(self._words[word.head]) if word.head >= 0 else "",
            slot=word.deprel.partition(":")[0],
            event=word.event,
            factuality=word.factuality,
            chain=chain.id if chain else None,
            entity=self._entities.get(head),
            words=self._telling(inside),
            numbers=frozenset(
                _lemma(self._words[i]) for i in inside if self._words[i].upos == "NUM"
            ),
            names=names | self._own_name(head, inside),
            nouns=nouns,
            agents=self._named_by(agents),
            patients=self._named_by(patients),
            acting=frozenset(agents),
            affected=frozenset(patients),
            around=self._telling([i for i in sentence if i not in inside]),
            times=self._telling_of(around, [time.span for time in self._reading.times]),
            places=frozenset(
                fold(place.text)
                for place in self._reading.places
                if any(map(place.span.overlaps, around))
            ),
        )

    def _plain(self, inside: Sequence[int]) -> str:
        begin = next((i for i in inside if self._words[i].upos not in _LEADING), inside[0])
        return fold(" ".join(self._words[i].text for i in inside if i >= begin))

    def _own_name(self, head: int, inside: Sequence[int]) -> frozenset[str]:
        if self._words[head].upos != "PROPN":
            return frozenset()
        return frozenset({fold(without_title(self._plain(inside)))})

    def _telling(self, indices: Sequence[int]) -> frozenset[str]:
        words = (self._words[index] for index in indices)
        return frozenset(_lemma(word) for word in words if word.upos in _SPEAKING)

    def _telling_of(self, around: Sequence[Span], spans: Sequence[Span]) -> frozenset[str]:
        return frozenset(
            word.lower()
            for span in spans
            if any(map(span.overlaps, around))
            for word in span.of(self._text).split()
        )

    def _called(self, head: int) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns of what the word heads, by the chains and by the network."""
        names, nouns = set(), set()
        chain = self._chains.get(head)
        if chain is not None:
            names = {_bare(name.text) for name in chain.names}
            described = (self._reading.mentions[index] for index in chain.mentions)
            nouns = {
                mention.head.of(self._text).lower()
                for mention in described
                if mention.form is MentionForm.DESCRIPTION
            }
        for nominal in self._reading.analysis.nominals:
            if nominal.entity == self._entities.get(head):
                if self._words[nominal.head].upos == "PROPN":
                    names.add(_bare(nominal.span.of(self._text)))
                elif self._words[nominal.head].upos == "NOUN":
                    nouns.add(_lemma(self._words[nominal.head]))
        if self._words[head].upos == "NOUN":
            nouns.add(_lemma(self._words[head]))
        return frozenset(names), frozenset(nouns)

    def _named_by(self, heads: Sequence[int]) -> frozenset[str]:
        found: set[str] = set()
        for head in heads:
            names, nouns = self._called(head)
            found |= nouns | {part for name in names for part in name.split()}
            if self._words[head].upos == "PROPN":
                found.add(_lemma(self._words[head]))
        return frozenset(found)


def _bare(name: str) -> str:
    return fold(without_title(name)).removeprefix("the ")


def _lemma(word: Word) -> str:
    return word.lemma.lower()


def _stem(lemma: str) -> str:
    """A lemma without the ending by which one part of speech is made of another."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM:
            return lemma.removesuffix(ending)
    return lemma
