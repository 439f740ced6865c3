"""How far a mention reaches: from its determiner to its last short complement."""

from collections.abc import Iterator

from onrecord.extract.mentions.nouns import is_office, is_title
from onrecord.extract.mentions.runs import Run
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import names
from onrecord.model import Span

__all__ = ["description", "role", "titled"]

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat"})
_TAGS_BEFORE = frozenset({"CD", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "VBN", "VBG"})
_BREAKS = frozenset([",", ";", ":", "--", "–", "—", "(", ")", "[", "]", "…"])
_LONGEST_COMPLEMENT = 6
_POSTPOSITIVE = frozenset({"elect", "designate", "emeritus", "emerita"})
"""What follows an office and is none itself."""


def description(tree: Tree, index: int) -> Span:
    """Determiner, modifiers and noun, with a short complement in "of" or "for" after it.

    Relative clauses, appositions, other prepositions and coordinated fellows stay out.
    """
    begin = index
    for child in _modifiers(tree, index):
        begin = min(begin, *(i for i in tree.subtree(child) if i <= index))
    end = index
    for child in tree.children(index):
        if child > index and (_closes(tree, index, child)):
            end = max(end, *_complement(tree, child))
    return _span(tree, *_unbroken(tree, begin, index, end))


def _unbroken(tree: Tree, begin: int, index: int, end: int) -> tuple[int, int]:
    """The part of an extent around its head that no comma, dash or bracket cuts off, nor the
    preposition or verb that it hangs on; commas between adjectives do not cut."""
    outside = {*tree.ancestors(index), *tree.children(index, "case")}
    for position in range(index - 1, begin - 1, -1):
        if position in outside or (_cuts(tree, position) and not _joins_adjectives(tree, position)):
            begin = position + 1
            break
    for position in range(index + 1, end + 1):
        if _cuts(tree, position):
            end = position - 1
            break
    while begin < index and tree.words[begin].upos in ("PUNCT", "CCONJ"):
        begin += 1
    return begin, end


def _cuts(tree: Tree, position: int) -> bool:
    text, before = tree.words[position].text, tree.words[max(0, position - 1)]
    attached = before.span.end == tree.words[position].span.begin
    return text in _BREAKS or (text == "-" and not attached)


def _joins_adjectives(tree: Tree, position: int) -> bool:
    around = tree.words[max(0, position - 1)], tree.words[position + 1]
    return tree.words[position].text == "," and all(w.upos in ("ADJ", "VERB") for w in around)


def _modifiers(tree: Tree, index: int) -> Iterator[int]:
    for child in tree.children(index):
        word = tree.words[child]
        if child < index and base(word.deprel) in _BEFORE and word.xpos != "WP$":
            if base(word.deprel) != "nmod" or word.deprel == "nmod:poss" or not tree.case(child):
                yield child


def _closes(tree: Tree, index: int, child: int) -> bool:
    """Whether a dependent after the noun is part of its shortest sensible extent."""
    word = tree.words[child]
    if base(word.deprel) in ("flat", "fixed", "goeswith", "compound"):
        return True
    if word.deprel != "nmod" or tree.case(child) not in ("of", "for"):
        return False
    reach = _complement(tree, child)
    return max(reach) - index <= _LONGEST_COMPLEMENT


def _complement(tree: Tree, child: int) -> list[int]:
    """The words of a complement, without what hangs on it loosely."""
    found, waiting = [], [child]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(
            below
            for below in tree.children(current)
            if base(tree.words[below].deprel)
            not in ("acl", "appos", "conj", "cc", "parataxis", "punct", "advcl")
            and not (
                below > current and base(tree.words[below].deprel) == "nmod" and current != child
            )
        )
    return found


def role(tree: Tree, index: int) -> Span:
    """An office with its modifiers, without determiner, number, owner and complement."""
    begin = index
    while begin > 0 and _modifies(tree, begin - 1, index):
        begin -= 1
    while begin < index and tree.words[begin].text in ("-", "'", "’"):
        begin += 1
    return _span(tree, begin, _last_of_office(tree, index))


def _last_of_office(tree: Tree, index: int) -> int:
    """The last word of an office: "elect" of "president-elect"."""
    joined = index + 1 < len(tree.words) and _joins(tree, index + 1)
    last = index + (2 if joined else 1)
    after = last < len(tree.words) and tree.words[last].text.lower() in _POSTPOSITIVE
    return last if after else index


def _joins(tree: Tree, index: int) -> bool:
    """Whether the word is a hyphen between two words with no blank."""
    if tree.words[index].text != "-" or not 0 < index < len(tree.words) - 1:
        return False
    before, hyphen, after = (word.span for word in tree.words[index - 1 : index + 2])
    return before.end == hyphen.begin and hyphen.end == after.begin


def _modifies(tree: Tree, before: int, index: int) -> bool:
    word = tree.words[before]
    if word.sentence != tree.words[index].sentence:
        return False
    if word.text == "-" or _joins(tree, before + 1):
        return True
    if word.xpos not in _TAGS_BEFORE or word.xpos == "CD":
        return False
    return word.head == index or index in tree.ancestors(before) or _same_title(tree, before, index)


def _same_title(tree: Tree, before: int, index: int) -> bool:
    """Whether a title's parts hang side by side on the name ("Foreign" and "Minister")."""
    word = tree.words[before]
    return word.head >= 0 and word.head == tree.words[index].head and before + 1 == index


def titled(tree: Tree, run: Run) -> tuple[Span, int, int | None]:
    """A person's name with the titles before it: its span, head word and the last title's index."""
    begin = run.words[0]
    office: int | None = None
    while begin > 0 and _is_title(tree, begin - 1, run):
        begin -= 1
        if office is None and not _is_courtesy(tree, begin) and not _is_between(tree, begin):
            office = begin
    head = run.head
    governor = tree.words[head].head
    if base(tree.words[head].deprel) in ("flat", "nmod") and begin <= governor < run.words[0]:
        head = governor
    return _span(tree, begin, run.words[-1]), head, office


def _is_title(tree: Tree, index: int, run: Run) -> bool:
    word = tree.words[index]
    if word.sentence != tree.words[run.head].sentence:
        return False
    if word.text == ".":
        return index > 0 and names.is_title(tree.words[index - 1].text)
    if _joins(tree, index):
        return _is_title(tree, index - 1, run)
    if word.text in ("-", ",") or word.upos in ("VERB", "ADP", "DET", "PRON", "CCONJ"):
        return False
    if names.is_title(word.text) or is_title(word.lemma.lower()):
        return True
    return word.upos == "NOUN" and index + 1 == run.words[0] and _same_nominal(tree, index, run)


def _is_between(tree: Tree, index: int) -> bool:
    """Whether the word stands between an office and a name and is none: "elect", a hyphen."""
    return tree.words[index].text.lower() in _POSTPOSITIVE or _joins(tree, index)


def _same_nominal(tree: Tree, index: int, run: Run) -> bool:
    """Whether a noun before a name is its head ("student" of "student Bao Linh") or modifies it."""
    relation = base(tree.words[run.head].deprel)
    governs = tree.words[run.head].head == index and relation in ("flat", "appos", "nmod")
    return governs or tree.words[index].head in run.words


def _is_courtesy(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if is_office(word.lemma.lower()):
        return False
    return names.sex(word.text + " x") is not None or word.text == "."


def _span(tree: Tree, first: int, last: int) -> Span:
    return Span(tree.words[first].span.begin, tree.words[last].span.end)
