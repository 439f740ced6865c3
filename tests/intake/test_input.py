"""Files, folders and standard input: all is read or refused by name, nothing stops a run."""

import json
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import STDIN, find, read
from onrecord.model import Document, Failure

TEXT = "The bridge at Korpela opened on Monday, the minister, Oumar Traore, said.\n"
STORY = f"<p>{TEXT}</p><p>{TEXT * 2}</p>"
PAGE = f"<html><head><title>Bridge opens</title></head><body>{STORY}</body></html>"


def _documents(*paths: Path) -> list[Document]:
    return [found[0] for found in read(paths) if not isinstance(found, Failure)]


def _failures(*paths: Path) -> list[Failure]:
    return [found for found in read(paths) if isinstance(found, Failure)]


def _piped(content: bytes) -> list[Document | Failure]:
    found = read([STDIN], BytesIO(content))
    return [each if isinstance(each, Failure) else each[0] for each in found]


def test_a_text_and_its_sidecar_are_one_document(tmp_path: Path) -> None:
    sidecar = {"title": "Bridge opens", "publisher": "The Quay", "published": "2019-04-02"}
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps({**sidecar, "url": None, "licence": "CC0"}))
    [(document, original)] = [found for found in read([tmp_path]) if not isinstance(found, Failure)]
    assert document == Document(
        id=document.id,
        text=TEXT,
        title="Bridge opens",
        publisher="The Quay",
        published="2019-04-02",
        language="en",
        sha256=sha256(TEXT.encode()).hexdigest(),
    )
    assert (original.sha256, original.content) == (document.sha256, TEXT.encode())
    assert (original.media_type, original.encoding) == ("text/plain", "utf-8")
    assert original.name == str(tmp_path / "a.txt")
    assert original.offsets == ((0, 0),)


def test_the_id_is_a_digest_of_what_makes_a_version(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    [document] = _documents(tmp_path)
    canonical = json.dumps([None, None, None, None, TEXT], separators=(",", ":"))
    assert document.id == sha256(canonical.encode()).hexdigest()[:16]
    assert [document] == _documents(tmp_path), "read twice, it is the same document"
    (tmp_path / "a.json").write_text('{"title": "Bridge opens", "byline": "Tui Parata"}')
    [titled] = _documents(tmp_path)
    assert titled.id != document.id
    (tmp_path / "a.json").write_text('{"title": "Bridge opens"}')
    assert _documents(tmp_path) == [replace(titled, byline=None)]


def test_line_ends_and_marks_change_the_bytes_and_not_the_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    first, second = _documents(tmp_path)
    assert first.id == second.id
    assert first.sha256 != second.sha256


def test_a_folder_is_searched_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.html").write_text(PAGE)
    (tmp_path / "b" / "2_files").mkdir()
    (tmp_path / "b" / "2_files" / "advert.html").write_text(PAGE)
    (tmp_path / "b" / "1.TXT").write_text(TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    names = ["a.txt", "b/1.TXT", "b/2.html"]
    assert find([tmp_path]) == [tmp_path / name for name in names]
    assert find([tmp_path / "a.txt", tmp_path])[0] == tmp_path / "a.txt"
    assert len(find([tmp_path / "a.txt", tmp_path])) == len(names)
    assert [document.title for document in _documents(tmp_path)] == [None, None, "Bridge opens"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02", "binary content"),
        ("a.txt", b"-- 12 --", "no words"),
        ("a.html", b"<html>", "no article found"),
        ("a.pdf", b"%PDF-1.7", "application/pdf is not read yet"),
        ("a.json", b'{"title": "Bridge opens"}', "sidecar without a report"),
        ("a.docs", b"x", "no known format has the suffix '.docs'"),
        ("a", b"x", "no known format has the suffix '(none)'"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(TEXT)
    [failure] = _failures(tmp_path)
    assert failure.name == str(tmp_path / name)
    assert reason in failure.reason
    assert "\n" not in failure.reason
    assert len(_documents(tmp_path)) == 1, "the run goes on"


@pytest.mark.parametrize("sidecar", [b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_a_broken_sidecar_is_named(sidecar: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_bytes(sidecar)
    [failure] = _failures(tmp_path)
    assert failure.name == str(tmp_path / "a.txt")
    assert "sidecar a.json" in failure.reason


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    [failure] = _failures(tmp_path / "a.txt")
    assert failure.reason == "cannot be opened: No such file or directory"


def test_a_file_named_by_itself_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "report").write_text(TEXT)
    assert [document.text for document in _documents(tmp_path / "report")] == [TEXT]


def test_jsonl_gives_a_document_a_line(tmp_path: Path) -> None:
    lines = ['{"text": "It opened.", "title": "Bridge"}', "{", '{"text": "It opened again."}']
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    first, second, third = read([path])
    assert isinstance(second, Failure) and second.name == f"{path}:2"
    assert not isinstance(first, Failure) and first[1].name == f"{path}:1"
    assert first[0].sha256 == sha256(lines[0].encode()).hexdigest()
    assert not isinstance(third, Failure) and third[0].text == "It opened again."


def test_standard_input_may_be_any_format() -> None:
    [text] = _piped(TEXT.encode())
    [page] = _piped(PAGE.encode())
    [line] = _piped(json.dumps({"text": TEXT}).encode())
    [pdf] = _piped(b"%PDF-1.7")
    [nothing] = _piped(b"")
    assert isinstance(text, Document) and text.text == TEXT
    assert isinstance(page, Document) and page.title == "Bridge opens"
    assert isinstance(line, Document) and line.id == text.id
    assert isinstance(pdf, Failure) and pdf.reason == "application/pdf is not read yet"
    assert nothing == Failure("-", "empty", sha256(b"").hexdigest())


@given(st.binary(max_size=200))
def test_no_bytes_stop_a_run(content: bytes) -> None:
    for found in _piped(content):
        assert isinstance(found, Document) or "\n" not in found.reason


def test_offsets_lead_from_the_text_to_the_bytes(tmp_path: Path) -> None:
    source = "\ufeffZoe\u0308 said:\r\n“It’s\u00a0open.”\r\n"
    (tmp_path / "a.txt").write_bytes(source.encode("utf-8"))
    [found] = read([tmp_path])
    assert not isinstance(found, Failure)
    document, original = found
    decoded = original.content.decode(original.encoding)
    for words, there in (("Zoë", "Zoe\u0308"), ("said", "said"), ("“It’s open.”", "“It’s\u00a0o")):
        here = document.text.index(words)
        begin, source_begin = max(pair for pair in original.offsets if pair[0] <= here)
        assert decoded[source_begin + here - begin :].startswith(there)


def test_the_shared_reports_are_all_read(shared: Path) -> None:
    reports = shared / "reports"
    expected = len(list(reports.rglob("*.txt")))
    found = list(read([reports]))
    assert sum(not isinstance(each, Failure) for each in found) == expected
    assert {each.name for each in found if isinstance(each, Failure)} == {
        str(reports / "README.md")
    }
    assert {each[0].language for each in found if not isinstance(each, Failure)} == {"en"}
