"""Mentions of made-up reports: what is one, how far it reaches, and its type."""

from tests.extract.chained import Report

from onrecord.model import EntityType


def test_a_name_keeps_its_title_and_the_office_is_a_role() -> None:
    report = Report(
        "Police/NOUN/2/nsubj arrested/VERB/0/root Colonel/PROPN/4/compound Amara/PROPN/2/obj "
        "Okoye/PROPN/4/flat ./PUNCT/2/punct"
    )
    assert ("Colonel Amara Okoye", "Person") in report.mentioned("name")
    assert ("Colonel", "Role") in report.mentioned()


def test_an_office_joined_by_hyphens_is_one_title() -> None:
    report = Report(
        "Police/NOUN/2/nsubj met/VERB/0/root president/NOUN/5/compound ~-/PUNCT/3/punct "
        "~elect/NOUN/6/nmod:desc Amara/PROPN/2/obj Okoye/PROPN/6/flat ./PUNCT/2/punct",
        names={"Amara Okoye": "PER"},
    )
    assert ("president-elect Amara Okoye", "Person") in report.mentioned("name")
    assert ("president-elect", "Role") in report.mentioned()


def test_a_description_ends_before_its_relative_clause() -> None:
    report = Report(
        "The/DET/3/det former/ADJ/3/amod diplomat/NOUN/6/nsubj who/PRON/5/nsubj "
        "fled/VERB/3/acl:relcl spoke/VERB/0/root ./PUNCT/6/punct"
    )
    assert ("The former diplomat", "Person") in report.mentioned("description")
    assert ("former diplomat", "Role") in report.mentioned()


def test_a_short_complement_belongs_to_a_description() -> None:
    report = Report(
        "The/DET/2/det leader/NOUN/6/nsubj of/ADP/5/case the/DET/5/det group/NOUN/2/nmod "
        "spoke/VERB/0/root ./PUNCT/6/punct"
    )
    assert ("The leader of the group", "Person") in report.mentioned()
    assert ("the group", "Group") in report.mentioned()


def test_a_description_never_reaches_over_the_verb_that_it_hangs_on() -> None:
    # The first determiner is hung on the wrong noun.
    report = Report(
        "The/DET/7/det guard/NOUN/4/nsubj:pass was/AUX/4/aux:pass beaten/VERB/0/root "
        "by/ADP/7/case the/DET/7/det crowd/NOUN/4/obl ./PUNCT/4/punct"
    )
    assert "the crowd" in {words for words, _ in report.mentioned()}


def test_one_clear_place_settles_the_type_of_a_name_everywhere() -> None:
    report = Report(
        "Dr/PROPN/2/compound Amara/PROPN/4/nsubj Okoye/PROPN/2/flat spoke/VERB/0/root",
        "Okoye/PROPN/2/nsubj left/VERB/0/root",
        "Okoye/PROPN/2/nsubj returned/VERB/0/root",
        names={"Okoye| left": "ORG", "Okoye| returned": "ORG"},
    )
    assert {kind for _, kind in report.mentioned("name")} == {"Person"}


def test_countries_are_places_and_demonyms_nationalities() -> None:
    report = Report(
        "Malian/ADJ/2/amod soldiers/NOUNS/3/nsubj entered/VERB/0/root Niger/PROPN/3/obj "
        "on/ADP/6/case Monday/PROPN/3/obl ./PUNCT/3/punct",
        names={"Niger": "PER"},
    )
    assert ("Niger", "Place") in report.mentioned()
    assert ("Malian", "Nationality") in report.mentioned()
    assert "Monday" not in dict(report.mentioned())


def test_a_body_named_by_a_group_noun_is_a_group() -> None:
    report = Report(
        "Oriel/PROPN/2/compound Brigade/PROPN/3/nsubj attacked/VERB/0/root the/DET/6/det "
        "Harbour/PROPN/6/compound Ministry/PROPN/3/obj",
        names={"Oriel Brigade": "ORG", "Harbour Ministry": "ORG"},
    )
    assert ("Oriel Brigade", "Group") in report.mentioned()
    assert ("Harbour Ministry", "Organisation") in report.mentioned()


def test_particles_and_hyphens_are_part_of_a_name() -> None:
    report = Report(
        "Omar/PROPN/7/nsubj bin/PROPN/1/flat Tahir/PROPN/1/flat al/PROPN/1/flat -/PUNCT/6/punct "
        "Barakhani/PROPN/1/flat fled/VERB/0/root",
        names={"Omar bin Tahir al - Barakhani": "PER"},
    )
    assert report.mentioned("name") == [("Omar bin Tahir al - Barakhani", "Person")]


def test_mentions_stand_in_text_order_with_spans_that_hold_their_heads() -> None:
    report = Report(
        "The/DET/2/det mayor/NOUN/5/nsubj of/ADP/4/case Oriel/PROPN/2/nmod met/VERB/0/root "
        "her/PRON/7/nmod:poss brother/NOUN/5/obj ./PUNCT/5/punct",
        names={"Oriel": "LOC"},
    )
    found = report.reading.mentions
    assert [m.span.begin for m in found] == sorted(m.span.begin for m in found)
    assert all(m.span.contains(m.head) for m in found)
    assert {m.type for m in found} >= {EntityType.PERSON, EntityType.PLACE, EntityType.ROLE}


def test_a_kind_word_is_no_name_for_its_capital() -> None:
    report = Report(
        "The/DET/2/det Ministry/PROPN/3/nsubj closed/VERB/0/root ./PUNCT/3/punct",
        "They/PRON/2/nsubj fled/VERB/0/root from/ADP/4/case East/PROPN/2/obl to/ADP/6/case "
        "West/PROPN/2/obl ./PUNCT/2/punct",
        names={"Ministry": "ORG", "East": "LOC", "West": "LOC"},
    )
    assert not report.mentioned("name")
    assert ("The Ministry", "Organisation") in report.mentioned("description")


def test_a_currency_counted_in_thousands_is_no_name() -> None:
    report = Report(
        "They/PRON/2/nsubj paid/VERB/0/root 90,000/NUM/4/nummod Dorals/PROPN/2/obj",
        names={"Dorals": "PER"},
    )
    assert not report.mentioned("name")


def test_an_office_with_what_it_is_of_stands_before_the_name() -> None:
    report = Report(
        "Minister/PROPN/4/nmod of/ADP/3/case Health/PROPN/1/nmod Amara/PROPN/6/nsubj "
        "Okoye/PROPN/4/flat spoke/VERB/0/root ./PUNCT/6/punct",
        names={"Amara Okoye": "PER"},
    )
    assert any(words.endswith("Amara Okoye") for words, _ in report.mentioned("name"))
    assert not any("of Health" in words for words, _ in report.mentioned("name"))


def test_who_holds_an_office_is_described_and_not_named() -> None:
    report = Report(
        "Foreign/PROPN/2/compound Ministers/PROPN/3/nsubj met/VERB/0/root ./PUNCT/3/punct",
        names={"Foreign Ministers": "PER"},
    )
    assert not report.mentioned("name")


def test_a_gathering_is_an_event() -> None:
    report = Report(
        "The/DET/3/det Oriel/PROPN/3/compound Summit/PROPN/4/nsubj ended/VERB/0/root",
        names={"Oriel Summit": "ORG"},
    )
    assert ("Oriel Summit", "Event") in report.mentioned("name")
