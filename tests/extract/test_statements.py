"""Statements from hand-built analyses, one mechanism a test."""

from tests.readings import read_rows

from onrecord.model import Factuality, HolderClass, Predicate, Statement, Status

JOINED = """
Ines Ines PROPN NNP 7 nsubj
Okoro Okoro PROPN NNP 1 flat
, , PUNCT , 5 punct
a a DET DT 5 det
teacher teacher NOUN NN 1 appos
, , PUNCT , 5 punct
joined join VERB VBD 0 root
the the DET DT 10 det
Kesh Kesh PROPN NNP 10 compound
Brigade Brigade PROPN NNP 7 obj
. . PUNCT . 7 punct
"""
NAMES = {
    "name": [("Ines Okoro", "PER"), ("Kesh Brigade", "ORG")],
    "mention": [("Ines Okoro", "Person"), ("the Kesh Brigade", "Organisation")],
}
KILLED = """
At at ADP IN 3 case
least least ADJ JJS 1 fixed
four four NUM CD 4 nummod
farmers farmer NOUN NNS 7 nsubj:pass
may may AUX MD 7 aux
be be AUX VB 7 aux:pass
killed kill VERB VBN 0 root
by by ADP IN 10 case
the the DET DT 10 det
police police NOUN NNS 7 obl:agent
"""
DENIED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
denied deny VERB VBD 0 root
that that SCONJ IN 6 mark
she she PRON PRP 6 nsubj
shot shoot VERB VBD 3 ccomp
Bao Bao PROPN NNP 6 obj
Tran Tran PROPN NNP 7 flat
"""
CLAIMED = """
The the DET DT 3 det
Kesh Kesh PROPN NNP 3 compound
Brigade Brigade PROPN NNP 4 nsubj
claimed claim VERB VBD 0 root
responsibility responsibility NOUN NN 4 obj
for for ADP IN 8 case
the the DET DT 8 det
raid raid NOUN NN 5 nmod
"""
CITING = """
Citing cite VERB VBG 7 advcl
border border NOUN NN 3 compound
officials official NOUN NNS 1 obj
, , PUNCT , 1 punct
Agence Agence PROPN NNP 7 nsubj
Kesh Kesh PROPN NNP 5 flat
reported report VERB VBD 0 root
that that SCONJ IN 11 mark
Ines Ines PROPN NNP 11 nsubj
Okoro Okoro PROPN NNP 9 flat
fled flee VERB VBD 7 ccomp
"""


def one(statements: tuple[Statement, ...], predicate: Predicate) -> Statement:
    (found,) = [s for s in statements if s.predicate is predicate]
    return found


def words(statement: Statement, role: str) -> list[str]:
    return [filler.text for filler in statement.roles[role]]


def test_a_relation_and_a_title() -> None:
    text, reading = read_rows(JOINED, layers=NAMES)
    joined = one(reading.statements, Predicate.MEMBER_OF)
    assert (words(joined, "subject"), words(joined, "object")) == (["Ines Okoro"], ["Kesh Brigade"])
    assert words(one(reading.statements, Predicate.ROLE), "title") == ["teacher"]
    assert all(s.quote == s.span.of(text) for s in reading.statements)


def test_an_event_in_the_passive_with_its_toll_and_doubt() -> None:
    _, reading = read_rows(KILLED)
    killed = one(reading.statements, Predicate.ASSAULT)
    assert words(killed, "actor") == ["the police"]
    assert "farmers" in words(killed, "recipient")[0]
    assert killed.certainty.factuality is Factuality.POSSIBLE
    assert killed.magnitudes is not None
    assert (killed.magnitudes["killed"].low, killed.magnitudes["killed"].high) == (4, None)


def test_a_denial_denies_its_content_and_names_the_speaker() -> None:
    layers = {"name": [("Ines Okoro", "PER"), ("Bao Tran", "PER")]}
    _, reading = read_rows(
        DENIED, layers=layers, spoken=[("Ines Okoro", "denied", "that she shot Bao Tran")]
    )
    shot = one(reading.statements, Predicate.ASSAULT)
    assert shot.certainty.factuality is Factuality.CERTAIN_NOT
    assert shot.certainty.status == (Status.DENIED,)
    assert [h.name for h in shot.holders] == ["Ines Okoro", "The Daily Ferry"]
    assert words(one(reading.statements, Predicate.DENIES), "subject") == ["Ines Okoro"]


def test_a_claim_of_responsibility() -> None:
    _, reading = read_rows(CLAIMED, layers={"name": [("Kesh Brigade", "ORG")]})
    claimed = one(reading.statements, Predicate.CLAIMS_RESPONSIBILITY)
    assert words(claimed, "object") == ["the raid"]


def test_who_is_cited_stands_inside_who_reports() -> None:
    layers = {"name": [("Agence Kesh", "ORG"), ("Ines Okoro", "PER")]}
    _, reading = read_rows(
        CITING, layers=layers, spoken=[("Agence Kesh", "reported", "that Ines Okoro fled")]
    )
    held = next(s for s in reading.statements if "fled" in s.quote)
    assert [h.name for h in held.holders] == ["border officials", "Agence Kesh", "The Daily Ferry"]
    assert [h.cls for h in held.holders] == [
        HolderClass.UNNAMED,
        HolderClass.OUTLET,
        HolderClass.OUTLET,
    ]


JOINED_AND_FLED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
joined join VERB VBD 0 root
the the DET DT 6 det
Kesh Kesh PROPN NNP 6 compound
Brigade Brigade PROPN NNP 3 obj
in in ADP IN 8 case
2012 2012 NUM CD 3 obl
and and CCONJ CC 10 cc
fled flee VERB VBD 3 conj
to to ADP IN 12 case
Kenya Kenya PROPN NNP 10 obl
"""


def test_a_time_inside_one_clause_does_not_date_its_fellow() -> None:
    layers = NAMES | {"name": [*NAMES["name"], ("Kenya", "LOC")]}
    _, reading = read_rows(JOINED_AND_FLED, layers=layers)
    joined = one(reading.statements, Predicate.MEMBER_OF)
    assert joined.time is not None
    assert joined.time.text == "2012"
    assert one(reading.statements, Predicate.TRAVELLED_TO).time is None


COORDINATED = """
The the DET DT 2 det
mayor mayor NOUN NN 6 nsubj
and and CCONJ CC 4 cc
Ines Ines PROPN NNP 2 appos
Okoro Okoro PROPN NNP 4 flat
left leave VERB VBD 0 root
. . PUNCT . 6 punct
"""


def test_a_title_before_and_is_somebody_elses() -> None:
    together = COORDINATED.replace("and and CCONJ CC 4 cc", ", , PUNCT , 4 punct")
    for rows, titles in ((COORDINATED, 0), (together, 1)):
        _, reading = read_rows(rows, layers={"name": [("Ines Okoro", "PER")]})
        roles = [s for s in reading.statements if s.predicate is Predicate.ROLE]
        assert len(roles) == titles
