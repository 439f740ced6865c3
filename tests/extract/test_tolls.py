"""Tolls told apart from the event that took them, and who is said to be behind one."""

from tests.readings import read_rows

from onrecord.model import Factuality, Magnitude, Predicate, Statement, Status

SHELLED = """
Gunboats gunboat NOUN NNS 2 nsubj
shelled shell VERB VBD 0 root
Lindal Lindal PROPN NNP 2 obj
"""
KILLED = """
Four four NUM CD 2 nummod
sailors sailor NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
killed kill VERB VBN 0 root
"""
NOBODY = """
Nobody nobody PRON NN 3 nsubj:pass
was be AUX VBD 3 aux:pass
killed kill VERB VBN 0 root
"""
ELSEWHERE = """
Elsewhere elsewhere ADV RB 5 advmod
four four NUM CD 3 nummod
sailors sailor NOUN NNS 5 nsubj:pass
were be AUX VBD 5 aux:pass
killed kill VERB VBN 0 root
"""
ROSE = """
The the DET DT 3 det
death death NOUN NN 3 compound
toll toll NOUN NN 4 nsubj
rose rise VERB VBD 0 root
to to ADP IN 6 case
23 23 NUM CD 4 obl
"""
BLAMED = """
Kenya Kenya PROPN NNP 2 nsubj
blamed blame VERB VBD 0 root
Uganda Uganda PROPN NNP 2 obj
for for ADP IN 6 case
the the DET DT 6 det
attack attack NOUN NN 2 obl
"""


NAMES = ("Lindal", "Kenya", "Uganda")


def assaults(*rows: str) -> list[Statement]:
    text = " ".join(line.split()[0] for each in rows for line in each.strip().split("\n"))
    layers = {"name": [(each, "LOC") for each in NAMES if each in text.split()]}
    _, reading = read_rows(*rows, layers=layers)
    return [each for each in reading.statements if each.predicate is Predicate.ASSAULT]


def test_a_toll_after_an_event_is_its_toll() -> None:
    shelling, toll = assaults(SHELLED, KILLED)
    assert toll.magnitudes == {"killed": Magnitude(4, 4, 4)}
    assert toll.about == (shelling.id,)
    assert shelling.about == ()


def test_who_was_killed_elsewhere_is_no_toll_of_it() -> None:
    _, toll = assaults(SHELLED, ELSEWHERE)
    assert toll.about == ()


def test_nobody_killed_is_a_toll_of_none() -> None:
    shelling, toll = assaults(SHELLED, NOBODY)
    assert toll.magnitudes == {"killed": Magnitude(0, 0, 0)}
    assert toll.certainty.factuality is Factuality.CERTAIN_NOT
    assert toll.about == (shelling.id,)


def test_a_toll_that_rises_is_one_of_the_event() -> None:
    shelling, toll = assaults(SHELLED, ROSE)
    assert toll.magnitudes == {"killed": Magnitude(23, 23, 23)}
    assert toll.about == (shelling.id,)


def test_a_toll_of_nothing_told_is_no_statement() -> None:
    assert assaults(ROSE) == []


def test_who_is_blamed_is_alleged_to_have_done_it() -> None:
    (attack,) = assaults(BLAMED)
    assert [each.text for each in attack.roles["actor"]] == ["Uganda"]
    assert attack.certainty.status == (Status.ALLEGED,)
