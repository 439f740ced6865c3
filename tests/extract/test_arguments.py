"""Voices, clauses and coordination undone."""

import pytest
from tests.trees import analysis

from onrecord.extract.arguments import Arguments
from onrecord.extract.syntax import Tree
from onrecord.model import RoleArc

ACTIVE = """
Ines Ines PROPN NNP 2 nsubj
arrested arrest VERB VBD 0 root
two two NUM CD 4 nummod
men man NOUN NNS 2 obj
and and CCONJ CC 6 cc
women woman NOUN NNS 4 conj
"""
PASSIVE = """
Two two NUM CD 2 nummod
men man NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
arrested arrest VERB VBN 0 root
by by ADP IN 6 case
police police NOUN NN 4 obl:agent
"""
RELATIVE = """
Men man NOUN NNS 6 nsubj
whom who PRON WP 4 obj
Ines Ines PROPN NNP 4 nsubj
arrested arrest VERB VBD 1 acl:relcl
have have AUX VBP 6 aux
fled flee VERB VBN 0 root
"""
REDUCED = """
Men man NOUN NNS 5 nsubj
arrested arrest VERB VBN 1 acl
by by ADP IN 4 case
police police NOUN NN 2 obl
fled flee VERB VBD 0 root
"""
CONTROL = """
Ines Ines PROPN NNP 2 nsubj
ordered order VERB VBD 0 root
Bao Bao PROPN NNP 2 obj
to to PART TO 5 mark
arrest arrest VERB VB 2 xcomp
men man NOUN NNS 5 obj
"""
COORDINATED = """
Ines Ines PROPN NNP 2 nsubj
came come VERB VBD 0 root
and and CCONJ CC 4 cc
arrested arrest VERB VBD 2 conj
men man NOUN NNS 4 obj
"""
LIGHT = """
Rebels rebel NOUN NNS 2 nsubj
launched launch VERB VBD 0 root
a a DET DT 4 det
raid raid NOUN NN 2 obj
on on ADP IN 6 case
Kesh Kesh PROPN NNP 4 nmod
"""
ASIDE = """
Pay pay NOUN NN 3 nsubj:pass
was be AUX VBD 3 aux:pass
cut cut VERB VBN 0 root
according accord VERB VBG 6 case
to to ADP IN 4 fixed
Ines Ines PROPN NNP 3 obl
"""


def slots(rows: str, form: str, roles: tuple[tuple[str, str], ...] = ()) -> dict[str, list[str]]:
    _, found, _ = analysis(rows)
    place = {word.text: i for i, word in enumerate(found.words)}
    arcs = [RoleArc(place[form], place[argument], role, 1.0) for role, argument in roles]
    return {
        slot: [found.words[i].text for i in indices]
        for slot, indices in Arguments(Tree(found.words), arcs).of(place[form]).items()
    }


@pytest.mark.parametrize(
    ("rows", "form", "subject", "object_"),
    [
        (ACTIVE, "arrested", ["Ines"], ["men", "women"]),
        (PASSIVE, "arrested", ["police"], ["men"]),
        (RELATIVE, "arrested", ["Ines"], ["Men"]),
        (REDUCED, "arrested", ["police"], ["Men"]),
        (CONTROL, "arrest", ["Bao"], ["men"]),
        (COORDINATED, "arrested", ["Ines"], ["men"]),
    ],
)
def test_logical_subject_and_object(
    rows: str, form: str, subject: list[str], object_: list[str]
) -> None:
    found = slots(rows, form)
    assert (found["subject"], found["object"]) == (subject, object_)


def test_an_event_noun_takes_the_arguments_of_its_light_verb() -> None:
    found = slots(LIGHT, "raid")
    assert (found["by"], found["on"]) == (["Rebels"], ["Kesh"])


def test_roles_fill_what_the_tree_leaves_open_but_not_with_a_phrase_that_stands_aside() -> None:
    assert slots(ASIDE, "cut", (("ARG0", "Ines"),)).get("subject") is None
    assert slots(RELATIVE, "fled", (("ARG1", "Ines"),))["object"] == ["Ines"]


def test_a_cycle_of_heads_ends() -> None:
    _, found, _ = analysis("a a VERB VB 2 xcomp\nb b VERB VB 1 xcomp")
    assert Arguments(Tree(found.words)).of(0) == {"complement": (1,)}
