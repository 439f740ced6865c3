"""Which time dates which predicate, from hand-built analyses, one mechanism a test."""

from datetime import date

import pytest
from tests.readings import read_rows

from onrecord.model import Predicate, Statement, TimeInterval

DAY = TimeInterval(date(2020, 5, 4), date(2020, 5, 4))
"""The Monday before the reports of `read_rows`, of 6 May 2020."""


def dated(rows: str, predicate: Predicate, names: dict[str, str] | None = None) -> Statement:
    _, reading = read_rows(rows, layers={"name": list((names or {}).items())})
    return next(s for s in reading.statements if s.predicate is predicate)


def interval(statement: Statement) -> TimeInterval | None:
    return statement.time.interval if statement.time else None


KILLING = """
The the DET DT 2 det
storm storm NOUN NN 3 nsubj
hit hit VERB VBD 0 root
Kesh Kesh PROPN NNP 3 obj
on on ADP IN 6 case
Monday Monday PROPN NNP 3 obl
, , PUNCT , 8 punct
killing kill VERB VBG 3 advcl
Bao Bao PROPN NNP 8 obj
Tran Tran PROPN NNP 9 flat
"""
TO_KILL = KILLING.replace(", , PUNCT , 8 punct", "to to PART TO 8 mark").replace(
    "killing kill VERB VBG", "kill kill VERB VB"
)
VICTIM = {"Bao Tran": "PER"}


def test_a_participle_shares_the_time_of_its_clause() -> None:
    assert interval(dated(KILLING, Predicate.DIED, VICTIM)) == DAY


def test_a_purpose_does_not() -> None:
    assert interval(dated(TO_KILL, Predicate.DIED, VICTIM)) is None


CONDEMNED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
condemned condemn VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
the the DET DT 7 det
attack attack NOUN NN 3 obj
on on ADP IN 10 case
the the DET DT 10 det
farmers farmer NOUN NNS 7 nmod
"""
NAMES = {"Ines Okoro": "PER"}


def test_a_condemnation_is_not_at_the_time_of_what_it_condemns() -> None:
    assert interval(dated(CONDEMNED, Predicate.ASSAULT, NAMES)) is None


POSSESSED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
condemned condemn VERB VBD 0 root
Monday Monday PROPN NNP 6 nmod:poss
's 's PART POS 4 case
attack attack NOUN NN 3 obj
on on ADP IN 9 case
the the DET DT 9 det
farmers farmer NOUN NNS 6 nmod
"""


def test_a_possessor_dates_its_event_and_not_what_is_done_to_it() -> None:
    assert interval(dated(POSSESSED, Predicate.ASSAULT, NAMES)) == DAY
    _, reading = read_rows(POSSESSED, layers={"name": list(NAMES.items())})
    others = [s for s in reading.statements if s.predicate is not Predicate.ASSAULT]
    assert all(s.time is None for s in others)


ARRESTED = """
Ines Ines PROPN NNP 8 nsubj:pass
Okoro Okoro PROPN NNP 1 flat
, , PUNCT , 4 punct
arrested arrest VERB VBN 1 acl
in in ADP IN 6 case
March March PROPN NNP 4 obl
was be AUX VBD 8 aux:pass
freed free VERB VBN 0 root
on on ADP IN 10 case
Monday Monday PROPN NNP 8 obl
"""


def test_two_times_go_to_their_own_predicates() -> None:
    _, reading = read_rows(ARRESTED, layers={"name": list(NAMES.items())})
    texts = {s.quote.split()[-1]: s.time and s.time.text for s in reading.statements}
    times = {s.time.text for s in reading.statements if s.time}
    assert times <= {"March", "Monday"}
    held = next(s for s in reading.statements if s.predicate is Predicate.COERCE)
    assert held.time is not None, texts
    assert held.time.text == "March"


LED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
led lead VERB VBD 0 root
the the DET DT 6 det
Kesh Kesh PROPN NNP 6 compound
Brigade Brigade PROPN NNP 3 obj
{first} {first} ADP IN 8 case
2010 2010 NUM CD 3 obl
{second} {second} ADP IN 10 case
2014 2014 NUM CD 3 obl
"""
BRIGADE = {"Ines Okoro": "PER", "Kesh Brigade": "ORG"}


def test_from_one_year_to_another() -> None:
    led = dated(LED.format(first="from", second="to"), Predicate.LEADER_OF, BRIGADE)
    assert interval(led) == TimeInterval(date(2010, 1, 1), date(2014, 12, 31))
    assert led.time is not None
    assert led.time.edtf == "2010/2014"


@pytest.mark.parametrize(
    ("preposition", "expected"),
    [
        ("since", TimeInterval(date(2010, 1, 1), None)),
        ("until", TimeInterval(None, date(2010, 12, 31))),
        ("in", TimeInterval(date(2010, 1, 1), date(2010, 12, 31))),
    ],
)
def test_a_role_has_open_ends(preposition: str, expected: TimeInterval) -> None:
    rows = "\n".join(LED.format(first=preposition, second="x").strip().splitlines()[:-2])
    led = dated(rows, Predicate.LEADER_OF, BRIGADE)
    assert interval(led) == expected
    assert led.time is not None
    assert led.time.text.startswith(preposition) == (preposition != "in")


AFTER = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
fled flee VERB VBD 0 root
to to ADP IN 5 case
Kenya Kenya PROPN NNP 3 obl
after after ADP IN 8 case
the the DET DT 8 det
attack attack NOUN NN 3 obl
on on ADP IN 10 case
Monday Monday PROPN NNP 8 nmod
"""


def test_after_a_dated_event_is_open_ended() -> None:
    fled = dated(AFTER, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"})
    assert interval(fled) == TimeInterval(DAY.earliest, None)
    assert fled.time is not None
    assert fled.time.text == "after the attack on Monday"


PLANS = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
{form} plan VERB {tag} 0 root
{time} {time} NOUN NN 3 obl:tmod
to to PART TO 6 mark
travel travel VERB VB 3 xcomp
to to ADP IN 8 case
Kenya Kenya PROPN NNP 6 obl
"""


def test_a_plan_for_tomorrow_dates_what_is_planned() -> None:
    rows = PLANS.format(form="plans", tag="VBZ", time="tomorrow")
    travel = dated(rows, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"})
    assert interval(travel) == TimeInterval(date(2020, 5, 7), date(2020, 5, 7))


def test_a_plan_of_yesterday_does_not() -> None:
    rows = PLANS.format(form="planned", tag="VBD", time="yesterday")
    travel = dated(rows, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"})
    assert travel.time is None


NEWS = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
sang sing VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
{mark}
travelling travel VERB VBG 3 advcl
to to ADP IN 9 case
Kenya Kenya PROPN NNP 7 obl
"""


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("while while SCONJ IN 7 mark", DAY), ("before before SCONJ IN 7 mark", None)],
)
def test_what_is_done_before_or_after_has_not_the_same_time(
    mark: str, expected: TimeInterval | None
) -> None:
    rows = NEWS.format(mark=mark)
    assert interval(dated(rows, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"})) == expected


FORETOLD = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
travelled travel VERB VBD 0 root
to to ADP IN 5 case
Kenya Kenya PROPN NNP 3 obl
on on ADP IN 7 case
2020-05-09 2020-05-09 NUM CD 3 obl
"""


def test_the_past_does_not_lie_after_the_report() -> None:
    assert dated(FORETOLD, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"}).time is None
    past = FORETOLD.replace("2020-05-09", "2020-05-04")
    assert interval(dated(past, Predicate.TRAVELLED_TO, NAMES | {"Kenya": "LOC"})) == DAY


WORST = """
The the DET DT 4 det
{rank} {rank} ADJ {tag} 4 amod
night night NOUN NN 4 compound
attack attack NOUN NN 8 nsubj
on on ADP IN 6 case
Ines Ines PROPN NNP 4 nmod
Okoro Okoro PROPN NNP 6 flat
angered anger VERB VBD 0 root
Kesh Kesh PROPN NNP 8 obj
since since ADP IN 11 case
Monday Monday PROPN NNP 4 nmod
"""


def test_the_worst_since_a_day_is_not_since_that_day() -> None:
    worst = dated(WORST.format(rank="worst", tag="JJS"), Predicate.ASSAULT, NAMES)
    assert worst.time is None
    long = dated(WORST.format(rank="long", tag="JJ"), Predicate.ASSAULT, NAMES)
    assert interval(long) == TimeInterval(DAY.earliest, None)
