"""Readings in other corpora's terms."""

import pytest
from tests.readings import read_rows

from onrecord.errors import InputError
from onrecord.export.schemes import SCHEMES, annotations
from onrecord.model import Analysis, Document, Reading, RoleArc, Span, Word

FLED = """
Ines Ines PROPN NNP 2 nsubj
fled flee VERB VBD 0 root
to to ADP IN 4 case
Kenya Kenya PROPN NNP 2 obl
"""
NAMES = {"name": [("Ines", "PER"), ("Kenya", "LOC")], "mention": [("Ines", "Person")]}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_takes_every_reading(scheme: str | None) -> None:
    text, reading = read_rows(FLED, layers=NAMES, spoken=[("Ines", "fled", "to Kenya")])
    assert annotations(Document("d", text), reading, scheme)
    assert annotations(Document("e", ""), Reading("e"), scheme) is not None


def test_an_unknown_scheme_names_the_known() -> None:
    with pytest.raises(InputError, match="polnear"):
        annotations(Document("d", ""), Reading("d"), "nope")


def test_a_tree_counts_heads_in_its_sentence() -> None:
    text, reading = read_rows(FLED, FLED)
    found = annotations(Document("d", text), reading, "ud")["sentences"]
    assert isinstance(found, list)
    assert [token["head"] for token in found[1]["tokens"]] == [1, -1, 3, 1]


def test_an_argument_is_what_hangs_on_its_head_and_never_the_predicate() -> None:
    words = (
        Word(Span(0, 4), "Ines", "Ines", "PROPN", "NNP", 1, "nsubj", 0),
        Word(Span(5, 9), "fled", "flee", "VERB", "VBD", -1, "root", 0),
    )
    arcs = (RoleArc(1, 0, "ARG0", 0.9), RoleArc(1, 1, "ARG1", 0.9))
    reading = Reading("d", analysis=Analysis(words, roles=arcs))
    found = annotations(Document("d", "Ines fled"), reading, "propbank")["predicates"]
    assert isinstance(found, list)
    assert [predicate["args"] for predicate in found] == [[{"role": "ARG0", "span": [0, 4]}]]
