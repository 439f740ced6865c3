"""Reports of speech that the network leaves to others or passes over, found by their syntax.

It marks no attribution inside another's content, and few that a noun makes ("the army's claim").
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.extract.arguments import Arguments
from onrecord.extract.cues import cue_at, is_matter, is_voice, opens_with_that
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import outlets, roles, speech
from onrecord.lexicon.speech import Giver, Speech
from onrecord.model import Span, SpokenSpans

__all__ = ["INHERITED", "Unmarked"]

INHERITED = 0.5
"""The score of an attribution that the network did not make."""
_SPEAKERS = frozenset({"person", "organization", "place"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_IN_TALK = frozenset({"i", "we", "you", "who", "what", "it", "nobody", "none", "one", "people"})
"""Subjects that name no speaker, or the one who is quoted."""
_QUESTION = frozenset({"WP", "WRB", "WDT", "WP$"})
_OF = frozenset({"by", "from", "of"})
_HAVING = frozenset("make issue voice express repeat raise have hold publish release give".split())
_PLAIN = frozenset({"deny", "confirm", "admit", "acknowledge", "dispute", "refute"})
"""Verbs that answer for what happened; plans and bills are rejected too."""


class Unmarked:
    """Finds what `spoken` lacks."""

    def __init__(self, tree: Tree, arguments: Arguments, spoken: Sequence[SpokenSpans]) -> None:
        self._tree = tree
        self._arguments = arguments
        self._cues = [span for each in spoken for span in each.cue]

    def found(self) -> Iterator[SpokenSpans]:
        """The further attributions in text order of their cues."""
        for index, word in enumerate(self._tree.words):
            cue = cue_at(self._tree, index)
            if cue is None:
                continue
            if cue.giver is Giver.OBJECT and word.upos == "VERB":
                yield from self._quoting(index)
            elif self._is_cue(word.span):
                continue
            elif cue.giver is Giver.SUBJECT and word.upos == "VERB":
                yield from chain(self._by_verb(index), self._answer(index, cue.speech))
            elif cue.giver is Giver.AFTER:
                yield from self._by_phrase(index)
            elif word.upos == "NOUN":
                yield from self._by_noun(index)

    def _is_cue(self, span: Span) -> bool:
        return any(cue.overlaps(span) for cue in self._cues)

    def _by_verb(self, index: int) -> Iterator[SpokenSpans]:
        """ "Song said that the mayor had said so": the inner saying."""
        tree = self._tree
        clause = tree.child(index, "ccomp")
        speaker = self._speaker(index)
        if clause is None or speaker is None or _is_negated(tree, index):
            return
        if any(tree.lemma(mark) == "as" for mark in tree.children(index, "mark")):
            return  # "quoted as saying"
        if any(tree.lemma(mark) in ("if", "whether") for mark in tree.children(clause, "mark")):
            return
        if any(tree.words[i].xpos in _QUESTION for i in tree.subtree(clause) if i < clause):
            return
        yield self._made(speaker, tree.words[index].span, self._whole(clause))

    def _speaker(self, index: int) -> int | None:
        """Who speaks by the syntax: a person or body, and none that is no more than "you"."""
        tree = self._tree
        for found in self._arguments.of(index).get("subject", ()):
            known = tree.words[found].entity in _SPEAKERS or tree.words[found].upos == "PROPN"
            known = known or is_voice(tree, found)
            if known and tree.lemma(found) not in _IN_TALK:
                return found
        return None

    def _answer(self, index: int, act: Speech) -> Iterator[SpokenSpans]:
        """ "Rejected the claim that ...", "denied any role in the raid"."""
        tree = self._tree
        plain = tree.lemma(index) in _PLAIN
        if not (plain or act is Speech.DENIES) or tree.child(index, "ccomp", "iobj") is not None:
            return
        speaker = self._speaker(index)
        for thing in self._arguments.of(index).get("object", ()):
            event = plain and tree.words[thing].event is not None
            if speaker is not None and thing != speaker and (event or is_matter(tree, thing)):
                yield self._made(speaker, tree.words[index].span, self._whole(thing))
                return

    def _quoting(self, index: int) -> Iterator[SpokenSpans]:
        """ "The agency quoted a resident as saying that ...", "was quoted by X as saying"."""
        tree = self._tree
        below = [index, *tree.children(index), *self._arguments.of(index).get("object", ())]
        for above in below:
            for saying in tree.children(above, "advcl", "acl", "xcomp", "obl", "ccomp"):
                told = cue_at(tree, saying)
                clause = tree.child(saying, "ccomp", "obj")
                if told is None or told.giver is not Giver.SUBJECT or clause is None:
                    continue
                for speaker in self._arguments.of(index).get("object", ()):
                    if is_voice(tree, speaker) and speaker not in (saying, clause):
                        made = self._made(speaker, tree.words[index].span, self._whole(clause))
                        yield replace(made, cue=(*made.cue, tree.words[saying].span))
                        return

    def _by_phrase(self, index: int) -> Iterator[SpokenSpans]:
        """ "In the view of one officer, ...": the clause that the phrase stands in."""
        tree = self._tree
        found = speech.match(tree.lemmas, index, tree.parts)
        assert found is not None
        speaker = _nominal_from(tree, index + found.length)
        clause = None if speaker is None else tree.clause(speaker)
        if speaker is None or clause is None or clause == speaker:
            return
        last = max(tree.subtree(speaker))
        inside = sorted(i for i in tree.subtree(clause) if tree.words[i].upos != "PUNCT")
        said = [i for i in inside if i > last] or [i for i in inside if i < index]
        if any(tree.is_predicate(i) for i in said):
            phrase = tree.words[index].span.cover(tree.words[index + found.length - 1].span)
            content = tree.words[said[0]].span.cover(tree.words[said[-1]].span)
            yield self._made(speaker, phrase, content)

    def _by_noun(self, index: int) -> Iterator[SpokenSpans]:
        """ "The army's claim that ...", "a report by X that ...", "rumours that ..."."""
        tree = self._tree
        for clause in tree.children(index, "acl", "ccomp"):
            if not opens_with_that(tree, clause):
                continue
            source = self._owner(index)
            cue = tree.words[index].span
            spans = () if source is None else (tree.phrase(source),)
            yield SpokenSpans(spans, (cue,), (self._whole(clause),), INHERITED)

    def _owner(self, index: int) -> int | None:
        """Whose claim it is: "X's", "by X", or the one who makes it."""
        tree = self._tree
        owners = tree.children(index, "nmod:poss")
        owners += [c for c in tree.children(index, "nmod") if tree.case(c) in _OF]
        owner = next((c for c in owners if is_voice(tree, c) or tree.words[c].upos == "PRON"), None)
        if owner is not None:
            return owner
        above = tree.words[index].head
        loose = [c for c in tree.children(above, "obl") if above >= 0 and tree.case(c) == "by"]
        owner = next((c for c in loose if min(tree.subtree(c)) == index + 1), None)
        if owner is not None:  # "rejected the claim by X that", read as "rejected by X"
            return owner
        made = above >= 0 and base(tree.words[index].deprel) == "obj"
        if made and tree.lemma(above) in _HAVING:
            return next(iter(self._arguments.of(above).get("subject", ())), None)
        noun = roles.noun_class(tree.lemma(index))
        return index if noun is not None and not outlets.is_medium(tree.lemma(index)) else None

    def _whole(self, clause: int) -> Span:
        inside = [self._tree.words[i].span for i in self._tree.subtree(clause)]
        return Span(min(s.begin for s in inside), max(s.end for s in inside))

    def _made(self, speaker: int, cue: Span, content: Span) -> SpokenSpans:
        return SpokenSpans((self._tree.phrase(speaker),), (cue,), (content,), INHERITED)


def _nominal_from(tree: Tree, index: int) -> int | None:
    """The head of the nominal that begins at the word."""
    if index >= len(tree.words):
        return None
    current, above = index, tree.words[index].head
    while above > current and tree.words[above].upos not in ("VERB", "AUX"):
        current, above = above, tree.words[above].head
    return current if tree.words[current].upos in _NOMINAL else None


def _is_negated(tree: Tree, index: int) -> bool:
    return any(tree.lemma(c) in ("not", "n't", "never") for c in tree.children(index, "advmod"))
