"""Event types of one's own, through the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Run

BOOK = """
scheme: Depots
description: What becomes of fuel.
types:
  - type: depot attack
    description: Fuel, or whoever guards it, is attacked.
    words: [attack, smuggle]
    exclude:
      - status: denied
  - type: flood
    words: [flood]
  - type: deadly
    include:
      - counts: {killed: 1}
"""


def book(folder: Path, text: str = BOOK) -> str:
    (folder / "book.yaml").write_text(text, "utf-8")
    return "book.yaml"


def coded(run: Run) -> dict[str, list[str]]:
    lines = map(json.loads, run("export").stdout.splitlines())
    return {x["id"]: x["coded"] for x in lines if x["kind"] == "statement" and "coded" in x}


def test_a_codebook_is_used_shown_and_dropped(run: Run, tmp_path: Path) -> None:
    assert coded(run) == {}
    used = run("scheme", "use", book(tmp_path), "--by", "Noor")
    assert used.stderr == "On record: Depots, 3 types, of which 2 have statements.\n"
    assert ["depot attack", "deadly"] in coded(run).values()
    assert "coded depot attack, deadly" in " ".join(run("events").stdout.split())
    shown = run("scheme", "show").stdout
    assert "depot attack          1 statement" in shown and "0 statements" in shown
    assert run("scheme", "drop").exit_code == 0
    assert coded(run) == {}
    assert "coded" not in run("events").stdout
    assert run("scheme", "drop").exit_code == run("scheme", "show").exit_code == 4


def test_the_codebook_travels_with_the_record(run: Run, tmp_path: Path) -> None:
    run("scheme", "use", book(tmp_path))
    lines = run("export").stdout
    run("import", "-", "--record", "other.db", typed=lines)
    assert run("export", "--record", "other.db").stdout == lines


def test_relevance_is_told_before_anything_is_coded(run: Run, tmp_path: Path) -> None:
    told = run("scheme", "relevance", book(tmp_path)).stdout
    assert max(map(len, told.splitlines())) <= 80
    assert "words of 1 of 2 types occur (50%)" in told
    assert "nowhere: flood" in told and "no words to go by: deadly" in told
    assert "1 report with such words, 1 without" in told
    assert "attacked the Vellmar fuel depot" in " ".join(told.split())
    assert coded(run) == {}
    found = json.loads(run("scheme", "relevance", "book.yaml", "--json").stdout)
    assert [each["types"] for each in found["reports"]] == [["depot attack"]]
    assert "1 more report" in run("scheme", "relevance", "book.yaml", "--limit", "0").stdout


def test_what_is_wrong_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    bad = BOOK.replace("types:", "kinds:")
    result = run("scheme", "use", book(tmp_path, bad))
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert result.stderr.startswith("onrecord: book.yaml, line 4: 'kinds' is no key here")
    assert run("scheme", "use", "nowhere.yaml").exit_code == 3
