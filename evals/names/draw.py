"""Draws the pairs: python -m evals.names.draw writes pairs.tsv from the lists of bearers.

Those of people.txt and groups.txt came first; the later people2.txt and groups2.txt are sealed as
a whole. All are read in blocks parted by blank lines; "@" begins a line with the region and the
family of the names after it. A line is one bearer with spellings of its name; those of one block
are easily taken for one another. "~" marks a near miss that is made up: a name that differs from a
bearer's in one part, and for all we know is nobody's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, product
from pathlib import Path

from rapidfuzz.fuzz import token_sort_ratio

__all__ = ["PAIRS", "Block", "Pair", "blocks", "drawn", "read"]

HERE = Path(__file__).parent
PAIRS = HERE / "pairs.tsv"
_SAME_OF_ONE = {"person": 3, "group": 1}
_DIFFERENT_OF_TWO = 3
_DIFFERENT_OF_BLOCK = {"person": 24, "group": 40}
_HARD = 60.0
"""Likeness, of 100, from which different names without a word in common are drawn."""
_SEALED = 5
"""One block in so many of the first lists is sealed."""
_FILES = (
    ("person", "people.txt", 0),
    ("group", "groups.txt", 0),
    ("person", "people2.txt", 2),
    ("group", "groups2.txt", 2),
    ("person", "people3.txt", 3),
    ("group", "groups3.txt", 3),
    ("person", "people4.txt", 4),
    ("group", "groups4.txt", 4),
    ("person", "people5.txt", 5),
    ("group", "groups5.txt", 5),
    ("person", "people6.txt", 6),
    ("group", "groups6.txt", 6),
    ("person", "people7.txt", 7),
    ("group", "groups7.txt", 7),
)
"""The kind, the list, and the sealed draw that it is; of the first lists, a part of the blocks."""


@dataclass(frozen=True, slots=True)
class Block:
    """Bearers, each with its spellings, whose names are easily taken for one another."""

    kind: str
    region: str
    family: str
    bearers: tuple[tuple[str, ...], ...]

    @property
    def sealed(self) -> bool:
        """Whether its pairs, if of the first lists, stay closed until the end: all, or none."""
        return int(_digest(self.kind, *self.bearers[0]), 16) % _SEALED == 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are one bearer's."""

    left: str
    right: str
    kind: str
    region: str
    family: str
    same: bool
    sealed: int
    """The draw in which it is or was sealed, 1 to 7; 0 if it never was."""

    def line(self) -> str:
        """The row of pairs.tsv."""
        told = (self.left, self.right, self.kind, self.region, self.family)
        return "\t".join((*told, str(int(self.same)), str(self.sealed)))


def blocks(kind: str, lines: Iterable[str]) -> Iterator[Block]:
    """The blocks of a file of bearers."""
    region, family = "", ""
    bearers: list[tuple[str, ...]] = []
    for line in (*lines, ""):
        if line.startswith("@") or not line.strip():
            if bearers:
                yield Block(kind, region, family, tuple(bearers))
            bearers = []
            if line:
                region, family = line.removeprefix("@").strip().split("; ")
        else:
            bearers.append(tuple(line.removeprefix("~ ").strip().split("; ")))


def drawn() -> list[Pair]:
    """All pairs, those of lowest digest in each bearer and block, in the order of the files."""
    found: list[Pair] = []
    for kind, name, draw in _FILES:
        for block in blocks(kind, (HERE / name).read_text("utf-8").splitlines()):
            found += _of_block(block, draw or int(block.sealed))
    return found


def _of_block(block: Block, sealed: int) -> Iterator[Pair]:
    for names in block.bearers:
        for same in _lowest(combinations(names, 2), _SAME_OF_ONE[block.kind]):
            yield Pair(*same, block.kind, block.region, block.family, True, sealed)
    apart: list[tuple[str, str]] = []
    for left, right in combinations(block.bearers, 2):
        if _is_hard(left[0], right[0]):
            apart += _lowest(product(left, right), _DIFFERENT_OF_TWO)
    for other in _lowest(apart, _DIFFERENT_OF_BLOCK[block.kind]):
        yield Pair(*other, block.kind, block.region, block.family, False, sealed)


def read() -> list[Pair]:
    """The pairs of pairs.tsv."""
    rows = (line.split("\t") for line in PAIRS.read_text("utf-8").splitlines())
    return [
        Pair(left, right, kind, region, family, same == "1", int(sealed))
        for left, right, kind, region, family, same, sealed in rows
    ]


def _is_hard(left: str, right: str) -> bool:
    one, other = left.casefold(), right.casefold()
    return bool({*one.split()} & {*other.split()}) or token_sort_ratio(one, other) >= _HARD


def _lowest(pairs: Iterable[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: _digest(*pair))[:count]


def _digest(*names: str) -> str:
    return sha256("\t".join(names).encode()).hexdigest()


if __name__ == "__main__":
    PAIRS.write_text("".join(f"{pair.line()}\n" for pair in drawn()), "utf-8")
