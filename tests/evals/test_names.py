"""The benchmark of names is what it says it is, and every rule has names that it helps."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations, permutations
from pathlib import Path

import pytest
from anyascii import anyascii
from evals.names import draw, score

from onrecord.lexicon.naming import acronym, body, bodytable, bodyword, person, spelling
from onrecord.lexicon.naming.script import undoubled
from onrecord.lexicon.naming.spelling import Rule
from onrecord.lexicon.tables import rows, words

FILES = ("people.txt", "groups.txt", "evidence.txt", "evidence_groups.txt")
LATER = tuple(f"{kind}{n}.txt" for n in (2, 3, 4, 6, 7) for kind in ("people", "groups"))
_OTHERS = re.compile(r"[^a-z0-9]+")


def _lines(name: str) -> list[str]:
    text = (draw.HERE / name).read_text("utf-8")
    return [line for line in text.splitlines() if line[:1] not in ("", "#", "@")]


def _spellings(name: str) -> list[tuple[str, ...]]:
    return [tuple(line.removeprefix("~ ").split("; ")) for line in _lines(name)]


def test_the_pairs_are_those_that_are_drawn() -> None:
    assert draw.read() == draw.drawn()


def test_the_pairs_are_many_various_and_hard() -> None:
    pairs = draw.read()
    assert len(pairs) >= 1500
    assert sum(not pair.same for pair in pairs) >= 0.44 * len(pairs)
    assert len({pair.region for pair in pairs}) >= 10
    first = [pair for pair in pairs if pair.sealed < 2]
    assert 0.15 < sum(pair.sealed for pair in first) / len(first) < 0.25
    assert len({(pair.left, pair.right, pair.kind) for pair in pairs}) == len(pairs)


def test_no_bearer_stands_in_both_parts() -> None:
    parts: dict[int, set[str]] = {number: set() for number in range(8)}
    for pair in draw.read():
        parts[pair.sealed] |= {f"{pair.kind} {pair.left}", f"{pair.kind} {pair.right}"}
    # A few acronyms are those of several bodies.
    for one, other in combinations(parts.values(), 2):
        assert all(name.split(" ", 1)[1].isupper() for name in one & other)


def test_counts() -> None:
    pairs = [
        draw.Pair(left, "b", "person", "", "", same, 0)
        for left, same in (("a", True), ("b", True), ("c", False), ("d", True))
    ]
    told = score.counts(pairs, lambda pair: pair.left in "ac")
    assert (told.pairs, told.same, told.joined, told.right) == (4, 3, 2, 1)
    assert told.precision == 50 and round(told.recall, 1) == 33.3 and told.f1 == 40


def _texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "reports").rglob("*.txt")):
        yield path.read_text("utf-8")
    for path in sorted((shared / "corpora").glob("*.jsonl.gz")):
        for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
            told = json.loads(line) if line else {}
            yield told.get("text", "") if isinstance(told, dict) else ""


def test_no_full_name_is_in_a_report_or_corpus(shared: Path) -> None:
    told: dict[str, list[list[str]]] = {}
    for file in (*FILES, *LATER):
        for name in chain.from_iterable(_spellings(file)):
            if len(words := _plain(name)) > 1:
                told.setdefault(words[0], []).append(words)
    found = {
        " ".join(name)
        for text in map(_plain, _texts(shared))
        for at, word in enumerate(text)
        for name in told.get(word, ())
        if text[at : at + len(name)] == name
    }
    assert found == set()


def _plain(text: str) -> list[str]:
    return _OTHERS.sub(" ", anyascii(text).casefold()).split()


def test_every_rule_helps_three_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever rule a spelling takes, all rules that say the same and hold there are helped."""
    used: set[tuple[str, str, str]] = set()

    def watched(left: str, right: str, active: frozenset[str]) -> tuple[Rule, ...] | None:
        rules = spelling.rules_between(left, right, active)
        for rule in rules or ():
            used.update((family, rule.left, rule.right) for family in active)
            used.update((family, rule.right, rule.left) for family in active)
        return rules

    monkeypatch.setattr(person, "rules_between", watched)
    monkeypatch.setattr(body, "rules_between", watched)
    rows_of = _rows_by_rule()
    by_row: Counter[tuple[str, str]] = Counter()
    for file in FILES:
        for names in _spellings(file):
            used.clear()
            for left, right in combinations(names, 2):
                match = body.match_bodies if "groups" in file else person.match_people
                match(left, right)
            by_row.update({row for rule in used for row in rows_of.get(rule, ())})
    few = {row: by_row[row] for row in set().union(*rows_of.values()) if by_row[row] < 3}
    assert few == {}


def _rows_by_rule() -> dict[tuple[str, str, str], set[tuple[str, str]]]:
    found: dict[tuple[str, str, str], set[tuple[str, str]]] = {}
    for family, told, _ in rows("name_spellings", 3):
        plain = {undoubled(each.replace("_", " ").replace("0", "")) for each in words(told)}
        for left, right in permutations(plain, 2):
            found.setdefault((family, left, right), set()).add((family, told))
    return found


@pytest.mark.parametrize(
    ("file", "kind"), [("evidence.txt", "person"), ("evidence_groups.txt", "group")]
)
def test_names_of_one_bearer_as_evidence_match(file: str, kind: str) -> None:
    for names in _spellings(file):
        for left, right in combinations(names, 2):
            assert score.ours(draw.Pair(left, right, kind, "", "", True, 0)), (left, right)


def test_every_rule_of_bodies_helps_three_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the endings of a sort, or without a mechanism, three at least fail."""
    bearers = _spellings("groups.txt") + _spellings("evidence_groups.txt")
    joined = _joined(bearers)
    endings = bodytable.endings()
    for sort in {sort for _, sort in endings}:
        rest = tuple(each for each in endings if each[1] != sort)
        with monkeypatch.context() as patched:
            patched.setattr(bodyword, "endings", lambda rest=rest: rest)
            _forget()
            assert len(joined - _joined(bearers)) >= 3, sort
    for module, name, without in (
        (acronym, "_translates", lambda letters, long: False),
        (body, "uninflected", lambda held: held),
        (acronym, "_syllabic", lambda short, long: None),
        (acronym, "_in_one", lambda held: held),
        (body, "_sound", lambda name: ""),
        (bodyword, "_told", lambda word: ()),
        (bodyword, "nisba", lambda word: None),
        (bodyword, "_stripped", lambda part: part.strip("«»“”\"'!?.;:")),
        (bodyword, "_compound", lambda flat: ""),
        (bodyword, "_pieces", lambda word: iter((word,))),
        (bodyword, "_country", lambda held: (1, "")),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(module, name, without)
            _forget()
            assert len(joined - _joined(bearers)) >= 3, name
    _forget()


def _joined(bearers: list[tuple[str, ...]]) -> set[tuple[str, str]]:
    return {
        pair
        for names in bearers
        for pair in combinations(names, 2)
        if score.ours(draw.Pair(*pair, "group", "", "", True, 0))
    }


def _forget() -> None:
    for module in (bodyword, body, acronym):
        for cached in vars(module).values():
            if getattr(cached, "__module__", "") == module.__name__ and hasattr(
                cached, "cache_clear"
            ):
                cached.cache_clear()
