"""The network: a MiniLM encoder that also sees the case of each word, and one head a layer."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.document import Document
from training.scheme import LAYERS, POOLS, WORD_LAYERS, Scheme

__all__ = ["Batch", "Encoder", "Network", "Pairs"]

_HIDDEN, _INNER, _HEADS, _DEPTH, _POSITIONS, _PIECES = 384, 1536, 12, 6, 512, 30522
_CASES = 6
_ARC, _RELATION, _ROLE, _LINK, _REACH = 256, 128, 128, 128, 96
_POOL = 128
_FAR = -1e4


@dataclass(slots=True)
class Batch:
    """Padded windows: `ids`, `cases`, `mask` are [windows, pieces]; `first` (piece of each word)
    and `sentences` (-1 where there is no word) are [windows, words]."""

    ids: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    sentences: Tensor


class _Block(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(_HIDDEN, 3 * _HIDDEN)
        self.out = nn.Linear(_HIDDEN, _HIDDEN)
        self.norm = nn.LayerNorm(_HIDDEN, eps=1e-12)
        self.up = nn.Linear(_HIDDEN, _INNER)
        self.down = nn.Linear(_INNER, _HIDDEN)
        self.last = nn.LayerNorm(_HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, _HEADS, _HIDDEN // _HEADS).permute(2, 0, 3, 1, 4)
        scores = (q * (_HIDDEN // _HEADS) ** -0.5) @ k.transpose(-1, -2) + bias.to(q.dtype)
        read = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, _HIDDEN)
        x = self.norm(x + self.dropout(self.out(read)))
        inner = functional.gelu(self.up(x))
        return self.last(x + self.dropout(self.down(inner)))


class Encoder(nn.Module):
    """BERT's encoder with MiniLM-L6-H384's weights; word embeddings stay as they are."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(_PIECES, _HIDDEN)
        self.cases = nn.Embedding(_CASES, _HIDDEN)
        self.positions = nn.Embedding(_POSITIONS, _HIDDEN)
        self.norm = nn.LayerNorm(_HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(_Block(dropout) for _ in range(_DEPTH))
        nn.init.zeros_(self.cases.weight)

    def start(self, weights: Path) -> None:
        """Takes the pretrained weights (BERT's names) from a safetensors file."""
        old = load_file(weights)
        kind = old["embeddings.token_type_embeddings.weight"][0]
        new = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            "cases.weight": self.cases.weight.data,
            "positions.weight": old["embeddings.position_embeddings.weight"] + kind,
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "last": "output.LayerNorm",
        }
        for i in range(_DEPTH):
            for end in ("weight", "bias"):
                base = f"encoder.layer.{i}"
                parts = [old[f"{base}.attention.self.{p}.{end}"] for p in ("query", "key", "value")]
                new[f"blocks.{i}.qkv.{end}"] = torch.cat(parts)
                for here, there in names.items():
                    new[f"blocks.{i}.{here}.{end}"] = old[f"{base}.{there}.{end}"]
        self.load_state_dict(new)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """[windows, pieces, hidden]."""
        places = self.positions.weight[: ids.shape[1]]
        x = self.dropout(self.norm(self.pieces(ids) + self.cases(cases) + places))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * _FAR
        for block in self.blocks:
            x = block(x, bias)
        return x


class _Pointer(nn.Module):
    """Biaffine scores [windows, from word, to word]."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.left = nn.Linear(_HIDDEN, size)
        self.right = nn.Linear(_HIDDEN, size)
        self.core = nn.Linear(size, size)
        self.bias = nn.Linear(size, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor) -> Tensor:
        left = self.dropout(functional.gelu(self.left(words)))
        right = self.dropout(functional.gelu(self.right(words)))
        return self.core(left) @ right.transpose(1, 2) + self.bias(right).transpose(1, 2)


class Pairs(nn.Module):
    """Biaffine label scores of pairs of words."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.labels, self.size = labels, size
        self.left = nn.Linear(_HIDDEN, size)
        self.right = nn.Linear(_HIDDEN, size)
        self.core = nn.Linear(size, labels * size)
        self.alone = nn.Linear(2 * size, labels)
        self.dropout = nn.Dropout(0.2)

    def sides(self, words: Tensor) -> tuple[Tensor, Tensor]:
        left = self.dropout(functional.gelu(self.left(words)))
        return left, self.dropout(functional.gelu(self.right(words)))

    def chosen(self, left: Tensor, right: Tensor) -> Tensor:
        """[..., labels] of pairs given side by side, both [..., size]."""
        core = self.core(left).unflatten(-1, (self.labels, self.size))
        both = (core @ right.unsqueeze(-1)).squeeze(-1)
        return both + self.alone(torch.cat([left, right], -1))

    def crossed(self, left: Tensor, right: Tensor) -> Tensor:
        """[windows, from word, labels, to word] of all pairs."""
        core = self.core(left).unflatten(-1, (self.labels, self.size))
        both = core @ right.transpose(1, 2).unsqueeze(1)
        first, second = self.alone.weight.split(self.size, 1)
        ahead = functional.linear(left, first, self.alone.bias).unsqueeze(-1)
        return both + ahead + functional.linear(right, second).transpose(1, 2).unsqueeze(1)


class Network(nn.Module):
    """Encoder and heads; see `words` and the heads' own methods for shapes."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.layers = (*LAYERS, *WORD_LAYERS)
        self.sizes = [len(scheme.labels[layer]) for layer in self.layers]
        self.tags = nn.Linear(_HIDDEN, sum(self.sizes))
        self.factuality = nn.Sequential(nn.Linear(_HIDDEN, 128), nn.GELU(), nn.Linear(128, 1))
        self.arc = _Pointer(_ARC)
        self.deprel = Pairs(_RELATION, len(scheme.labels["deprel"]))
        self.role = Pairs(_ROLE, len(scheme.labels["role"]))
        self.content = _Pointer(_LINK)
        self.cue = _Pointer(_LINK)
        self.first = _Pointer(_REACH)
        self.last = _Pointer(_REACH)
        self.pool_sizes = [len(scheme.labels[layer]) for layer in POOLS]
        self.pools = nn.Sequential(
            nn.Linear(_HIDDEN, _POOL), nn.GELU(), nn.Linear(_POOL, sum(self.pool_sizes) + 1)
        )
        self.document = Document(scheme)
        self.dropout = nn.Dropout(0.1)

    def words(self, batch: Batch) -> Tensor:
        """[windows, words, hidden]: the encoder's vector at the first piece of each word."""
        pieces = self.encoder(batch.ids, batch.cases, batch.mask)
        index = batch.first.unsqueeze(-1).expand(-1, -1, _HIDDEN)
        return self.dropout(pieces.gather(1, index))

    def tagged(self, words: Tensor) -> dict[str, Tensor]:
        """Scores [windows, words, labels] of every layer that labels words."""
        return dict(zip(self.layers, self.tags(words).split(self.sizes, -1), strict=True))

    def arcs(self, words: Tensor, batch: Batch) -> Tensor:
        """Scores of heads in the same sentence; a root points to itself."""
        apart = batch.sentences.unsqueeze(1) != batch.sentences.unsqueeze(2)
        return self.arc(words).float() + apart * _FAR

    def reach(self, words: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores of the first and the last word of the mention of each head, in its sentence."""
        apart = (batch.sentences.unsqueeze(1) != batch.sentences.unsqueeze(2)) * _FAR
        return self.first(words).float() + apart, self.last(words).float() + apart

    def pooled(self, words: Tensor) -> dict[str, Tensor]:
        """Scores [..., words, labels] of layers that label passages, and "commitment" [..., 1]."""
        layers, sizes = (*POOLS, "commitment"), [*self.pool_sizes, 1]
        return dict(zip(layers, self.pools(words).split(sizes, -1), strict=True))

    def links(self, words: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        """Scores of what contents and what cues point to, anywhere in the window."""
        empty = (batch.sentences < 0).unsqueeze(1) * _FAR
        return self.content(words).float() + empty, self.cue(words).float() + empty
