"""People named together, what is said of them all, and what somebody is said to be."""

from tests.extract.chained import Report

from onrecord.model import NameSort

PAIR = (
    "Amara/PROPN/6/nsubj Okoye/PROPN/1/flat and/CCONJ/4/cc Bao/PROPN/1/conj Linh/PROPN/4/flat "
    "left/VERB/0/root ./PUNCT/6/punct"
)
NAMES = {"Amara Okoye": "PER", "Bao Linh": "PER"}


def members(report: Report, words: str) -> list[str]:
    """The names of those whom the chain of `words` means together."""
    name = {chain.id: chain.name for chain in report.reading.chains}
    return [name[each] for each in report.chain_of(words).members]


def test_they_are_those_named_together() -> None:
    report = Report(PAIR, "They/PRON/2/nsubj returned/VERB/0/root", names=NAMES)
    assert members(report, "They") == ["Amara Okoye", "Bao Linh"]
    assert report.chain("Amara Okoye") == ["Amara Okoye"]
    assert not report.chain_of("Amara Okoye").members


def test_the_two_are_those_named_together_and_three_are_not() -> None:
    for count, expected in (("two", ["Amara Okoye", "Bao Linh"]), ("three", [])):
        report = Report(
            PAIR,
            f"The/DET/3/det {count}/NUM/3/nummod ministers/NOUNS/4/nsubj returned/VERB/0/root",
            names=NAMES,
        )
        assert members(report, f"The {count} ministers") == expected


def test_the_other_two_are_others() -> None:
    report = Report(
        PAIR,
        "The/DET/4/det other/ADJ/4/amod two/NUM/4/nummod ministers/NOUNS/5/nsubj came/VERB/0/root",
        names=NAMES,
    )
    assert not members(report, "The other two ministers")


def test_brothers_are_the_names_beside_them() -> None:
    report = Report(
        "The/DET/3/det Diallo/PROPN/3/compound brothers/NOUNS/9/nsubj ,/PUNCT/5/punct "
        "Amadou/PROPN/3/appos and/CCONJ/7/cc Seydou/PROPN/5/conj ,/PUNCT/5/punct "
        "fled/VERB/0/root",
        names={"Diallo": "PER", "Amadou": "PER", "Seydou": "PER"},
    )
    assert members(report, "The Diallo brothers") == ["Amadou", "Seydou"]
    assert "Diallo" not in dict(report.mentioned("name"))


def test_or_names_nobody_together() -> None:
    report = Report(
        PAIR.replace("and/", "or/"), "They/PRON/2/nsubj returned/VERB/0/root", names=NAMES
    )
    assert not members(report, "They")


def test_he_is_not_they() -> None:
    report = Report(
        "They/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
        "He/PRON/2/nsubj stayed/VERB/0/root ./PUNCT/2/punct",
    )
    assert report.chain("They") == ["They"]


def test_his_mother_is_one_with_his_mother() -> None:
    report = Report(
        "Mr/PROPN/2/compound Okoye/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
        "His/PRON/2/nmod:poss mother/NOUN/3/nsubj stayed/VERB/0/root ./PUNCT/3/punct",
        "His/PRON/2/nmod:poss mother/NOUN/3/nsubj wept/VERB/0/root ./PUNCT/3/punct",
    )
    assert report.chain("His mother") == ["His mother", "His mother"]


def test_what_somebody_became_is_said_of_them() -> None:
    report = Report(
        "Amara/PROPN/4/nsubj Okoye/PROPN/1/flat did/AUX/4/aux become/VERB/0/root a/DET/6/det "
        "mayor/NOUN/4/xcomp and/CCONJ/9/cc a/DET/9/det poet/NOUN/6/conj",
        names=NAMES,
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye", "a mayor", "a poet"]


def test_what_somebody_never_became_is_not() -> None:
    report = Report(
        "Amara/PROPN/4/nsubj Okoye/PROPN/1/flat never/ADV/4/advmod become/VERB/0/root a/DET/6/det "
        "mayor/NOUN/4/xcomp",
        names=NAMES,
    )
    assert report.chain("Amara Okoye") == ["Amara Okoye"]


def test_a_place_beside_another_is_another() -> None:
    report = Report(
        "In/ADP/3/case Oriel/PROPN/3/compound municipality/NOUN/7/obl ,/PUNCT/5/punct "
        "Amber/PROPN/3/appos ,/PUNCT/5/punct rained/VERB/0/root",
        names={"Amber": "LOC"},
    )
    assert report.chain("Amber") == ["Amber"]


def test_a_new_name_makes_the_older_a_former_one() -> None:
    report = Report(
        "Lake/PROPN/2/compound Guard/PROPN/4/nsubj:pass was/AUX/4/aux:pass renamed/VERB/0/root "
        "the/DET/7/det Valley/PROPN/7/compound Front/PROPN/4/xcomp",
        names={"Lake Guard": "ORG", "Valley Front": "ORG"},
    )
    chain = report.chain_of("Valley Front")
    assert chain.name == "Valley Front"
    assert ("Lake Guard", NameSort.FORMER) in [(n.text, n.sort) for n in chain.names]
