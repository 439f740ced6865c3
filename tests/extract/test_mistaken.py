"""What only looks like a name, a nation, a title, an heir, a place or a speaker."""

from collections.abc import Mapping

import pytest
from tests.readings import read_rows

from onrecord.extract.mentions import name_runs
from onrecord.extract.syntax import tree_of
from onrecord.lexicon.demonym import is_faith_word
from onrecord.model import Predicate

INES = {"name": [("Ines Okoro", "PER")], "mention": [("Ines Okoro", "Person")]}
HEIR = """
Ines Ines PROPN NNP 10 nsubj person
Okoro Okoro PROPN NNP 1 flat
, , PUNCT , 4 punct
heir heir NOUN NN 1 appos person
to to ADP IN 7 case
the the DET DT 7 det
{thing} {thing} NOUN NN 4 nmod person
, , PUNCT , 4 punct
then then ADV RB 10 advmod
fled flee VERB VBD 0 root
"""
KNOWN = """
Ines Ines PROPN NNP 4 nsubj:pass person
Okoro Okoro PROPN NNP 1 flat
was be AUX VBD 4 aux:pass
known know VERB VBN 0 root
as as ADP IN 7 case
{article} {article} DET DT 7 det
Needle needle NOUN NN 4 obl person
"""
FAITH = """
A a DET DT 3 det
{word} {word} ADJ JJ 3 amod
farmer farmer NOUN NN 4 nsubj person
fled flee VERB VBD 0 root
"""
PLACE_NAME = """
Rebels rebel NOUN NNS 2 nsubj
left leave VERB VBD 0 root
a a DET DT 4 det
plant plant NOUN NN 2 obj
at at ADP IN 7 case
In in ADV RB 7 case
Oriel Oriel PROPN NNP 4 nmod
on on ADP IN 9 case
foot foot NOUN NN 2 obl
"""


def predicates(rows: str, layers: Mapping[str, list[tuple[str, str]]]) -> set[Predicate]:
    _, reading = read_rows(rows, layers=dict(layers))
    return {statement.predicate for statement in reading.statements}


def test_an_heir_to_a_throne_comes_after_nobody() -> None:
    assert Predicate.PREDECESSOR_OF in predicates(HEIR.format(thing="mayor"), INES)
    assert Predicate.PREDECESSOR_OF not in predicates(HEIR.format(thing="throne"), INES)


def test_praise_is_no_other_name() -> None:
    assert Predicate.ALIAS_OF in predicates(KNOWN.format(article="the"), INES)
    assert Predicate.ALIAS_OF not in predicates(KNOWN.format(article="a"), INES)


@pytest.mark.parametrize(("word", "nation"), [("Kurdish", True), ("Catholic", False)])
def test_a_faith_is_no_nation(word: str, nation: bool) -> None:
    assert (Predicate.NATIONALITY in predicates(FAITH.format(word=word), {})) is nation
    assert is_faith_word(word) is not nation


def test_a_preposition_in_capitals_begins_a_name() -> None:
    text, reading = read_rows(PLACE_NAME)
    runs = name_runs(text, tree_of(reading.analysis.words), reading.analysis.layers)
    assert [run.span.of(text) for run in runs] == ["In Oriel"]
