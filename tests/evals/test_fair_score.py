"""The fair exam's scorer, on a sentence made up here."""

import math
from typing import Any

import pytest
from evals.exam.draw import SHARED
from evals.exam.score import Item
from evals.fair.score import Found, figures

pytestmark = pytest.mark.skipif(
    not SHARED.exists(), reason=f"the scorer's pieces are not here ({SHARED}/bench)"
)

TEXT = (
    "Adaeze Obi heads the port authority. "
    "Pirates killed three sailors off Oriel, the ministry told the gazette, Obi said."
)
SENTENCE = [37, len(TEXT)]


def _span(words: str) -> list[int]:
    begin = TEXT.rindex(words)
    return [begin, begin + len(words)]


def _holder(words: str, name: str | None = None) -> Item:
    naming = words if name is None else name
    begin = TEXT.index(naming)
    return {
        "span": _span(words),
        "name": [begin, begin + len(naming)],
        "class": "person",
    }


def _label(predicate: str = "ASSAULT", trigger: str = "killed", **more: Any) -> Item:
    label: Item = {
        "trigger": _span(trigger),
        "predicate": predicate,
        "also": [],
        "mode": None,
        "roles": {"actor": [_span("Pirates")], "recipient": [_span("sailors")]},
        "holders": [],
        "factuality": ["CT+"],
        "status": ["stated"],
        "counts": {},
        "doubt": False,
    }
    return label | more


def _said(name: str, words: str | None = None, entity: str | None = None) -> Item:
    return {"name": name, "entity": entity, "class": "person", "span": words and _span(words)}


PUBLISHER = _said("The Gazette")


def _found(predicate: str = "ASSAULT", **more: Any) -> Item:
    actor = {"text": "Pirates", "span": _span("Pirates")}
    recipient = {"text": "three sailors", "span": _span("three sailors")}
    found: Item = {
        "predicate": predicate,
        "span": _span("Pirates killed three sailors"),
        "mode": None,
        "roles": {"actor": [actor], "recipient": [recipient]},
        "magnitudes": {},
        "holders": [PUBLISHER],
        "certainty": {"factuality": "CT+", "status": ["stated"]},
    }
    return found | more


def _told(labels: list[Item], found: list[Item]) -> dict[str, Any]:
    gold = {"span": SENTENCE, "statements": labels}
    names = {"e1": ["Adaeze Obi", "Obi"]}
    return figures([([gold], Found(TEXT, found, names))])


def _all_right(told: dict[str, Any]) -> bool:
    return all(value == 100 for value in told.values() if not math.isnan(value))


def test_what_is_all_right_scores_full() -> None:
    told = _told([_label()], [_found()])
    assert _all_right(told)
    assert told["event type and main roles right (all)"] == 100
    assert told["recall, event"] == 100


def test_what_is_not_found_is_wrong_among_all() -> None:
    told = _told([_label(holders=[_holder("Obi")])], [])
    assert told["recall, event"] == 0
    assert told["event type and main roles right (all)"] == 0
    assert told["chains exact (all)"] == 0
    assert "chains exact (found)" not in told


def test_a_statement_elsewhere_is_no_match() -> None:
    told = _told([_label()], [_found(span=_span("the ministry told the gazette"))])
    assert told["recall, event"] == 0
    assert told["precision, event and relation"] == 0


def test_another_type_with_the_same_roles_is_found_but_not_right() -> None:
    told = _told([_label()], [_found("COERCE")])
    assert told["recall, event"] == 100
    assert told["event type and main roles right (all)"] == 0
    assert told["precision, event and relation"] == 0


def test_another_predicate_that_is_as_good_is_right_by_whatever_role() -> None:
    died = _found("died", roles={"subject": [{"text": "sailors", "span": _span("sailors")}]})
    label = _label(also=["died"], roles={"recipient": [_span("sailors")]})
    assert _told([label], [died])["event type and main roles right (all)"] == 100


def test_what_may_be_a_mere_saying_is_not_asked_as_an_event() -> None:
    told = _told([_label(also=["says"])], [_found()])
    assert told["recall, event"] == 100
    assert "event type and main roles right (all)" not in told


def test_swapped_roles_are_wrong_unless_they_are_mutual() -> None:
    roles = _found()["roles"]
    swapped = {"actor": roles["recipient"], "recipient": roles["actor"]}
    wrong = _told([_label()], [_found(roles=swapped)])
    assert wrong["event type and main roles right (all)"] == 0
    mutual = _told([_label("CONSULT")], [_found("CONSULT", roles=swapped)])
    assert mutual["event type and main roles right (all)"] == 100


def test_the_better_of_two_statements_is_taken() -> None:
    bare = _found(roles={}, certainty={"factuality": "U", "status": ["planned"]})
    told = _told([_label()], [bare, _found()])
    assert told["event type and main roles right (all)"] == 100
    assert told["status right (matched)"] == 100


def test_chains_are_exact_by_place_and_by_name_and_in_order() -> None:
    chain = [_holder("ministry"), _holder("Obi", "Adaeze Obi")]
    label = _label(holders=chain)
    by_place = [_said("Adaeze Obi", "Obi")]
    by_name = [{**_said("Adaeze Obi", entity="e1"), "span": _span("authority")}]
    ministry = [_said("the ministry", "ministry")]
    for outer in (by_place, by_name):
        told = _told([label], [_found(holders=[*ministry, *outer, PUBLISHER])])
        assert told["chains exact (all)"] == 100
        assert told["nested chains exact (all)"] == 100
    turned = _told([label], [_found(holders=[*by_place, *ministry, PUBLISHER])])
    assert turned["chains exact (all)"] == 0
    short = _told([label], [_found(holders=[*ministry, PUBLISHER])])
    assert short["chains exact (all)"] == 0
    assert short["nearest holder right (found)"] == 100


def test_a_holder_where_none_is_asked_is_wrong() -> None:
    told = _told([_label()], [_found(holders=[_said("Obi", "Obi"), PUBLISHER])])
    assert told["no holder where none is asked (found)"] == 0


def test_a_chain_is_read_off_any_statement_around_the_trigger() -> None:
    label = _label("says", holders=[_holder("Obi")])
    other = _found("possesses", roles={}, holders=[_said("Obi", "Obi"), PUBLISHER])
    told = _told([label], [other])
    assert told["recall, speech"] == 0
    assert told["chains exact (all)"] == 100


def test_any_status_or_factuality_that_readers_may_give_is_right() -> None:
    label = _label(factuality=["U", "CT+"], status=["planned", "promised"])
    held = {"factuality": "U", "status": ["promised", "planned"]}
    assert _all_right(_told([label], [_found(certainty=held)]))
    wrong = _told([label], [_found(certainty=held | {"status": ["planned", "denied"]})])
    assert wrong["status right (matched)"] == 0


def test_what_answers_only_to_a_doubtful_label_is_neither_right_nor_wrong() -> None:
    told = _told([_label(doubt=True)], [_found()])
    assert "precision, event and relation" not in told
    assert told["recall, event"] != 100


def test_counts_are_exact_and_none_is_made_up() -> None:
    three = {"killed": {"low": 3, "best": 3, "high": 3}}
    asked = _label(counts={"killed": [3, 3, 3]})
    figure = "counts exact (of right type)"
    assert _told([asked], [_found(magnitudes=three)])[figure] == 100
    assert _told([asked], [_found()])[figure] == 0
    assert _told([_label()], [_found(magnitudes=three)])[figure] == 0
    one = {"killed": {"low": 1, "best": 1, "high": 1}}
    assert _told([_label()], [_found(magnitudes=one)])[figure] == 100
