"""Re-DocRED's relations and CommitmentBank's ratings, of what is found and of what is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from tests import trees

from onrecord.errors import InputError
from onrecord.export.schemes import Line, scheme
from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Labelled,
    Mention,
    MentionForm,
    Reading,
    Sentence,
    Span,
)

FOUNDED = """
Wanjiru Wanjiru PROPN NNP 3 nsubj
Mutua Mutua PROPN NNP 1 flat
founded found VERB VBD 0 root
Baridi Baridi PROPN NNP 3 obj
"""
HIRED = """
Baridi Baridi PROPN NNP 2 nsubj
hired hire VERB VBD 0 root
Mutua Mutua PROPN NNP 2 obj
"""
PERSON, FIRST, SECOND, SHORT = Span(0, 13), Span(22, 28), Span(29, 35), Span(42, 47)
Asked = list[tuple[str, Sequence[Sentence], Sequence[Sequence[Span]]]]


def _line(
    text: str, reading: Reading, given: Mapping[str, object] | None = None
) -> tuple[Line, Asked]:
    """The line, and what the network is asked of it: entity 1 is always said to belong to 0."""
    asked: Asked = []

    def facts(
        text: str, sentences: Sequence[Sentence], entities: Sequence[Sequence[Span]]
    ) -> list[tuple[int, int, str, float]]:
        asked.append((text, sentences, entities))
        return [(1, 0, "P112", 2.5)]

    return Line(Document("d", text), reading, facts, given), asked


def _found() -> tuple[str, Reading]:
    """Two sentences; a person is named in both, in one chain, and a company, in none."""
    text, analysis, sentences = trees.analysis(FOUNDED, HIRED)
    kinds = {PERSON: "PER", FIRST: "ORG", SECOND: "ORG", SHORT: "PER"}
    names = tuple(Labelled(span, kind, 0.9) for span, kind in kinds.items())
    mentions = tuple(
        Mention(span, head, EntityType.PERSON, MentionForm.NAME)
        for span, head in ((PERSON, Span(8, 13)), (SHORT, SHORT))
    )
    chain = Chain("d:8", EntityType.PERSON, "Wanjiru Mutua", True, (0, 1))
    analysis = replace(analysis, layers={"name": names})
    return text, Reading("d", (), sentences, analysis, mentions, (chain,))


def test_names_in_one_chain_or_alike_are_one_entity() -> None:
    text, reading = _found()
    line, asked = _line(text, reading)
    told = scheme("redocred")(line)
    entities = told["entities"]
    assert isinstance(entities, list)
    assert [x["span"] for x in entities] == [[0, 13], [22, 28], [29, 35], [42, 47]]
    assert [x["type"] for x in entities] == ["PER", "ORG", "ORG", "PER"]
    assert [x["cluster"] for x in entities] == [0, 1, 1, 0]
    assert told["relations"] == [{"head": 1, "tail": 0, "type": "P112"}]
    assert asked == [(text, reading.sentences, [[PERSON, SHORT], [FIRST, SECOND]])]


def test_names_in_no_chain_are_one_entity_where_they_are_alike() -> None:
    text, reading = _found()
    line, _ = _line(text, replace(reading, chains=()))
    entities = scheme("redocred")(line)["entities"]
    assert isinstance(entities, list)
    assert [x["cluster"] for x in entities] == [0, 1, 1, 2]


def test_given_entities_keep_their_clusters_and_spans() -> None:
    text, reading = _found()
    given = [
        {"span": [14, 21], "cluster": "deed", "type": "MISC"},
        {"span": [0, 7], "cluster": 4, "type": "PER"},
        {"span": [8, 13], "cluster": 4, "type": "PER"},
    ]
    line, asked = _line(text, reading, {"entities": given})
    told = scheme("redocred", "entities")(line)
    assert told == {"relations": [{"head": 4, "tail": "deed", "type": "P112"}]}
    assert asked == [(text, reading.sentences, [[Span(14, 21)], [Span(0, 7), Span(8, 13)]])]


def _rated(**values: float) -> tuple[str, Reading]:
    """A reading in which the words named hold so much of commitment, all others none."""
    text, reading = _found()
    words = [replace(w, commitment=values.get(w.text, 0.0)) for w in reading.analysis.words]
    return text, replace(reading, analysis=replace(reading.analysis, words=tuple(words)))


@pytest.mark.parametrize(
    ("given", "rating"),
    [
        (None, 1.0),
        ({"clause": [0, 21], "target": [0, 5]}, -0.5),
        ({"clause": [16, 18]}, -1.5),
        ({"clause": None, "target": [0, 13]}, 0.0),
        ({"clause": [7, 8]}, None),
    ],
    ids=["last sentence", "clause", "part of a word", "target", "between words"],
)
def test_a_rating_is_the_mean_over_the_words_of_the_clause(
    given: Mapping[str, object] | None, rating: float | None
) -> None:
    line, _ = _line(*_rated(founded=-1.5, hired=3.0), given)
    assert scheme("commitment")(line) == {"commitment": rating}


def test_a_rating_stays_in_the_scale() -> None:
    line, _ = _line(*_rated(founded=-4.0, Baridi=5.0), {"clause": [14, 21]})
    assert scheme("commitment", "clause")(line) == {"commitment": -3.0}


@pytest.mark.parametrize("given", [{}, {"clause": [3, 900]}, {"clause": [4, 4]}, {"clause": 3}])
def test_a_clause_outside_the_text_is_an_input_error(given: Mapping[str, object]) -> None:
    line, _ = _line(*_rated(), given)
    with pytest.raises(InputError, match="text of 48 characters"):
        scheme("commitment", "clause")(line)
