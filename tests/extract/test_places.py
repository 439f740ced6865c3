"""Which place a name means, with all the others of its report, and what it stands for."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.trees import analysis

from onrecord.extract.places import place_stage, resolve
from onrecord.extract.places.home import home_of
from onrecord.extract.places.peers import peers
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import (
    Analysis,
    Chain,
    Document,
    EntityType,
    Labelled,
    Mention,
    MentionForm,
    Place,
    PlaceUse,
    Precision,
    Reading,
    Span,
)


def spans(text: str, *names: str) -> list[Span]:
    found, begin = [], 0
    for name in names:
        begin = text.index(name, begin)
        found.append(Span(begin, begin + len(name)))
        begin += len(name)
    return found


def countries(gazetteer: Gazetteer, text: str, *names: str) -> list[str | None]:
    return [place.country if place else None for place in places(gazetteer, text, *names)]


def places(gazetteer: Gazetteer, text: str, *names: str) -> list[Place | None]:
    return [each.place for each in resolve(Document("d", text), spans(text, *names), gazetteer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traders left [Niger] for [Agadez] by truck.", ["NE", "NE"]),
        ("The senate of [Niger State], in [Nigeria], met in [Minna].", ["NG", "NG", "NG"]),
        ("[Georgia] closed the pass north of [Gori], police in [Tbilisi] said.", ["GE"] * 3),
        ("Crops in [Georgia] failed; farmers in [Macon] and [Savannah] wait.", ["US"] * 3),
        ("Ama Boateng moved to [Paris], [Texas].", ["US", "US"]),
        ("Judges in [Cordoba], [Spain], and [Cordoba], [Argentina].", ["ES", "ES", "AR", "AR"]),
        ("Boats left [Tripoli] for [Misrata] in [Libya].", ["LY", "LY", "LY"]),
        ("Roads from [Tripoli] to [Sidon] in [Lebanon] are open.", ["LB", "LB", "LB"]),
        ("A fair in [Springfield], [Ill.], drew thousands.", ["US", "US"]),
        ("Envoys of [Georgia] and [Armenia] met in [Geneva].", ["GE", "AM", "CH"]),
    ],
)
def test_the_context_decides(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    names = [part.partition("]")[0] for part in text.split("[")[1:]]
    bare = text.replace("[", "").replace("]", "")
    assert countries(gazetteer, bare, *names) == expected


def test_a_container_picks_the_region(gazetteer: Gazetteer) -> None:
    text = "Lake Osei spoke in Springfield, Missouri, on Sunday."
    (place, _) = places(gazetteer, text, "Springfield", "Missouri")
    assert place is not None and (round(place.lat or 0), round(place.lon or 0)) == (37, -93)


def test_words_say_what_it_is(gazetteer: Gazetteer) -> None:
    def feature(text: str, name: str) -> str | None:
        (place,) = places(gazetteer, text, name)
        return place.feature if place else None

    assert feature("Floods along the Niger River cut the road.", "Niger") == "STM"
    assert feature("The mayor fled the city of Kandahar by night.", "Kandahar") == "PPL"
    assert feature("Clashes spread in Kandahar province.", "Kandahar") == "ADM1"
    assert feature("Voters in Hinds and Rankin counties waited.", "Rankin") == "ADM2"


def test_what_is_not_known_stays_unknown(gazetteer: Gazetteer) -> None:
    assert countries(gazetteer, "A court in Xyrvolost, Ukraine.", "Xyrvolost") == [None]


def test_peoples_are_no_places(gazetteer: Gazetteer) -> None:
    text = "French and Polish teams, and a US team."
    assert countries(gazetteer, text, "French", "Polish", "US") == [None, None, "US"]


def test_how_exact_a_place_is_stands_with_it(gazetteer: Gazetteer) -> None:
    text = "From Algeria: convoys passed In Amenas, Ouargla Province, Tunis, Sousse and the Sahara."
    names = ("Algeria", "In Amenas", "Ouargla Province", "Tunis", "Sahara")
    found = places(gazetteer, text, *names)
    assert [place and place.precision for place in found] == [
        Precision.COUNTRY,
        Precision.NEAR,
        Precision.REGION,
        Precision.EXACT,
        Precision.AREA,
    ]
    assert all(place is not None and place.radius_km for place in found)
    assert found[1] is not None and found[1].name == "In Amenas"


def test_a_publisher_at_home_tips_the_scales(gazetteer: Gazetteer) -> None:
    text = "The council of Hamilton meets on Monday."
    there = Document("d", text, url="https://news.example.nz/1")
    here = Document("d", text, url="https://news.example.ca/1")
    found = [resolve(d, spans(text, "Hamilton"), gazetteer)[0].place for d in (there, here)]
    assert [place.country if place else None for place in found] == ["NZ", "CA"]


@pytest.mark.parametrize(
    ("publisher", "url", "place", "country"),
    [
        ("The Nairobi Star", None, "Nairobi", None),
        (None, "https://www.dailyoaxacanews.mx/a", "Oaxaca", "MX"),
        (None, "http://kansascity.com/x", "Kansas City", None),
        ("oxfordpress.co.uk", None, "Oxford", "GB"),
        (None, None, None, None),
        ("Daily Times", "https://news.example.io", None, None),
    ],
)
def test_a_publisher_has_a_home(
    gazetteer: Gazetteer,
    publisher: str | None,
    url: str | None,
    place: str | None,
    country: str | None,
) -> None:
    home, found = home_of(publisher, url, gazetteer)
    assert found == country
    assert (home[0].name.startswith(place) if place else not home) or place in {
        other.name for other in home
    }


def test_the_stage_takes_toponyms_and_names_of_places_with_their_chains(
    gazetteer: Gazetteer,
) -> None:
    text = "Kenyan engineers left Mombasa for the Kisumu Glass Works; Nakuru slept."
    mombasa, kisumu, works, nakuru = spans(text, "Mombasa", "Kisumu", "Works", "Nakuru")
    kenyan = spans(text, "Kenyan")[0]
    mentions = (
        Mention(kenyan, kenyan, EntityType.NATIONALITY, MentionForm.NAME),
        Mention(mombasa, mombasa, EntityType.PLACE, MentionForm.NAME),
        Mention(kisumu.cover(works), works, EntityType.FACILITY, MentionForm.NAME),
        Mention(nakuru, nakuru, EntityType.PLACE, MentionForm.NAME),
    )
    layer = tuple(Labelled(span, "toponym", 0.9) for span in (kenyan, mombasa, kisumu))
    reading = Reading(
        "d",
        analysis=Analysis(layers={"toponym": layer}),
        mentions=mentions,
        chains=(
            Chain("d:1", EntityType.PLACE, "Mombasa", True, (1,)),
            Chain("d:2", EntityType.FACILITY, "Kisumu Glass Works", True, (2,)),
            Chain("d:3", EntityType.PLACE, "Nakuru", True, (3,)),
        ),
    )
    found = place_stage(gazetteer).run(Document("d", text), reading)
    assert [(p.text, p.chain, p.place and p.place.country) for p in found] == [
        ("Mombasa", "d:1", "KE"),
        ("Kisumu", None, "KE"),
        ("Nakuru", "d:3", "KE"),
    ]
    assert all(p.span.of(text) == p.text for p in found)


def test_proper_nouns_that_all_know_are_places_unless_part_of_another_name(
    gazetteer: Gazetteer,
) -> None:
    text, words, sentences = analysis(
        """
        Uganda Uganda PROPN NNP 2 nsubj
        sent send VERB VBD 0 root
        the the DET DT 5 det
        Kenya Kenya PROPN NNP 5 compound
        Mail Mail PROPN NNP 2 iobj
        a a DET DT 7 det
        note note NOUN NN 2 obj
        """,
        """
        Chad Chad PROPN NNP 2 nsubj
        left leave VERB VBD 0 root
        South South PROPN NNP 4 compound
        Ossetia Ossetia PROPN NNP 2 obj
        for for ADP IN 6 case
        Minsk Minsk PROPN NNP 2 obl
        """,
    )
    chad = spans(text, "Chad")[0]
    reading = Reading(
        "d",
        sentences=sentences,
        analysis=words,
        mentions=(Mention(chad, chad, EntityType.PERSON, MentionForm.NAME),),
    )
    found = place_stage(gazetteer).run(Document("d", text), reading)
    assert [place.text for place in found] == ["Uganda", "South Ossetia", "Minsk"]


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from(["Oslo", "Lima", "us", "Xx", "Lake", "(", ", Mali", "’s"]), max_size=8)
)
def test_every_name_gets_an_answer(gazetteer: Gazetteer, parts: list[str]) -> None:
    text = " ".join(parts)
    names = spans(text, *parts)
    found = resolve(Document("d", text), names, gazetteer)
    assert [located.span for located in found] == names
    assert all(0 <= located.confidence <= 1 and located.reason for located in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards at the [Niger]-[Nigeria] border sleep.", ["NE", "NG"]),
        ("Boats on the [Niger] River pass [Mopti], [Mali].", [None, "ML", "ML"]),
        ("The courthouse in [Tripoli], [Lebanon], is shut.", ["LB", "LB"]),
        ("Roads near [Paris], 170 km from [Dallas], are wet.", ["US", "US"]),
    ],
)
def test_homonyms_go_by_evidence(
    gazetteer: Gazetteer, text: str, expected: list[str | None]
) -> None:
    names = [part.partition("]")[0] for part in text.split("[")[1:]]
    bare = text.replace("[", "").replace("]", "")
    assert countries(gazetteer, bare, *names) == expected


def test_a_capital_is_not_the_region_around_it(gazetteer: Gazetteer) -> None:
    found = places(gazetteer, "Moscow and Kabul sent envoys to Peru.", "Moscow", "Kabul", "Peru")
    assert [place and place.precision for place in found] == [
        Precision.EXACT,
        Precision.EXACT,
        Precision.COUNTRY,
    ]


def test_a_choice_says_what_it_rests_on(gazetteer: Gazetteer) -> None:
    text = "Ama Boateng moved to Paris, Texas."
    (paris, _) = resolve(Document("d", text), spans(text, "Paris", "Texas"), gazetteer)
    assert paris.reason.startswith("rather than Paris, FR: ")
    assert "it lies where the text says" in paris.reason and "\n" not in paris.reason
    assert 0.5 < paris.confidence <= 1


def test_a_quarter_that_no_list_has_is_put_at_its_town(gazetteer: Gazetteer) -> None:
    text = "A house in the Xyrvolost neighborhood in Nairobi burned."
    (quarter, town) = resolve(Document("d", text), spans(text, "Xyrvolost", "Nairobi"), gazetteer)
    assert quarter.place is not None and town.place is not None
    assert (quarter.place.country, quarter.place.precision) == ("KE", Precision.NEAR)
    assert (quarter.place.radius_km or 0) > (town.place.radius_km or 0)


def test_a_body_that_bears_a_name_no_list_has_is_no_place(gazetteer: Gazetteer) -> None:
    text = "The Xyrvolost Brigade met the QRZ in Nairobi."
    brigade, acronym, nairobi = spans(text, "Xyrvolost", "QRZ", "Nairobi")
    whole = Span(brigade.begin, brigade.end + len(" Brigade"))
    layer = tuple(Labelled(span, "toponym", 0.9) for span in (brigade, acronym, nairobi))
    mentions = (
        Mention(whole, whole, EntityType.GROUP, MentionForm.NAME),
        Mention(acronym, acronym, EntityType.ORGANISATION, MentionForm.NAME),
    )
    reading = Reading("d", analysis=Analysis(layers={"toponym": layer}), mentions=mentions)
    found = place_stage(gazetteer).run(Document("d", text), reading)
    assert [located.text for located in found] == ["Nairobi"]


def test_names_in_a_list_are_of_one_kind() -> None:
    def pairs(text: str, *inside: int) -> list[tuple[int, int]]:
        names = [part.partition("]")[0] for part in text.split("[")[1:]]
        bare = text.replace("[", "").replace("]", "")
        return peers(bare, spans(bare, *names), [at in inside for at in range(len(names))])

    assert pairs("[Chad] and [Niger] met in [Geneva].") == [(0, 1)]
    assert pairs("[Chad], [Mali] or the [Gambia]; [Oslo]") == [(0, 1), (0, 2), (1, 2)]
    assert pairs("[Oslo], [Lima]; he left [Rome].") == []
    assert pairs("[Cordoba], [Spain], and [Cordoba], [Argentina] agreed.", 0, 2) == []


@pytest.mark.parametrize(
    ("conllu", "name", "use"),
    [
        (
            """
            Kabul Kabul PROPN NNP 2 nsubj
            rejected reject VERB VBD 0 root
            the the DET DT 4 det
            offer offer NOUN NN 2 obj
            """,
            "Kabul",
            "actor",
        ),
        (
            """
            Envoys envoy NOUN NNS 2 nsubj
            died die VERB VBD 0 root
            in in ADP IN 4 case
            Kabul Kabul PROPN NNP 2 obl
            """,
            "Kabul",
            "place",
        ),
        (
            """
            Kenya Kenya PROPN NNP 2 compound
            troops troop NOUN NNS 3 nsubj
            left leave VERB VBD 0 root
            """,
            "Kenya",
            "actor",
        ),
        (
            """
            States state NOUN NNS 5 nsubj
            that that PRON WDT 3 nsubj
            said say VERB VBD 1 acl:relcl
            so so ADV RB 3 advmod
            include include VERB VBP 0 root
            Chad Chad PROPN NNP 5 obj
            """,
            "Chad",
            "actor",
        ),
        (
            """
            The the DET DT 3 det
            Kisumu Kisumu PROPN NNP 3 compound
            Brigade Brigade PROPN NNP 4 nsubj
            left leave VERB VBD 0 root
            """,
            "Kisumu",
            "name",
        ),
    ],
)
def test_a_name_stands_for_the_place_or_for_who_acts_or_for_nothing(
    gazetteer: Gazetteer, conllu: str, name: str, use: str
) -> None:
    text, words, sentences = analysis(conllu)
    (span,) = spans(text, name)
    layer = (Labelled(span, "toponym", 0.9),)
    wholes = spans(text, "Kisumu Brigade") if "Brigade" in text else []
    reading = Reading(
        "d",
        sentences=sentences,
        analysis=replace(words, layers={"toponym": layer}),
        mentions=tuple(Mention(w, w, EntityType.GROUP, MentionForm.NAME) for w in wholes),
    )
    (found,) = place_stage(gazetteer).run(Document("d", text), reading)
    assert (found.text, found.use) == (name, PlaceUse(use))
    assert found.place is not None
