"""Marked mentions of several reports: what is one, and what is not."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from tests.readings import read_rows

from onrecord.model import Document, Sentence, Span
from onrecord.resolve.mentions import Report, across
from onrecord.resolve.mentions.profile import profiles
from onrecord.resolve.mentions.weights import weights

ARRESTED = """
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 root
Amina Amina PROPN NNP 2 obj
Diop Diop PROPN NNP 3 flat
in in ADP IN 6 case
Tirna Tirna PROPN NNP 2 obl
"""
ARREST = """
The the DET DT 2 det
arrest arrest NOUN NN 7 nsubj
of of ADP IN 4 case
Amina Amina PROPN NNP 2 nmod
Diop Diop PROPN NNP 4 flat
in in ADP IN 7 case
Tirna Tirna PROPN NNP 0 root
"""
WON = """
Oriel Oriel PROPN NNP 2 nsubj
won win VERB VBD 0 root
the the DET DT 4 det
regatta regatta NOUN NN 2 obj
"""
NAMES = {"name": [("Amina Diop", "PER"), ("Tirna", "LOC")]}


def no_contexts(
    text: str, sentences: Sequence[Sentence], spans: Sequence[Span]
) -> npt.NDArray[np.float32]:
    return np.zeros((len(spans), 4), np.float32)


def report(
    name: str, rows: str, marked: dict[str, str], layers: dict[str, list[tuple[str, str]]]
) -> Report:
    text, reading = read_rows(rows, layers=layers)
    spans = [
        (Span(text.index(words), text.index(words) + len(words)), kind)
        for words, kind in marked.items()
    ]
    return Document(name, text), reading, spans


@pytest.fixture
def reports() -> list[Report]:
    first = {"arrested": "event", "Amina Diop": "entity", "Tirna": "location"}
    second = {"arrest": "event", "Amina Diop": "entity", "Tirna": "location"}
    other = {"won": "event", "Oriel": "entity"}
    return [
        report("a", ARRESTED, first, NAMES),
        report("b", ARREST, second, NAMES),
        report("c", WON, other, {"name": [("Oriel", "ORG")]}),
    ]


def test_a_verb_and_its_noun_are_one_event_and_names_are_one_thing(reports: list[Report]) -> None:
    first, second, other = across(reports, no_contexts)
    assert first == second
    assert not set(other) & set(first)
    assert len(set(first)) == 3


def test_an_event_is_never_a_thing(reports: list[Report]) -> None:
    document, reading, marked = reports[0]
    doubled = [*marked, (marked[0][0], "entity")]
    (numbers,) = across([(document, reading, doubled)], no_contexts)
    assert numbers[3] != numbers[0]


def test_no_reports_and_no_mentions_have_no_numbers(reports: list[Report]) -> None:
    assert across([], no_contexts) == []
    document, reading, _ = reports[0]
    assert across([(document, reading, [])], no_contexts) == [[]]


def test_a_profile_knows_who_acts_and_what_else_the_thing_is_called(
    reports: list[Report],
) -> None:
    arrested, diop, _ = profiles(reports[:1])
    assert arrested.agents == {"police"}
    assert {"amina", "diop"} <= arrested.patients
    assert diop.names == {"amina diop"}
    assert arrested.stem == next(iter(profiles(reports[1:2]))).stem


@pytest.mark.parametrize("what", ["things", "events"])
def test_every_case_weighs_the_same_evidence(what: str) -> None:
    cases = weights(what).cases
    assert len({tuple(own) for own in cases.values()}) == 1
    assert 0 < weights(what).least < 1
