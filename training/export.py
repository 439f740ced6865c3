"""The trained network as a bundle: one ONNX graph with int8 weights, tokenizer and labels."""

import hashlib
import json
from dataclasses import dataclass
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
from training.scheme import Scheme
from training.stage import STAGES
from training.train import tokenizer_of

__all__ = ["bundle", "trained"]

_OUTPUTS = (
    "bio labels label_scores factuality arcs deprel deprel_scores predicates roles role_scores "
    "content cue starts ends pools vectors"
).split()
_HIDDEN = 384


class _Words(nn.Module):
    """The network as it reads one window, [1, ...] each: compact outputs."""

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
        label_scores, labels = zip(
            *(tagged[layer].softmax(-1).max(-1) for layer in WORD_LAYERS), strict=True
        )
        arcs = network.arcs(words, batch)
        left, right = network.deprel.sides(words)
        index = arcs.argmax(-1).unsqueeze(-1).expand(-1, -1, right.shape[-1])
        deprel = network.deprel.chosen(left, right.gather(1, index)).softmax(-1).max(-1)
        predicates, roles, role_scores = self._roles(words, sentences, tagged["predicate"])
        content, cue = network.links(words, batch)
        begin, end = network.reach(words, batch)
        pools = torch.cat(list(network.pooled(words).values()), -1)
        value = network.factuality(words).squeeze(-1)
        return (
            *(bio, torch.stack(labels, -1), torch.stack(label_scores, -1), value),
            *(arcs.log_softmax(-1), deprel.indices, deprel.values),
            *(predicates, roles, role_scores, content, cue),
            *(begin.softmax(-1), end.softmax(-1), pools, words),
        )

    def _roles(self, words: Tensor, sentences: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Of the words marked as predicates only, which are few."""
        head = self.network.role
        predicates = marks[0].argmax(-1).nonzero().squeeze(-1)
        left, right = head.sides(words)
        scores, roles = head.crossed(left[:, predicates], right).softmax(2).max(2)
        near = sentences[:, predicates].unsqueeze(2) == sentences.unsqueeze(1)
        return predicates.unsqueeze(0), roles * near, scores


def trained(run: Path) -> tuple[Network, Scheme]:
    """The network of the last stage of a run that has been begun."""
    scheme = Scheme(json.loads((run / "labels.json").read_text()))
    network = Network(scheme)
    last = [p for stage in STAGES if (p := run / stage.name / "checkpoint.pt").exists()][-1]
    network.load_state_dict(torch.load(last, weights_only=True, map_location="cpu")["network"])
    return network.eval(), scheme


def bundle(run: Path, pretrained: Path, folder: Path, *, small: bool = True) -> None:
    """Writes the files of a bundle; weights are int8 if `small`, else float32."""
    network, scheme = trained(run)
    folder.mkdir(parents=True, exist_ok=True)
    drafts = run / "graphs"
    drafts.mkdir(exist_ok=True)
    for name, graph in _graphs(network).items():
        graph.write(drafts / name)
        if small:
            _shrink(drafts / name, folder / name)
        else:
            (folder / name).write_bytes((drafts / name).read_bytes())
    tokenizer_of(pretrained).save(str(folder / "tokenizer.json"), pretty=False)
    told = {
        "labels": {k: v for k, v in scheme.labels.items() if k != "lemma"},
        "bias": {},
        "calibration": {},
        "offsets": {},
        "pieces": PIECES,
        "digests": {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in FILES},
    }
    (folder / "labels.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")


def _shrink(full: Path, target: Path) -> None:
    """Weights to int8, dynamically quantised by channel."""
    ready = full.with_suffix(".ready.onnx")
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(target),
        op_types_to_quantize=["MatMul", "Gather"] if full.stem == "model" else ["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
    )


@dataclass(frozen=True, slots=True)
class _Graph:
    """A part of the network with example inputs; `axes` names the sizes of inputs that vary."""

    part: nn.Module
    inputs: dict[str, Tensor]
    outputs: list[str]
    axes: dict[str, dict[int, str]]

    def write(self, path: Path) -> None:
        torch.onnx.export(
            self.part,
            tuple(self.inputs.values()),
            str(path),
            input_names=list(self.inputs),
            output_names=self.outputs,
            dynamic_axes=self.axes,
            opset_version=17,
            dynamo=False,
        )
        onnx.checker.check_model(str(path))


def _graphs(network: Network) -> dict[str, _Graph]:
    """The graph of a window and those of the document pass, by file name."""
    pieces, words = 40, 30
    window = {
        "ids": torch.randint(1000, 2000, (1, pieces)),
        "cases": torch.ones(1, pieces, dtype=torch.int64),
        "first": torch.arange(1, words + 1).unsqueeze(0),
        "sentences": torch.tensor([[0] * 12 + [1] * (words - 12)]),
    }
    sizes = {"ids": "pieces", "cases": "pieces", "first": "words", "sentences": "words"}
    axes = {name: {1: size} for name, size in sizes.items()}
    vectors = {"vectors": torch.randn(words, _HIDDEN)}
    mentions = vectors | {
        "places": torch.tensor([[0, 2, 1], [4, 4, 4], [6, 9, 8]]),
        "pairs": torch.tensor([[1, 0], [2, 0], [2, 1], [0, 2]]),
        "features": torch.zeros(4, 4, dtype=torch.int64),
    }
    pair_axes = {"vectors": {0: "words"}, "places": {0: "mentions"}}
    pair_axes |= {name: {0: "pairs"} for name in ("pairs", "features")}
    entities = {key: mentions[key] for key in ("vectors", "places")} | {
        "owned": torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]),
        "pairs": torch.tensor([[0, 1], [1, 0]]),
        "orders": torch.zeros(2, dtype=torch.int64),
    }
    entity_axes = {"vectors": {0: "words"}, "places": {0: "mentions"}}
    entity_axes |= {"owned": {0: "entities", 1: "mentions"}}
    entity_axes |= {name: {0: "rows"} for name in ("pairs", "orders")}
    document = network.document
    return {
        "model.onnx": _Graph(_Words(network), window, _OUTPUTS, axes),
        "incidents.onnx": _Graph(
            document.incidents, vectors, ["kinds", "filler"], {"vectors": {0: "words"}}
        ),
        **{
            f"{name}.onnx": _Graph(head, mentions, ["scores"], pair_axes)
            for name, head in (
                ("coreference", document.coreference),
                ("relation", document.relation),
            )
        },
        "fact.onnx": _Graph(document.fact, entities, ["scores"], entity_axes),
    }
