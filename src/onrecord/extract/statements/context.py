"""What every finder of statements looks at: one report with its layers and look-ups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.extract.arguments import Arguments, arguments_of
from onrecord.extract.referents import Referents
from onrecord.extract.statements.dates import Dates
from onrecord.extract.syntax import Tree, tree_of
from onrecord.lexicon import roles
from onrecord.model import (
    BlockKind,
    Chain,
    Document,
    EntityType,
    MentionForm,
    Precision,
    Reading,
    Span,
)

__all__ = ["ACTORS", "Context", "context"]

ACTORS = frozenset(
    {EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.NATIONALITY}
)
"""Types of those who can act and be acted upon."""

_ANYBODY = frozenset("anybody anyone everybody everyone nobody".split())
_NAMED = frozenset({"name", "call"})


@dataclass(frozen=True, slots=True)
class Context:
    """A report, its syntax, and what its words stand for."""

    document: Document
    reading: Reading
    tree: Tree
    arguments: Arguments
    referents: Referents
    dates: Dates

    def readable(self) -> Iterable[int]:
        """Indices of the words that may make statements: no furniture, no headings."""
        reading = self.reading
        silent = {
            number
            for number, block in enumerate(reading.blocks)
            if block.kind in (BlockKind.FURNITURE, BlockKind.HEADING)
        }
        for index, word in enumerate(self.tree.words):
            if reading.sentences[word.sentence].block not in silent:
                yield index

    def in_summary(self, index: int) -> bool:
        """Whether the word stands in the highlights."""
        block = self.reading.sentences[self.tree.words[index].sentence].block
        return self.reading.blocks[block].kind is BlockKind.SUMMARY

    def extent(self, index: int) -> Span:
        """The words that a filler at `index` stands in: its mention's, else its phrase's; of "a man
        named Bao Tran" with the name."""
        mention = self.referents.mention_at(index)
        if mention is None or not mention.span.contains(self.tree.words[index].span):
            phrase = self.tree.phrase(index)
            return self.to_name_end(phrase, self.tree.words_in(phrase)[-1])
        named = [c for c in self.tree.children(index, "acl") if self.tree.lemma(c) in _NAMED]
        names = [c for clause in named for c in self.tree.children(clause, "xcomp", "obj")]
        proper = [c for c in names if self.tree.words[c].upos == "PROPN"]
        return mention.span.cover(self.tree.phrase(proper[0])) if proper else mention.span

    def to_name_end(self, words: Span, last: int) -> Span:
        """The words with the rest of the name that they end in, which the tree may cut."""
        mention = self.referents.mention_at(last)
        if mention is None or mention.form is not MentionForm.NAME:
            return words
        return words.cover(mention.span)

    def type_at(self, index: int) -> EntityType | None:
        """The type of what stands at the word: by its chain, else by the noun itself."""
        kind = self.referents.type_at(index)
        noun = None if kind else roles.noun_class(self.tree.lemma(index))
        if noun is None:
            return kind or (EntityType.PERSON if self.is_whoever(index) else None)
        return roles.entity_type(noun, plural=self.tree.words[index].xpos == "NNS")

    def is_whoever(self, index: int) -> bool:
        """Whether a clause with "who" tells whom the word means: "those who fled", not "anybody
        who flees"."""
        if self.tree.lemma(index) in _ANYBODY:
            return False
        clauses = self.tree.children(index, "acl:relcl")
        subjects = (c for clause in clauses for c in self.tree.children(clause, "nsubj"))
        return any(self.tree.lemma(c) == "who" for c in subjects)

    def is_actor(self, index: int) -> bool:
        """Whether the word stands for someone who acts: a person, a body, or a country."""
        kind = self.type_at(index)
        if kind is EntityType.PLACE:
            chain = self.referents.chain_at(index)
            return chain is not None and chain.named
        return kind in ACTORS

    def is_country(self, index: int) -> bool:
        """Whether the word stands for a country."""
        located = self.referents.place_at(index)
        place = None if located is None else located.place
        return place is not None and place.precision is Precision.COUNTRY

    def is_time(self, index: int) -> bool:
        """Whether the word stands in a time expression: when, and so neither who nor what."""
        span = self.tree.words[index].span
        return any(time.span.contains(span) for time in self.reading.times)

    def named(self, index: int) -> Chain | None:
        """The chain at the word if it has a name."""
        chain = self.referents.chain_at(index)
        return chain if chain is not None and chain.named else None

    def is_loose_pronoun(self, index: int) -> bool:
        """Whether the word is a pronoun that nothing else in the report explains."""
        if self.tree.words[index].upos != "PRON":
            return False
        chain = self.referents.chain_at(index)
        if chain is None:
            return not self.is_whoever(index)
        mentions = self.reading.mentions
        return not chain.members and all(
            mentions[m].form.value == "pronoun" for m in chain.mentions
        )

    def present(self, slots: Mapping[str, tuple[int, ...]]) -> dict[str, set[str]]:
        """What stands in each slot: lemmas and types, as the lexicon's requirements ask; times
        stand in none."""
        there: dict[str, set[str]] = {}
        for slot, filled in slots.items():
            indices = [i for i in filled if not self.is_time(i)]
            if not indices:
                continue
            words = {self.tree.lemma(i) for i in indices}
            words |= {kind.value for i in indices if (kind := self.type_at(i))}
            there[slot] = words
        return there


def context(document: Document, reading: Reading) -> Context:
    """The look-ups of one reading, made once for all finders."""
    tree = tree_of(reading.analysis.words)
    return Context(
        document,
        reading,
        tree,
        arguments_of(reading.analysis),
        Referents(tree, reading),
        Dates(document, reading, tree),
    )
