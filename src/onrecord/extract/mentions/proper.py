"""Names as the words themselves show them: capitals, tags, and the small words between."""

from collections.abc import Iterator
from functools import cached_property

from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import names
from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.names import PARTICLES

__all__ = ["BODIES", "Proper"]

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_OPEN_CLASS = frozenset({"ADJ", "NOUN", "VERB", "X"})
_LINKS = frozenset("of for on and & the".split())
_PREPOSITIONS = frozenset("in on at by to up off over under through along above near".split())
"""In mid-sentence, with a capital, they begin a name, whatever the tree makes of them."""
_HYPHENS = frozenset("-'’")
_MOST_CAPITALS = 0.6
BODIES = frozenset(
    "university ministry bank movement front party army council department office institute union "
    "church house court league organisation organization association federation center centre "
    "committee bureau board forces guard brigade brigades daughters college academy society "
    "fund agency commission republic kingdom state states government authority chamber museum "
    "city gulf sea bay cape lake school hospital group coalition alliance congress assembly "
    "secretariat directorate high campaign foundation company militia battalion".split()
)
"""Words that names of bodies and places begin with, "of" or "for" after them."""


class Proper:
    """Which words of a report are proper, and the runs that they stand in."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def __contains__(self, index: int) -> bool:
        return self._flags[index]

    def runs(self) -> Iterator[list[int]]:
        """Proper words side by side, with the small words between that belong to the name."""
        current: list[int] = []
        for index in range(len(self._tree.words)):
            if current and not self._adjoins(current, index):
                yield current
                current = []
            if self._flags[index] or (current and self._is_number_of(current[-1], index)):
                start = current[-1] + 1 if current else index
                current = [*current, *range(start, index), index]
        if current:
            yield current

    @cached_property
    def _flags(self) -> list[bool]:
        flags = [self._is_tagged(index) for index in range(len(self._tree.words))]
        for index in range(len(flags) - 1, -1, -1):
            flags[index] = flags[index] or self._leads(index, flags)
        for index in range(1, len(flags)):
            flags[index] = flags[index] or self._follows(index, flags)
        return flags

    def _is_tagged(self, index: int) -> bool:
        word = self._tree.words[index]
        if _has_capital(word.text):
            return word.upos == "PROPN" or word.xpos in _NAME_TAGS
        if index < 2 or word.upos != "PROPN" or self._tree.words[index - 1].text != "-":
            return False
        first, hyphen, last = (w.span for w in self._tree.words[index - 2 : index + 1])
        return first.end == hyphen.begin and hyphen.end == last.begin

    def _leads(self, index: int, flags: list[bool]) -> bool:
        """Whether an untagged word is the beginning of the proper words after it: a particle
        ("al Masri"), or a capital in mid-sentence ("In Amara", "Armed Harbour Front")."""
        word = self._tree.words[index]
        if index + 1 == len(flags) or not self._goes_on(index):
            return False
        if not flags[index + 1] and not self._leads_a_body(index, flags):
            return False
        if not _has_capital(word.text):
            return word.upos == "PROPN" and word.text in PARTICLES
        if self._begins_sentence(index) or self._is_shouted(index) or len(word.text) < 2:
            return False
        if demonym(word.text) is not None or names.is_title(word.text):
            return False
        if word.text.istitle() and word.text.lower() in _PREPOSITIONS:
            return True
        return word.upos in _OPEN_CLASS

    def _leads_a_body(self, index: int, flags: list[bool]) -> bool:
        """Whether the word begins a name such as "Movement for Harbour Unity"."""
        words = self._tree.words
        linked = words[index].text.lower() in BODIES and words[index + 1].text in ("of", "for")
        return linked and any(flags[index + 2 : index + 4])

    def _follows(self, index: int, flags: list[bool]) -> bool:
        """Whether a capital after a proper word goes on with the name ("Oriel Brigade")."""
        word = self._tree.words[index]
        return (
            flags[index - 1]
            and _has_capital(word.text)
            and word.upos in _OPEN_CLASS
            and self._goes_on(index - 1)
            and not self._is_shouted(index)
            and not names.is_title(word.text)
        )

    def _goes_on(self, index: int) -> bool:
        """Whether the next word stands in the same sentence, with nothing but a blank between."""
        word, after = self._tree.words[index], self._tree.words[index + 1]
        return word.sentence == after.sentence and after.span.begin - word.span.end <= 1

    def _begins_sentence(self, index: int) -> bool:
        before = self._tree.words[index - 1] if index else None
        word = self._tree.words[index]
        return before is None or before.sentence != word.sentence or before.upos == "PUNCT"

    def _is_shouted(self, index: int) -> bool:
        return self._tree.words[index].sentence in self._shouted

    @cached_property
    def _shouted(self) -> frozenset[int]:
        """Sentences written in capitals, as headlines are, where capitals tell nothing."""
        counts: dict[int, list[int]] = {}
        for word in self._tree.words:
            if word.text[0].isalpha():
                capital = counts.setdefault(word.sentence, [0, 0])
                capital[0] += word.text[0].isupper()
                capital[1] += 1
        return frozenset(s for s, (c, n) in counts.items() if n > 3 and c > _MOST_CAPITALS * n)

    def _is_number_of(self, last: int, index: int) -> bool:
        """Whether a number goes with the name before it ("Group 77", "K-12")."""
        words, word = self._tree.words, self._tree.words[index]
        if word.upos != "NUM" or not word.text.isdigit():
            return False
        if index == last + 1 == word.head + 1:
            return True
        if index != last + 2 or words[last + 1].text != "-" or not words[last].text.isupper():
            return False
        name, hyphen = words[last].span, words[last + 1].span
        return name.end == hyphen.begin and hyphen.end == word.span.begin

    def _adjoins(self, current: list[int], index: int) -> bool:
        """Whether a name may still go on at `index`."""
        last, word = current[-1], self._tree.words[index]
        if word.sentence != self._tree.words[last].sentence or index - last > 3:
            return False
        between = [self._tree.words[i].text.lower() for i in range(last + 1, index)]
        if not all(_may_link(text) for text in between):
            return False
        if self._flags[index]:
            return not between or self._is_bound(current, between, index)
        return _may_link(word.text.lower()) or self._is_number_of(last, index)

    def _is_bound(self, current: list[int], between: list[str], index: int) -> bool:
        """Whether the proper word past small words belongs to the same name."""
        words, last = self._tree.words, current[-1]
        if between[0] in _HYPHENS:
            attached = words[last].span.end == words[last + 1].span.begin
            return len(between) == 1 and attached
        if between[0] not in _LINKS:
            return all(text in PARTICLES for text in between)
        if names.is_title(words[index].text) or between == ["the"]:
            return False
        bodily = [i for i in current if words[i].text.lower() in BODIES]
        if between[0] in ("and", "&"):
            linked = any(words[i].text.lower() in ("of", "for") for i in current)
            return bool(bodily) and linked and base(words[index].deprel) != "nsubj"
        return last in bodily


def _has_capital(text: str) -> bool:
    return any(map(str.isupper, text))


def _may_link(text: str) -> bool:
    return text in _LINKS or text in _HYPHENS or text in PARTICLES
