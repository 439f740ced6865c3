"""Events with their doers, sufferers, means and counts, one mechanism a test."""

import pytest
from tests.readings import read_rows

from onrecord.model import Factuality, Magnitude, Predicate, Statement

REFUSED = """
Kenya Kenya PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
a a DET DT 5 det
Ugandan ugandan ADJ JJ 5 amod
request request NOUN NN 2 obj
"""
DEMANDED = """
Kenya Kenya PROPN NNP 2 nsubj
demanded demand VERB VBD 0 root
that that SCONJ IN 5 mark
Uganda Uganda PROPN NNP 5 nsubj
withdraw withdraw VERB VB 2 ccomp
"""
CUT = """
Kenya Kenya PROPN NNP 2 nsubj
suspended suspend VERB VBD 0 root
aid aid NOUN NN 2 obj
to to ADP IN 5 case
Uganda Uganda PROPN NNP 3 nmod
"""
STRUCK = """
Three three NUM CD 2 nummod
soldiers soldier NOUN NNS 7 nsubj:pass
and and CCONJ CC 5 cc
a a DET DT 5 det
child child NOUN NN 2 conj
were be AUX VBD 7 aux:pass
killed kill VERB VBN 0 root
by by ADP IN 11 case
a a DET DT 11 det
coalition coalition NOUN NN 11 compound
airstrike airstrike NOUN NNS 7 obl:agent
"""
OVERTURNED = """
Guards guard NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
killed kill VERB VBN 0 root
when when ADV WRB 7 advmod
a a DET DT 6 det
bus bus NOUN NN 7 nsubj
overturned overturn VERB VBD 3 advcl
"""
LEARNED = """
Rebels rebel NOUN NNS 3 nsubj
have have AUX VBP 3 aux
learned learn VERB VBN 0 root
to to PART TO 5 mark
fight fight VERB VB 3 xcomp
"""
MUST = """
The the DET DT 2 det
ministry ministry NOUN NN 3 nsubj
said say VERB VBD 0 root
Kenya Kenya PROPN NNP 6 nsubj
must must AUX MD 6 aux
free free VERB VB 3 ccomp
Bao Bao PROPN NNP 6 obj
Tran Tran PROPN NNP 7 flat
"""
STABBED = """
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 root
Bao Bao PROPN NNP 2 obj
Tran Tran PROPN NNP 3 flat
for for SCONJ IN 6 mark
stabbing stab VERB VBG 2 advcl
a a DET DT 8 det
guard guard NOUN NN 6 obj
"""
BARRED = """
Bao Bao PROPN NNP 4 nsubj:pass
Tran Tran PROPN NNP 1 flat
was be AUX VBD 4 aux:pass
denied deny VERB VBN 0 root
a a DET DT 6 det
visa visa NOUN NN 4 obj
"""
MISREAD = """
Officials official NOUN NNS 3 nsubj:pass
have have AUX VBP 3 aux
deported deport VERB VBN 0 root
two two NUM CD 5 nummod
migrants migrant NOUN NNS 3 obj
"""
THOUSANDS = """
Tens ten NOUN NNS 7 nsubj:pass
of of ADP IN 3 case
thousands thousand NOUN NNS 1 nmod
of of ADP IN 5 case
students student NOUN NNS 1 nmod
were be AUX VBD 7 aux:pass
arrested arrest VERB VBN 0 root
"""
OVER_TALKS = """
Kenya Kenya PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
the the DET DT 4 det
idea idea NOUN NN 2 obj
of of ADP IN 6 case
talks talk NOUN NNS 4 nmod
with with ADP IN 8 case
Uganda Uganda PROPN NNP 6 nmod
"""
SEEN_SHOT = """
They they PRON PRP 2 nsubj
killed kill VERB VBD 0 root
and and CCONJ CC 4 cc
injured injure VERB VBD 2 conj
six six NUM CD 6 nummod
guards guard NOUN NNS 4 obj
"""
PEOPLE = {"name": [("Bao Tran", "PER")], "mention": [("Bao Tran", "Person")]}
COUNTRIES = {"name": [("Kenya", "LOC"), ("Uganda", "LOC")]}


def told(
    rows: str, predicate: Predicate, layers: dict[str, list[tuple[str, str]]] | None = None
) -> Statement:
    _, reading = read_rows(rows, layers=layers)
    (found,) = [s for s in reading.statements if s.predicate is predicate]
    return found


def words(statement: Statement, role: str) -> list[str]:
    return [filler.text for filler in statement.roles.get(role, ())]


@pytest.mark.parametrize(
    ("rows", "predicate", "recipient"),
    [
        (REFUSED, Predicate.REJECT, ["Ugandan"]),
        (DEMANDED, Predicate.REQUEST, ["Uganda"]),
        (CUT, Predicate.SANCTION, ["Uganda"]),
    ],
)
def test_who_is_refused_asked_or_cut_off(
    rows: str, predicate: Predicate, recipient: list[str]
) -> None:
    here: list[tuple[str, str]] = [(w, "LOC") for w in ("Kenya", "Uganda") if w in rows.split()]
    names = {"name": here}
    found = told(rows, predicate, names)
    assert (words(found, "actor"), words(found, "recipient")) == (["Kenya"], recipient)


def test_what_kills_without_acting_is_the_means_and_a_list_is_summed() -> None:
    _, reading = read_rows(STRUCK)
    found = next(s for s in reading.statements if s.predicate is Predicate.ASSAULT)
    assert words(found, "instrument") == ["a coalition airstrike"]
    assert words(found, "actor") == ["coalition"]
    assert found.mode == "aerial"
    assert found.magnitudes == {"killed": Magnitude(4, 4, 4)}


def test_who_dies_when_a_bus_overturns_is_not_attacked() -> None:
    _, reading = read_rows(OVERTURNED)
    predicates = {s.predicate for s in reading.statements}
    assert Predicate.ACCIDENT in predicates
    assert Predicate.ASSAULT not in predicates


def test_a_skill_is_no_deed() -> None:
    _, reading = read_rows(LEARNED)
    assert Predicate.ASSAULT not in {s.predicate for s in reading.statements}


def test_what_another_must_do_is_asked_of_them() -> None:
    names = {"name": [("Kenya", "LOC"), ("Bao Tran", "PER")]}
    asked = told(MUST, Predicate.REQUEST, names)
    assert (words(asked, "actor"), words(asked, "recipient")) == (["The ministry"], ["Kenya"])
    assert told(MUST, Predicate.RETREAT, names).certainty.factuality is Factuality.UNCOMMITTED


def test_the_arrested_did_what_they_were_arrested_for() -> None:
    assert words(told(STABBED, Predicate.ASSAULT, PEOPLE), "actor") == ["Bao Tran"]


def test_a_passive_may_keep_its_object() -> None:
    found = told(BARRED, Predicate.REJECT, PEOPLE)
    assert (words(found, "recipient"), words(found, "target")) == (["Bao Tran"], ["a visa"])


def test_the_perfect_with_an_object_is_active_whatever_the_tree_says() -> None:
    found = told(MISREAD, Predicate.COERCE)
    assert (words(found, "actor"), words(found, "recipient")) == (["Officials"], ["two migrants"])


def test_a_word_of_number_counts_those_after_it() -> None:
    found = told(THOUSANDS, Predicate.COERCE)
    assert words(found, "recipient") == ["students"]
    assert found.magnitudes == {"detained": Magnitude(20_000, None, None)}


def test_what_is_refused_has_not_happened() -> None:
    talks = told(OVER_TALKS, Predicate.CONSULT, COUNTRIES)
    assert talks.certainty.factuality is not Factuality.CERTAIN


def test_an_object_told_once_is_that_of_both_verbs_and_counts_neither() -> None:
    _, reading = read_rows(SEEN_SHOT)
    found = [s for s in reading.statements if s.predicate is Predicate.ASSAULT]
    assert [words(s, "recipient") for s in found] == [["six guards"]]
    assert found[0].magnitudes is None
