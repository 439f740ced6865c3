"""Dates from the present tense and from other statements, from hand-built analyses."""

from datetime import date

from tests.readings import Spoken, read_rows

from onrecord.model import Predicate, Statement, TimeInterval
from onrecord.views.when import when

MONDAY = TimeInterval(date(2020, 5, 4), date(2020, 5, 4))
REPORT = TimeInterval(date(2020, 5, 6), date(2020, 5, 6))
NAMES = {"Ines Okoro": "PER", "Kesh Brigade": "ORG"}
LEADS = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
leads lead VERB VBZ 0 root
the the DET DT 6 det
Kesh Kesh PROPN NNP 6 compound
Brigade Brigade PROPN NNP 3 obj
"""
SAID_TO_LEAD = """
A a DET DT 2 det
ferryman ferryman NOUN NN 3 nsubj
said say VERB VBD 0 root
on on ADP IN 5 case
Friday Friday PROPN NNP 3 obl
that that SCONJ IN 9 mark
Ines Ines PROPN NNP 9 nsubj
Okoro Okoro PROPN NNP 7 flat
leads lead VERB VBZ 3 ccomp
the the DET DT 12 det
Kesh Kesh PROPN NNP 12 compound
Brigade Brigade PROPN NNP 9 obj
"""


def read(*rows: str, spoken: tuple[Spoken, ...] = ()) -> tuple[Statement, ...]:
    names = [(name, label) for name, label in NAMES.items() if name.split()[1] in "".join(rows)]
    return read_rows(*rows, layers={"name": names}, spoken=spoken, lines=len(rows) > 1)[
        1
    ].statements


def interval(statement: Statement) -> TimeInterval | None:
    return statement.time.interval if statement.time else None


def leading(statements: tuple[Statement, ...]) -> Statement:
    return next(s for s in statements if s.predicate is Predicate.LEADER_OF)


def test_what_is_so_in_the_present_is_so_as_of_the_report() -> None:
    led = leading(read(LEADS))
    assert led.time is not None
    assert (led.time.text, led.time.value, led.time.interval) == ("leads", "PRESENT_REF", REPORT)
    assert when(led.time).words == "as of 6 May 2020"


def test_what_was_so_has_no_date() -> None:
    assert leading(read(LEADS.replace("leads lead VERB VBZ", "led lead VERB VBD"))).time is None


def test_what_will_be_so_has_no_date() -> None:
    rows = LEADS.replace("leads lead VERB VBZ 0 root", "lead lead VERB VB 0 root") + (
        "will will AUX MD 3 aux\n"
    )
    assert leading(read(rows)).time is None


def test_what_is_said_to_be_so_is_so_when_it_is_said() -> None:
    spoken = (("A ferryman", "said", "Ines Okoro leads the Kesh Brigade"),)
    friday = date(2020, 5, 1)
    assert interval(leading(read(SAID_TO_LEAD, spoken=spoken))) == TimeInterval(friday, friday)


def test_what_stands_in_quotation_marks_has_no_day() -> None:
    quoted = LEADS.replace("Ines Ines PROPN NNP 3 nsubj", "“ “ PUNCT `` 3 punct", 1)
    rows = quoted.replace("Okoro Okoro PROPN NNP 1 flat", "Okoro Okoro PROPN NNP 3 nsubj", 1)
    names = {"name": [("Okoro", "PER"), ("Kesh Brigade", "ORG")]}
    assert leading(read_rows(rows, layers=names)[1].statements).time is None


ARREST = """
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 root
Ines Ines PROPN NNP 2 obj
Okoro Okoro PROPN NNP 3 flat
on on ADP IN 6 case
{day} {day} PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
OKORO_ARRESTED = """
Ines Ines PROPN NNP 4 nsubj:pass
Okoro Okoro PROPN NNP 1 flat
was be AUX VBD 4 aux:pass
arrested arrest VERB VBN 0 root
by by ADP IN 6 case
police police NOUN NNS 4 obl:agent
. . PUNCT . 4 punct
"""


def arrests(statements: tuple[Statement, ...]) -> list[TimeInterval | None]:
    return [interval(s) for s in statements if s.predicate is Predicate.COERCE]


def test_the_same_done_to_the_same_person_has_one_date() -> None:
    assert arrests(read(ARREST.format(day="Monday"), OKORO_ARRESTED)) == [MONDAY, MONDAY]


def test_two_dates_are_lent_to_nobody() -> None:
    rows = [ARREST.format(day="Monday"), ARREST.format(day="Friday"), OKORO_ARRESTED]
    found = arrests(read(*rows))
    assert len(found) == 3
    assert None in found


FIRED = """
Gunmen gunman NOUN NNS 2 nsubj
shot shoot VERB VBD 0 root
Ines Ines PROPN NNP 2 obj
Okoro Okoro PROPN NNP 3 flat
on on ADP IN 6 case
Monday Monday PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
KILLED = """
Bao Bao PROPN NNP 4 nsubj:pass
Tran Tran PROPN NNP 1 flat
{be} be AUX {tag} 4 aux:pass
killed kill VERB VBN 0 root
{more}
. . PUNCT . 4 punct
"""


def died(*rows: str) -> TimeInterval | None:
    names = {"name": [("Ines Okoro", "PER"), ("Bao Tran", "PER")]}
    statements = read_rows(*rows, layers=names, lines=True)[1].statements
    return interval(next(s for s in statements if s.predicate is Predicate.DIED))


def test_violence_goes_on_in_the_next_sentence() -> None:
    assert (
        died(FIRED, KILLED.format(be="was", tag="VBD", more="also also ADV RB 4 advmod")) == MONDAY
    )


def test_what_had_been_before_has_a_date_of_its_own() -> None:
    had = "had have AUX VBD 4 aux"
    assert died(FIRED, KILLED.format(be="been", tag="VBN", more=had)) is None


def test_an_earlier_day_in_the_sentence_is_not_overruled() -> None:
    earlier = "earlier earlier ADV RBR 4 advmod"
    assert died(FIRED, KILLED.format(be="was", tag="VBD", more=earlier)) is None
