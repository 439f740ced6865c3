"""A mention with all that speaks for or against its being somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from onrecord.extract.mentions import Run, name_runs
from onrecord.extract.mentions.nouns import is_people, noun_sex
from onrecord.extract.syntax import Tree
from onrecord.lexicon import names
from onrecord.lexicon.names import Sex
from onrecord.model import Document, EntityType, Mention, MentionForm, Reading, Span

__all__ = ["Article", "Node", "nodes"]

_UNCHAINED = frozenset({EntityType.ROLE, EntityType.QUANTITY, EntityType.MONEY, EntityType.TIME})
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_PRONOUNS = frozenset("they them their theirs themselves we us our ours ourselves".split())
_COLLECTIVES = frozenset({EntityType.GROUP, EntityType.ORGANISATION, EntityType.PLACE})
_PLURALS_IN_SINGULAR = frozenset("people police couple pair family crew staff public".split())


class Article(Enum):
    """How a description begins."""

    NONE = "none"
    INDEFINITE = "indefinite"
    DEFINITE = "definite"
    DEMONSTRATIVE = "demonstrative"
    OWNED = "owned"


@dataclass(frozen=True, slots=True)
class Node:
    """`index` is the mention's in the reading, `word` that of its head word in the analysis.

    `key` is the folded name, "" for anything else; `core` its span, without titles. `noun` is the
    head's lemma, `modifiers` the lemmas before it. `plural` and `sex` are None where not known.
    """

    index: int
    mention: Mention
    word: int
    sentence: int
    key: str
    core: Span
    noun: str
    modifiers: frozenset[str]
    article: Article
    plural: bool | None
    sex: Sex | None

    @property
    def type(self) -> EntityType:
        """The mention's type."""
        return self.mention.type

    @property
    def form(self) -> MentionForm:
        """The mention's form."""
        return self.mention.form

    @property
    def pronoun(self) -> str:
        """The pronoun in lower case, "" for names and descriptions."""
        return self.noun if self.form is MentionForm.PRONOUN else ""


def nodes(document: Document, reading: Reading, tree: Tree) -> tuple[Node, ...]:
    """The mentions that can stand in a chain, in text order."""
    runs = {run.span.end: run for run in name_runs(document.text, tree, reading.analysis.layers)}
    return tuple(_nodes(document.text, reading, tree, runs))


def _nodes(text: str, reading: Reading, tree: Tree, runs: dict[int, Run]) -> Iterator[Node]:
    for index, word in _headed(reading, tree):
        mention = reading.mentions[index]
        core, key = mention.span, ""
        if mention.form is MentionForm.NAME:
            run = runs.get(mention.span.end)
            if run is not None and mention.span.contains(run.span):
                core = run.span
            key = names.fold(core.of(text))
        noun = _noun(tree, mention, word)
        yield Node(
            index,
            mention,
            word,
            tree.words[word].sentence,
            key,
            core,
            noun,
            frozenset(_modifiers(tree, mention, word)),
            _article(tree, mention, word),
            _plural(tree, mention, word),
            _sex(mention, mention.span.of(text), noun),
        )


def _headed(reading: Reading, tree: Tree) -> list[tuple[int, int]]:
    """Mentions that can stand in a chain with their head words; the widest of each head."""
    widest: dict[int, int] = {}
    for index, mention in enumerate(reading.mentions):
        word = tree.head_of(mention.head)
        if word is None or mention.type in _UNCHAINED:
            continue
        known = widest.setdefault(word, index)
        if len(mention.span) > len(reading.mentions[known].span):
            widest[word] = index
    return sorted((index, word) for word, index in widest.items())


def _noun(tree: Tree, mention: Mention, word: int) -> str:
    if mention.form is MentionForm.PRONOUN:
        return tree.words[word].text.lower()
    return tree.lemma(word)


def _modifiers(tree: Tree, mention: Mention, word: int) -> Iterator[str]:
    if mention.form is not MentionForm.DESCRIPTION:
        return
    for index in tree.words_in(mention.span):
        upos = tree.words[index].upos
        if index != word and upos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB"):
            yield tree.lemma(index)


def _article(tree: Tree, mention: Mention, word: int) -> Article:
    if tree.child(word, "nmod:poss") is not None:
        return Article.OWNED
    for child in tree.children(word, "det"):
        lemma = tree.words[child].text.lower()
        if lemma == "the":
            return Article.DEFINITE
        if lemma in ("this", "that", "these", "those", "such"):
            return Article.DEMONSTRATIVE
        return Article.INDEFINITE
    return Article.NONE


def _plural(tree: Tree, mention: Mention, word: int) -> bool | None:
    if mention.form is MentionForm.PRONOUN:
        return tree.words[word].text.lower() in _PLURAL_PRONOUNS
    if mention.type in _COLLECTIVES and not is_people(tree.lemma(word)):
        return None
    if mention.form is MentionForm.NAME:
        return tree.words[word].xpos == "NNPS" if mention.type is EntityType.NATIONALITY else False
    if tree.lemma(word) in _PLURALS_IN_SINGULAR:
        return True
    return tree.words[word].xpos in _PLURAL_TAGS


def _sex(mention: Mention, text: str, noun: str) -> Sex | None:
    if mention.type is not EntityType.PERSON:
        return None
    match mention.form:
        case MentionForm.NAME:
            return names.sex(text)
        case MentionForm.PRONOUN:
            return "m" if noun in _MALE else "f" if noun in _FEMALE else None
    return noun_sex(noun)
