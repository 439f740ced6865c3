"""The mentions of a report: names, descriptions and pronouns, with their types.

Name runs come from the network's layers and the syntax together (`runs`), types from a vote
(`types`), extents from the syntax (`extent`). Headings and furniture have no mentions.
"""

from collections.abc import Iterator

from onrecord.extract.mentions import extent
from onrecord.extract.mentions.nouns import is_kin, is_office
from onrecord.extract.mentions.runs import Run, name_runs
from onrecord.extract.mentions.types import Typer
from onrecord.extract.stage import Stage
from onrecord.extract.syntax import Tree, base, tree_of
from onrecord.lexicon import speech
from onrecord.lexicon.demonym import is_people_word
from onrecord.lexicon.names import is_acronym, is_title
from onrecord.lexicon.speech import Giver
from onrecord.model import (
    BlockKind,
    Document,
    EntityType,
    Mention,
    MentionForm,
    Reading,
    Span,
)

__all__ = ["MENTIONS", "Run", "mentions", "name_runs"]

_PERSONAL = frozenset(
    "i me my mine myself he him his himself she her hers herself we us our ours ourselves".split()
)
_PLURAL = frozenset("they them their theirs themselves".split())
_NEUTER = frozenset("it its itself".split())
_INSIDE_ANOTHER = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc"})
_NUMBERS = {
    "Quantity": EntityType.QUANTITY,
    "Money": EntityType.MONEY,
    "Temporal": EntityType.TIME,
}
_DESCRIBED = frozenset(
    {
        EntityType.PERSON,
        EntityType.GROUP,
        EntityType.ORGANISATION,
        EntityType.PLACE,
        EntityType.FACILITY,
        EntityType.VEHICLE,
        EntityType.WEAPON,
        EntityType.DOCUMENT,
        EntityType.EVENT,
        EntityType.NATIONALITY,
    }
)


def mentions(document: Document, reading: Reading) -> tuple[Mention, ...]:
    """All mentions in text order, the wider first where two begin together.

    A person's name reaches from the first title to its end; any other name has no determiner. A
    description ends with its noun or a short complement. An office is a `Role` as well.
    """
    tree = tree_of(reading.analysis.words)
    finder = _Finder(document.text, tree, reading)
    found: dict[tuple[Span, EntityType], Mention] = {}
    for mention in finder.all():
        found.setdefault((mention.span, mention.type), mention)
    return tuple(sorted(found.values(), key=_order))


MENTIONS = Stage("mentions", ("blocks", "sentences", "analysis"), mentions)


def _order(mention: Mention) -> tuple[int, int, bool, str]:
    return (
        mention.span.begin,
        -mention.span.end,
        mention.type is not EntityType.ROLE,
        mention.type.value,
    )


def _is_demonym(word: str) -> bool:
    return is_people_word(word) and not is_acronym(word)


class _Finder:
    def __init__(self, text: str, tree: Tree, reading: Reading) -> None:
        self._text = text
        self._tree = tree
        self._reading = reading
        self._runs = name_runs(text, tree, reading.analysis.layers)
        self._typer = Typer(tree, reading.analysis.layers)
        self._named = {index for run in self._runs for index in run.words}

    def all(self) -> Iterator[Mention]:
        """Every mention, in no given order."""
        for mention in self._everywhere():
            if self._is_read(mention.span):
                yield mention

    def _everywhere(self) -> Iterator[Mention]:
        types = self._typer.of_runs(self._runs, self._text)
        for run, typed in zip(self._runs, types, strict=True):
            if typed is not None and not self._is_of_kin(run):
                for mention in self._name(run, *typed):
                    self._named.update(self._tree.words_in(mention.span))
                    yield mention
        for index, word in enumerate(self._tree.words):
            if word.upos == "PRON" or word.xpos == "PRP$":
                yield from self._pronoun(index)
            elif index not in self._named:
                yield from self._nationality(index)
                yield from self._description(index)
        yield from self._numbers()

    def _is_read(self, span: Span) -> bool:
        """Whether the words stand in a part of the report that can make statements."""
        blocks = self._reading.blocks
        return not blocks or any(
            block.span.contains(span)
            for block in blocks
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.SUMMARY)
        )

    def _name(self, run: Run, kind: EntityType, confidence: float) -> Iterator[Mention]:
        span, head = run.span, run.head
        if kind is EntityType.PERSON:
            span, head, office = extent.titled(self._tree, run)
            if office is not None and self._names_an_office(office):
                yield self._role(office)
            if self._is_of_many(run):
                kind = EntityType.GROUP
        yield Mention(span, self._tree.words[head].span, kind, MentionForm.NAME, confidence)

    def _is_of_many(self, run: Run) -> bool:
        """Whether a name is one of several people ("the Ombarians"), so no person's."""
        plural = self._tree.words[run.head].xpos == "NNPS"
        return plural and bool(self._tree.children(run.head, "det", "nummod"))

    def _is_of_kin(self, run: Run) -> bool:
        """Whether it is what several of a family are called by: "the Okoye brothers"."""
        word = self._tree.words[run.head]
        if base(word.deprel) != "compound" or self._tree.words[word.head].xpos != "NNS":
            return False
        return is_kin(self._tree.lemma(word.head))

    def _names_an_office(self, index: int) -> bool:
        word = self._tree.words[index]
        return is_office(word.lemma.lower()) or (word.upos == "PROPN" and is_title(word.text))

    def _role(self, index: int) -> Mention:
        span = extent.role(self._tree, index)
        head = self._tree.words[index].span
        return Mention(span, head, EntityType.ROLE, MentionForm.DESCRIPTION)

    def _nationality(self, index: int) -> Iterator[Mention]:
        word = self._tree.words[index]
        if word.upos in ("ADJ", "PROPN", "NOUN") and _is_demonym(word.text):
            yield Mention(word.span, word.span, EntityType.NATIONALITY, MentionForm.NAME)

    def _description(self, index: int) -> Iterator[Mention]:
        word = self._tree.words[index]
        if not self._heads_a_nominal(index) or _is_demonym(word.text):
            return
        if is_office(word.lemma.lower()):
            yield self._role(index)
        typed = self._typer.of_noun(index)
        if typed is None or _INSIDE_ANOTHER & {word.deprel, base(word.deprel)}:
            return
        kind, confidence = typed
        if kind in _DESCRIBED:
            span = extent.description(self._tree, index)
            yield Mention(span, word.span, kind, MentionForm.DESCRIPTION, confidence)

    def _heads_a_nominal(self, index: int) -> bool:
        word = self._tree.words[index]
        if word.upos in ("NOUN", "PROPN"):
            return True
        if word.upos not in ("ADJ", "NUM", "DET", "VERB") or word.entity != "person":
            return False
        return base(word.deprel) in ("nsubj", "obj", "obl", "iobj", "conj", "nmod")

    def _pronoun(self, index: int) -> Iterator[Mention]:
        word = self._tree.words[index]
        form = word.text.lower()
        if base(word.deprel) == "expl":
            return
        kind: EntityType | None = None
        if form in _PERSONAL:
            kind = EntityType.PERSON
        elif form in _PLURAL:
            kind = self._typer.of_pronoun(index, EntityType.PERSON)
        elif form in _NEUTER:
            kind = self._typer.of_pronoun(index, EntityType.ORGANISATION)
            if kind is None and self._speaks(index):
                kind = EntityType.ORGANISATION
        if kind is not None:
            yield Mention(word.span, word.span, kind, MentionForm.PRONOUN)

    def _speaks(self, index: int) -> bool:
        """Whether the word is the subject of a verb of saying: no thing, but a body or a paper."""
        word = self._tree.words[index]
        if base(word.deprel) != "nsubj":
            return False
        cue = speech.match(self._tree.lemmas, word.head, self._tree.parts)
        return cue is not None and cue.value.giver is Giver.SUBJECT

    def _numbers(self) -> Iterator[Mention]:
        for labelled in self._reading.analysis.layers.get("mention", ()):
            kind = _NUMBERS.get(labelled.label)
            head = self._tree.head_of(labelled.span)
            if kind is not None and head is not None:
                span = self._tree.words[head].span
                form = MentionForm.DESCRIPTION
                yield Mention(labelled.span, span, kind, form, labelled.score)
