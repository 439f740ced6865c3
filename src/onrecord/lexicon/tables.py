"""The lexicon's tables: tab-separated text beside the code.

A line is a row; "#" begins a comment line; "-" stands for an empty cell; a cell of words holds them
separated by ", ".
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["cell", "digest", "rows", "words"]


@cache
def rows(name: str, width: int) -> tuple[tuple[str, ...], ...]:
    """The rows of the table `name` (its file in `data/`, without the ending).

    Raises ValueError if a row has another number of cells than `width`.
    """
    text = files("onrecord.lexicon").joinpath("data", f"{name}.tsv").read_text("utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if len(cells) != width:
            raise ValueError(f"{name}.tsv line {number} has {len(cells)} cells, not {width}")
        found.append(cells)
    return tuple(found)


@cache
def digest() -> str:
    """SHA-256 over the names and bytes of all tables: the version of the lexicon."""
    folder = files("onrecord.lexicon").joinpath("data")
    total = sha256()
    for table in sorted(folder.iterdir(), key=lambda entry: entry.name):
        total.update(table.name.encode() + b"\0" + table.read_bytes())
    return total.hexdigest()


def cell(value: str) -> str | None:
    """The value of a cell, None for "-"."""
    return None if value == "-" else value


def words(value: str) -> tuple[str, ...]:
    """The words of a cell, in their order; none for "-"."""
    return () if value == "-" else tuple(value.split(", "))
