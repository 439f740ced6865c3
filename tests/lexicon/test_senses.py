"""The tables of events and relations: sound as tables, and right where it can be told."""

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import events, relations
from onrecord.lexicon.frames import (
    ROLES,
    Frame,
    Requirement,
    Sense,
    choose,
    frame,
    load_senses,
)
from onrecord.lexicon.tables import rows
from onrecord.model import EntityType, Predicate, PredicateFamily

TABLES = ("events", "relations")
ALL = [sense for table in TABLES for senses in load_senses(table).values() for sense in senses]
SLOTS = frozenset(
    "subject object iobject complement infinitive poss compound amod particle modifier self bare "
    "when case".split()
)
PREPOSITIONS = frozenset(
    "of on upon at against into in to from for with by as over out of under near outside between "
    "among using alongside behind beside about inside".split()
) | {"out of", "away from", "in front of"}

MAGNITUDES = (None, "killed", "injured", "abducted", "detained", "displaced")


def event(lemma: str, upos: str, **present: Collection[str]) -> Sense | None:
    return choose(events.senses(lemma, upos), present)


def relation(lemma: str, upos: str, **present: Collection[str]) -> Sense | None:
    return choose(relations.senses(lemma, upos), present)


@pytest.mark.parametrize(
    ("table", "family"),
    [("events", PredicateFamily.EVENT), ("relations", PredicateFamily.RELATION)],
)
def test_every_predicate_of_the_family_has_words(table: str, family: PredicateFamily) -> None:
    told = {sense.predicate for senses in load_senses(table).values() for sense in senses}
    assert told == {predicate for predicate in Predicate if predicate.family is family}


def test_every_mode_of_the_scheme_has_words_and_no_other_is_used() -> None:
    used = {(sense.predicate, sense.mode) for sense in ALL if sense.mode}
    known = {(type_, mode) for type_, modes in events.modes().items() for mode in modes}
    assert used == known


@pytest.mark.parametrize("table", TABLES)
def test_no_two_senses_hold_in_the_same_surroundings(table: str) -> None:
    for key, senses in load_senses(table).items():
        needs = [sense.requires for sense in senses]
        assert len(set(needs)) == len(needs), key


def test_senses_are_well_formed() -> None:
    types = {str(type_) for type_ in EntityType}
    for sense in ALL:
        assert sense.lemma and sense.lemma == sense.lemma.lower().strip()
        assert sense.upos in ("VERB", "NOUN", "ADJ"), sense
        assert sense.magnitude in MAGNITUDES, sense
        for need in sense.requires:
            assert need.slot in SLOTS | PREPOSITIONS, sense
            assert all(word in types for word in need.words if word != word.lower()), sense


def test_frames_use_known_slots_and_roles_once_each_and_are_used() -> None:
    named = {name for name, _ in rows("frames", 2)}
    assert named == {sense.frame.name for sense in ALL}
    for name in named:
        slots = [slot for slot, _ in frame(name).slots]
        assert len(set(slots)) == len(slots), name
        assert set(slots) <= SLOTS | PREPOSITIONS, name
        assert {role for _, role in frame(name).slots} <= ROLES, name


def test_a_frame_gives_the_role_of_a_slot() -> None:
    one = Frame("one", (("subject", "actor"), ("of", "recipient")))
    assert (one.role("of"), one.role("object")) == ("recipient", None)


@pytest.mark.parametrize(
    ("words", "barred", "present", "holds"),
    [
        ({"down"}, False, {"object": {"down"}}, True),
        ({"down"}, False, {"object": {"up"}}, False),
        ({"down"}, True, {"object": {"up"}}, True),
        ({"down"}, True, {}, True),
        ({"+"}, False, {"object": {"up"}}, True),
        ({"+"}, False, {}, False),
        ({"-"}, False, {}, True),
        ({"-"}, False, {"object": {"up"}}, False),
        ({"-", "up"}, False, {"object": {"up"}}, True),
        ({"-", "up"}, True, {}, False),
    ],
)
def test_a_requirement(
    words: set[str], barred: bool, present: Mapping[str, Collection[str]], holds: bool
) -> None:
    assert Requirement("object", frozenset(words), barred).holds(present) is holds


def test_a_modifier_is_a_compound_or_an_adjective() -> None:
    need = Requirement("modifier", frozenset({"hunger"}))
    assert need.holds({"compound": ["hunger"]}) and need.holds({"amod": ["hunger"]})


@given(
    st.dictionaries(st.sampled_from(["object", "on", "particle"]), st.sets(st.text()), max_size=3)
)
def test_what_is_chosen_holds(present: dict[str, set[str]]) -> None:
    for lemma in ("fire", "strike", "take", "set"):
        sense = choose(events.senses(lemma, "VERB"), present)
        assert sense is None or all(need.holds(present) for need in sense.requires)


@pytest.mark.parametrize(
    ("sense", "type_", "mode"),
    [
        (event("murder", "VERB"), "ASSAULT", "targeted"),
        (event("gun", "VERB", particle=["down"]), "ASSAULT", "firearms"),
        (event("take", "VERB", complement=["hostage"]), "ASSAULT", "abduct"),
        (event("arrest", "VERB", object=["Person"]), "COERCE", "arrest"),
        (event("strike", "VERB", subject=["nurse"]), "PROTEST", "strike"),
        (event("strike", "NOUN", compound=["hunger"]), "PROTEST", "hunger"),
        (event("strike", "NOUN", on=["Place"]), "ASSAULT", None),
        (event("strike", "VERB", subject=["earthquake"], object=["town"]), "DISASTER", None),
        (event("withdraw", "VERB", object=["troop"]), "RETREAT", "withdraw"),
        (event("law", "NOUN", amod=["martial"]), "COERCE", "martial-law"),
        (event("sign", "VERB", object=["treaty"]), "SUPPORT", None),
        (event("rip", "VERB", subject=["Person"], object=["Person"]), "ACCUSE", "disapprove"),
        (event("commit", "VERB", to=["truce"]), "AGREE", None),
        (event("vote", "VERB", against=["bill"]), "REJECT", "change"),
        (event("drop", "VERB", object=["bomb"]), "ASSAULT", "aerial"),
        (event("turn", "VERB", particle=["away"], object=["boat"]), "REJECT", None),
        (event("strike", "NOUN", by=["coalition"]), "ASSAULT", None),
        (event("strike", "NOUN", by=["nurse"]), "PROTEST", "strike"),
        (event("fire", "VERB", against=["camp"]), "ASSAULT", "firearms"),
        (event("blow", "VERB", particle=["up"], object=["himself"]), "ASSAULT", "suicide-attack"),
        (event("crash", "VERB", subject=["bus"]), "ACCIDENT", None),
        (event("referendum", "NOUN"), "ELECTION", None),
        (event("kill", "VERB", object=["Person"], **{"in": ["crash"]}), "ACCIDENT", None),
        (event("die", "VERB", subject=["Person"], **{"in": ["flood"]}), "DISASTER", None),
        (event("die", "VERB", subject=["Person"], **{"in": ["ambush"]}), "ASSAULT", None),
    ],
)
def test_events_are_told(sense: Sense | None, type_: str, mode: str | None) -> None:
    assert sense is not None
    assert (str(sense.predicate), sense.mode) == (type_, mode)


@pytest.mark.parametrize(
    "sense",
    [
        event("take", "VERB", object=["photograph"]),
        event("strike", "VERB", object=["chord"]),
        event("hold", "VERB", object=["Person"]),
        event("execute", "VERB", object=["plan"]),
        event("attack", "NOUN", compound=["heart"]),
        event("fire", "NOUN"),
        event("die", "VERB", subject=["Person"]),
        event("injure", "VERB", object=["knee"]),
        event("law", "NOUN", amod=["criminal"]),
        event("table", "NOUN"),
    ],
)
def test_what_is_no_event_is_left_alone(sense: Sense | None) -> None:
    assert sense is None


def test_magnitudes_count_those_it_happened_to() -> None:
    assert [
        sense and sense.magnitude
        for sense in (
            event("kill", "VERB"),
            event("wound", "VERB"),
            event("kidnap", "VERB"),
            event("detain", "VERB"),
            event("displace", "VERB", object=["family"]),
        )
    ] == ["killed", "injured", "abducted", "detained", "displaced"]


@pytest.mark.parametrize(
    ("sense", "predicate", "subject", "object_"),
    [
        (relation("lead", "VERB", object=["Group"]), "leader_of", "subject", "object"),
        (relation("founder", "NOUN"), "founder_of", "self", "of"),
        (relation("join", "VERB", object=["Group"]), "member_of", "subject", "object"),
        (relation("defect", "VERB"), "left", "subject", "from"),
        (relation("dismiss", "VERB", object=["Person"]), "dismissed", "object", "from"),
        (relation("bear", "VERB", object=["Person"], **{"in": ["Place"]}), "born", "object", "in"),
        (relation("offshoot", "NOUN"), "split_from", "self", "of"),
        (relation("succeed", "VERB", subject=["Person"], object=["Person"]),
         "predecessor_of", "object", "subject"),
        (relation("successor", "NOUN"), "predecessor_of", "to", "self"),
        (relation("predecessor", "NOUN"), "predecessor_of", "self", "to"),
        (relation("base", "VERB"), "based_in", "object", "in"),
        (relation("smuggle", "VERB", object=["ivory"]), "engaged_in", "subject", "object"),
        (relation("know", "VERB", **{"as": ["Person"]}), "alias_of", "object", "as"),
    ],
)  # fmt: skip
def test_relations_are_told_with_their_ends(
    sense: Sense | None, predicate: str, subject: str, object_: str
) -> None:
    assert sense is not None
    assert str(sense.predicate) == predicate
    assert (sense.frame.role(subject), sense.frame.role(object_)) == ("subject", "object")


def test_running_a_race_leads_nothing() -> None:
    assert relation("run", "VERB", object=["marathon"]) is None
    assert relation("lead", "VERB", object=["discussion"]) is None
