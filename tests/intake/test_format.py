"""The table of formats: by suffix, by content, and with a limit."""

from io import BytesIO

import pytest

from onrecord.errors import InputError
from onrecord.intake import FORMATS
from onrecord.intake.format import by_suffix, sniff
from onrecord.intake.report import MAX_BYTES


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("A.HTM", "text/html"),
        ("a.ndjson", "application/jsonl"),
        ("a.warc.gz", "application/warc"),
    ],
)
def test_a_suffix_names_the_format(name: str, media_type: str) -> None:
    row = by_suffix(name)
    assert row is not None and row.media_type == media_type


def test_no_suffix_is_in_two_rows() -> None:
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert by_suffix("a.unknown") is None


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"", "text/plain"),
        (b"The bridge opened.", "text/plain"),
        (b"<3 is what she wrote, he said", "text/plain"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML>", "text/html"),
        (b"<!-- saved from url=(0020)https://quay.example -->\n<html>", "text/html"),
        (b' {"text": "x"}', "application/jsonl"),
        (b"%PDF-1.4", "application/pdf"),
    ],
)
def test_content_names_the_format(head: bytes, media_type: str) -> None:
    assert sniff(head).media_type == media_type


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_what_is_too_large_for_a_report_is_refused(name: str) -> None:
    row = by_suffix(name)
    assert row is not None
    with pytest.raises(InputError, match="32 MiB"):
        list(row.cut(BytesIO(b"a" * (MAX_BYTES + 1))))
