"""The files of a network: weights, tokenizer and labels, checked by digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError

__all__ = ["FILES", "Bundle", "load_bundle"]

FILES = ("model.onnx", "tokenizer.json")
"""The files of a bundle, with labels.json, which holds their digests."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A network that can be run.

    `labels` lists the labels of each layer in the order of the outputs; `bias` is what is taken
    off the score of O in a layer; `pieces` is what a window holds; `digest` covers all files.
    """

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    labels: Mapping[str, tuple[str, ...]]
    bias: Mapping[str, float]
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
        pieces = int(scheme["pieces"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{folder / 'labels.json'}: not the labels of a network") from error
    content = {name: _checked(folder / name, digests.get(name)) for name in FILES}
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        content["model.onnx"], options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_str(content["tokenizer.json"].decode("utf-8"))
    return Bundle(session, tokenizer, labels, bias, pieces, hashlib.sha256(told).hexdigest())


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
