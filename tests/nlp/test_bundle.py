"""Weights that are missing or damaged are told in one line."""

import json
import shutil
from pathlib import Path

import pytest
from onrecord_english import FOLDER

from onrecord.errors import ModelError
from onrecord.nlp.bundle import FILES, load_bundle

pytestmark = pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the weights of onrecord-english are not here"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in (*FILES, "labels.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


def _refusal(folder: Path) -> str:
    with pytest.raises(ModelError) as refused:
        load_bundle(folder, 1)
    told = str(refused.value)
    assert "\n" not in told and str(folder) in told
    return told


def test_a_bundle_loads(copy: Path) -> None:
    bundle = load_bundle(copy, 1)
    assert bundle.pieces > 100 and len(bundle.digest) == 64


def test_nothing_there(tmp_path: Path) -> None:
    assert "labels.json" in _refusal(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    assert name in _refusal(copy)


def test_labels_of_something_else(copy: Path) -> None:
    (copy / "labels.json").write_text(json.dumps(["no", "labels"]))
    assert "labels.json" in _refusal(copy)


@pytest.mark.parametrize("fit", [0.5, [1.0], [1.0, "steep"], [1.0, 0.0, 2.0]])
def test_a_calibration_that_is_no_line(copy: Path, fit: object) -> None:
    told = json.loads((copy / "labels.json").read_text())
    (copy / "labels.json").write_text(json.dumps(told | {"calibration": {"cue": fit}}))
    assert "labels.json" in _refusal(copy)


@pytest.mark.parametrize("added", [0.5, {"cue": 0.5}, {"cue": {"cue": "more"}}])
def test_what_labels_add_is_a_number_each(copy: Path, added: object) -> None:
    told = json.loads((copy / "labels.json").read_text())
    (copy / "labels.json").write_text(json.dumps(told | {"offsets": added}))
    assert "labels.json" in _refusal(copy)


def test_other_labels_are_another_digest(copy: Path) -> None:
    before = load_bundle(copy, 1).digest
    told = json.loads((copy / "labels.json").read_text())
    told["bias"]["name"] = 0.25
    (copy / "labels.json").write_text(json.dumps(told))
    assert load_bundle(copy, 1).digest != before
