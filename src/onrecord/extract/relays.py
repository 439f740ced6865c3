"""Who passes words on: the media that quote, carry and are told, and those whom they cite.

The network marks one source for the same words; that the words went through others stands in the
syntax: "quoted by the agency", "told the paper", "citing a source", "in a statement carried by".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.arguments import Arguments, is_passive
from onrecord.extract.cues import TOLD, cue_at, gives_object, heads, is_voice
from onrecord.extract.speaker import Speakers
from onrecord.lexicon import outlets
from onrecord.model import Attribution, Span

__all__ = ["Relays"]

_CARRIED = frozenset("carry publish air broadcast post release run circulate distribute".split())
_HEARING = frozenset({"to", "by", "with"})
_WHERE = frozenset({"in", "on"})


class Relays:
    """Finds the links of a chain that stand around and inside an attribution."""

    def __init__(self, speakers: Speakers, arguments: Arguments) -> None:
        self._speakers = speakers
        self._tree = speakers.tree
        self._arguments = arguments

    def of(self, attribution: Attribution) -> Iterator[Attribution]:
        """Those whom the source cites, the attribution itself, and those who pass it on."""
        inner = list(self._cited(attribution))
        citing = tuple(link.cue[0].cover(link.source[0]) for link in inner)
        yield from inner
        yield replace(attribution, content=attribution.content + citing)
        seen = set(heads(self._tree, attribution.source))
        for source, cue in self._passing(attribution):
            if source not in seen:
                seen.add(source)
                phrase = self._tree.phrase(source)
                yield self._outer(attribution, phrase, self._tree.words[cue].span)

    def _cited(self, attribution: Attribution) -> Iterator[Attribution]:
        """ "Citing officials, the agency reported", "the agency, which cited an official"."""
        tree = self._tree
        under = [c for v in heads(tree, attribution.cue) for c in tree.children(v, "advcl")]
        for head in heads(tree, attribution.source):
            for clause in tree.children(head, "acl", "acl:relcl"):
                if head not in self._arguments.of(clause).get("object", ()):
                    under.append(clause)
        for verb in filter(lambda index: gives_object(tree, index), under):
            cue = tree.words[verb].span
            for cited in self._arguments.of(verb).get("object", ()):
                source = tree.phrase(cited)
                content = tuple(p for p in attribution.content if not p.overlaps(cue.cover(source)))
                if is_voice(tree, cited) and content:
                    holder = self._speakers.holder(source, cue)
                    yield replace(
                        attribution, source=(source,), cue=(cue,), content=content, holder=holder
                    )

    def _passing(self, attribution: Attribution) -> Iterator[tuple[int, int]]:
        """Who passes the words on, and by which word."""
        for verb in heads(self._tree, attribution.cue):
            yield from self._hearing(verb)
            if gives_object(self._tree, verb):
                yield from self._voices(verb, "subject")
        for head in heads(self._tree, attribution.source):
            yield from self._quoting(head)

    def _voices(self, verb: int, slot: str) -> Iterator[tuple[int, int]]:
        found = [i for i in self._arguments.of(verb).get(slot, ()) if is_voice(self._tree, i)]
        for index in found:
            if index + 1 not in found:  # "by the agency SANA" is one
                yield index, verb

    def _hearing(self, verb: int) -> Iterator[tuple[int, int]]:
        """ "Told the daily X", "in an interview with X", "in a statement carried by X"."""
        tree = self._tree
        if cue_at(tree, verb) is None:
            return
        around = tree.children(verb, "iobj")
        if tree.lemma(verb) in TOLD:
            around += tree.children(verb, "obj")
        for child in tree.children(verb, "obl"):
            if tree.case(child) in _HEARING:
                around.append(child)
            if outlets.is_occasion(tree.lemma(child)):
                around += [c for c in tree.children(child, "nmod") if tree.case(c) in _HEARING]
                for clause in tree.children(child, "acl"):
                    if self._carries(clause):
                        told = self._voices(clause, "subject")
                        yield from ((who, by) for who, by in told if self._is_medium(who))
        yield from ((heard, verb) for heard in around if self._is_medium(heard))

    def _quoting(self, head: int) -> Iterator[tuple[int, int]]:
        """ "The minister, quoted by X", "one report, cited in a study"."""
        tree = self._tree
        for clause in tree.children(head, "acl", "acl:relcl", "parataxis"):
            if not self._carries(clause):
                continue
            if head in self._arguments.of(clause).get("object", ()):
                yield from self._voices(clause, "subject")
            for where in tree.children(clause, "obl") if is_passive(tree, clause) else ():
                if tree.case(where) in _WHERE and not self._is_when(where):
                    yield where, clause

    def _carries(self, clause: int) -> bool:
        return cue_at(self._tree, clause) is not None or self._tree.lemma(clause) in _CARRIED

    def _is_when(self, index: int) -> bool:
        return self._tree.words[index].entity == "time" or self._tree.words[index].upos == "NUM"

    def _is_medium(self, index: int) -> bool:
        tree = self._tree
        if outlets.is_medium(tree.lemma(index)) and tree.words[index].xpos != "NNS":
            return True
        chain = self._speakers.referents.chain_at(index)
        return chain is not None and chain.named and outlets.is_outlet(chain.name)

    def _outer(self, attribution: Attribution, source: Span, cue: Span) -> Attribution:
        """The same words in a wider mouth: its content takes in the inner source and cue."""
        return Attribution(
            (source,),
            (cue,),
            (_around((*attribution.source, *attribution.cue, *attribution.content)),),
            self._speakers.holder(source, cue),
            relayed=True,
            confidence=attribution.confidence,
        )


def _around(spans: Iterable[Span]) -> Span:
    inside = list(spans)
    return Span(min(s.begin for s in inside), max(s.end for s in inside))
