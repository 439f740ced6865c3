"""Our events in the terms of PLOVER, CAMEO, ACLED, IndiaPoliceEvents, re3d and MUC-4."""

from dataclasses import replace
from typing import Any

import pytest
from tests.readings import read_rows

from onrecord.export.schemes import Line, scheme
from onrecord.model import Document, Labelled, Passage, Reading, Span

HELP = """
Kenya Kenya PROPN NNP 3 nsubj
will will AUX MD 3 aux
recognise recognise VERB VB 0 root
Uganda Uganda PROPN NNP 3 obj
"""
STRIKE = """
Kenyan kenyan ADJ JJ 2 amod
soldiers soldier NOUN NNS 3 nsubj
bombed bomb VERB VBD 0 root
Somali somali ADJ JJ 5 amod
farmers farmer NOUN NNS 3 obj
"""
FORCE = """
police police NOUN NNS 2 nsubj
shot shoot VERB VBD 0 root
two two NUM CD 4 nummod
men man NOUN NNS 2 obj
dead dead ADJ JJ 2 xcomp
"""
BOMB = """
Rebels rebel NOUN NNS 2 nsubj
attacked attack VERB VBD 0 root
a a DET DT 5 det
fuel fuel NOUN NN 5 compound
truck truck NOUN NN 2 obj
"""
MET = """
Ines Ines PROPN NNP 6 nsubj
Okoro Okoro PROPN NNP 1 flat
, , PUNCT , 4 punct
mayor mayor NOUN NN 1 appos
, , PUNCT , 4 punct
met meet VERB VBD 0 root
Bao Bao PROPN NNP 6 obj
Tran Tran PROPN NNP 7 flat
"""


def _annotated(name: str, text: str, reading: Reading) -> dict[str, Any]:
    return scheme(name)(Line(Document("d", text), reading, lambda text, sentences, entities: []))


def _event(rows: str, **layers: list[tuple[str, str]]) -> dict[str, Any]:
    text, reading = read_rows(rows, layers=layers)
    (event,) = _annotated("plover", text, reading)["events"]
    assert isinstance(event, dict)
    return event


def test_what_is_announced_in_friendship_is_agreed() -> None:
    event = _event(HELP, name=[("Kenya", "LOC"), ("Uganda", "LOC")])
    assert (event["type"], event["cameo"], event["acled"]) == ("AGREE", "030", None)
    assert [party["country"] for party in event["actor"]] == ["KEN"]


def test_a_party_has_country_and_sector_and_the_event_its_codes() -> None:
    event = _event(STRIKE)
    assert (event["actor"][0]["country"], event["actor"][0]["sector"]) == ("KEN", "MIL")
    assert (event["recipient"][0]["country"], event["recipient"][0]["sector"]) == ("SOM", "AGR")
    assert event["acled"] == ("Explosions/Remote violence", "Remote explosive/landmine/IED")
    assert "military" in event["contexts"]


@pytest.mark.parametrize(("score", "labels"), [(0.9, ["ANY_ACTION"]), (0.1, [])])
def test_the_network_needs_to_be_sure_of_the_police(score: float, labels: list[str]) -> None:
    text, reading = read_rows(HELP)
    passage = Passage(0, "police", "ANY_ACTION", score)
    reading = replace(reading, analysis=replace(reading.analysis, passages=(passage,)))
    assert _annotated("police", text, reading)["labels"] == labels


def test_our_events_tell_whom_the_police_killed() -> None:
    text, reading = read_rows(FORCE)
    assert _annotated("police", text, reading)["labels"] == ["ANY_ACTION", "FORCE", "KILL"]


def test_a_filler_reaches_to_its_noun_and_an_assault_backs_an_attack() -> None:
    text, reading = read_rows(BOMB)
    begin = text.index("fuel")
    filler = Labelled(Span(begin, begin + 4), "target", 0.9)
    layers = {**reading.analysis.layers, "filler": (filler,)}
    chances = {"attack": 0.3, "arson": 0.3}
    reading = replace(reading, analysis=replace(reading.analysis, layers=layers, incidents=chances))
    (template,) = _annotated("muc4", text, reading)["templates"]
    assert (template["incident_type"], template["target"]) == ("attack", [["fuel truck"]])


def test_statements_add_relations() -> None:
    people = [("Ines Okoro", "PER"), ("Bao Tran", "PER")]
    text, reading = read_rows(MET, layers={"name": people})
    found = {r["type"] for r in _annotated("re3d", text, reading)["relations"]}
    assert found == {"CommWith", "IsSynonymOf"}
