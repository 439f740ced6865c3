"""Reading tables."""

from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.lexicon import tables


def test_a_row_with_a_cell_too_few_is_told_by_its_line() -> None:
    with pytest.raises(ValueError, match=r"modes\.tsv line \d+ has 2 cells, not 3"):
        tables.rows("modes", 3)


def test_cells() -> None:
    assert (tables.cell("-"), tables.cell("a")) == (None, "a")
    assert (tables.words("-"), tables.words("a b, c")) == ((), ("a b", "c"))


def test_the_version_of_the_lexicon_is_made_of_every_table() -> None:
    folder = Path(tables.__file__).parent / "data"
    total = sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    assert tables.digest() == total.hexdigest()
