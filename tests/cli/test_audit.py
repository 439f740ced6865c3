"""Checking a sample, through the command line."""

import json

from tests.cli.conftest import Run


def figures(run: Run) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("audit", "--json").stdout)
    return found


def test_the_walk_takes_typed_answers(run: Run) -> None:
    result = run("audit", "--by", "Noor", "--limit", "4", typed="r\n0\nx\np\n9\n24\n2\n")
    assert result.exit_code == 0, result.stderr
    assert "4 answers on record." in result.stderr
    assert "OF WHAT IS ON RECORD" in result.stdout and "by Noor" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    found = figures(run)
    assert (found["people"], found["statements"], found["sentences"]) == (["Noor"], 2, 2)


def test_what_is_answered_is_not_asked_again(run: Run) -> None:
    everything = run("audit", "--by", "Noor", "--limit", "100", typed="r\n0\n" * 40)
    assert "Everything" not in everything.stderr
    assert run("audit", "--by", "Noor").stderr == "Everything on record is checked.\n"
    assert "Everything" not in run("audit", "--by", "Ito", typed="q\n").stderr


def test_the_end_of_the_answers_ends_the_walk(run: Run) -> None:
    result = run("audit", "--by", "Noor", typed="r\n")
    assert result.exit_code == 0
    assert "1 answer on record." in result.stderr


def test_one_can_go_back_and_answer_otherwise(run: Run) -> None:
    run("audit", "--by", "Noor", typed="r\nb\nw\n1\nq\n")
    found = figures(run)
    assert isinstance(found["right"], dict) and found["right"]["value"] == 0.0
    kept = [line for line in run("export").stdout.splitlines() if '"kind": "decision"' in line]
    assert len(kept) == 2, "nothing is taken off the record"


def test_what_is_skipped_is_asked_again(run: Run) -> None:
    first = run("audit", "--by", "Noor", "--limit", "1", typed="k\n").stdout
    assert run("audit", "--by", "Noor", "--limit", "1", typed="k\n").stdout == first
    assert "Nothing was checked yet." in first


def test_two_people_are_asked_the_same(run: Run) -> None:
    for by in ("Noor", "Ito"):
        run("audit", "--by", by, "--limit", "6", typed="r\n1\nr\n0\np\n4\n0\n")
    told = run("audit", "--report").stdout
    assert "Ito and Noor" in told and "kappa 1.00" in told
    assert "statement, 1 of" not in told


def test_answers_survive_an_export(run: Run) -> None:
    run("audit", "--by", "Noor", "--limit", "4", typed="r\n0\nr\n1\n")
    before = figures(run)
    lines = run("export").stdout
    assert run("import", "-", "--record", "other.db", typed=lines).exit_code == 0
    told = json.loads(run("audit", "--json", "--record", "other.db").stdout)
    assert told["right"] == before["right"]
