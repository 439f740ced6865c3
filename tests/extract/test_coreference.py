"""Chains of made-up reports: who is who, and above all who is not."""

import pytest
from tests.extract.chained import Report

from onrecord.model import NameSort

OKOYE = "Amara/PROPN/3/nsubj Okoye/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct"
FRONT = "Free/PROPN/3/compound Harbour/PROPN/3/compound Front/PROPN/{head}/{relation}"
NAMES = {"Amara Okoye": "PER", "Free Harbour Front": "ORG"}


def front(head: int, relation: str) -> str:
    """The three words of a group's name."""
    return FRONT.format(head=head, relation=relation)


def test_surname_and_pronoun_join_the_full_name() -> None:
    report = Report(
        OKOYE,
        "Okoye/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        "She/PRON/2/nsubj returned/VERB/0/root ./PUNCT/2/punct",
        names=NAMES | {"Okoye| left": "PER"},
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "Okoye", "She"]
    assert [(n.text, n.sort) for n in report.chain_of("Amara Okoye").names] == [
        ("Amara Okoye", NameSort.NAME),
        ("Okoye", NameSort.SHORT),
    ]


def test_a_surname_of_two_people_is_left_alone() -> None:
    report = Report(
        "Amara/PROPN/5/nsubj Okoye/PROPN/1/flat and/CCONJ/4/cc Chidi/PROPN/1/conj "
        "spoke/VERB/0/root".replace("spoke/VERB/0/root", "Okoye/PROPN/4/flat"),
        "Okoye/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        names={"Amara Okoye": "PER", "Chidi Okoye": "PER"},
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye"]
    assert report.chain("Chidi Okoye") == ["Chidi Okoye"]
    assert report.chain("Okoye") == ["Okoye"]


@pytest.mark.parametrize("pronoun", ["He", "Her", "It"])
def test_pronouns_of_another_kind_do_not_join(pronoun: str) -> None:
    report = Report(
        "Mr/PROPN/2/compound Okoye/PROPN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct",
        f"{pronoun}/PRON/2/nsubj returned/VERB/0/root ./PUNCT/2/punct",
    )
    assert (pronoun in report.chain("Mr Okoye")) is (pronoun == "He")


def test_subject_and_object_are_not_the_same() -> None:
    report = Report(
        OKOYE,
        "Bao/PROPN/3/nsubj Linh/PROPN/1/flat met/VERB/0/root her/PRON/3/obj ./PUNCT/3/punct",
        names=NAMES | {"Bao Linh": "PER"},
    )
    assert "her" not in report.chain("Bao Linh")
    assert "her" in report.chain("Amara Okoye")


def test_acronym_in_brackets() -> None:
    report = Report(
        f"The/DET/4/det {front(8, 'nsubj').replace('/3/compound', '/4/compound')} "
        "(/PUNCT/6/punct FHF/PROPN/4/appos )/PUNCT/6/punct attacked/VERB/0/root",
        "FHF/PROPN/2/nsubj left/VERB/0/root",
        names=NAMES | {"FHF": "ORG"},
    )
    chain = report.chain_of("Free Harbour Front")
    assert report.chain("Free Harbour Front") == ["Free Harbour Front", "FHF", "FHF"]
    assert (chain.name, chain.type.value) == ("Free Harbour Front", "Group")
    assert ("FHF", NameSort.ACRONYM) in [(n.text, n.sort) for n in chain.names]


def test_apposition_and_copula() -> None:
    report = Report(
        "The/DET/2/det mayor/NOUN/7/nsubj ,/PUNCT/4/punct Amara/PROPN/2/appos Okoye/PROPN/4/flat "
        ",/PUNCT/4/punct spoke/VERB/0/root",
        "Bao/PROPN/5/nsubj Linh/PROPN/1/flat is/AUX/5/cop a/DET/5/det lawyer/NOUN/0/root",
        names=NAMES | {"Bao Linh": "PER"},
    )
    assert report.chain("The mayor") == ["The mayor", "Amara Okoye"]
    assert report.chain("a lawyer") == ["Bao Linh", "a lawyer"]


def test_a_denied_copula_joins_nothing() -> None:
    report = Report(
        "Bao/PROPN/6/nsubj Linh/PROPN/1/flat is/AUX/6/cop not/PART/6/advmod a/DET/6/det "
        "lawyer/NOUN/0/root",
        names={"Bao Linh": "PER"},
    )
    assert report.chain("Bao Linh") == ["Bao Linh"]


def test_a_misspelled_surname_joins() -> None:
    report = Report(
        "Samir/PROPN/3/nsubj Barakani/PROPN/1/flat spoke/VERB/0/root",
        "Barakhani/PROPN/2/nsubj left/VERB/0/root",
        names={"Samir Barakani": "PER", "Barakhani": "PER"},
    )
    names = report.chain_of("Barakhani").names
    assert [(n.text, n.sort) for n in names] == [
        ("Samir Barakani", NameSort.NAME),
        ("Barakhani", NameSort.VARIANT),
    ]


def test_other_surnames_do_not_join() -> None:
    report = Report(
        "Samir/PROPN/3/nsubj Petrov/PROPN/1/flat spoke/VERB/0/root",
        "Petrova/PROPN/2/nsubj left/VERB/0/root",
        names={"Samir Petrov": "PER", "Petrova": "PER"},
    )
    assert report.chain("Petrova") == ["Petrova"]


def test_the_group_and_it() -> None:
    report = Report(
        f"{front(4, 'nsubj')} attacked/VERB/0/root a/DET/6/det ship/NOUN/4/obj",
        "The/DET/2/det group/NOUN/3/nsubj denied/VERB/0/root it/PRON/3/obj",
        names=NAMES,
    )
    assert report.chain("Free Harbour Front") == ["Free Harbour Front", "The group"]


def test_followers_are_not_their_leader() -> None:
    report = Report(
        OKOYE,
        "Okoye/PROPN/3/nmod:poss 's/PART/1/case followers/NOUNS/4/nsubj struck/VERB/0/root",
        "They/PRON/2/nsubj left/VERB/0/root",
        names=NAMES | {"Okoye| 's": "PER"},
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "Okoye"]
    assert report.chain("They") == ["Okoye 's followers", "They"]


def test_a_stated_nickname() -> None:
    report = Report(
        OKOYE,
        "Okoye/PROPN/2/nsubj earned/VERB/0/root the/DET/4/det nickname/NOUN/2/obj "
        '"/PUNCT/6/punct Harbourmaster/PROPN/4/appos "/PUNCT/6/punct',
        names=NAMES | {"Okoye| earned": "PER"},
    )
    names = report.chain_of("Amara Okoye").names
    assert ("Harbourmaster", NameSort.NICKNAME) in [(n.text, n.sort) for n in names]
    assert report.chain_of("Amara Okoye").name == "Amara Okoye"


def test_i_is_the_speaker() -> None:
    report = Report(
        '"/PUNCT/3/punct I/PRON/3/nsubj left/VERB/7/ccomp ,/PUNCT/3/punct "/PUNCT/3/punct '
        "Amara/PROPN/8/nsubj Okoye/PROPN/6/flat said/VERB/0/root",
        names=NAMES,
        said=("Amara Okoye", "I left"),
    )
    assert report.chain("I") == ["I", "Amara Okoye"]


def test_a_title_before_a_name_is_taken_up() -> None:
    report = Report(
        "Mayor/PROPN/2/compound Amara/PROPN/4/nsubj Okoye/PROPN/2/flat spoke/VERB/0/root",
        "The/DET/2/det mayor/NOUN/3/nsubj left/VERB/0/root",
        names=NAMES,
    )
    assert report.chain("The mayor") == ["Mayor Amara Okoye", "The mayor"]


def test_the_title_that_fits_is_taken_up() -> None:
    report = Report(
        "Velm/PROPN/2/compound Mayor/PROPN/3/compound Amara/PROPN/5/nsubj Okoye/PROPN/3/flat "
        "met/VERB/0/root Mayor/PROPN/7/compound Leila/PROPN/5/obj Haddad/PROPN/7/flat",
        "The/DET/2/det mayor/NOUN/5/nsubj of/ADP/4/case Velm/PROPN/2/nmod left/VERB/0/root",
        names=NAMES | {"Leila Haddad": "PER", "Velm": "LOC"},
    )
    assert report.chain("The mayor of Velm") == ["Mayor Amara Okoye", "The mayor of Velm"]


HADDAD = "Leila/PROPN/3/nsubj Haddad/PROPN/1/flat listened/VERB/0/root ./PUNCT/3/punct"
TWO = NAMES | {"Leila Haddad": "PER"}


def test_the_network_may_prefer_the_farther_of_two_for_a_pronoun() -> None:
    sentences = (OKOYE, HADDAD, "She/PRON/2/nsubj left/VERB/0/root")
    assert Report(*sentences, names=TWO).chain("She") == ["Leila Haddad", "She"]
    linked = Report(*sentences, names=TWO, same={("Amara Okoye", "She"): 0.9})
    assert linked.chain("She") == ["Amara Okoye", "She"]


def test_a_pronoun_joins_nothing_of_another_kind_however_sure_the_link() -> None:
    report = Report(
        OKOYE,
        "It/PRON/2/nsubj left/VERB/0/root",
        names=NAMES,
        same={("Amara Okoye", "It"): 0.99},
    )
    assert report.chain("It") == ["It"]


def test_a_link_to_a_stray_among_mentions_of_another_counts_for_nothing() -> None:
    report = Report(
        OKOYE,
        "Okoye/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        "She/PRON/2/nsubj returned/VERB/0/root ./PUNCT/2/punct",
        HADDAD,
        "She/PRON/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct",
        names=TWO | {"Okoye| left": "PER"},
        same={("Amara Okoye", "Okoye| left"): 0.9, ("She| returned", "She| smiled"): 0.99},
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "Okoye", "She"]
    assert report.chain("Leila Haddad") == ["Leila Haddad", "She"]


def test_every_mention_that_can_stands_in_one_chain_with_its_first_head_as_id() -> None:
    report = Report(OKOYE, f"{front(4, 'nsubj')} attacked/VERB/0/root", names=NAMES)
    placed = [m for chain in report.reading.chains for m in chain.mentions]
    assert sorted(placed) == list(range(len(report.reading.mentions)))
    for chain in report.reading.chains:
        assert chain.id == f"d:{report.reading.mentions[chain.mentions[0]].head.begin}"


def test_i_is_who_speaks_though_only_a_pronoun_tells_who() -> None:
    report = Report(
        OKOYE,
        "“/PUNCT/3/punct I/PRON/3/nsubj fled/VERB/6/ccomp ”/PUNCT/3/punct she/PRON/6/nsubj "
        "said/VERB/0/root ./PUNCT/6/punct",
        names=NAMES,
        said=("she", "I fled"),
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "I", "she"]


def test_we_in_reported_speech_is_somebody_else() -> None:
    said = (
        "Farmers/NOUNS/2/nsubj said/VERB/0/root that/SCONJ/5/mark we/PRON/5/nsubj fled/VERB/2/ccomp"
    )
    report = Report(said, said=("Farmers", "we fled"))
    assert "we" not in report.chain("Farmers")


def test_a_name_at_birth_has_a_sort_of_its_own() -> None:
    report = Report(
        OKOYE,
        "Okoye/PROPN/3/nsubj:pass was/AUX/3/aux:pass born/VERB/0/root Bao/PROPN/3/xcomp "
        "Linh/PROPN/4/flat ./PUNCT/3/punct",
        names=NAMES | {"Bao Linh": "PER", "Okoye| was": "PER"},
    )
    named = {name.text: name.sort for name in report.chain_of("Amara Okoye").names}
    assert named["Bao Linh"] is NameSort.BIRTH


def test_a_nom_de_guerre_with_what_it_means() -> None:
    report = Report(
        "Amara/PROPN/3/nsubj Okoye/PROPN/1/flat fought/VERB/0/root as/ADP/5/case Simba/PROPN/3/obl "
        ",/PUNCT/9/punct a/DET/9/det nom/NOUN/5/appos de/ADP/8/flat guerre/NOUN/8/flat "
        'meaning/VERB/8/acl "/PUNCT/14/punct the/DET/14/det lion/NOUN/11/obj "/PUNCT/14/punct '
        "./PUNCT/3/punct",
        names=NAMES | {"Simba": "PER"},
    )
    chain = report.chain_of("Amara Okoye")
    assert chain.name == "Amara Okoye"
    told = next(name for name in chain.names if name.text == "Simba")
    assert told.sort is NameSort.NOM_DE_GUERRE
    assert told.gloss is not None and told.gloss.text == "the lion"


def test_a_stated_spelling_is_a_variant() -> None:
    report = Report(
        "Samir/PROPN/8/nsubj Barakani/PROPN/1/flat ,/PUNCT/5/punct also/ADV/5/advmod "
        "spelled/VERB/1/acl Samire/PROPN/5/xcomp Barkany/PROPN/6/flat spoke/VERB/0/root",
        names={"Samir Barakani": "PER", "Samire Barkany": "PER"},
    )
    named = {name.text: name.sort for name in report.chain_of("Samir Barakani").names}
    assert named["Samire Barkany"] is NameSort.VARIANT


def test_who_is_named_in_the_words_does_not_speak_them() -> None:
    report = Report(
        OKOYE,
        HADDAD,
        "“/PUNCT/3/punct Haddad/PROPN/3/nsubj hopes/VERB/9/ccomp that/SCONJ/6/mark "
        "she/PRON/6/nsubj wins/VERB/3/ccomp ”/PUNCT/3/punct She/PRON/9/nsubj said/VERB/0/root",
        names=TWO | {"Haddad| hopes": "PER"},
        said=("She", "“ Haddad hopes that she wins"),
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "She"]
    assert report.chain("Leila Haddad") == ["Leila Haddad", "Haddad", "she"]


def test_who_is_described_in_the_words_does_not_speak_them() -> None:
    words = "The/DET/2/det envoy/NOUN/3/nsubj smoked/VERB/6/ccomp ,/PUNCT/3/punct "
    report = Report(
        OKOYE,
        words + "she/PRON/6/nsubj said/VERB/0/root ./PUNCT/6/punct",
        names=NAMES,
        said=("she", "The envoy smoked"),
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "she"]


def test_it_that_says_something_is_a_body() -> None:
    report = Report(
        f"The/DET/4/det {front(5, 'nsubj')} retreated/VERB/0/root".replace("/3/", "/4/"),
        "It/PRON/2/nsubj added/VERB/0/root that/SCONJ/5/mark nobody/PRON/5/nsubj died/VERB/2/ccomp",
        names=NAMES,
    )
    assert "It" in report.chain("Free Harbour Front")


def test_a_name_and_its_acronym_are_of_one_type() -> None:
    report = Report(
        "Anwar/PROPN/6/nsubj in/IN/3/case Harbour/PROPN/1/nmod (/PUNCT/5/punct AIH/PROPN/3/appos "
        "retreated/VERB/0/root",
        "AIH/PROPN/2/nsubj lost/VERB/0/root",
        names={"Anwar in Harbour": "PER", "AIH": "ORG"},
    )
    kinds = dict(report.mentioned("name"))
    assert kinds["Anwar in Harbour"] == kinds["AIH"] != "Person"
