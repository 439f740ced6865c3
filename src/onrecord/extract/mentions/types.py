"""What type a name or a noun is: a vote of the network's layers, the lexicon and the context.

All occurrences of a name in one report vote together, and a full name votes for its parts, so that
one clear place ("Dr Amara Okoye") settles the type everywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.extract.mentions.nouns import is_people, is_title, noun_type
from onrecord.extract.mentions.runs import Run
from onrecord.extract.mentions.votes import Votes, cast, from_longer, mean, together, winner
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import names, relations
from onrecord.lexicon.demonym import is_people_word
from onrecord.lexicon.outlets import is_outlet
from onrecord.model import EntityType, Labelled, Predicate, Span

__all__ = ["Typer"]

_LABELS = {
    "name": {
        "PER": EntityType.PERSON,
        "ORG": EntityType.ORGANISATION,
        "LOC": EntityType.PLACE,
    },
    "toponym": {},
    "mention": {
        "Person": EntityType.PERSON,
        "Organisation": EntityType.ORGANISATION,
        "Location": EntityType.PLACE,
        "Nationality": EntityType.NATIONALITY,
        "Weapon": EntityType.WEAPON,
        "Vehicle": EntityType.VEHICLE,
        "MilitaryPlatform": EntityType.VEHICLE,
        "DocumentReference": EntityType.DOCUMENT,
        "Quantity": EntityType.QUANTITY,
        "Money": EntityType.MONEY,
        "Temporal": EntityType.TIME,
    },
}
_LAYER_WEIGHTS = {"name": 1.0, "mention": 0.8, "toponym": 0.7}
_GUM = {
    "person": EntityType.PERSON,
    "organization": EntityType.ORGANISATION,
    "place": EntityType.PLACE,
    "event": EntityType.EVENT,
    "time": EntityType.TIME,
}
_GUM_WEIGHT = 0.7
_NOUN_WEIGHT = 2.0
_VAGUE = frozenset(
    "order front force ring pass wing union resistance opposition figure place site spot field "
    "interior north south east west state network press unit position area head chair".split()
)
_ABSTRACT = frozenset({"abstract", "substance", "event", "time", "animal", "plant"})
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP})
_COUNTED = frozenset({EntityType.QUANTITY, EntityType.MONEY, EntityType.TIME})
_MOVEMENTS = frozenset(
    "movement militia party faction front group brigade brigades battalion gang cartel cell cells "
    "insurgency resistance sect cult tribe clan mafia brotherhood triad syndicate jihad".split()
)
_REBELLIOUS = frozenset(
    "liberation revolutionary revolution resistance jihad jihadist republican salvation rebel "
    "islamic free".split()
)
_OCCASIONS = frozenset(
    "summit dialogue festival championship championships tournament cup olympics war ceremony "
    "marathon expo massacre uprising revolution parade conference award awards prize medal".split()
)
_NAMED_BODIES = frozenset("command exchange banco banque".split())
_SHIPS = frozenset("HMS USS USNS USCGC HMAS HMCS HMNZS INS FS SS MS MV MT RMS RV TCG ARA".split())
_OF_ANYBODY = frozenset(
    {
        Predicate.ALLIED_WITH,
        Predicate.ASSOCIATED_WITH,
        Predicate.FIGHTS,
        Predicate.FUNDS,
        Predicate.PREDECESSOR_OF,
        Predicate.RIVAL_OF,
        Predicate.SUPPLIES,
    }
)
_WHERE = frozenset({"in", "at", "near", "across", "outside", "around"})
_MILITANTS = frozenset(
    "guerrilla guerilla rebel militant fighter insurgent militia militiaman terrorist jihadist "
    "commando gunman cell faction affiliate offshoot".split()
)


class Typer:
    """Types of the names and nouns of one report."""

    def __init__(self, tree: Tree, layers: Mapping[str, Sequence[Labelled]]) -> None:
        self._tree = tree
        self._at: dict[int, list[tuple[str, Labelled]]] = {}
        for name in _LABELS:
            for labelled in layers.get(name, ()):
                for index in tree.words_in(labelled.span):
                    self._at.setdefault(index, []).append((name, labelled))

    def of_runs(self, runs: Sequence[Run], text: str) -> list[tuple[EntityType, float] | None]:
        """For each name its type and the share of the votes it got, None if nobody knows."""
        keys = [names.fold(run.span.of(text)) for run in runs]
        layer: dict[str, list[Votes]] = {}
        cues: dict[str, Votes] = {}
        for key, run in zip(keys, runs, strict=True):
            layer.setdefault(key, []).append(self._layer_votes(run))
            known = cues.setdefault(key, {})
            for kind, weight in self._cues(run):
                known[kind] = max(known.get(kind, 0.0), weight)
        totals = {key: together(mean(layer[key]), cues[key]) for key in layer}
        for outer, inner in _bracketed(runs, text):
            totals[inner] = totals[outer] = together(totals[inner], totals[outer])
        shared = {key: together(totals[key], from_longer(key, totals)) for key in totals}
        return [winner(shared[key]) for key in keys]

    def of_noun(self, index: int) -> tuple[EntityType, float] | None:
        """The type of a description by its head noun; None for what the record has no type for."""
        word = self._tree.words[index]
        votes = {kind: n for kind, n in self._word_votes(index).items() if kind not in _COUNTED}
        known = noun_type(word.lemma.lower(), word.xpos in ("NNS", "NNPS"))
        vague = word.lemma.lower() in _VAGUE and word.entity in _ABSTRACT
        if known is not None and not vague:
            cast(votes, known, _NOUN_WEIGHT)
        return winner(votes)

    def of_pronoun(self, index: int, default: EntityType) -> EntityType | None:
        """The type of "it" or "they" as the network sees it; None for abstract things."""
        entity = self._tree.words[index].entity
        if entity is None:
            return default
        return _GUM.get(entity)

    def _word_votes(self, index: int) -> Votes:
        votes: Votes = {}
        for layer, labelled in self._at.get(index, ()):
            kind = _LABELS[layer].get(labelled.label)
            if layer == "mention" and kind and self._tree.head_of(labelled.span) == index:
                cast(votes, kind, _LAYER_WEIGHTS[layer] * labelled.score)
        entity = _GUM.get(self._tree.words[index].entity or "")
        if entity is not None:
            cast(votes, entity, _GUM_WEIGHT)
        return votes

    def _layer_votes(self, run: Run) -> Votes:
        votes: Votes = {}
        seen: set[tuple[str, Span]] = set()
        for index in run.words:
            for layer, labelled in self._at.get(index, ()):
                if (layer, labelled.span) in seen or not _same_stretch(labelled.span, run.span):
                    continue
                seen.add((layer, labelled.span))
                kind = _LABELS[layer].get(labelled.label)
                if layer == "toponym":
                    kind = EntityType.PLACE
                if kind is not None:
                    cast(votes, kind, _LAYER_WEIGHTS[layer] * labelled.score)
        entity = _GUM.get(self._entity_of(run) or "")
        if entity is not None:
            cast(votes, entity, _GUM_WEIGHT)
        return votes

    def _entity_of(self, run: Run) -> str | None:
        """The network's type of the nominal that the name heads or is part of."""
        for index in (run.head, *run.words):
            if self._tree.words[index].entity is not None:
                return self._tree.words[index].entity
        word = self._tree.words[run.head]
        return self._tree.words[word.head].entity if base(word.deprel) == "flat" else None

    def _cues(self, run: Run) -> Iterator[tuple[EntityType, float]]:
        tree = self._tree
        texts = [tree.words[i].text for i in run.words]
        before = run.words[0] - 1
        if before >= 0 and _is_title_before(tree, before):
            yield EntityType.PERSON, 2.0
        if len(texts) > 1 and names.sex(" ".join(texts)) is not None:
            yield EntityType.PERSON, 0.6
        if self._is_acronym(run):
            yield EntityType.ORGANISATION, 0.8
        if self._calls_a_people(run) and not names.is_acronym(texts[0]):
            yield EntityType.NATIONALITY, 3.0
        if texts[0] in _SHIPS and len(texts) > 1:
            yield EntityType.VEHICLE, 2.5
        if names.is_country(" ".join(texts)):
            yield EntityType.PLACE, 2.0
        elif is_outlet(" ".join(texts)):
            yield EntityType.ORGANISATION, 2.0
        elif before >= 0 and self._stands_where(run, before) and not names.is_acronym(texts[-1]):
            yield EntityType.PLACE, 0.9
        body = self._body_class(run)
        if body is not None:
            vague = body is EntityType.FACILITY or "department" in map(str.lower, texts)
            yield body, 0.5 if vague else 2.5
        yield from self._syntax_cues(run)

    def _is_acronym(self, run: Run) -> bool:
        texts = [self._tree.words[i].text for i in run.words]
        return texts[1:] in ([], ["-", texts[-1]]) and names.is_acronym("".join(texts))

    def _calls_a_people(self, run: Run) -> bool:
        """ "Kurdish", "South Ombarian", "Puerto Ombarians"."""
        texts = [self._tree.words[i].text for i in run.words]
        if is_people_word(" ".join(texts)):
            return True
        last = self._tree.words[run.words[-1]]
        qualified = last.upos == "ADJ" or last.xpos == "NNPS"
        return qualified and len(texts) == 2 and is_people_word(last.text)

    def _stands_where(self, run: Run, before: int) -> bool:
        """Whether "in" or "near" stands before the name, and not before what is the name's."""
        owns = self._tree.words[run.head].deprel == "nmod:poss"
        return not owns and self._tree.words[before].text.lower() in _WHERE

    def _body_class(self, run: Run) -> EntityType | None:
        """The type that a common noun within the name tells of ("... Brigade", "Bank of ...")."""
        words = [self._tree.words[i].text.lower() for i in run.words]
        links = [at for at, word in enumerate(words) if word in ("of", "for", "on")]
        noun = words[links[0] - 1] if links and links[0] else words[-1]
        kind = noun_type(noun) if len(words) > 1 else None
        if len(words) > 1 and not {noun, words[-1]}.isdisjoint(_OCCASIONS):
            return EntityType.EVENT
        if len(words) > 1 and noun in _NAMED_BODIES:
            return EntityType.ORGANISATION
        if kind is EntityType.GROUP and noun not in _MOVEMENTS and _REBELLIOUS.isdisjoint(words):
            return EntityType.ORGANISATION
        return None if kind is EntityType.PERSON else kind

    def _syntax_cues(self, run: Run) -> Iterator[tuple[EntityType, float]]:
        tree, word = self._tree, self._tree.words[run.head]
        top = word.head if base(word.deprel) == "flat" and word.head >= 0 else run.head
        for child in tree.children(top, "appos"):
            yield from self._noun_cue(child, 1.2)
        if base(word.deprel) == "appos" and tree.words[word.head].upos == "NOUN":
            yield from self._noun_cue(word.head, 1.2)
        if base(word.deprel) == "nsubj" and tree.children(word.head, "cop"):
            yield from self._noun_cue(word.head, 1.0)
        if tree.case(run.head) == "for" and tree.lemma(word.head).startswith("spokes"):
            yield EntityType.ORGANISATION, 0.8
        if base(word.deprel) == "compound" and tree.lemma(word.head) in _MILITANTS:
            yield EntityType.GROUP, 1.0
        if base(word.deprel) == "compound" and is_people(tree.lemma(word.head)):
            if self._is_acronym(run) or noun_type(word.text.lower()) in _BODIES:
                yield EntityType.ORGANISATION, 1.0
        if any(tree.words[i].text.lower() == "who" for i in self._relative(top)):
            yield EntityType.PERSON, 0.8

    def _noun_cue(self, index: int, weight: float) -> Iterator[tuple[EntityType, float]]:
        lemma = self._tree.lemma(index)
        kind = noun_type(lemma)
        if kind is None or self._tree.words[index].upos != "NOUN":
            return
        # A rival or an ally may be a person or a body.
        if _OF_ANYBODY.isdisjoint(s.predicate for s in relations.senses(lemma, "NOUN")):
            yield kind, weight

    def _relative(self, index: int) -> Iterator[int]:
        for clause in self._tree.children(index, "acl"):
            yield from self._tree.children(clause, "nsubj")


def _is_title_before(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    text = tree.words[index - 1].text if word.text == "." and index else word.text
    if names.is_title(text):
        return True
    return is_title(word.lemma.lower()) and word.xpos in ("NN", "NNP")


def _bracketed(runs: Sequence[Run], text: str) -> Iterator[tuple[str, str]]:
    """Names with the acronym that stands in brackets after them."""
    for outer, inner in pairwise(runs):
        between = text[outer.span.end : inner.span.begin].strip()
        acronym = inner.span.of(text)
        if between in ("(", "[") and names.is_acronym(acronym) and len(outer.words) > 1:
            yield names.fold(outer.span.of(text)), names.fold(acronym)


def _same_stretch(label: Span, name: Span) -> bool:
    """Whether a label means the name itself: at least half of both is shared."""
    shared = min(label.end, name.end) - max(label.begin, name.begin)
    return 2 * shared >= len(name) and 3 * shared >= len(label)
