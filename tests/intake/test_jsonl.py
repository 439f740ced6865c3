"""One report a line; a bad line says what is wrong with it."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake.jsonl import cut_lines, read_line


def test_lines_are_numbered_and_blank_ones_passed_by() -> None:
    stream = BytesIO(b'\xef\xbb\xbf{"a": 1}\n\n  \r\n{"b": 2}\r\n{"c": 3}')
    assert list(cut_lines(stream)) == [
        (":1", b'{"a": 1}'),
        (":4", b'{"b": 2}'),
        (":5", b'{"c": 3}'),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nope", "not JSON: Expecting value at character 0"),
        (b"[1]", "not a JSON object"),
        (b'{"title": "Bridge opens"}', 'no words under "text"'),
        (b'{"text": 7}', 'no words under "text"'),
        (b'{"text": " "}', 'no words under "text"'),
        (b'{"text": "caf\xe9"}', "not UTF-8 at byte 13"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_refused(line: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_line(line)


def test_metadata_is_read() -> None:
    line = {"id": 4, "text": "It opened.", "title": "Bridge opens", "published": "2 April 2019"}
    metadata = read_line(json.dumps(line).encode()).metadata
    assert (metadata.title, metadata.published) == ("Bridge opens", "2019-04-02")


@given(st.text(min_size=1).filter(str.strip), st.booleans())
def test_every_character_is_found_in_its_line(text: str, ascii_only: bool) -> None:
    line = json.dumps({"title": "x", "text": text, "publisher": text}, ensure_ascii=ascii_only)
    if not ascii_only and any("\ud800" <= letter <= "\udfff" for letter in text):
        return
    report = read_line(line.encode())
    assert report.text == text
    ends = report.at
    for here, letter in enumerate(text):
        assert json.loads(f'"{line[ends[here] : ends[here + 1]]}"') == letter
