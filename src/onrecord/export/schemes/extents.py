"""From the heads of arguments to their spans, by the conventions of PropBank on UD trees."""

from collections.abc import Sequence

from onrecord.model import RoleArc, Span, Word

__all__ = ["Extents"]


class Extents:
    """From the head of an argument to its span, by the conventions of PropBank on UD trees."""

    def __init__(self, words: Sequence[Word], roles: Sequence[RoleArc]) -> None:
        self._words = words
        self._taken = {(arc.predicate, arc.argument) for arc in roles}
        self._children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head >= 0:
                self._children[word.head].append(index)

    def of(self, arc: RoleArc) -> Span:
        """All words under the head, less the branch that holds the predicate; of a light verb
        and its noun that word alone."""
        words, head = self._words, arc.argument
        if arc.role in _SINGLE:
            return words[head].span
        inside = self._under(head, arc.predicate) + self._complement(head, arc.predicate)
        kept = [i for i in sorted(inside) if (i < arc.predicate) == (head < arc.predicate)]
        text = [words[index].text for index in kept]
        while len(kept) > 1 and words[kept[-1]].upos == "PUNCT" and not _closes(text):
            kept.pop()
            text.pop()
        while len(kept) > 1 and words[kept[0]].upos == "PUNCT" and not _opens(text):
            kept.pop(0)
            text.pop(0)
        return Span(words[kept[0]].span.begin, words[kept[-1]].span.end)

    def _under(self, head: int, predicate: int) -> list[int]:
        branch = self._branch(head, predicate)
        if branch is None:
            return self._subtree(head)
        found = [head]
        for child in self._children[head]:
            if child != branch and self._belongs(child, head, predicate):
                found.extend(self._subtree(child))
        return found

    def _subtree(self, top: int) -> list[int]:
        found, waiting = [], [top]
        while waiting:
            found.append(current := waiting.pop())
            waiting.extend(self._children[current])
        return found

    def _branch(self, head: int, predicate: int) -> int | None:
        """The dependent of `head` that is or holds the predicate, None if none does."""
        while predicate >= 0 and self._words[predicate].head != head:
            predicate = self._words[predicate].head
        return predicate if predicate >= 0 else None

    def _complement(self, head: int, predicate: int) -> list[int]:
        """What is said of an object in a small clause ("make it work"): one argument with it."""
        if self._words[head].head != predicate or self._words[head].deprel not in _OBJECTS:
            return []
        return [
            word
            for child in self._children[predicate]
            if child > head > predicate and self._words[child].deprel == "xcomp"
            if (predicate, child) not in self._taken
            for word in self._subtree(child)
        ]

    def _belongs(self, index: int, head: int, predicate: int) -> bool:
        """Whether a dependent of a head that the predicate hangs on is of the argument, and not of
        the clause or the phrase around it."""
        word = self._words[index]
        relation = word.deprel.split(":")[0]
        if relation == "advmod":
            degree = self._words[head].upos in ("ADJ", "ADV") and index + 1 == head
            return degree and word.lemma not in _DENYING
        if self._words[predicate].deprel == "cop":
            if relation in ("case", "ccomp") or word.deprel == "advmod:emph":
                return True
            if relation == "conj":
                return index > head and not self._is_clause(index, head)
        return relation not in _AROUND

    def _is_clause(self, index: int, head: int) -> bool:
        """Whether what is joined to a predicate noun or adjective is another clause."""
        own = {self._words[child].deprel.split(":")[0] for child in self._children[index]}
        finite = self._words[index].xpos in _FINITE and self._words[head].upos != "VERB"
        return finite or bool(own & {"nsubj", "cop", "aux"})


_OBJECTS = frozenset({"obj", "iobj", "nsubj"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_SINGLE = frozenset({"ARGM-LVB", "ARGM-PRR"})
_DENYING = frozenset({"not", "never"})
_AROUND = frozenset(
    "advcl aux case cc ccomp conj cop csubj discourse dislocated expl mark nsubj parataxis punct "
    "vocative".split()
)
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", '"': '"', "'": "'", "’": "‘"}


def _closes(text: Sequence[str]) -> bool:
    """Whether the last word closes a bracket or quotation that is opened in `text`."""
    opening = _PAIRS.get(text[-1])
    if opening is None:
        return False
    if opening == text[-1]:
        return text.count(opening) % 2 == 0
    return text.count(opening) == text.count(text[-1])


def _opens(text: Sequence[str]) -> bool:
    """Whether the first word opens a bracket or quotation that is closed in `text`."""
    closing = next((close for close, begin in _PAIRS.items() if begin == text[0]), None)
    if closing is None:
        return False
    if closing == text[0]:
        return text.count(closing) % 2 == 0
    return text.count(closing) == text.count(text[0])
