"""SQLite as the house of a record: opening, migrating, and many at work."""

import multiprocessing
import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect
from tests.samples import FERRY, HARBOUR, read_simply, report

from onrecord.errors import StoreError
from onrecord.model import Judgement, Opinion
from onrecord.store import engine as engines
from onrecord.store import open_store, table


def write_many(path: str, first: int) -> None:
    with open_store(path) as store:
        for number in range(first, first + 40):
            document, original = report(f"Ada Nkemelu met Boris Tamm. Number {number}.")
            store.add_document(document, original)
            store.put_reading(read_simply(document))


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.add_document(*FERRY)
    with open_store(path, must_exist=True) as store:
        assert store.document(FERRY[0].id) == FERRY[0]


def test_two_processes_write_while_a_third_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    context = multiprocessing.get_context("spawn")
    with open_store(path) as store:
        writers = [context.Process(target=write_many, args=(str(path), n)) for n in (0, 100)]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            for statement in store.statements():
                assert store.document(statement.document).text.startswith(statement.quote)
        for writer in writers:
            writer.join()
        assert [writer.exitcode for writer in writers] == [0, 0]
        assert (store.counts().documents, store.counts().statements) == (80, 80)


def test_reading_sees_no_half_of_a_write(tmp_path: Path) -> None:
    """A reader in the middle of another's transaction sees the record as it was before."""
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.add_document(*FERRY)
        begun, seen = threading.Event(), threading.Event()

        def write() -> None:
            with engines.writes(engines.connect(str(path))) as connection:
                connection.execute(
                    table.reading.insert(), {"document": FERRY[0].id, "digest": "x", "body": "{}"}
                )
                begun.set()
                seen.wait(10)

        writer = threading.Thread(target=write)
        writer.start()
        assert begun.wait(10)
        assert store.reading(FERRY[0].id) is None
        seen.set()
        writer.join()


def test_a_writer_that_waits_too_long_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    monkeypatch.setattr(engines, "WAIT_S", 0)
    with open_store(path) as store:
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"a\.db: in use by another process"):
            store.add_document(*FERRY)
        other.rollback()
        other.close()
        assert store.add_document(*FERRY)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder does not exist"):
        open_store(tmp_path / "nowhere" / "a.db")


def test_a_missing_record_is_not_made_where_it_must_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no record is there yet"):
        open_store(tmp_path / "a.db", must_exist=True)
    assert not (tmp_path / "a.db").exists()


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(StoreError, match=r"letter\.txt: not a record of onrecord"):
        open_store(path)
    assert path.read_text() == "Dear Sir or Madam, " * 100


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE document (id TEXT)")
    other.close()
    with pytest.raises(StoreError, match="SQLite, but not a record"):
        open_store(path)


def test_a_record_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("INSERT INTO migration (name) VALUES ('9999_future')")
    newer.close()
    with pytest.raises(StoreError, match=r"newer version of onrecord \(9999_future\); update"):
        open_store(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to files that are read-only")
def test_a_record_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    path.chmod(0o444)
    with open_store(path) as store, pytest.raises(StoreError, match="cannot be written"):
        store.add_document(*FERRY)


def test_a_server_is_not_known_yet() -> None:
    with pytest.raises(StoreError, match="only files can hold a record so far"):
        open_store("postgresql://host/record")


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")
def test_the_migrations_make_the_tables_that_the_code_sees(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    engine = create_engine(f"sqlite:///{path}")
    made = inspect(engine)
    for name, held in table.metadata.tables.items():
        columns = {
            each["name"]: (str(each["type"]), each["nullable"]) for each in made.get_columns(name)
        }
        assert columns == {each.name: (str(each.type), each.nullable) for each in held.columns}
        keys = {tuple(each["constrained_columns"]) for each in made.get_foreign_keys(name)}
        assert keys == {tuple(each.column_keys) for each in held.foreign_key_constraints}
        indices = {each["name"] for each in made.get_indexes(name)}
        assert indices == {each.name for each in held.indexes}
    engine.dispose()


@pytest.mark.parametrize("name", ["document", "content", "judgement", "decision", "gazetteer"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = 100"])
def test_the_database_itself_refuses_to_lose_what_people_gave(
    tmp_path: Path, name: str, change: str
) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.add_document(*HARBOUR)
        store.add_judgements([Judgement("a", "b", Opinion.SAME, "Noor", 1.0, (), "2026-01-02")])
    other = sqlite3.connect(path)
    other.execute("INSERT INTO decision VALUES (1, 'x', '2026', '{}')")
    other.execute("INSERT INTO gazetteer VALUES ('x', 0, '')")
    with pytest.raises(sqlite3.IntegrityError, match=r"is never|are never"):
        other.execute(change.format(name))
    other.close()
