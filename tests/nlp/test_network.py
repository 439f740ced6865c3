"""The real network on small texts."""

import itertools
import re

import pytest
from onrecord_english import FOLDER

from onrecord.model import Analysis, Sentence, Span
from onrecord.nlp.network import Analyst, Network
from onrecord.nlp.segment import sentences

pytestmark = pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the weights of onrecord-english are not here"
)

NAMES = (
    "Adaeze Okonkwo",
    "Nguyễn Văn Lợi",
    "Fatima al-Hashimi",
    "Sipho Dlamini",
    "Jadwiga Kowalczyk",
    "Hiroshi Tanabe",
    "María José Ibarra",
    "Tevita Fonua",
    "Gulnara Bekova",
    "Rajesh Pillai",
)


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load()


def _cut(text: str) -> list[Sentence]:
    return [
        Sentence(span, number)
        for number, line in enumerate(re.finditer(r"[^\n]+", text))
        for span in sentences(text, Span(*line.span()))
    ]


def _read(analyst: Analyst, text: str) -> Analysis:
    return analyst.analyse(text, _cut(text))


def _sound(text: str, analysis: Analysis) -> None:
    count = len(_cut(text))
    roots = {word.sentence for word in analysis.words if word.head == -1}
    assert roots == {word.sentence for word in analysis.words}
    assert sum(word.head == -1 for word in analysis.words) == len(roots)
    for word in analysis.words:
        assert word.span.of(text) == word.text and word.lemma and 0 <= word.sentence < count
        assert word.head == -1 or analysis.words[word.head].sentence == word.sentence
    for found in analysis.layers.values():
        assert all(0 <= a.score <= 1 for a in found)
        assert all(a.span.end <= b.span.begin for a, b in itertools.pairwise(found))
    _sound_document(analysis)


def _sound_document(analysis: Analysis) -> None:
    """What the document pass adds."""
    words, nominals = analysis.words, analysis.nominals
    for number, found in enumerate(nominals):
        assert found.span.contains(words[found.head].span) and words[found.head].entity
        assert found.entity == number or nominals[found.entity].entity == found.entity < number
        assert 0 <= found.score <= 1 and 0 <= found.linked <= 1
    mentions = {mention.span for mention in analysis.layers["mention"]}
    pairs = [frozenset((x.source, x.target)) for x in analysis.relations]
    assert all(len(pair) == 2 and pair <= mentions for pair in pairs)
    assert len(set(pairs)) == len(pairs)
    for layer in ("plover", "mode"):
        labelled = [x.sentence for x in analysis.passages if x.layer == layer]
        assert labelled == sorted({word.sentence for word in words})
    chances = [*analysis.incidents.values(), *(x.score for x in analysis.passages)]
    assert all(0 <= chance <= 1 for chance in chances)
    assert all(len(sure) == len(words) for sure in analysis.confidence.values())


@pytest.mark.parametrize("name", NAMES)
def test_people_of_all_peoples_are_named(network: Network, name: str) -> None:
    text = f"The minister, {name}, said on Monday that two soldiers were killed near the border."
    analysis = _read(network, text)
    _sound(text, analysis)
    found = [x.span.of(text) for x in analysis.layers["name"] if x.label == "PER"]
    assert found == [name]
    killed = next(word for word in analysis.words if word.text == "killed")
    assert (killed.lemma, killed.upos) == ("kill", "VERB")
    (spoken,) = analysis.spoken
    assert spoken.cue[0].of(text).startswith("said")
    assert "two soldiers were killed" in spoken.content[0].of(text)


def test_the_same_text_gives_the_same_analysis(network: Network) -> None:
    text = "Residents of Kasolo fled, according to Li Wei.\nNobody claimed the attack."
    first = _read(network, text)
    _read(network, "Another report altogether.")
    assert _read(network, text) == first
    assert _read(Network.load(), text) == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\n",
        "😀😀 👩‍👩‍👧 🇰🇪",
        "x" * 5000,
        "word " * 1000,
        "Stop. " * 900,
        "مرحبا بالعالم. هذا نص قصير.",
        "\u200b\u200b \ufeff",
        "a\x00b \ufffd \x1b[0m",
        "1. 2. 3. ... !!! ???",
        "北京发生了什么？没有人知道。",
    ],
)
def test_odd_text_is_read_without_complaint(network: Network, text: str) -> None:
    _sound(text, _read(network, text))


def test_facts_hold_between_the_entities_that_are_given(network: Network) -> None:
    text = "Leilani Kahale was born in Suva.\nKahale lives in Apia."
    entities = [
        [Span(text.index(name), text.index(name) + len(name)) for name in names]
        for names in (("Leilani Kahale", "Kahale lives"), ("Suva",), ("Apia",), ())
    ]
    told = network.facts(text, _cut(text), entities)
    assert told == network.facts(text, _cut(text), entities)
    for head, tail, label, score in told:
        assert head != tail and {head, tail} <= {0, 1, 2} and label != "none"
        assert 0 <= score <= 1
    assert network.facts(text, _cut(text), [entities[0]]) == []
    assert network.facts("", [], entities) == []


def test_sentences_of_white_space_are_passed_over(network: Network) -> None:
    text = "   \nBirds sang."
    analysis = network.analyse(text, [Sentence(Span(0, 3), 0), Sentence(Span(4, 15), 1)])
    assert [word.text for word in analysis.words] == ["Birds", "sang", "."]
    assert {word.sentence for word in analysis.words} == {1}


def test_no_sentences_give_an_empty_analysis(network: Network) -> None:
    analysis = network.analyse("Birds sang.", [])
    assert analysis.words == () and analysis.spoken == ()
