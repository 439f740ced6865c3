"""From an event's word and the fillers of its frame to a draft: doers, means, mode and count."""

from collections.abc import Iterable, Mapping

from onrecord.extract.statements.context import ACTORS, Context
from onrecord.extract.statements.counts import count, is_nobody
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.parties import parties, reached
from onrecord.extract.syntax import base
from onrecord.extract.verbs import HAPPENING, leads_to
from onrecord.lexicon import events
from onrecord.lexicon.frames import Sense
from onrecord.model import EntityType, Predicate

__all__ = ["happening"]

_BETWEEN = frozenset(
    {
        Predicate.ACCUSE,
        Predicate.AGREE,
        Predicate.AID,
        Predicate.CONCEDE,
        Predicate.REJECT,
        Predicate.REQUEST,
        Predicate.SUPPORT,
        Predicate.THREATEN,
    }
)
"""What says nothing if it does not say who."""
_FORCE = frozenset({Predicate.ASSAULT, Predicate.COERCE})
"""What is done to a thing whoever did it: "several houses were burnt down"."""
_INQUIRY = "investigate"
_MEANS = frozenset({EntityType.WEAPON, EntityType.VEHICLE, EntityType.EVENT})
_OWNING = frozenset({"by", "from", "of"})
"""What leads from a means to who uses it; "gunboats on the river" are not the river's."""
_CIRCUMSTANCES = ("in", "during", "by", "with", "using")
_DEPTH = 1


def happening(
    context: Context, index: int, sense: Sense, filled: Mapping[str, tuple[int, ...]]
) -> Draft | None:
    """An event is on record if somebody or something takes part in it."""
    roles = {role: _each_once(context, found) for role, found in filled.items()}
    if sense.predicate in (Predicate.ASSAULT, Predicate.COERCE):
        roles |= _by_means(context, index, sense, roles)
    further = reached(context, index, sense, roles)
    if further:
        roles["recipient"] = further
    told = [role for role in ("actor", "recipient", "target") if roles.get(role)]
    known = any(
        context.referents.chain_at(i)
        or context.type_at(i) in ACTORS
        or (sense.magnitude and (context.tree.words[i].upos == "NUM" or is_nobody(context, i)))
        for role in told
        for i in roles[role]
    )
    if _is_alone(context, sense, roles):
        return None
    armed = sense.predicate is Predicate.ASSAULT and bool(roles.get("instrument"))
    there = _happens(context, index) or _is_placed(context, index)
    touching = (sense.predicate in _FORCE and not sense.magnitude) or sense.mode == _INQUIRY
    hit = touching and bool(roles.get("target"))
    if not (known or armed or hit) and (sense.predicate in _BETWEEN or not there):
        return None
    victims = roles.get("recipient", ()) or roles.get("actor", ())
    counted = sense.magnitude and victims and not _is_shared(context, index, victims)
    total = count(context, victims) if counted else None
    return Draft(
        sense.predicate,
        index,
        roles,
        mode=sense.mode or _mode(context, index, sense, roles),
        magnitudes={sense.magnitude: total} if sense.magnitude and total else {},
        confidence=0.75 if len(told) > 1 else 0.65,
    )


def _each_once(context: Context, found: tuple[int, ...]) -> tuple[int, ...]:
    """Fillers without those that mean an earlier one: "people, many of them old"."""
    seen: set[str] = set()
    kept = []
    for index in found:
        chain = context.referents.chain_at(index)
        if chain is None or chain.id not in seen:
            kept.append(index)
        if chain is not None:
            seen.add(chain.id)
    return tuple(kept)


def _is_shared(context: Context, index: int, victims: tuple[int, ...]) -> bool:
    """Whether two verbs have the same victims: of "killed or injured six", how many died is not
    told."""
    word = context.tree.words[index]
    fellows = context.tree.children(index, "conj")
    fellows += [word.head] if word.deprel == "conj" else []
    return any(set(victims) <= set(context.arguments.of(i).get("object", ())) for i in fellows)


def _happens(context: Context, index: int) -> bool:
    """Whether a noun is said to happen or be done: "riots broke out", "two arrests were made"."""
    word = context.tree.words[index]
    if base(word.deprel) != "nsubj" or word.upos != "NOUN":
        return False
    lemma = context.tree.lemma(word.head)
    if lemma == "take":
        objects = context.tree.children(word.head, "obj")
        return any(context.tree.lemma(each) == "place" for each in objects)
    return lemma in HAPPENING or leads_to(context.tree, index)


def _is_alone(context: Context, sense: Sense, roles: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether one person alone discusses something: that is no meeting."""
    if sense.predicate is not Predicate.CONSULT or sense.lemma != "discuss":
        return False
    doers = roles.get("actor", ())
    several = len(doers) > 1 or any(context.tree.words[i].xpos == "NNS" for i in doers)
    return not several and not roles.get("recipient")


def _is_placed(context: Context, index: int) -> bool:
    """Whether a noun is set at a known place: "the attacks in Velm"."""
    tree = context.tree
    if tree.words[index].upos != "NOUN":
        return False
    found = (c for c in tree.children(index, "nmod") if tree.case(c) in ("in", "at", "near"))
    return any(context.referents.place_at(child) is not None for child in found)


def _by_means(
    context: Context, index: int, sense: Sense, roles: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """What does not act is the means of who does: "killed by a coalition airstrike"."""
    if sense.upos != "VERB" or sense.frame.role("subject") != "actor" or roles.get("instrument"):
        return {}
    doers = roles.get("actor", ()) or context.arguments.of(index).get("subject", ())
    means = tuple(i for i in doers if _is_means(context, i))
    if not means or len(means) < len(doers):
        return {}
    behind = tuple(p for i in means for p in parties(context, i, _DEPTH, _OWNING))
    vehicles = all(context.type_at(i) is EntityType.VEHICLE for i in means)
    if vehicles and not behind:
        return {}
    victims = roles.get("recipient", ()) + roles.get("target", ())
    return {"instrument": means, "actor": tuple(i for i in behind if i not in victims)}


def _is_means(context: Context, index: int) -> bool:
    """Whether the word is a weapon, a vehicle or an attack, which somebody else uses or makes."""
    if context.is_time(index):
        return False
    kind, lemma = context.type_at(index), context.tree.lemma(index)
    nameless = kind is None and context.tree.words[index].upos == "NOUN"
    told = bool(events.senses(lemma, "NOUN")) or events.mode_of_means([lemma]) is not None
    return kind in _MEANS or (nameless and told)


def _mode(
    context: Context, index: int, sense: Sense, roles: Mapping[str, tuple[int, ...]]
) -> str | None:
    """The mode that an assault's means tell, or the attack in which it befell."""
    if sense.predicate is not Predicate.ASSAULT:
        return None
    slots = context.arguments.of(index)
    around = [i for slot in _CIRCUMSTANCES for i in slots.get(slot, ())]
    around += [c for c in context.tree.children(index, "advcl") if _is_in(context, c)]
    words = [*roles.get("instrument", ()), *roles.get("actor", ()), *around]
    return events.mode_of_means([lemma for i in words for lemma in _lemmas(context, i)])


def _is_in(context: Context, clause: int) -> bool:
    """Whether "in" opens it: "killed in police firing", read as a clause."""
    marks = context.tree.children(clause, "mark", "case")
    return any(context.tree.lemma(mark) == "in" for mark in marks)


def _lemmas(context: Context, index: int) -> Iterable[str]:
    """The lemmas of a noun with what stands before it."""
    tree = context.tree
    before = tree.children(index, "amod", "compound", "nsubj")
    told = [i for i in sorted((*before, index)) if i <= index]
    return [
        tree.words[i].text.lower() if tree.words[i].xpos == "VBG" else tree.lemma(i) for i in told
    ]
