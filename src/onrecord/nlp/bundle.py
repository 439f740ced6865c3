"""The files of a network: weights, tokenizer and labels, checked by digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError

__all__ = ["FILES", "GRAPHS", "Bundle", "load_bundle"]

GRAPHS = ("model", "incidents", "coreference", "relation", "fact")
"""The window's graph, and those of the document pass."""
FILES = (*(f"{graph}.onnx" for graph in GRAPHS), "tokenizer.json")
"""The files of a bundle, with labels.json, which holds their digests."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A network that can be run.

    `sessions` runs each of GRAPHS. `labels` lists the labels of each layer in the order of the
    outputs; `bias` is what is taken off the score of O in a layer; `calibration` has slope and
    intercept of a layer's scores, `offsets` what its labels add to the latter; `pieces` is what a
    window holds; `digest` covers all files.
    """

    sessions: Mapping[str, onnxruntime.InferenceSession]
    tokenizer: Tokenizer
    labels: Mapping[str, tuple[str, ...]]
    bias: Mapping[str, float]
    calibration: Mapping[str, tuple[float, float]]
    offsets: Mapping[str, Mapping[str, float]]
    pieces: int
    digest: str


def load_bundle(folder: Path, threads: int) -> Bundle:
    """The bundle in `folder`; ModelError if a file is missing, damaged or not the one meant."""
    told = _read(folder / "labels.json")
    try:
        scheme = json.loads(told)
        digests = {str(name): str(value) for name, value in scheme["digests"].items()}
        labels = {str(layer): tuple(values) for layer, values in scheme["labels"].items()}
        bias = {str(layer): float(value) for layer, value in scheme["bias"].items()}
        calibration = {
            str(layer): (float(slope), float(intercept))
            for layer, (slope, intercept) in scheme["calibration"].items()
        }
        offsets = {
            str(layer): {str(label): float(value) for label, value in told.items()}
            for layer, told in scheme["offsets"].items()
        }
        pieces = int(scheme["pieces"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{folder / 'labels.json'}: not the labels of a network") from error
    content = {name: _checked(folder / name, digests.get(name)) for name in FILES}
    sessions = {graph: _session(content[f"{graph}.onnx"], threads) for graph in GRAPHS}
    tokenizer = Tokenizer.from_str(content["tokenizer.json"].decode("utf-8"))
    digest = hashlib.sha256(told).hexdigest()
    return Bundle(sessions, tokenizer, labels, bias, calibration, offsets, pieces, digest)


def _session(content: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read; install onrecord-english again") from error


def _checked(path: Path, digest: str | None) -> bytes:
    content = _read(path)
    if hashlib.sha256(content).hexdigest() != digest:
        raise ModelError(f"{path}: not the file that labels.json names; install it again")
    return content
