"""The shares of statements without date and place."""

from evals.undated import class_of, shares

from onrecord.model import Predicate


def line(predicate: str, earliest: str | None, place: str | None) -> dict[str, object]:
    time = None if earliest is None else {"earliest": earliest, "latest": None}
    return {"kind": "statement", "predicate": predicate, "time": time, "place": place}


def test_an_open_end_is_a_date_and_other_lines_are_no_statements() -> None:
    lines: list[dict[str, object]] = [
        {"kind": "document"},
        line("ASSAULT", "2020-05-04", "Kesh"),
        line("died", None, None),
        line("leader_of", None, None),
        line("says", None, None),
    ]
    found = shares(lines)
    assert found["event"] == (2, 0.5, 0.5)
    assert found["all"] == (4, 0.75, 0.75)
    assert found["state"] == (1, 1.0, 1.0)


def test_every_predicate_has_a_class() -> None:
    assert {class_of(each) for each in Predicate} == {"state", "event", "speech", "says"}
