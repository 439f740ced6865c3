"""Who is of whose family, and statements on several people named one by one."""

from tests.extract.chained import rows
from tests.readings import read_rows

from onrecord.model import Predicate, Reading, Statement

BROTHERS = (
    "The/DET/3/det Diallo/PROPN/3/compound brothers/NOUNS/8/nsubj ,/PUNCT/5/punct "
    "Amadou/PROPN/3/appos and/CCONJ/7/cc Seydou/PROPN/5/conj left/VERB/0/root ./PUNCT/8/punct"
)


def read(*sentences: str, names: dict[str, str]) -> Reading:
    """The reading of sentences in the short form, the names labelled by the network."""
    layers = {"name": list(names.items())}
    return read_rows(*map(rows, sentences), layers=layers)[1]


def stated(reading: Reading, predicate: Predicate) -> list[Statement]:
    """The statements of one predicate."""
    return [each for each in reading.statements if each.predicate is predicate]


def who(reading: Reading, statement: Statement, role: str) -> list[str]:
    """The names of the chains that fill a role."""
    name = {chain.id: chain.name for chain in reading.chains}
    return [name[filler.chain or ""] for filler in statement.roles.get(role, ())]


def test_his_wife_with_her_name_is_of_his_family() -> None:
    reading = read(
        "Teodor/PROPN/7/nsubj Vasilev/PROPN/1/flat and/CCONJ/5/cc his/PRON/5/nmod:poss "
        "wife/NOUN/1/conj Irina/PROPN/5/appos fled/VERB/0/root ./PUNCT/7/punct",
        names={"Teodor Vasilev": "PER", "Irina": "PER"},
    )
    (found,) = stated(reading, Predicate.FAMILY_OF)
    assert who(reading, found, "subject") == ["Irina"]
    assert who(reading, found, "object") == ["Teodor Vasilev"]
    assert [filler.text for filler in found.roles["title"]] == ["wife"]


def test_kin_without_a_name_state_nothing() -> None:
    reading = read(
        "Teodor/PROPN/3/nsubj Vasilev/PROPN/1/flat fled/VERB/0/root with/ADP/6/case "
        "his/PRON/6/nmod:poss wife/NOUN/3/obl ./PUNCT/3/punct",
        names={"Teodor Vasilev": "PER"},
    )
    assert not stated(reading, Predicate.FAMILY_OF)


def test_brothers_are_each_others() -> None:
    reading = read(BROTHERS, names={"Amadou": "PER", "Seydou": "PER"})
    (found,) = stated(reading, Predicate.FAMILY_OF)
    assert who(reading, found, "subject") + who(reading, found, "object") == ["Amadou", "Seydou"]


def test_what_several_do_and_suffer_is_each_ones() -> None:
    reading = read(
        BROTHERS,
        "They/PRON/2/nsubj flee/VERB/0/root to/ADP/4/case Oriel/PROPN/2/obl ./PUNCT/2/punct",
        "Soldiers/NOUNS/2/nsubj arrest/VERB/0/root them/PRON/2/obj ./PUNCT/2/punct",
        names={"Amadou": "PER", "Seydou": "PER", "Oriel": "LOC"},
    )
    (journey,) = stated(reading, Predicate.TRAVELLED_TO)
    assert who(reading, journey, "subject") == ["Amadou", "Seydou"]
    assert {filler.text for filler in journey.roles["subject"]} == {"They"}
    (arrest,) = stated(reading, Predicate.COERCE)
    assert who(reading, arrest, "recipient") == ["Amadou", "Seydou"]


def test_two_that_merge_are_merged_with_each_other() -> None:
    reading = read(
        "Harbour/PROPN/2/compound League/PROPN/6/nsubj and/CCONJ/5/cc Delta/PROPN/5/compound "
        "Front/PROPN/2/conj merge/VERB/0/root ./PUNCT/6/punct",
        names={"Harbour League": "ORG", "Delta Front": "ORG"},
    )
    (found,) = stated(reading, Predicate.MERGED_WITH)
    assert who(reading, found, "subject") + who(reading, found, "object") == [
        "Harbour League",
        "Delta Front",
    ]


def test_a_former_member_is_one_no_more() -> None:
    reading = read(
        "Omar/PROPN/10/nsubj Diallo/PROPN/1/flat ,/PUNCT/6/punct a/DET/6/det former/ADJ/6/amod "
        "member/NOUN/1/appos of/ADP/9/case Delta/PROPN/9/compound Front/PROPN/6/nmod "
        "spoke/VERB/0/root",
        names={"Omar Diallo": "PER", "Delta Front": "ORG"},
    )
    (found,) = stated(reading, Predicate.MEMBER_OF)
    assert [filler.text for filler in found.roles["title"]] == ["former member"]
