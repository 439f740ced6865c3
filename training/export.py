"""The trained network as a bundle: one ONNX graph with int8 weights, tokenizer and labels."""

import hashlib
import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.nlp.bundle import FILES
from onrecord.nlp.decode import BIO_LAYERS, WORD_LAYERS
from training.batches import PIECES
from training.model import Batch, Network
from training.roles import role_head
from training.scheme import Scheme
from training.train import tokenizer_of

__all__ = ["bundle", "trained"]

_OUTPUTS = "bio labels factuality arcs deprel roles role_scores content cue".split()
_BIAS = {"mention": 0.5, "toponym": 0.5, "source": 1.0, "cue": 1.0}
"""What is taken off the score of O, by layer; chosen on the dev parts."""


class _Graph(nn.Module):
    """The network as it is run: compact outputs for one window, [1, ...] each."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, cases: Tensor, first: Tensor, sentences: Tensor
    ) -> tuple[Tensor, ...]:
        network = self.network
        batch = Batch(ids, cases, torch.ones_like(ids), first, sentences)
        words = network.words(batch)
        tagged = network.tagged(words)
        bio = torch.cat([tagged[layer] for layer in BIO_LAYERS], -1)
        labels = torch.stack([tagged[layer].argmax(-1) for layer in WORD_LAYERS], -1)
        arcs = network.arcs(words, batch)
        left, right = network.deprel.sides(words)
        index = arcs.argmax(-1).unsqueeze(-1).expand(-1, -1, right.shape[-1])
        deprel = network.deprel.chosen(left, right.gather(1, index)).argmax(-1)
        roles = network.role.crossed(*network.role.sides(words)).softmax(2)
        score, role = roles.max(2)
        near = sentences.unsqueeze(1) == sentences.unsqueeze(2)
        content, cue = network.links(words, batch)
        value = network.factuality(words).squeeze(-1)
        return bio, labels, value, arcs, deprel, role * near, score, content, cue


def trained(run: Path) -> tuple[Network, Scheme]:
    """The network of a run, its head of roles the later one."""
    scheme = Scheme(json.loads((run / "labels.json").read_text()))
    network = Network(scheme)
    saved = torch.load(run / "checkpoint.pt", weights_only=True, map_location="cpu")
    network.load_state_dict(saved["network"])
    network.role = role_head(run, scheme)
    return network.eval(), scheme


def bundle(run: Path, pretrained: Path, folder: Path, *, small: bool = True) -> None:
    """Writes the files of a bundle; weights are int8 if `small`, else float32."""
    network, scheme = trained(run)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "model.onnx"
    full = run / "model.float32.onnx"
    _export(network, full)
    if small:
        ready = run / "model.ready.onnx"
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
    else:
        target.write_bytes(full.read_bytes())
    tokenizer_of(pretrained).save(str(folder / "tokenizer.json"), pretty=False)
    told = {
        "labels": {k: v for k, v in scheme.labels.items() if k != "lemma"},
        "bias": _BIAS,
        "pieces": PIECES,
        "digests": {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in FILES},
    }
    (folder / "labels.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")


def _export(network: Network, path: Path) -> None:
    pieces, words = 40, 30
    example = (
        torch.randint(1000, 2000, (1, pieces)),
        torch.ones(1, pieces, dtype=torch.int64),
        torch.arange(1, words + 1).unsqueeze(0),
        torch.tensor([[0] * 12 + [1] * (words - 12)]),
    )
    axes = {"ids": {1: "pieces"}, "cases": {1: "pieces"}, "first": {1: "words"}}
    torch.onnx.export(
        _Graph(network),
        example,
        str(path),
        input_names=["ids", "cases", "first", "sentences"],
        output_names=_OUTPUTS,
        dynamic_axes=axes | {"sentences": {1: "words"}},
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))
