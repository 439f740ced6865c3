"""What the tree hangs on another word belongs to the deed, and the doer of a plan to the plan."""

import pytest
from tests.readings import read_rows
from tests.trees import analysis

from onrecord.extract.arguments import Arguments
from onrecord.extract.syntax import Tree
from onrecord.model import Factuality, Predicate, Statement, Status

REFUSAL = """
Asked ask VERB VBN 0 root
about about ADP IN 5 case
Bao Bao PROPN NNP 5 nmod:poss
's 's PART POS 3 case
refusal refusal NOUN NN 1 obl
to to PART TO 7 mark
free free VERB VB 5 acl
men man NOUN NNS 7 obj
"""
PLAN = """
Rebels rebel NOUN NNS 2 nsubj
announced announce VERB VBD 0 root
plans plan NOUN NNS 2 obj
to to PART TO 5 mark
attack attack VERB VB 3 acl
Kesh Kesh PROPN NNP 5 obj
"""
FIRST = """
Troops troop NOUN NNS 4 nsubj
to to PART TO 3 mark
fight fight VERB VB 1 acl
came come VERB VBD 0 root
"""
UNDER = """
Kesh Kesh PROPN NNP 2 nsubj
came come VERB VBD 0 root
under under ADP IN 4 case
attack attack NOUN NN 2 obl
from from ADP IN 6 case
rebels rebel NOUN NNS 2 obl
"""
HELD = """
Talks talk NOUN NNS 2 nsubj
resumed resume VERB VBD 0 root
with with ADP IN 4 case
rebels rebel NOUN NNS 2 obl
"""
FELLOWS = """
Ines Ines PROPN NNP 2 nsubj
advises advise VERB VBZ 0 root
and and CCONJ CC 4 cc
helps help VERB VBZ 2 conj
rebels rebel NOUN NNS 2 obj
"""
DENIED = """
Bao Bao PROPN NNP 4 nsubj:pass
had have AUX VBD 4 aux
been be AUX VBN 4 aux:pass
denied deny VERB VBN 0 root
visas visa NOUN NNS 4 obj
"""
BLAMED = """
Kenya Kenya PROPN NNP 2 nsubj
blamed blame VERB VBD 0 root
the the DET DT 4 det
attack attack NOUN NN 2 obj
on on ADP IN 6 case
Uganda Uganda PROPN NNP 4 nmod
"""
LAID = """
The the DET DT 2 det
attack attack NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
blamed blame VERB VBN 0 root
on on ADP IN 6 case
Uganda Uganda PROPN NNP 4 obl:agent
"""
ACCUSED = """
Kenya Kenya PROPN NNP 2 nsubj
accused accuse VERB VBD 0 root
Uganda Uganda PROPN NNP 2 obj
of of SCONJ IN 5 mark
attacking attack VERB VBG 2 ccomp
Kesh Kesh PROPN NNP 5 obj
"""
OURS = """
We we PRON PRP 2 nsubj
condemn condemn VERB VBP 0 root
Uganda Uganda PROPN NNP 2 obj
"""
RIVALS = {"name": [("Kenya", "LOC"), ("Uganda", "LOC"), ("Kesh", "LOC")]}


def slots(rows: str, form: str) -> dict[str, list[str]]:
    _, found, _ = analysis(rows)
    place = {word.text: i for i, word in enumerate(found.words)}
    return {
        slot: [found.words[i].text for i in indices]
        for slot, indices in Arguments(Tree(found.words)).of(place[form]).items()
    }


@pytest.mark.parametrize(
    ("rows", "form", "doer"),
    [(REFUSAL, "free", ["Bao"]), (PLAN, "attack", ["Rebels"]), (FIRST, "fight", ["Troops"])],
)
def test_who_has_a_plan_is_to_carry_it_out(rows: str, form: str, doer: list[str]) -> None:
    assert slots(rows, form)["subject"] == doer


def test_who_comes_under_attack_suffers_it() -> None:
    found = slots(UNDER, "attack")
    assert (found["on"], found["from"]) == (["Kesh"], ["rebels"])


def test_a_verb_that_says_only_that_it_happened_lends_the_other_side() -> None:
    assert slots(HELD, "Talks")["with"] == ["rebels"]


def test_an_object_after_the_last_of_two_verbs_is_of_both() -> None:
    assert slots(FELLOWS, "helps")["object"] == ["rebels"]


def test_a_participle_after_been_is_passive_though_it_has_an_object() -> None:
    found = slots(DENIED, "denied")
    assert (found["iobject"], "subject" in found) == (["Bao"], False)


def the(rows: str, predicate: Predicate) -> Statement:
    held = {layer: [x for x in names if x[0] in rows] for layer, names in RIVALS.items()}
    _, reading = read_rows(rows, layers=held)
    (found,) = [s for s in reading.statements if s.predicate is predicate]
    return found


@pytest.mark.parametrize("rows", [BLAMED, LAID])
def test_who_is_blamed_for_an_attack_is_said_to_have_made_it(rows: str) -> None:
    found = the(rows, Predicate.ASSAULT)
    assert {role: [f.text for f in fillers] for role, fillers in found.roles.items()} == {
        "actor": ["Uganda"]
    }
    assert found.certainty.factuality is Factuality.PROBABLE
    assert found.certainty.status == (Status.ALLEGED,)


def test_the_accused_did_what_they_are_accused_of() -> None:
    found = the(ACCUSED, Predicate.ASSAULT)
    assert [f.text for f in found.roles["actor"]] == ["Uganda"]


def test_the_text_s_own_we_takes_part_in_events() -> None:
    found = the(OURS, Predicate.ACCUSE)
    assert [(f.text, f.chain) for f in found.roles["actor"]] == [("We", None)]
