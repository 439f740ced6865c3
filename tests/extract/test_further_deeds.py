"""Parties of events that stand further off: behind a number, a description or a light verb."""

from tests.readings import read_rows

from onrecord.model import Predicate, Statement

SHELLED = """
Kenya Kenya PROPN NNP 2 nsubj
fired fire VERB VBD 0 root
dozens dozen NOUN NNS 2 obj
of of ADP IN 5 case
shells shell NOUN NNS 3 nmod
at at ADP IN 7 case
Uganda Uganda PROPN NNP 2 obl
"""
CARRIED_OUT = """
Kenya Kenya PROPN NNP 2 nsubj
condemned condemn VERB VBD 0 root
an a DET DT 4 det
attack attack NOUN NN 2 obj
that that PRON WDT 7 obj
rebels rebel NOUN NNS 7 nsubj
carried carry VERB VBD 4 acl:relcl
out out ADP RP 7 compound:prt
on on ADP IN 10 case
Uganda Uganda PROPN NNP 7 obl
"""
BY_REBELS = """
Kenya Kenya PROPN NNP 2 nsubj
condemned condemn VERB VBD 0 root
an a DET DT 4 det
attack attack NOUN NN 2 obj
staged stage VERB VBN 4 acl
by by ADP IN 7 case
rebels rebel NOUN NNS 5 obl:agent
"""
ONLY_ONE = """
Kenya Kenya PROPN NNP 5 nsubj
is be AUX VBZ 5 cop
the the DET DT 5 det
only only ADJ JJ 5 amod
one one NOUN NN 0 root
attacking attack VERB VBG 5 acl
Uganda Uganda PROPN NNP 6 obj
"""
ASKED = """
Kenya Kenya PROPN NNP 2 nsubj
pressured pressure VERB VBD 0 root
Uganda Uganda PROPN NNP 2 iobj
to to PART TO 5 mark
leave leave VERB VB 2 xcomp
"""
NATIONS = """
Three three NUM CD 2 nummod
nations nation NOUN NNS 3 nsubj
attacked attack VERB VBD 0 root
Uganda Uganda PROPN NNP 3 obj
"""
HURT = """
Bao Bao PROPN NNP 3 nsubj
Tran Tran PROPN NNP 1 flat
suffered suffer VERB VBD 0 root
injuries injury NOUN NNS 3 obj
"""
COUNTRIES = {"name": [("Kenya", "LOC"), ("Uganda", "LOC")]}


def told(rows: str, predicate: Predicate) -> Statement:
    here = [pair for pair in COUNTRIES["name"] if pair[0] in rows.split()]
    _, reading = read_rows(rows, layers={"name": here})
    (found,) = [s for s in reading.statements if s.predicate is predicate]
    return found


def words(statement: Statement, role: str) -> list[str]:
    return [filler.text for filler in statement.roles.get(role, ())]


def test_what_a_number_counts_decides_what_is_fired() -> None:
    found = told(SHELLED, Predicate.ASSAULT)
    assert (words(found, "actor"), found.mode) == (["Kenya"], "heavy-weapons")


def test_a_relative_clause_may_carry_out_the_deed() -> None:
    found = told(CARRIED_OUT, Predicate.ASSAULT)
    roles = {name: words(found, name) for name in ("actor", "recipient", "target")}
    assert roles["actor"] == ["rebels"]
    assert "Uganda" in roles["recipient"] + roles["target"]


def test_a_participle_may_carry_out_the_deed() -> None:
    assert words(told(BY_REBELS, Predicate.ASSAULT), "actor") == ["rebels"]


def test_the_one_that_does_it_is_who_is_said_to() -> None:
    assert words(told(ONLY_ONE, Predicate.ASSAULT), "actor") == ["Kenya"]


def test_who_is_addressed_is_asked() -> None:
    found = told(ASKED, Predicate.REQUEST)
    assert (words(found, "actor"), words(found, "recipient")) == (["Kenya"], ["Uganda"])


def test_nations_act() -> None:
    assert words(told(NATIONS, Predicate.ASSAULT), "actor") == ["Three nations"]


def test_who_suffers_an_injury_is_hurt() -> None:
    people = {"name": [("Bao Tran", "PER")], "mention": [("Bao Tran", "Person")]}
    _, reading = read_rows(HURT, layers=people)
    (found,) = [s for s in reading.statements if s.predicate is Predicate.INJURED]
    assert words(found, "subject") == ["Bao Tran"]
