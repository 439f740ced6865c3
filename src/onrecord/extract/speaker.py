"""Who speaks: a holder's class, as what and for whom it speaks, how it knows, and how it told.

What a report says of a speaker once holds wherever the speaker comes again: "the spokesman" of the
third paragraph is still the ministry's.
"""

from collections.abc import Iterator

from onrecord.extract.arguments import antecedent
from onrecord.extract.holders import CLASS_OF_TYPE
from onrecord.extract.referents import Referents
from onrecord.extract.syntax import Tree, base
from onrecord.extract.telling import Tellings
from onrecord.lexicon import names, outlets, roles, speech
from onrecord.lexicon.roles import NounClass, NounKind
from onrecord.model import (
    Basis,
    Chain,
    EntityType,
    Evidential,
    Filler,
    Holder,
    HolderClass,
    MentionForm,
    Reading,
    Span,
    Speaker,
)

__all__ = ["Speakers"]

_KIND_TO_CLASS = {
    NounKind.DOCUMENT: HolderClass.DOCUMENT,
    NounKind.GROUP: HolderClass.GROUP,
    NounKind.ORGANISATION: HolderClass.ORGANISATION,
    NounKind.FACILITY: HolderClass.ORGANISATION,
}
_CLASS_TO_SPEAKER = {
    HolderClass.OUTLET: Speaker.MEDIUM,
    HolderClass.DOCUMENT: Speaker.DOCUMENT,
}
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE})
_TITLES = ("compound", "flat", "appos", "amod", "nmod:desc")
_PEOPLE = ("person", "organization")
_OF_MEDIA = ("news", "press", "state", "media", "home", "city", "government")
_ARTICLE = len("the")


class Speakers:
    """Looks up who stands at a source, and what the report tells of them."""

    def __init__(self, tree: Tree, reading: Reading, text: str) -> None:
        self.tree = tree
        self.referents = Referents(tree, reading)
        self._reading = reading
        self._text = text
        self._tellings = Tellings(tree, self.referents, reading, text)
        self._known: dict[str, tuple[Speaker | None, Filler | None]] = {}

    def holder(self, source: Span | None, cue: Span | None) -> Holder:
        """The holder that a source span names; an unnamed one where there is no source."""
        if source is None:
            return Holder("unnamed source", HolderClass.UNNAMED, span=cue, cue=cue)
        tree = self.tree
        first = tree.head_of(source)
        head = None if first is None else self._named_by(first)
        if head is None:
            return self._outside(source, cue)
        phrase = tree.phrase(head)
        words = phrase if head != first or source.contains(phrase) else source
        chain = self.referents.chain_at(head)
        name, cls = words.of(self._text), self._class_of(head, chain)
        if chain is not None and (chain.named or self.referents.is_pronoun(head)):
            name = chain.name if len(chain.name) > _ARTICLE else name
        speaker, affiliation = self._told_of(head, chain)
        if cls is HolderClass.ORGANISATION:  # a body is not the director who is named beside it
            speaker, affiliation = None, None
        return Holder(
            name,
            cls,
            None if chain is None else chain.id,
            words if head != first or (chain is not None and not chain.named) else source,
            cue,
            _CLASS_TO_SPEAKER.get(cls) or speaker,
            affiliation,
            self._basis(head, cue),
            self._tellings.of(cue, chain),
        )

    def _outside(self, source: Span, cue: Span | None) -> Holder:
        """The holder of a source that stands in no sentence (a dateline): who has its name."""
        name = source.of(self._text)
        same = (each for each in self._reading.chains if each.named and each.name in name)
        chain = max(same, key=lambda each: len(each.name), default=None)
        if chain is None or (chain.name != name and chain.type is not EntityType.PERSON):
            person = _after_title(name)
            cls = HolderClass.UNNAMED if person is None else HolderClass.PERSON
            return Holder(person or name, cls, span=source, cue=cue)
        cls = CLASS_OF_TYPE.get(chain.type, HolderClass.UNNAMED)
        return Holder(chain.name, cls, chain.id, span=source, cue=cue)

    def _named_by(self, first: int) -> int:
        """The noun that a source's head stands for: of "who", the noun before it; of a noun beside
        a name ("the minister, Amara Diallo"), the name."""
        tree = self.tree
        head = antecedent(tree, first)
        if base(tree.words[head].deprel) == "acl" and tree.words[head].upos == "VERB":
            # "activists calling for a ban" without the activists, or hung on what they say
            own, above = tree.child(head, "nsubj"), tree.words[head].head
            head = above if own is None else own
        if tree.lemma(first) == "who" and tree.words[head].entity not in _PEOPLE:
            names = (c for c in tree.children(head, "nmod") if tree.words[c].entity in _PEOPLE)
            head = next(names, head)
        if self._has_twin(head):
            return head + 1
        chain = self.referents.chain_at(head)
        if chain is None or not chain.named:
            for beside in tree.children(head, "appos"):
                other = self.referents.chain_at(beside)
                if other is not None and other.named and other.type is EntityType.PERSON:
                    return beside
        return head

    def _has_twin(self, head: int) -> bool:
        """Whether a name follows as the noun's fellow: "the daily Meridian", two subjects."""
        words = self.tree.words
        if words[head].upos != "NOUN" or head + 1 >= len(words):
            return False
        one, other = words[head], words[head + 1]
        return other.upos == "PROPN" and (other.head, other.deprel) == (one.head, one.deprel)

    def resumes(self, index: int) -> HolderClass | None:
        """What a speaker must be to be meant by a word of whom the report tells nothing else: a
        person by "he" or "she", an outlet by "the newspaper". None for any other word."""
        chain = self.referents.chain_at(index)
        if chain is not None and chain.named:
            return None
        mentions = self._reading.mentions
        if self.tree.lemma(index) in ("he", "she"):
            forms = () if chain is None else (mentions[m].form for m in chain.mentions)
            return HolderClass.PERSON if set(forms) <= {MentionForm.PRONOUN} else None
        bare = [self.tree.lemma(i) for i in self.tree.words_in(self.tree.phrase(index))]
        if bare == ["the", self.tree.lemma(index)] and outlets.is_medium(bare[1]):
            return HolderClass.OUTLET
        return None

    def _class_of(self, head: int, chain: Chain | None) -> HolderClass:
        person = chain is not None and chain.type is EntityType.PERSON
        named = self.tree.words[head].upos == "PROPN"
        if head > 0 and self._has_twin(head - 1):
            person = not self._is_medium(head - 1)
        if not person and any(map(self._is_medium, self._titles(head) if named else (head,))):
            return HolderClass.OUTLET
        if chain is not None and chain.named:
            if outlets.is_outlet(chain.name):
                return HolderClass.OUTLET
            return CLASS_OF_TYPE.get(chain.type, HolderClass.UNNAMED)
        lemma = self.tree.lemma(head)
        if chain is not None and self.referents.is_pronoun(head):
            lemma = chain.name.lower().split()[-1]
            if outlets.is_medium(lemma):
                return HolderClass.OUTLET
        noun = roles.noun_class(lemma)
        if noun is None:
            known = chain is not None and chain.type is EntityType.ORGANISATION
            return HolderClass.ORGANISATION if known else HolderClass.UNNAMED
        if noun.kind is NounKind.FIGHTER and self.tree.words[head].xpos == "NNS":
            return HolderClass.GROUP
        return _KIND_TO_CLASS.get(noun.kind, HolderClass.UNNAMED)

    def _is_medium(self, index: int) -> bool:
        """A newspaper, a news agency or an agency; no intelligence agency, no police station."""
        tree = self.tree
        nouns = (c for c in tree.children(index, "compound") if tree.words[c].upos == "NOUN")
        kinds = [tree.lemma(noun) for noun in nouns]
        return outlets.is_medium(tree.lemma(index)) and all(
            outlets.is_medium(kind) or kind in _OF_MEDIA for kind in kinds
        )

    def _told_of(self, head: int, chain: Chain | None) -> tuple[Speaker | None, Filler | None]:
        """As what and for whom the holder speaks, by this mention, else by the chain's others."""
        speaker, affiliation = self._told_at(head)
        if chain is None or (speaker and affiliation):
            return speaker, affiliation
        if chain.id not in self._known:
            mentions = (self._reading.mentions[m].head for m in chain.mentions)
            heads = (self.tree.head_of(span) for span in mentions)
            told = [self._told_at(index) for index in heads if index is not None]
            self._known[chain.id] = (
                next((one for one, _ in told if one), None),
                next((body for _, body in told if body), None),
            )
        known = self._known[chain.id]
        return speaker or known[0], affiliation or known[1]

    def _told_at(self, head: int) -> tuple[Speaker | None, Filler | None]:
        speaker: Speaker | None = None
        affiliation: Filler | None = None
        for index in self._titles(head):
            noun = roles.noun_class(self.tree.lemma(index))
            if noun is None or noun.speaker is None:
                continue
            speaker = speaker or noun.speaker
            affiliation = affiliation or self._body(index, noun) or self._body(head, noun)
        return speaker, affiliation

    def _titles(self, head: int) -> Iterator[int]:
        """The words that may say as what somebody speaks: the noun, what stands before a name, and
        the noun that a name stands beside."""
        yield head
        yield from self.tree.children(head, *_TITLES)
        if base(self.tree.words[head].deprel) in ("appos", "flat", "compound"):
            yield self.tree.words[head].head
        if head > 0 and self._has_twin(head - 1):
            yield head - 1

    def _body(self, index: int, noun: NounClass) -> Filler | None:
        """ "A ministry official", "the mayor's spokesman", "a spokesman for the ministry"."""
        tree = self.tree
        if noun.speaker is Speaker.WITNESS:
            return None
        linked = [c for c in tree.children(index, "nmod") if tree.case(c) in noun.links]
        owners = tree.children(index, "nmod:poss", "compound", "amod")
        for child in (*linked, *owners):
            if self._is_body(child):
                span = self._body_span(child)
                chain = self.referents.chain_at(child)
                return Filler(span.of(self._text), span, chain.id if chain else None)
        return None

    def _is_body(self, index: int) -> bool:
        kind = self.referents.type_at(index)
        if kind is EntityType.NATIONALITY:
            return True
        if kind in _BODIES and self.tree.words[index].upos != "ADJ":
            return True
        noun = roles.noun_class(self.tree.lemma(index))
        if noun is None or self.tree.words[index].upos not in ("NOUN", "PROPN"):
            return False
        return noun.kind in (NounKind.ORGANISATION, NounKind.GROUP, NounKind.FACILITY)

    def _body_span(self, index: int) -> Span:
        mention = self.referents.mention_at(index)
        phrase = self.tree.phrase(index)
        return mention.span.cover(phrase) if mention is not None else phrase

    def _basis(self, head: int, cue: Span | None) -> Basis | None:
        """How the holder knows: by what the report says of it, or by the word of speaking."""
        tree = self.tree
        for clause in tree.children(head, "acl", "amod", "nmod"):
            inside = sorted(tree.subtree(clause))
            for index in inside:
                found = speech.basis(tree.lemmas, index, tree.parts)
                if found is not None and index <= clause + 1:
                    said = [i for i in inside if tree.words[i].upos != "PUNCT"]
                    span = tree.words[said[0]].span.cover(tree.words[said[-1]].span)
                    return Basis(found.value, span.of(self._text), span)
        verb = None if cue is None else tree.head_of(cue)
        return None if verb is None else self._basis_by_cue(verb)

    def _basis_by_cue(self, verb: int) -> Basis | None:
        """ "Saw soldiers fire"; "said, citing intelligence"."""
        tree = self.tree
        for index in (verb, *tree.children(verb, "advcl")):
            found = speech.basis(tree.lemmas, index, tree.parts)
            cited = found is not None and found.value is Evidential.DOCUMENT
            if found is None or (index != verb and not cited):
                continue
            span = tree.words[index].span
            for thing in tree.children(index, "obj") if cited else ():
                span = span.cover(tree.phrase(thing))
            return Basis(found.value, span.of(self._text), span)
        return None


def _after_title(name: str) -> str | None:
    """The person in "Ombarian President Ana Souza"; None where no title stands before a name."""
    words = name.split()
    titles = [n for n, word in enumerate(words[:-1]) if names.is_title(word)]
    rest = words[titles[-1] + 1 :] if titles else []
    return " ".join(rest) if rest and all(word[0].isupper() for word in rest) else None
