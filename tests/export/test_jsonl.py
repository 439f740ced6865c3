"""The exchange format: what goes out comes back, to the byte."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.samples import FERRY, HARBOUR, PORT, read_simply, report
from tests.weigh import wire

from onrecord.errors import InputError
from onrecord.export import export_lines, import_lines
from onrecord.lexicon.grading import Graded
from onrecord.model import Gloss, Judgement, NameSort, Opinion
from onrecord.pipeline import Reader, read, rebuild, reconcile
from onrecord.store import Store, open_store

NOON = "1921-05-05T12:00:00Z"


def make() -> Reader:
    return read_simply


@pytest.fixture
def store() -> Iterator[Store]:
    """Both samples and a report in French, read and reconciled, with a person's word on them."""
    french, original = report("Le bac est en feu.", published="1921-05-05")
    with open_store(":memory:") as store:
        read([FERRY, HARBOUR], store, make)
        store.add_document(french, original)
        left, right = (each.id for each in store.chains() if each.name == "Tomasz Banda")
        apart = Judgement(left, right, Opinion.DIFFERENT, "Noor", 1.0, ("a cousin",), NOON)
        store.add_judgements([apart])
        store.add_decision(Graded("Harbour News", "B", "Noor", NOON).decision())
        reconcile(store)
        yield store


@pytest.fixture
def empty() -> Iterator[Store]:
    with open_store(":memory:") as store:
        yield store


def lines_of(store: Store, kind: str) -> list[dict[str, Any]]:
    lines = map(json.loads, export_lines(store))
    return [line for line in lines if line["kind"] == kind]


def test_an_import_of_an_export_exports_the_same_bytes(store: Store, empty: Store) -> None:
    exported = list(export_lines(store))
    assert import_lines(exported, empty, "a.jsonl")
    assert list(export_lines(empty)) == exported


def test_a_name_comes_back_with_its_sort_and_what_it_means(store: Store, empty: Store) -> None:
    document, reading = next(
        (each.id, held)
        for each in store.documents()
        if (held := store.reading(each.id)) is not None and any(c.names for c in held.chains)
    )
    named = next(chain for chain in reading.chains if chain.names)
    first = replace(
        named.names[0], sort=NameSort.NOM_DE_GUERRE, gloss=Gloss("it", named.names[0].span)
    )
    chains = tuple(
        replace(chain, names=(first, *chain.names[1:])) if chain is named else chain
        for chain in reading.chains
    )
    store.put_reading(replace(reading, chains=chains))
    reconcile(store)
    exported = list(export_lines(store))
    import_lines(exported, empty, "a.jsonl")
    assert list(export_lines(empty)) == exported
    back = empty.reading(document)
    assert back is not None
    assert first in [name for chain in back.chains for name in chain.names]


def test_the_order_of_the_lines_is_no_matter(store: Store, empty: Store) -> None:
    exported = list(export_lines(store))
    import_lines(reversed(exported), empty, "a.jsonl")
    assert sorted(export_lines(empty)) == sorted(exported)


def test_reconciling_what_was_imported_gives_the_same_entities(store: Store, empty: Store) -> None:
    exported = list(export_lines(store))
    import_lines(exported, empty, "a.jsonl")
    reconcile(empty)
    assert list(export_lines(empty)) == exported


def test_chains_keep_the_order_of_the_text(store: Store, empty: Store) -> None:
    """Positions 0, 17, 36, 108: by their digits they would stand in another order."""
    import_lines(export_lines(store), empty, "a.jsonl")
    ids = [chain.id for chain in store.chains(FERRY[0].id)]
    assert ids != sorted(ids)
    assert [chain.id for chain in empty.chains(FERRY[0].id)] == ids


def test_rebuilding_what_was_imported_gives_the_same(store: Store, empty: Store) -> None:
    french = lines_of(store, "document")[1]["id"]
    import_lines(export_lines(store), empty, "a.jsonl")
    rebuild(empty, make)
    rebuild(store, make)
    assert list(export_lines(empty)) == list(export_lines(store))
    assert empty.reading(french) is not None


def test_importing_twice_changes_nothing(store: Store, empty: Store) -> None:
    exported = list(export_lines(store))
    import_lines(exported, empty, "a.jsonl")
    assert not import_lines(exported, empty, "a.jsonl")
    assert list(export_lines(empty)) == exported


def test_an_import_does_not_replace_a_fuller_reading(store: Store) -> None:
    before = store.reading(FERRY[0].id)
    assert not import_lines(list(export_lines(store)), store, "a.jsonl")
    assert store.reading(FERRY[0].id) == before


def test_an_imported_original_says_what_it_is_made_of(store: Store, empty: Store) -> None:
    import_lines(export_lines(store), empty, "a.jsonl")
    original = empty.original(FERRY[0].id)
    assert original.name == "A ferry is attacked (made of the text of an export)"
    assert original.content.decode() == FERRY[0].text
    assert empty.document(FERRY[0].id) == FERRY[0]


def test_imported_statements_are_what_was_read(store: Store, empty: Store) -> None:
    import_lines(export_lines(store), empty, "a.jsonl")
    for statement in store.statements():
        assert empty.statement(statement.id) == statement


def test_the_kinds_stand_in_their_order(store: Store) -> None:
    kinds = [json.loads(line)["kind"] for line in export_lines(store)]
    order = ["source", "document", "entity", "statement", "event", "judgement", "decision"]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds == sorted(kinds, key=order.index)


def test_a_source_has_the_grade_that_a_person_gave(store: Store) -> None:
    grades = {line["name"]: line["reliability"] for line in lines_of(store, "source")}
    assert grades == {"Harbour News": "B", "The Alwen Courier": "F"}


def test_an_event_statement_has_the_shape_of_the_design(store: Store) -> None:
    (line,) = (each for each in lines_of(store, "statement") if each["predicate"] == "ASSAULT")
    actor = {"entity": line["roles"]["actor"][0]["entity"], "text": "Amaru Quispe", "value": 1}
    assert (line["event"], line["type"], line["mode"]) == (
        f"event:{line['id']}",
        "ASSAULT",
        "bombing",
    )
    assert line["roles"]["actor"] == [actor | {"span": [48, 60]}]
    assert line["magnitudes"] == {"killed": {"low": 2, "best": 2, "high": None}}
    assert (line["time"]["timex"], line["time"]["earliest"]) == ("1921-05-03", "1921-05-03")
    assert line["certainty"]["factuality"] == "PR+"
    assert line["certainty"]["hedges"] == [{"text": "reportedly", "span": [121, 131]}]
    assert [holder["class"] for holder in line["holders"]] == ["person", "outlet"]
    assert line["holders"][0]["cue"] == {"text": "said", "span": [132, 136]}


def test_only_event_statements_name_an_event(store: Store) -> None:
    met = [each for each in lines_of(store, "statement") if each["predicate"] == "met"]
    assert met
    assert all({"event", "type", "mode"} & each.keys() == set() for each in met)


def test_a_place_says_where_it_is(store: Store) -> None:
    (line,) = (each for each in lines_of(store, "entity") if each["type"] == "Place")
    assert (line["place"]["lat"], line["place"]["precision"]) == (PORT.lat, "near")
    assert line["names"][0]["count"] == 1


def test_clock_times_stand_on_peoples_judgements_only(store: Store) -> None:
    at = {line["by"]: line.get("at") for line in lines_of(store, "judgement")}
    assert at == {"model:linkage": None, "Noor": NOON}


def without(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda line: {held: line[held] for held in line if held != key}


@pytest.mark.parametrize(
    ("kind", "spoil", "said"),
    [
        ("statement", without("quote"), "this statement lacks 'quote'"),
        ("statement", lambda line: line | {"quote": "x"}, "its quote is not what stands at its"),
        ("statement", lambda line: line | {"document": "x"}, "its document x is not among"),
        ("statement", lambda line: line | {"predicate": "x"}, "'x' is not a valid Predicate"),
        ("statement", lambda line: line | {"roles": None}, "this statement is not as it should"),
        ("statement", lambda line: line | {"kind": "rumour"}, "a known 'kind'"),
        ("entity", lambda line: line | {"names": [line["names"][0] | {"mentions": ["x"]}]}, "this"),
        ("entity", lambda line: line | {"chains": ["x"]}, "this entity is not as it should"),
        ("document", lambda line: line | {"colour": "x"}, "this document is not as it should"),
        ("event", without("id"), "not a JSON object with an 'id'"),
    ],
)
def test_a_bad_line_is_named_and_nothing_kept(
    store: Store,
    empty: Store,
    kind: str,
    spoil: Callable[[dict[str, Any]], dict[str, Any]],
    said: str,
) -> None:
    lines = [json.loads(line) for line in export_lines(store)]
    bad = next(number for number, line in enumerate(lines) if line["kind"] == kind)
    lines[bad] = spoil(lines[bad])
    with pytest.raises(InputError, match=rf"a\.jsonl, line {bad + 1}: .*{said}"):
        import_lines(map(json.dumps, lines), empty, "a.jsonl")
    assert empty.counts().documents == 0


def test_a_line_that_is_no_json_is_named(empty: Store) -> None:
    with pytest.raises(InputError, match="line 2: not a JSON object"):
        import_lines(["", "{"], empty, "a.jsonl")


def test_a_second_line_with_the_same_id_is_named(store: Store, empty: Store) -> None:
    exported = list(export_lines(store))
    with pytest.raises(InputError, match="a second source"):
        import_lines([*exported, exported[0]], empty, "a.jsonl")


def test_copies_and_weights_go_out_and_come_back(empty: Store) -> None:
    with open_store(":memory:") as store:
        wire.fill(store)
        lines = list(export_lines(store))
    import_lines(lines, empty, "wire.jsonl")
    assert list(export_lines(empty)) == lines
    told = [json.loads(line) for line in lines]
    copies = [each for each in told if each["kind"] == "copy"]
    assert {each["copy"] for each in copies} == {"same", "near"}
    assert all(set(each) == {"kind", "id", "document", "of", "share", "copy"} for each in copies)
    (event,) = [each for each in told if each["kind"] == "event"]
    assert (event["independent_sources"], event["credibility"]) == (2, 1)
    assert event["disputed"] == ["killed"]


def test_a_copy_of_what_is_not_there_is_refused(empty: Store) -> None:
    line = {"kind": "copy", "id": "a", "document": "a", "of": "b", "share": 1.0, "copy": "same"}
    with pytest.raises(InputError, match="the document a is not among the lines"):
        import_lines([json.dumps(line)], empty, "lines.jsonl")
