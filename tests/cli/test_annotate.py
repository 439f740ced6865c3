"""Annotation through the command line, with a reader simple enough to be checked by eye."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.samples import FERRY, HARBOUR, read_simply

from onrecord.cli import annotate
from onrecord.export.schemes import Facts, Marks, Places, Together
from onrecord.model import Document, Located, Place, Precision, Reading, Sentence, Span
from onrecord.pipeline import Reader

TEXT = FERRY[0].text


def _facts(
    text: str, sentences: Sequence[Sentence], entities: Sequence[Sequence[Span]]
) -> list[tuple[int, int, str, float]]:
    """The first of the entities lives in each other one."""
    assert all(sentence.span.end <= len(text) for sentence in sentences)
    return [(0, other, "P551", 1.0) for other in range(1, len(entities))]


def _places(document: Document, spans: Sequence[Span]) -> list[Located]:
    """The first name is in the gazetteer, the others are not."""
    found = Place("Alwen", 12.5, -3.25, Precision.EXACT, 2.0, "ZZ", 77, "PPL")
    names = [span.of(document.text) for span in spans]
    return [
        Located(name, span, None, None if number else found)
        for number, (name, span) in enumerate(zip(names, spans, strict=True))
    ]


def _together(reports: Sequence[tuple[Document, Reading, Marks]]) -> list[list[int]]:
    """All that is marked anywhere is one thing."""
    return [[0] * len(marks) for _, _, marks in reports]


@pytest.fixture(autouse=True)
def simple_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(cache: Path) -> tuple[Reader, Facts, Places, Together]:
        return read_simply, _facts, _places, _together

    monkeypatch.setattr(annotate, "tools", made)


def _entity(words: str, cluster: int) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"span": [begin, begin + len(words)], "cluster": cluster, "type": "MISC"}


def test_annotation_keeps_ids_and_order(run: Run, tmp_path: Path) -> None:
    lines = [{"id": "b", "text": TEXT}, {"id": "a", "text": HARBOUR[0].text}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = run("annotate", "in.jsonl", "--scheme", "geo")
    assert result.exit_code == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in found] == ["b", "a"]
    assert found[0]["places"]
    assert not found[1]["places"]


def test_given_entities_are_related_under_their_own_clusters(run: Run) -> None:
    entities = [_entity("Amaru Quispe", 7), _entity("Port Alwen", 3), _entity("Tomasz Banda", 5)]
    line = json.dumps({"id": "x", "text": TEXT, "entities": entities})
    result = run("annotate", "-", "--scheme", "redocred", "--given", "entities", typed=line)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) == {
        "id": "x",
        "relations": [
            {"head": 7, "tail": 3, "type": "P551"},
            {"head": 7, "tail": 5, "type": "P551"},
        ],
    }


def test_given_places_are_resolved_where_they_stand(run: Run) -> None:
    text = "Ships left Port Alwen for Xyr; Kenyan crews stayed."
    names = ("Alwen", "Xyr", "Kenyan")
    given = [{"span": [text.index(name), text.index(name) + len(name)]} for name in names]
    line = json.dumps({"id": "x", "text": text, "places": given})
    result = run("annotate", "-", "--scheme", "geo", "--given", "places", typed=line)
    assert result.exit_code == 0, result.stderr
    alwen, xyr, kenyan = json.loads(result.stdout)["places"]
    assert [alwen["span"], xyr["span"], kenyan["span"]] == [each["span"] for each in given]
    assert (alwen["lat"], alwen["lon"], alwen["geonames_id"]) == (12.5, -3.25, 77)
    assert (xyr["lat"], xyr["lon"], xyr["geonames_id"]) == (None, None, None)
    assert kenyan["kind"] == "PCLI" and kenyan["lat"] is not None


@pytest.mark.parametrize("places", [None, {}, [3], [{"span": [0, 9]}], [{"span": None}]])
def test_given_places_that_are_none_are_an_input_error(run: Run, places: object) -> None:
    line = json.dumps({"id": "x", "text": "Calm.", "places": places})
    result = run("annotate", "-", "--scheme", "geo", "--given", "places", typed=line)
    assert result.exit_code == 3
    assert result.stderr.startswith("onrecord: -, line 1: ")


def test_what_is_given_is_not_looked_at_unasked(run: Run) -> None:
    line = json.dumps({"id": "x", "text": TEXT, "entities": "none"})
    result = run("annotate", "-", "--scheme", "redocred", typed=line)
    assert json.loads(result.stdout) == {"id": "x", "entities": [], "relations": []}


@pytest.mark.parametrize(
    ("line", "scheme"), [("{", "geo"), ('{"id": 1}', "geo"), ("[]", "geo"), ('{"text": 1}', "geo")]
)
def test_a_line_that_cannot_be_annotated_is_an_input_error(
    run: Run, line: str, scheme: str
) -> None:
    result = run("annotate", "-", "--scheme", scheme, typed='{"text": "Calm."}\n' + line)
    assert result.exit_code == 3
    assert result.stderr.startswith("onrecord: -, line 2: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "entities",
    [
        None,
        {},
        [3],
        [{"span": [0, 5]}],
        [{"span": [0, 5], "cluster": None}],
        [{"cluster": 0}],
        [{"span": [0, 6], "cluster": 0}],
        [{"span": [3, 3], "cluster": 0}],
        [{"span": [-2, 3], "cluster": 0}],
        [{"span": ["0", "3"], "cluster": 0}],
    ],
)
def test_given_entities_that_are_none_are_an_input_error(run: Run, entities: object) -> None:
    line = json.dumps({"id": "x", "text": "Calm.", "entities": entities})
    result = run("annotate", "-", "--scheme", "redocred", "--given", "entities", typed=line)
    assert result.exit_code == 3
    assert result.stderr.startswith("onrecord: -, line 1: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [("--scheme", "none-such"), ("--given", "entities"), ("--scheme", "geo", "--given", "x")],
)
def test_what_no_scheme_does_is_an_input_error(run: Run, options: tuple[str, ...]) -> None:
    result = run("annotate", "-", *options, typed='{"text": "Calm."}')
    assert result.exit_code == 3
    assert result.stderr.startswith("onrecord: ")
    assert result.stderr.count("\n") == 1
