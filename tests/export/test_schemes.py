"""Readings in other corpora's terms."""

import pytest
from tests.readings import read_rows
from tests.trees import analysis

from onrecord.errors import InputError
from onrecord.export.schemes import GIVEN, SCHEMES, Line, scheme
from onrecord.model import Analysis, Document, Reading, RoleArc, Span, Word

FLED = """
Ines Ines PROPN NNP 2 nsubj
fled flee VERB VBD 0 root
to to ADP IN 4 case
Kenya Kenya PROPN NNP 2 obl
"""
WAS = """
Ines Ines PROPN NNP 6 nsubj
was be AUX VBD 6 cop
not not PART RB 6 advmod
the the DET DT 6 det
old old ADJ JJ 6 amod
mayor mayor NOUN NN 0 root
( ( PUNCT -LRB- 9 punct
of of ADP IN 9 case
Oriel Oriel PROPN NNP 6 nmod
) ) PUNCT -RRB- 9 punct
, , PUNCT , 13 punct
she she PRON PRP 13 nsubj
said say VERB VBD 6 parataxis
"""
NAMES = {"name": [("Ines", "PER"), ("Kenya", "LOC")], "mention": [("Ines", "Person")]}


def _annotated(name: str | None, document: Document, reading: Reading) -> dict[str, object]:
    return scheme(name)(Line(document, reading, lambda text, sentences, entities: []))


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_takes_every_reading(name: str | None) -> None:
    text, reading = read_rows(FLED, layers=NAMES, spoken=[("Ines", "fled", "to Kenya")])
    assert _annotated(name, Document("d", text), reading)
    assert _annotated(name, Document("e", ""), Reading("e")) is not None


def test_an_unknown_scheme_names_the_known() -> None:
    with pytest.raises(InputError, match="polnear"):
        scheme("nope")


@pytest.mark.parametrize("name", [name for name in SCHEMES if name not in GIVEN])
def test_a_scheme_that_takes_nothing_as_given_names_those_that_do(name: str | None) -> None:
    with pytest.raises(InputError, match="entities to redocred"):
        scheme(name, "entities")


def test_a_tree_counts_heads_in_its_sentence() -> None:
    text, reading = read_rows(FLED, FLED)
    found = _annotated("ud", Document("d", text), reading)["sentences"]
    assert isinstance(found, list)
    assert [token["head"] for token in found[1]["tokens"]] == [1, -1, 3, 1]


def test_an_argument_is_what_hangs_on_its_head_and_never_the_predicate() -> None:
    words = (
        Word(Span(0, 4), "Ines", "Ines", "PROPN", "NNP", 1, "nsubj", 0),
        Word(Span(5, 9), "fled", "flee", "VERB", "VBD", -1, "root", 0),
    )
    arcs = (RoleArc(1, 0, "ARG0", 0.9), RoleArc(1, 1, "ARG1", 0.9))
    reading = Reading("d", analysis=Analysis(words, roles=arcs))
    found = _annotated("propbank", Document("d", "Ines fled"), reading)["predicates"]
    assert isinstance(found, list)
    assert [predicate["args"] for predicate in found] == [[{"role": "ARG0", "span": [0, 4]}]]


def _spans(rows: str, *arcs: RoleArc) -> list[str]:
    """The wording of all arguments of a sentence of `rows`."""
    text, found, _ = analysis(rows)
    reading = Reading("d", analysis=Analysis(found.words, roles=arcs))
    predicates = _annotated("propbank", Document("d", text), reading)["predicates"]
    assert isinstance(predicates, list)
    return [text[slice(*a["span"])] for p in predicates for a in p["args"]]


def test_what_something_is_said_to_be_ends_where_the_clause_around_it_begins() -> None:
    assert _spans(WAS, RoleArc(1, 5, "ARG2", 1)) == ["the old mayor ( of Oriel )"]


MADE = """
    Leila  Leila  PROPN NNP 2 nsubj
    made   make   VERB  VBD 0 root
    them   they   PRON  PRP 2 obj
    leave  leave  VERB  VB  2 xcomp
    Oriel  Oriel  PROPN NNP 4 obj
    .      .      PUNCT .   2 punct
"""
WHO = """
    people  people  NOUN NNS 0 root
    who     who     PRON WP  3 nsubj
    hope    hope    VERB VBP 1 acl:relcl
    to      to      PART TO  5 mark
    return  return  VERB VB  3 xcomp
"""
KIND = """
    Anand   Anand   PROPN NNP 3 nsubj
    is      be      AUX   VBZ 3 cop
    kind    kind    ADJ   JJ  0 root
    and     and     CCONJ CC  6 cc
    may     may     AUX   MD  6 aux
    help    help    VERB  VB  3 conj
"""


def test_an_object_and_what_it_is_made_to_do_are_one_argument() -> None:
    assert _spans(MADE, RoleArc(1, 2, "ARG1", 1)) == ["them leave Oriel"]
    both = RoleArc(1, 2, "ARG2", 1), RoleArc(1, 3, "ARG1", 1)
    assert _spans(MADE, *both) == ["them", "leave Oriel"]


def test_a_noun_is_without_the_clause_that_holds_the_predicate() -> None:
    assert _spans(WHO, RoleArc(4, 0, "ARG0", 1)) == ["people"]


def test_what_something_is_ends_before_another_clause() -> None:
    assert _spans(KIND, RoleArc(1, 2, "ARG2", 1)) == ["kind"]


def test_the_noun_of_a_light_verb_stands_alone() -> None:
    assert _spans(WAS, RoleArc(1, 5, "ARGM-PRR", 1)) == ["mayor"]
