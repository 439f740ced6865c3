"""People's corrections: what they change, that they last, that one undone leaves nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.samples import FERRY, HARBOUR, PORT, read_simply, report

from onrecord import pipeline
from onrecord.errors import InputError, NotFound
from onrecord.export import export_lines, import_lines
from onrecord.lexicon.fields import typed
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import (
    Changes,
    Decided,
    Document,
    Factuality,
    HolderClass,
    Magnitude,
    Predicate,
    Reading,
    Ruling,
    Statement,
    Status,
)
from onrecord.pipeline.correct import as_read, changes_of
from onrecord.resolve import Act
from onrecord.store import Store, open_store

THIRD = report("Ingrid Oyelaran met Chidi Eze. Chidi Eze attacked the ferry.", title="A meeting")
NOOR = Act("Noor", "1921-06-01T12:00:00Z", ("by the log",))
ITO = Act("Ito", "1921-06-02T12:00:00Z")


def fresh() -> Store:
    """Three reports, read and reconciled."""
    store = open_store(":memory:")
    pipeline.read([FERRY, HARBOUR, THIRD], store, lambda: read_simply)
    pipeline.reconcile(store)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    with fresh() as made:
        yield made


def told(store: Store, predicate: Predicate, document: Document = FERRY[0]) -> Statement:
    """The statement of a predicate that a report makes."""
    found = store.statements(document=document.id)
    return next(each for each in found if each.predicate is predicate)


def bare(store: Store) -> list[str]:
    """The export but for decisions."""
    return [line for line in export_lines(store) if json.loads(line)["kind"] != "decision"]


def test_each_part_is_corrected(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    form = {
        "type": "accident",
        "role.actor": "",
        "role.target": "the ferry",
        "role.recipient": "Ingrid Oyelaran; tomasz banda",
        "speaker": "Amaru Quispe",
        "date": "1921-05",
        "place": "Port Alwen",
        "certainty": "PS+ alleged denied",
        "count.killed": "3-5",
        "count.injured": "60+",
    }
    pipeline.correct(store, raid.id, form, NOOR)
    now = store.statement(raid.id)
    text = FERRY[0].text
    assert (now.predicate, now.mode, now.span) == (Predicate.ACCIDENT, None, raid.span)
    assert now.roles.keys() == {"target", "recipient"}
    assert [each.text for each in now.roles["target"]] == ["the ferry"]
    assert [each.text for each in now.roles["recipient"]] == ["Ingrid Oyelaran", "Tomasz Banda"]
    chains = {chain.id: chain.name for chain in store.chains(FERRY[0].id)}
    assert [chains[str(x.chain)] for x in now.roles["recipient"]] == [
        "Ingrid Oyelaran",
        "Tomasz Banda",
    ]
    first, publisher = now.holders
    assert (first.name, first.cls) == ("Amaru Quispe", HolderClass.PERSON)
    assert publisher == raid.holders[-1]
    assert now.time is not None and (now.time.edtf, now.time.text) == ("1921-05", "3 May 1921")
    assert now.place is not None and now.place.place == PORT
    assert now.certainty.factuality is Factuality.POSSIBLE
    assert now.certainty.status == (Status.ALLEGED, Status.DENIED)
    assert now.certainty.hedges == raid.certainty.hedges
    assert now.magnitudes == {"killed": Magnitude(3, None, 5), "injured": Magnitude(60, 60, None)}
    assert (raid.confidence, now.confidence) == (0.75, 1.0)
    for filler in now.roles["recipient"]:
        assert filler.span.of(text) == filler.text


def test_what_is_emptied_is_gone(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    form = {"speaker": "", "date": "", "count.killed": "", "role.target": ""}
    pipeline.correct(store, raid.id, form, NOOR)
    now = store.statement(raid.id)
    assert now.holders == raid.holders[-1:]
    assert (now.time, now.magnitudes, [*now.roles]) == (None, None, ["actor"])


def test_events_follow(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    assert raid.id in {each for event in store.events() for each in event.statements}
    pipeline.reject(store, raid.id, NOOR)
    assert raid.id not in {each for event in store.events() for each in event.statements}
    with pytest.raises(NotFound):
        store.statement(raid.id)
    (kept,) = _reading(store).as_read
    assert (kept.statement, kept.decided) == (raid, Decided(Ruling.REJECTED, "Noor", NOOR.at, 0.75))


def test_who_is_rejected_is_spoken_of_no_longer(store: Store) -> None:
    meeting, raid = told(store, Predicate.MET), told(store, Predicate.ASSAULT)
    reading = _reading(store)
    about = replace(meeting, about=(raid.id,))
    statements = tuple(about if each == meeting else each for each in reading.statements)
    store.put_reading(replace(reading, statements=statements))
    pipeline.reject(store, raid.id, NOOR)
    assert store.statement(meeting.id).about == ()
    pipeline.undo(store, NOOR, "Ito", ITO.at)
    assert store.statement(meeting.id) == about


def test_corrections_add_up_and_are_undone_one_by_one(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    before = bare(store)
    pipeline.correct(store, raid.id, {"type": "ACCIDENT"}, NOOR)
    once = store.statement(raid.id)
    pipeline.correct(store, raid.id, {"date": "1921"}, ITO)
    now = store.statement(raid.id)
    assert now.predicate is Predicate.ACCIDENT and now.time and now.time.edtf == "1921"
    pipeline.undo(store, ITO, "Noor", "1921-06-03")
    assert store.statement(raid.id) == once
    pipeline.undo(store, NOOR, "Noor", "1921-06-04")
    assert bare(store) == before


def test_accepted_as_it_stands(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    pipeline.correct(store, raid.id, {"type": "ACCIDENT"}, NOOR)
    corrected = store.statement(raid.id)
    pipeline.accept(store, raid.id, ITO)
    decided = Decided(Ruling.ACCEPTED, "Ito", ITO.at, 0.75)
    assert store.statement(raid.id) == replace(corrected, decided=decided)
    assert [each.statement for each in _reading(store).as_read] == [raid]


def test_a_new_reading_keeps_a_correction_where_it_stood(store: Store) -> None:
    """Another model gives other ids, other fillers and other confidence."""
    raid, meeting = told(store, Predicate.ASSAULT), told(store, Predicate.MET)
    pipeline.correct(store, raid.id, {"type": "ACCIDENT"}, NOOR)
    pipeline.accept(store, meeting.id, ITO)

    def read_anew(document: Document) -> Reading:
        reading = read_simply(document)
        anew = (
            replace(each, id=f"{each.id}x", roles={}, confidence=0.5) for each in reading.statements
        )
        return replace(reading, statements=tuple(anew))

    pipeline.rebuild(store, lambda: read_anew)
    now = store.statement(f"{raid.id}x")
    assert (now.predicate, now.confidence) == (Predicate.ACCIDENT, 0.5)
    assert store.statement(f"{meeting.id}x").confidence == 0.5
    assert [each.decided and each.decided.by for each in _reading(store).as_read] == ["Noor"]


def test_a_new_reading_may_say_what_the_person_said(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    pipeline.correct(store, raid.id, {"type": "ACCIDENT", "date": "1921"}, NOOR)

    def read_right(document: Document) -> Reading:
        reading = read_simply(document)
        anew = (
            replace(each, id=f"{each.id}x", predicate=Predicate.ACCIDENT)
            for each in reading.statements
            if each.predicate is Predicate.ASSAULT
        )
        return replace(reading, statements=tuple(anew))

    pipeline.rebuild(store, lambda: read_right)
    now = store.statement(f"{raid.id}x")
    assert now.time is not None and now.time.edtf == "1921"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"colour": "red"}, "'colour' is no field of a statement"),
        ({"role": "Amaru Quispe"}, "'role' is no field"),
        ({"role.subject": "Amaru Quispe"}, "ASSAULT has no role 'subject'"),
        ({"role.actor": "Sefa Mbeki"}, "“Sefa Mbeki” does not stand in the report"),
        ({"role.actor": "5-900"}, "5-900 lies outside the report"),
        ({"type": "MISHAP"}, "'MISHAP' is no type"),
        ({"type": "ASSAULT tickling"}, "'tickling' is no mode of ASSAULT"),
        ({"type": "born early"}, "'early' is no mode of born; it has none"),
        ({"date": "3 May"}, "'3' is no date of EDTF"),
        ({"date": "1921-02-30"}, "is no date of EDTF"),
        ({"date": "1922/1921"}, "is no date of EDTF"),
        ({"certainty": "rather"}, "'rather' is no certainty"),
        ({"certainty": " "}, "a certainty cannot be empty"),
        ({"count.eaten": "3"}, "'eaten' is nothing counted"),
        ({"count.killed": "some"}, "'some' is no count"),
        ({"count.killed": "5-3"}, "5 is more than 3"),
        ({"date": "1921-05-03", "role.actor": "Amaru Quispe"}, "nothing is changed by this"),
        ({}, "nothing is changed by this"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(store: Store, form: dict[str, str], said: str) -> None:
    raid = told(store, Predicate.ASSAULT)
    before = list(export_lines(store))
    with pytest.raises(InputError) as caught:
        pipeline.correct(store, raid.id, form, NOOR)
    assert said in str(caught.value) and "\n" not in str(caught.value)
    assert list(export_lines(store)) == before


def test_a_form_that_says_what_stands_there_changes_nothing(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    form = {
        "type": "ASSAULT bombing",
        "role.actor": "Amaru Quispe",
        "role.target": raid.roles["target"][0].text,
        "role.recipient": "",
        "speaker": "Tomasz Banda",
        "date": "1921-05-03 3 May 1921",
        "place": "",
        "certainty": "PR+ alleged",
        "count.killed": "2+",
        "count.injured": "",
    }
    with pytest.raises(InputError, match="nothing is changed"):
        pipeline.correct(store, raid.id, form, NOOR)


WORDS = some.sampled_from(["Amaru Quispe", "Ingrid Oyelaran", "the ferry", "Port Alwen", ""])
FORMS = some.fixed_dictionaries(
    {},
    optional={
        "type": some.sampled_from(["ACCIDENT", "ASSAULT aerial", "says", "died", "AID"]),
        "speaker": WORDS,
        "date": some.sampled_from(["1921", "1921-05-03", "../1921-06", "1920/..", ""]),
        "place": WORDS,
        "certainty": some.sampled_from(["CT-", "PR+ alleged", "U planned"]),
        "count.killed": some.sampled_from(["7", "3-5", "60+", "-60", ""]),
    },
)
RULINGS = some.lists(
    some.tuples(some.integers(0, 9), some.sampled_from(Ruling), FORMS), min_size=1, max_size=4
)


@given(RULINGS, some.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_whatever_is_undone_was_never_there_and_the_rest_lasts(
    rulings: list[tuple[int, Ruling, dict[str, str]]], chance: object
) -> None:
    with fresh() as store:
        before, acts = bare(store), []
        ids = sorted(each.id for each in store.statements())
        for number, (which, ruling, form) in enumerate(rulings):
            act = Act("Noor", f"1921-06-01T12:00:0{number}Z")
            try:
                _ruled(store, ids[which % len(ids)], ruling, form, act)
            except (InputError, NotFound):
                continue
            acts.append(act)
        once = list(export_lines(store))
        reading = _reading(store)
        assert as_read(reading).statements == read_simply(FERRY[0]).statements
        for each in store.statements():
            assert each.span.of(store.document(each.document).text) == each.quote
        pipeline.amend(store)
        pipeline.reconcile(store)
        assert list(export_lines(store)) == once
        pipeline.rebuild(store, lambda: read_simply)
        assert list(export_lines(store)) == once
        chance.shuffle(acts)  # type: ignore[attr-defined]
        for number, act in enumerate(acts):
            pipeline.undo(store, act, "Ito", f"1921-06-02T12:00:0{number}Z")
        assert bare(store) == before


def test_a_decision_leaves_what_reports_take_back() -> None:
    given = {"publisher": "Lindal Herald", "published": "1921-05-02"}
    first = report("Ingrid Oyelaran attacked the ferry. Two boats burned at the quay.", **given)
    note = "Correction: on 2 May the Lindal Herald said that two boats burned at the quay."
    later = report(note, publisher="Lindal Herald", published="1921-05-03")
    with open_store(":memory:") as store:
        pipeline.read([first, later], store, lambda: read_simply)
        pipeline.reconcile(store)
        before = store.look.corrections_of([first[0].id])
        assert [each.document for each in before[first[0].id]] == [later[0].id]
        pipeline.reject(store, told(store, Predicate.ASSAULT, first[0]).id, NOOR)
        assert store.look.corrections_of([first[0].id]) == before
        pipeline.rebuild(store, lambda: read_simply)
        assert store.look.corrections_of([first[0].id]) == before


def _ruled(store: Store, key: str, ruling: Ruling, form: dict[str, str], act: Act) -> None:
    match ruling:
        case Ruling.ACCEPTED:
            pipeline.accept(store, key, act)
        case Ruling.REJECTED:
            pipeline.reject(store, key, act)
        case Ruling.CORRECTED:
            pipeline.correct(store, key, form, act)


def test_an_export_brings_corrections_along(store: Store) -> None:
    raid, meeting = told(store, Predicate.ASSAULT), told(store, Predicate.MET)
    before = bare(store)
    pipeline.reject(store, meeting.id, NOOR)
    pipeline.correct(store, raid.id, {"type": "ACCIDENT"}, ITO)
    lines = list(export_lines(store))
    with open_store(":memory:") as other:
        assert import_lines(lines, other, "a.jsonl")
        assert list(export_lines(other)) == lines
        for act in (ITO, NOOR):
            pipeline.undo(other, act, "Noor", f"1921-06-0{len(act.by)}")
        statements = [line for line in bare(other) if '"kind": "statement"' in line]
        assert statements == [line for line in before if '"kind": "statement"' in line]


def test_corrections_are_taken_into_a_record_that_has_the_report(store: Store) -> None:
    raid = told(store, Predicate.ASSAULT)
    with fresh() as other:
        pipeline.correct(other, raid.id, {"type": "ACCIDENT"}, NOOR)
        lines = list(export_lines(other))
    assert not import_lines(lines, store, "a.jsonl")
    pipeline.amend(store)
    pipeline.reconcile(store)
    assert list(export_lines(store)) == lines


def test_a_correction_that_is_none_is_not_taken_in(store: Store) -> None:
    pipeline.accept(store, told(store, Predicate.MET).id, NOOR)
    lines = [line.replace('\\"accepted\\"', '\\"adored\\"') for line in export_lines(store)]
    with open_store(":memory:") as other, pytest.raises(InputError, match="adored"):
        import_lines(lines, other, "a.jsonl")


def _reading(store: Store) -> Reading:
    reading = store.reading(FERRY[0].id)
    assert reading is not None
    return reading


def _nowhere() -> Gazetteer:
    raise AssertionError("no place is asked for")


def test_what_is_typed_of_a_statement_gives_it_back(store: Store) -> None:
    for statement in store.statements():
        document = store.document(statement.document)
        assert changes_of(document, statement, typed(statement), _nowhere) == Changes()
