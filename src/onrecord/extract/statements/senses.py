"""Events and relations that the lexicon's words tell of, their roles filled from the syntax."""

from collections.abc import Iterable

from onrecord.extract.arguments import Slots
from onrecord.extract.statements.context import ACTORS, Context
from onrecord.extract.statements.counts import counted_at
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.fitting import ANYBODY, FITTING, SITES
from onrecord.extract.statements.happening import happening
from onrecord.extract.statements.parties import is_name
from onrecord.extract.syntax import base, is_infinitive
from onrecord.lexicon import events, relations
from onrecord.lexicon.frames import Sense, choose
from onrecord.model import EntityType, Predicate, PredicateFamily, Span

__all__ = ["from_lexicon"]

_SKILLS = frozenset({"learn", "know", "teach", "train", "qualify"})
_BECOMING = frozenset({"become", "remain", "serve", "act", "work"})
_PARTIES = ACTORS | SITES | {EntityType.VEHICLE}
_OPTIONAL_OBJECT = frozenset(
    {
        Predicate.BORN,
        Predicate.DIED,
        Predicate.INJURED,
        Predicate.APPOINTED,
        Predicate.DISMISSED,
        Predicate.EDUCATED_OR_TRAINED,
        Predicate.LEFT,
        Predicate.ROLE,
    }
)
_SENSES = (events.senses, relations.senses)
_MUTUAL = frozenset({Predicate.MERGED_WITH, Predicate.ALLIED_WITH})
_POSTS = frozenset({Predicate.LEADER_OF, Predicate.MEMBER_OF})
_STATES = frozenset({"country", "nation", "state"})
"""Places that act, though a common noun stands for them."""
_THINGS = frozenset({None, EntityType.EVENT, EntityType.DOCUMENT, EntityType.MONEY})
"""What receives nothing, but may be asked for, refused or judged."""
_ACTING = frozenset({"person", "organization"})
"""What the network calls those who act, though the lexicon has no word for them."""
_OVER = frozenset("former ex late one-time erstwhile ousted".split())


def from_lexicon(context: Context) -> Iterable[Draft]:
    """The drafts of every word that has an event or a relation sense that holds."""
    for index in context.readable():
        word = context.tree.words[index]
        upos = "NOUN" if word.upos == "PROPN" else word.upos
        if upos not in ("VERB", "NOUN", "ADJ") or _is_modifier(context, index):
            continue
        lemma = context.tree.lemma(index)
        senses = [known for table in _SENSES if (known := table(lemma, upos))]
        if not senses or _is_skill(context, index):
            continue
        slots = context.arguments.of(index)
        there = context.present(_with_counted(context, slots))
        if upos == "VERB":
            there["amod"] = _modifiers(context, slots.get("object", ()))
            there["when"] = _when(context, index)
            for mark, clause in _gerunds(context, index):
                there.setdefault(mark, set()).add(context.tree.lemma(clause))
        elif upos == "NOUN":
            there["case"] = {context.tree.case(index)}
        for known in senses:
            sense = choose(known, there)
            draft = None if sense is None else _draft(context, index, sense)
            if draft is not None and not _is_telling(context, draft):
                yield draft


def _with_counted(context: Context, slots: Slots) -> Slots:
    """The slots with what numbers count in them: "dozens of shells" are shells."""
    return {slot: (*found, *_counted(context, found)) for slot, found in slots.items()}


def _counted(context: Context, found: Iterable[int]) -> Iterable[int]:
    return (i for each in found if (i := counted_at(context, each)) is not None)


def _is_skill(context: Context, index: int) -> bool:
    """What somebody has learned or knows how to do is not thereby done."""
    word = context.tree.words[index]
    governed = base(word.deprel) in ("xcomp", "ccomp", "advcl") and word.head >= 0
    return (
        governed and is_infinitive(context.tree, index) and context.tree.lemma(word.head) in _SKILLS
    )


def _modifiers(context: Context, nouns: Iterable[int]) -> set[str]:
    """The lemmas before nouns: what gas is fired, which force is used."""
    children = (c for n in nouns for c in context.tree.children(n, "amod", "compound"))
    return {context.tree.lemma(child) for child in children}


def _when(context: Context, index: int) -> set[str]:
    """The lemmas of the clauses that tell what befell at the time: "when their bus overturned"."""
    tree = context.tree
    return {
        tree.lemma(clause)
        for clause in tree.children(index, "advcl")
        if any(tree.lemma(c) in ("when", "after", "as") for c in tree.children(clause))
    }


def _gerunds(context: Context, index: int) -> Iterable[tuple[str, int]]:
    """Clauses that stand as nouns do, each with its preposition: "charged with taking bribes"."""
    tree = context.tree
    for clause in tree.children(index, "advcl"):
        marks = tree.children(clause, "mark") if tree.words[clause].xpos == "VBG" else ()
        yield from ((tree.lemma(mark), clause) for mark in marks)


def _is_telling(context: Context, draft: Draft) -> bool:
    """Whether it is the cue of an attribution: whom the words were told is in the holders."""
    cue = context.tree.words[draft.word].span
    return draft.predicate is Predicate.COMMUNICATED_WITH and any(
        span.contains(cue) for found in context.reading.attributions for span in found.cue
    )


def _is_modifier(context: Context, index: int) -> bool:
    """Words inside a name or before a noun tell nothing: "Fighting Front", "combat aircraft"."""
    if context.tree.words[index].deprel in ("compound", "amod"):
        return context.tree.words[index].upos == "NOUN"
    mention = context.referents.mention_at(index)
    return (
        mention is not None
        and mention.form.value == "name"
        and context.tree.words[index].upos == "PROPN"
    )


def _draft(context: Context, index: int, sense: Sense) -> Draft | None:
    filled = _filled(context, index, sense)
    if sense.predicate.family is PredicateFamily.EVENT:
        return happening(context, index, sense, filled)
    return _relation(context, index, sense, filled)


def _filled(context: Context, index: int, sense: Sense) -> dict[str, tuple[int, ...]]:
    """Role to fillers; the first slot of the frame that has a fitting filler wins its role."""
    slots = context.arguments.of(index)
    roles: dict[str, tuple[int, ...]] = {}
    taken: set[str] = set()
    for slot, role in sense.frame.slots:
        if role in taken:
            continue
        found = _self(context, index) if slot == "self" else slots.get(slot, ())
        if slot == "subject" and not found and sense.frame.role("object") is None:
            found = slots.get("object", ())  # "is engaged in": no voice to undo
        for filler in (_bearer(context, i) for i in found):
            name = _role(context, sense, slot, role, filler)
            if _fits(context, slot, name, filler):
                roles[name] = (*roles.get(name, ()), filler)
                taken.add(role)
    return roles


def _bearer(context: Context, index: int) -> int:
    """Who or what is meant: the person that "an Algerian" stands beside, the X of "town of X"."""
    tree = context.tree
    word = tree.words[index]
    if base(word.deprel) == "appos" and context.type_at(index) is EntityType.NATIONALITY:
        return word.head
    counted = counted_at(context, index)
    if counted is not None:
        return counted
    if context.named(index) is None and tree.children(index, "cop"):
        called = context.arguments.of(index).get("subject", ())
        return next((i for i in called if tree.lemma(index) == "one" or context.named(i)), index)
    if context.named(index) is None and context.type_at(index) in SITES:
        inside = (c for c in tree.children(index, "nmod") if tree.case(c) == "of")
        names = (c for c in inside if context.referents.place_at(c) is not None)
        return next(names, index)
    return index


def _fits(context: Context, slot: str, role: str, filler: int) -> bool:
    kind = context.type_at(filler)
    if context.is_time(filler):
        return False
    if slot in ("compound", "amod"):
        return is_name(context, filler)
    if role in ("actor", "agent") and kind in SITES:
        return context.tree.words[filler].upos != "NOUN" or context.tree.lemma(filler) in _STATES
    word = context.tree.words[filler]
    if role == "actor" and kind is None and word.upos == "NOUN":
        return word.entity in _ACTING
    if role in ("actor", "recipient"):
        return kind is None or kind in _PARTIES
    return True


def _self(context: Context, index: int) -> tuple[int, ...]:
    """Whom a noun stands for: the name beside it, what it is said of, else itself."""
    tree = context.tree
    word = tree.words[index]
    relation = base(word.deprel)
    if tree.children(index, "cop"):
        return context.arguments.of(index).get("subject", ())
    if relation in ("xcomp", "obj", "obl") and tree.lemma(word.head) in _BECOMING:
        return context.arguments.of(word.head).get("subject", ())
    if relation == "appos":
        return (word.head,)
    if relation == "nsubj" and tree.children(word.head, "cop"):
        return (word.head,)
    if word.deprel in ("compound", "nmod:desc", "flat"):
        is_person = context.type_at(word.head) is EntityType.PERSON
        return (word.head,) if is_person else ()
    if relation == "conj" and not tree.is_predicate(word.head):
        of_first = _self(context, word.head)
        if of_first != (word.head,):
            return of_first
    beside = tree.children(index, "appos", "flat", "nmod:desc")
    return (next((c for c in beside if context.named(c) is not None), index),)


def _role(context: Context, sense: Sense, slot: str, role: str, filler: int) -> str:
    """The role by what fills it: what is no party receives nothing, but is asked for or hit; a
    town before an assault ("the Velm offensive") does not make it."""
    if role == "undergoer":
        return _undergoer(context, filler)
    assault = sense.predicate is Predicate.ASSAULT and slot in ("compound", "poss")
    if assault and role == "actor" and context.type_at(filler) in SITES:
        return role if context.is_country(filler) else "target"
    if role == "recipient" and context.type_at(filler) in _THINGS:
        if context.tree.words[filler].upos == "NOUN":
            asked = any(name == "purpose" for _, name in sense.frame.slots)
            return "purpose" if asked else "target"
    return role


def _undergoer(context: Context, index: int) -> str:
    if context.type_at(index) in ACTORS or context.is_country(index):
        return "recipient"
    return "target"


def _is_tautology(context: Context, index: int, subjects: tuple[int, ...]) -> bool:
    """Whether a noun is said of nobody but itself: "the leader of X" leads X, whoever that is; but
    "three fighters of X" are somebody."""
    if subjects != (index,) or context.named(index) is not None:
        return False
    return not context.tree.is_indefinite(index) or context.referents.chain_at(index) is None


def _relation(
    context: Context, index: int, sense: Sense, filled: dict[str, tuple[int, ...]]
) -> Draft | None:
    """A relation holds between fillers of fitting types, and its subject is somebody known."""
    subjects, objects = FITTING.get(sense.predicate, (ANYBODY, None))
    filled["subject"] = tuple(
        i for i in filled.get("subject", ()) if context.type_at(i) in subjects
    )
    if objects is not None:
        filled["object"] = tuple(
            i for i in filled.get("object", ()) if context.type_at(i) in objects
        )
    filled = {role: indices for role, indices in filled.items() if indices}
    if sense.predicate is Predicate.ALIAS_OF and _is_praise(context, index):
        return None
    if "subject" not in filled or set(filled["subject"]) & set(filled.get("object", ())):
        return None
    if _is_tautology(context, index, filled["subject"]):
        return None
    if "object" not in filled and sense.predicate in _MUTUAL and filled["subject"][1:]:
        filled["subject"], filled["object"] = filled["subject"][:1], filled["subject"][1:]
    if "object" not in filled and sense.predicate not in _OPTIONAL_OBJECT:
        return None
    # What a noun calls somebody does not begin or end with what the sentence tells of them.
    dated = sense.upos != "NOUN" or context.tree.is_predicate(index)
    over = _over(context, index) if sense.predicate in _POSTS else None
    spans = {} if over is None or "title" in filled else {"title": over}
    return Draft(sense.predicate, index, filled, spans=spans, dated=dated, confidence=0.75)


def _is_praise(context: Context, index: int) -> bool:
    """ "Known as one of the best", "known as a good shot": what somebody is, and no name."""
    tree = context.tree
    return any(
        tree.lemma(name) == "one" or any(tree.lemma(d) == "a" for d in tree.children(name, "det"))
        for name in context.arguments.of(index).get("as", ())
    )


def _over(context: Context, index: int) -> Span | None:
    """A noun with the word that says that it is no longer so: "former member"."""
    tree = context.tree
    said = [c for c in tree.children(index, "amod", "compound") if tree.lemma(c) in _OVER]
    return tree.words[said[0]].span.cover(tree.words[index].span) if said else None
