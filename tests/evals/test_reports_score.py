"""The score of whole reports, on a text made up here."""

from typing import Any

import pytest
from evals.reports.score import Line, Sheet, compare

TEXT = "Ada Nkemelu's guards shot two traders. She might leave Oruro, Bao Tran said on Monday."


def _span(words: str) -> list[int]:
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def _filler(words: str, entity: str | None = None) -> Line:
    return {"text": words, "span": _span(words), "entity": entity}


def _holder(words: str | None, entity: str | None = None, kind: str = "person") -> Line:
    span = None if words is None else _span(words)
    return {"name": words or "Post", "span": span, "entity": entity, "class": kind, "cue": None}


def _statement(predicate: str, quote: str, roles: dict[str, list[Line]], **more: Any) -> Line:
    told = {
        "id": f"{predicate} {quote}",
        "predicate": predicate,
        "span": _span(quote),
        "quote": quote,
        "roles": roles,
        "holders": [_holder(None, kind="outlet")],
        "certainty": {"factuality": "CT+", "status": ["stated"]},
        "time": None,
        "place": None,
        "magnitudes": {},
    }
    return {**told, **more}


def _fact(trigger: str, sure: str = "+", holder: Any = None, **more: Any) -> Line:
    reading = {"predicates": ["ASSAULT"], "roles": {}, "holder": [holder], "sure": sure}
    given = {key: more.pop(key) for key in ("predicates", "roles") if key in more}
    return {"trigger": [_span(trigger)], "readings": [{**reading, **given}], **more}


SHOT = _statement(
    "ASSAULT",
    "Ada Nkemelu's guards shot two traders",
    {"actor": [_filler("Ada Nkemelu's guards")], "recipient": [_filler("two traders")]},
    magnitudes={"killed": {"low": 2, "best": 2, "high": 2}},
)
LEFT = _statement(
    "left",
    "She might leave Oruro",
    {"subject": [_filler("She", "e1")], "object": [_filler("Oruro")]},
    holders=[_holder("Bao Tran", "e2"), _holder(None, kind="outlet")],
    certainty={"factuality": "PS+", "status": ["stated"]},
    time={"earliest": "2031-06-16", "latest": "2031-06-16"},
)
NAMES = {"e1": frozenset({"ada nkemelu"}), "e2": frozenset({"bao tran"})}


def _found(fact: Line, statement: Line) -> bool:
    result = compare([fact], Sheet(TEXT, [statement], NAMES))
    assert len(result.found) + len(result.missed) == 1
    return bool(result.found)


@pytest.mark.parametrize(
    ("trigger", "who", "found"),
    [("shot", "guards", True), ("shot", "Ada Nkemelu", False), ("leave", "guards", False)],
)
def test_a_fact_is_asked_of_its_trigger_and_of_heads_not_owners(
    trigger: str, who: str, found: bool
) -> None:
    assert _found(_fact(trigger, roles={"who": [_span(who)]}), SHOT) is found


def test_a_pronoun_fits_by_the_name_of_its_entity() -> None:
    roles = {"who": [_span("Ada Nkemelu")], "whom": [_span("Oruro")]}
    fact = _fact("leave", "u", _span("Bao Tran"), predicates=["left"], roles=roles)
    assert _found(fact, LEFT)
    loose = {**LEFT, "roles": {**LEFT["roles"], "subject": [_filler("She")]}}
    assert not _found(fact, loose)


@pytest.mark.parametrize(
    ("factuality", "status", "fitting"),
    [
        ("CT+", "stated", "+"),
        ("CT-", "stated", "-"),
        ("PS+", "stated", "u"),
        ("U", "planned", "uf"),
        ("CT+", "threatened", "f"),
    ],
)
def test_what_is_planned_never_counts_as_happened(
    factuality: str, status: str, fitting: str
) -> None:
    told = {**SHOT, "certainty": {"factuality": factuality, "status": [status]}}
    assert "".join(sign for sign in "+-uf" if _found(_fact("shot", sign), told)) == fitting


def test_the_nearest_holder_is_asked() -> None:
    fact = _fact("leave", "u", predicates=["left"])
    assert not _found(fact, LEFT)
    assert not _found(_fact("shot", holder=_span("Bao Tran")), SHOT)
    cue = {"span": _span("said")}
    hearsay = {**_holder("said", kind="unnamed"), "cue": cue}
    assert _found(_fact("shot", holder="unnamed"), {**SHOT, "holders": [hearsay]})


def test_mutual_relations_may_be_turned_and_others_not() -> None:
    sides = {"subject": [_filler("Bao Tran")], "object": [_filler("Ada Nkemelu")]}
    roles = {"who": [_span("Ada Nkemelu")], "whom": [_span("Bao Tran")]}
    for predicate, found in (("met", True), ("leader_of", False)):
        told = _statement(predicate, TEXT, sides)
        assert _found(_fact("shot", predicates=[predicate], roles=roles), told) is found


def test_details_are_shares_of_the_found() -> None:
    killed = _fact("shot", counts={"killed": [2, 2, 2]}, place=[_span("Oruro")])
    left = _fact("leave", "u", _span("Bao Tran"), predicates=["left"], time="2031-06")
    missed = _fact("said", time="2031")
    result = compare([killed, left, missed], Sheet(TEXT, [SHOT, LEFT], NAMES))
    assert result.shares == {"counts": [1, 1], "place": [0, 1], "time": [1, 1]}
    assert result.share() == pytest.approx(200 / 3)


def test_wrong_statements_count_against_and_extra_ones_neither_way() -> None:
    speech = _statement("says", "Bao Tran said on Monday", {})
    sheet = Sheet(TEXT, [SHOT, LEFT, speech], NAMES)
    alone = compare([_fact("shot")], sheet)
    assert [s["predicate"] for s in alone.wrong] == ["left"]
    assert (alone.share(), alone.score()) == (100.0, 0.0)
    extra = _fact("leave", "u", _span("Bao Tran"), predicates=["left"], extra=True)
    judged = compare([_fact("shot"), extra], sheet)
    assert (judged.asked, judged.wrong) == (1, [])
