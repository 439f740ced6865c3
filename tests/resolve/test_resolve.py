"""Who is who across reports: what is joined, what is not, and that it can be undone."""

from dataclasses import replace

import pytest

from onrecord.lexicon.globe import distance_km
from onrecord.model import (
    Chain,
    Document,
    Entity,
    EntityType,
    Gloss,
    Judgement,
    Mention,
    MentionForm,
    Name,
    NameGloss,
    NameSort,
    Opinion,
    Place,
    Precision,
    Reading,
    Span,
)
from onrecord.resolve import Candidate, candidates, entities, judge
from onrecord.resolve.block import REACH, keys

PERSON, GROUP, ORGANISATION, PLACE = (
    EntityType.PERSON,
    EntityType.GROUP,
    EntityType.ORGANISATION,
    EntityType.PLACE,
)


def chain_of(
    document: str, name: str, kind: EntityType = PERSON, *, also: tuple[Name, ...] = ()
) -> Chain:
    names = (Name(name, NameSort.NAME, Span(0, len(name))), *also)
    return Chain(f"{document}:0", kind, name, True, (0,), names)


def candidate(
    document: str,
    name: str,
    kind: EntityType = PERSON,
    *,
    also: tuple[Name, ...] = (),
    place: Place | None = None,
    published: str | None = None,
) -> Candidate:
    chain = chain_of(document, name, kind, also=also)
    return Candidate(chain, document, published, chain.names, place)


def place(lat: float, lon: float, geonames_id: int | None = None) -> Place:
    return Place("Tirna", lat, lon, Precision.NEAR, 5.0, "ZZ", geonames_id)


def acronym(text: str) -> tuple[Name, ...]:
    return (Name(text, NameSort.ACRONYM, Span(90, 90 + len(text))),)


def clusters(*known: Candidate, people: tuple[Judgement, ...] = ()) -> list[tuple[str, ...]]:
    found = entities(known, (*judge(known), *people))
    return [tuple(chain.split(":")[0] for chain in entity.chains) for entity in found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nadia Çelik", "NADIA CELIK"),
        ("President Amaru Quispe", "Amaru Quispe"),
        ("Seán O’Doherty", "Sean O'Doherty"),
        ("Ольга Ким", "Olga Kim"),
    ],
)
def test_people_with_the_same_full_name_are_joined(left: str, right: str) -> None:
    assert clusters(candidate("a", left), candidate("b", right)) == [("a", "b")]


def test_a_surname_alone_joins_nobody() -> None:
    assert clusters(candidate("a", "Quispe"), candidate("b", "Quispe")) == [("a",), ("b",)]


def test_a_person_is_known_by_a_full_variant_but_not_by_a_nickname() -> None:
    variant = (Name("Amaru Kispe", NameSort.VARIANT, Span(50, 61)),)
    nickname = (Name("The Quiet Hammer", NameSort.NICKNAME, Span(50, 66)),)
    plainly = keys(candidate("a", "Amaru Quispe"))
    assert keys(candidate("a", "Amaru Quispe", also=variant)) >= plainly | keys(
        candidate("a", "Amaru Kispe")
    )
    assert keys(candidate("a", "Amaru Quispe", also=nickname)) == plainly


def test_what_has_no_name_is_not_joined() -> None:
    drivers = candidate("a", "the two drivers")
    assert not keys(replace(drivers, chain=replace(drivers.chain, named=False)))


def test_a_group_is_known_by_its_acronym() -> None:
    full = candidate("a", "River Defence League", GROUP, also=acronym("RDL"))
    assert clusters(full, candidate("b", "RDL", GROUP)) == [("a", "b")]


def test_one_acronym_of_two_groups_joins_neither() -> None:
    left = candidate("a", "River Defence League", GROUP, also=acronym("RDL"))
    right = candidate("b", "Rural Drivers' Lobby", GROUP, also=acronym("RDL"))
    (judgement,) = judge((left, right))
    assert judgement.opinion is Opinion.UNSURE
    assert clusters(left, right) == [("a",), ("b",)]


def test_a_person_and_a_group_of_one_name_are_two() -> None:
    person, group = candidate("a", "Amal Tirna"), candidate("b", "Amal Tirna", GROUP)
    assert clusters(person, group) == [("a",), ("b",)]


def test_types_that_differ_speak_against_joining() -> None:
    group, town = candidate("a", "Amal Tirna", GROUP), candidate("b", "Amal Tirna", PLACE)
    (judgement,) = judge((group, town))
    assert any(each.startswith("of two kinds: Group and Place (-") for each in judgement.reasons)


def test_a_group_may_be_called_an_organisation() -> None:
    left, right = (
        candidate(each, "The Tirna Front", kind)
        for each, kind in (("a", GROUP), ("b", ORGANISATION))
    )
    assert clusters(left, right) == [("a", "b")]


def test_places_far_apart_are_different() -> None:
    north, south = (
        candidate("a", "Tirna", PLACE, place=place(10, 10)),
        candidate("b", "Tirna", PLACE, place=place(-10, 10)),
    )
    (judgement,) = judge((north, south))
    assert judgement.opinion is Opinion.DIFFERENT
    assert judgement.reasons[0].startswith("the two places are 2224 km apart")


@pytest.mark.parametrize("other", [place(10.1, 10), place(60, 60, 7), None])
def test_places_are_joined_where_nothing_speaks_against_it(other: Place | None) -> None:
    left = candidate("a", "Tirna", PLACE, place=place(10, 10, 7))
    right = candidate("b", "Tirna", PLACE, place=other)
    assert clusters(left, right) == [("a", "b")]


def test_a_third_report_goes_with_the_place_it_means() -> None:
    north, south, again = (
        candidate("a", "Tirna", PLACE, place=place(10, 10)),
        candidate("b", "Tirna", PLACE, place=place(-10, 10)),
        candidate("c", "Tirna", PLACE, place=place(-10.05, 10)),
    )
    assert clusters(north, south, again) == [("a",), ("b", "c")]


def test_a_name_in_many_reports_needs_about_as_many_judgements() -> None:
    many = [candidate(f"d{number:03}", "Amaru Quispe") for number in range(100)]
    assert len(judge(many)) == sum(min(number, REACH) for number in range(100))
    assert len(clusters(*many)) == 1


def test_the_distance_is_that_on_the_globe() -> None:
    apart = distance_km(place(51.5, -0.12), place(48.86, 2.35))
    assert apart == pytest.approx(343, abs=2)


def test_a_persons_word_undoes_what_the_program_joined() -> None:
    left, right = candidate("a", "Amaru Quispe"), candidate("b", "Amaru Quispe")
    word = Judgement("a:0", "b:0", Opinion.DIFFERENT, "Noor", 1.0, (), "2026-01-02T10:00:00Z")
    assert clusters(left, right, people=(word,)) == [("a",), ("b",)]
    again = replace(word, opinion=Opinion.SAME, at="2026-01-03T10:00:00Z")
    assert clusters(left, right, people=(word, again)) == [("a", "b")]


def entity_of(*known: Candidate) -> Entity:
    (entity,) = entities(known, judge(known))
    return entity


def test_an_entity_is_named_after_its_first_report() -> None:
    late = candidate("a", "Amaru Quispe", published="2026-02-01")
    early = candidate("b", "Amaru Quispe", published="2026-01-01")
    undated = candidate("0", "Amaru Quispe")
    assert entity_of(late, early, undated).id == "b:0"
    assert entity_of(late, early, undated).chains == ("b:0", "a:0", "0:0")


def test_an_entity_gathers_names_with_their_mentions() -> None:
    short = (
        Name("Quispe", NameSort.SHORT, Span(40, 46)),
        Name("Quispe", NameSort.SHORT, Span(60, 66)),
    )
    entity = entity_of(
        candidate("a", "Amaru Quispe", also=short),
        candidate("b", "AMARU QUISPE"),
        candidate("c", "Amaru Quispe"),
    )
    assert entity.name == "Amaru Quispe"
    assert [(name.text, name.count) for name in entity.names] == [
        ("Amaru Quispe", 2),
        ("AMARU QUISPE", 1),
        ("Quispe", 2),
    ]
    assert entity.names[2].mentions == ("a:40-46", "a:60-66")


def test_type_and_place_are_chosen_by_vote() -> None:
    group, one, two = (
        candidate("a", "Tirna Front", GROUP),
        candidate("b", "Tirna Front", ORGANISATION),
        candidate("c", "Tirna Front", ORGANISATION),
    )
    assert entity_of(group, one, two).type is ORGANISATION
    here = place(10, 10)
    assert (
        entity_of(candidate("a", "Tirna", PLACE), candidate("b", "Tirna", PLACE, place=here)).place
        == here
    )


def test_a_name_counts_as_often_as_it_stands_in_the_text() -> None:
    text = "Amaru Quispe fell. Quispe rose. He ran. Mr. Quispe's car stood still."
    spans = [Span(0, 12), Span(19, 25), Span(32, 34), Span(40, 52)]
    forms = [MentionForm.NAME, MentionForm.NAME, MentionForm.PRONOUN, MentionForm.NAME]
    mentions = tuple(
        Mention(span, span, PERSON, form) for span, form in zip(spans, forms, strict=True)
    )
    names = (
        Name("Amaru Quispe", NameSort.NAME, spans[0]),
        Name("Quispe", NameSort.SHORT, spans[1]),
    )
    chain = Chain("a:0", PERSON, "Amaru Quispe", True, (0, 1, 2, 3), names)
    reading = Reading("a", mentions=mentions, chains=(chain,))
    (entity,) = entities(candidates(Document("a", text), reading), ())
    assert [(name.text, name.mentions) for name in entity.names] == [
        ("Amaru Quispe", ("a:0-12",)),
        ("Quispe", ("a:19-25", "a:44-50")),
    ]


def test_what_a_name_is_said_to_mean_is_kept_with_where_it_stands() -> None:
    gloss = Gloss("the rhino", Span(70, 79))
    also = (Name("Kifaru", NameSort.NOM_DE_GUERRE, Span(50, 56), gloss),)
    (entity,) = entities([candidate("a", "Juma Okelo", also=also)], ())
    told = next(name for name in entity.names if name.text == "Kifaru")
    assert told.sort is NameSort.NOM_DE_GUERRE
    assert told.glosses == (NameGloss("the rhino", "a:70-79", "a:50-56"),)
