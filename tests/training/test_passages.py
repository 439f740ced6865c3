"""Readers of what corpora say of documents and passages."""

from pathlib import Path

import pytest
from tests.training.made import corpora, span
from training.passages import passages, relate, tell_apart
from training.text import Record, Text, segmented

ROLES = ("perp_individual", "perp_organisation", "target", "victim", "weapon")


def _one(folder: Path, **records: list[Record]) -> Text:
    (text,) = passages(corpora(folder, **records), "train")
    return text


def _told(text: Text, begin: int, end: int) -> str:
    return text.text[text.spans[begin].begin : text.spans[end - 1].end]


def _template(kind: str, **fillers: list[list[str]]) -> Record:
    return {"incident_type": kind} | {role: fillers.get(role, []) for role in ROLES}


def test_fillers_stand_wherever_their_wording_does_the_longest_first(tmp_path: Path) -> None:
    text = "The Old Bridge fell. A bridge guard saw it: bridges, (the old bridge) and Bridge."
    templates = [
        _template("bombing", target=[["old bridge", "bridge"]], victim=[["bridge guard"]]),
        _template("attack / bombing", weapon=[["saw it"]]),
    ]
    labels = (
        found := _one(tmp_path, muc4=[{"id": "x", "text": text, "templates": templates}])
    ).labels
    assert labels.incidents == {"bombing", "attack"}
    assert [(_told(found, b, e), label) for b, e, label in labels.spans["filler"]] == [
        ("Old Bridge", "target"),
        ("bridge guard", "victim"),
        ("saw it", "weapon"),
        ("old bridge", "target"),
        ("Bridge", "target"),
    ]


def test_a_story_without_incidents_is_known_to_have_none(tmp_path: Path) -> None:
    found = _one(tmp_path, muc4=[{"id": "x", "text": "Nothing new.", "templates": []}])
    assert found.labels.incidents == set() and found.labels.spans["filler"] == []


def test_of_a_wire_story_the_dateline_is_not_read(tmp_path: Path) -> None:
    text = "ANYTOWN, 3 MAY (WIRE) -- Nothing new at the ferry."
    labels = {"id": "x", "text": text, "templates": [_template("arson", target=[["anytown"]])]}
    found = _one(tmp_path, muc4=[labels])
    assert _told(found, 0, len(found.spans)) == "Nothing new at the ferry."
    assert found.labels.incidents == {"arson"} and found.labels.spans["filler"] == []


def test_a_story_that_is_all_furniture_teaches_nothing(tmp_path: Path) -> None:
    story = {"id": "x", "text": "Read more:", "event_type": "AID", "mode": None}
    assert not list(passages(corpora(tmp_path, plover=[story]), "train"))


def _plover(folder: Path, text: str, mode: str | None = None) -> Text:
    return _one(folder, plover=[{"id": "x", "text": text, "event_type": "AID", "mode": mode}])


@pytest.mark.parametrize(("size", "kept"), [(40, 120), (50, 100), (89, 178), (100, 100)])
def test_of_a_long_story_the_lead_is_read_to_the_end_of_a_sentence(
    tmp_path: Path, size: int, kept: int
) -> None:
    sentence = " ".join(["word"] * (size - 1)) + " end.”"
    assert _plover(tmp_path, " ".join([sentence] * 9)).text == " ".join([sentence] * (kept // size))


def test_a_short_story_is_read_whole_and_so_is_one_without_a_stop(tmp_path: Path) -> None:
    for text in ("Dayo came. Dayo went", "word " * 300 + "\nmore"):
        found = _plover(tmp_path, text)
        assert found.text == text
        assert found.labels.pools["plover"] == [(0, len(found.spans), "AID")]


@pytest.mark.parametrize(("mode", "label"), [(None, "none"), ("Riot", "riot")])
def test_a_story_has_a_mode_or_none(tmp_path: Path, mode: str | None, label: str) -> None:
    assert _plover(tmp_path, "Dayo came.", mode).labels.pools["mode"] == [(0, 3, label)]


def test_sentences_of_the_police_have_any_number_of_labels(tmp_path: Path) -> None:
    text = "Officers fired. Two men ran.\nThe rest stayed."
    told = [("Officers fired.", ["FORCE", "KILL"]), ("Two men ran.", []), ("The rest", ["FAIL"])]
    rows = [{"span": span(text, words), "labels": labels} for words, labels in told]
    found = _one(tmp_path, police=[{"id": "x", "text": text, "sentences": rows}])
    passages_ = found.labels.pools["police"]
    assert [(_told(found, b, e), labels) for b, e, labels in passages_] == told


def test_commitment_is_that_of_a_clause_if_the_clause_is_known(tmp_path: Path) -> None:
    text = "Perhaps the ferry sank."
    row = {"id": "x", "text": text, "mean_commitment": -0.5}
    records = [row | {"clause": span(text, "the ferry sank")}, row | {"clause": None}]
    found = _one(tmp_path, commitment=records)
    assert found.labels.pools == {"commitment": [(1, 4, -0.5)]}


GUM = "Lusine's old boat and the boat sank. It was hers."


def _entity(words: str, head: str, cluster: int) -> Record:
    begin = span(GUM, words)
    return {"span": begin, "head": span(GUM, head, words), "cluster": cluster}


def test_mentions_are_in_text_order_the_wider_first_and_heads_reach_as_far_as_they_can() -> None:
    text = segmented({"id": "x", "text": GUM}, "gum")
    entities = [
        _entity("the boat", "boat", 3),
        _entity("Lusine", "Lusine", 1),
        _entity("It", "It", 3),
        _entity("Lusine's old boat and the boat", "boat", 4),
        _entity("Lusine's old boat", "boat", 2),
    ]
    tell_apart(text, entities)
    labels = text.labels
    assert [_told(text, p.begin, p.end) for p in labels.places] == [
        "Lusine's old boat and the boat",
        "Lusine's old boat",
        "Lusine",
        "the boat",
        "It",
    ]
    assert labels.clusters == ["4", "2", "1", "3", "3"]
    assert [p.sentence for p in labels.places] == [0, 0, 0, 0, 1]
    # "boat" heads two mentions: the wider counts.
    assert labels.links["first"] == {0: 0, 3: 0, 6: 5, 9: 9}
    assert labels.links["last"] == {0: 0, 3: 6, 6: 6, 9: 9}


RE3D = "Ana Ruiz of Lima met Ruiz Brothers."


def _mention(words: str, confidence: float = 1) -> Record:
    return {"span": span(RE3D, words), "confidence": confidence}


def _relation(source: str, target: str, kind: str, confidence: float = 1) -> Record:
    ends = {"source": span(RE3D, source), "target": span(RE3D, target)}
    return ends | {"type": kind, "confidence": confidence}


def test_relations_and_mentions_that_nobody_trusts_are_left_out() -> None:
    text = segmented({"id": "x", "text": RE3D}, "re3d")
    record = {
        "entities": [
            _mention("Ruiz Brothers"),
            _mention("Lima", 0.5),
            _mention("Ana Ruiz of Lima"),
            _mention("Ana Ruiz", 0.49),
        ],
        "relations": [
            _relation("Ana Ruiz of Lima", "Lima", "CoLocated", 0.5),
            _relation("Lima", "Ruiz Brothers", "CoLocated", 0.4),
            _relation("Ruiz Brothers", "Ana Ruiz", "BelongsTo"),
            _relation("Ruiz Brothers", "Ana Ruiz of Lima", "CommWith"),
        ],
    }
    relate(text, record)
    places = [_told(text, p.begin, p.end) for p in text.labels.places]
    assert places == ["Ana Ruiz of Lima", "Lima", "Ruiz Brothers"]
    assert text.labels.relations == {(0, 1): "CoLocated", (2, 0): "CommWith"}
    assert [p.head for p in text.labels.places] == [3, 3, 6], "the last word stands for a mention"


def test_facts_are_between_entities() -> None:
    text = segmented({"id": "x", "text": RE3D}, "redocred")
    told = [("Lima", 1), ("Ana Ruiz", 0)]
    entities = [{"span": span(RE3D, words), "cluster": n} for words, n in told]
    relate(text, {"entities": entities, "relations": [{"head": 0, "tail": 1, "type": "P19"}]})
    assert text.labels.clusters == ["0", "1"] and text.labels.facts == {("0", "1", "P19")}
    assert text.labels.relations is None
