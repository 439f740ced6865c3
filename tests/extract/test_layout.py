"""Lines of made-up news pages, and the blocks they must become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.layout import layout
from onrecord.model import BlockKind, Document, Reading

LONG = (
    "The harbour council of Port Oriel met for nine hours on Tuesday and ended without a vote, "
    "its chairwoman said, because two of the seven members had left the chamber before midnight."
)


def blocks_of(text: str, title: str | None = None) -> list[tuple[str, str]]:
    document = Document("d", text, title=title)
    return [(block.kind.value, block.span.of(text)) for block in layout(document, Reading("d"))]


def kinds_of(text: str) -> list[str]:
    return [kind for kind, _ in blocks_of(text)]


def test_highlights_end_at_the_first_long_paragraph() -> None:
    text = f"Story highlights\nCouncil ends talks\nTwo members walk out\n{LONG}\nShe left."
    assert kinds_of(text) == ["furniture", "summary", "summary", "paragraph", "paragraph"]


def test_bulleted_key_points_may_end_in_full_stops() -> None:
    text = f"Key points:\n- Talks ended.\n- Two walked out.\nThe talks began in May.\n{LONG}"
    assert kinds_of(text) == ["furniture", "summary", "summary", "paragraph", "paragraph"]


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert kinds_of(f"{LONG}\nA long night\n{LONG}") == ["paragraph", "heading", "paragraph"]


def test_a_short_sentence_is_no_heading() -> None:
    assert kinds_of(f"{LONG}\nNobody spoke.\n{LONG}") == ["paragraph"] * 3


def test_the_headline_counts_as_summary() -> None:
    assert kinds_of(f"Harbour talks end without a vote\n\n{LONG}") == ["summary", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry strike enters second week",
        "Watch: Ferries lie idle",
        "Related: What the harbour council does",
        "Advertisement",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "E-mail to a friend",
        "Click here for the full list",
        "Follow us on Twitter",
        "Copyright 2021 The Oriel Post",
        "© Oriel Post. All rights reserved.",
        "Last updated: 12:40, 3 May 2021",
        "By Ines Carvalho and Tomasz Wilk",
        "Monday, 3 May 2021",
        "ORIEL, May 3",
        "(Photo: Oriel Post)",
        "Ferries at the north quay on Monday. Image: Oriel Post.",
        "Sign up for our morning letter",
        "* * *",
    ],
)
def test_page_furniture(line: str) -> None:
    assert kinds_of(f"{LONG}\n{line}\n{LONG}") == ["paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a third after the vote.",
        "By Monday the ferries had stopped, and nobody in Oriel knew why.",
        "Follow the money, the auditor told the council in March.",
        "Watch officers saw the ferry turn at four.",
    ],
)
def test_sentences_that_begin_like_furniture(line: str) -> None:
    assert kinds_of(f"{LONG}\n{line}\n{LONG}") == ["paragraph"] * 3


@pytest.mark.parametrize(
    "dateline",
    [
        "Oriel, 5 Jan 89 (ANP) -- [Text]",
        "Oriel (Free Port), 5 Jan 89 (Radio Quay) -- [commentary] [Text]",
        "ORIEL, May 3 (Harbour Wire) —",
        "ORIEL (Reuters) -",
        "No city, no date --",
    ],
)
def test_a_dateline_is_split_from_its_sentence(dateline: str) -> None:
    assert blocks_of(f"{dateline} {LONG}") == [("furniture", dateline), ("paragraph", LONG)]


def test_a_dash_in_a_sentence_is_no_dateline() -> None:
    assert kinds_of("The mayor of Oriel - a former pilot - said nothing.") == ["paragraph"]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    text = (
        "The harbour council of Port Oriel met for nine hours on Tuesday and\n"
        "ended without a vote, its chairwoman said, because two of the seven\n"
        "members had left.\n"
        "\n"
        "Nobody in the chamber knew on Tuesday night whether the ferries would\n"
        "sail again before the end of the month, although the owners of three\n"
        "Greek ships had asked.\n"
    )
    first, second = blocks_of(text)
    assert first[1].startswith("The harbour") and first[1].endswith("had left.")
    assert second[1].startswith("Nobody") and second[1].endswith("had asked.")


def test_wide_lines_that_are_wrapped_and_indented_are_joined() -> None:
    told = (
        "the harbour council met for nine hours and ended without a vote because two of its seven "
        "members had left,",
        "and on Tuesday night nobody knew whether the ferries would sail at all. The League of "
        "Greek and Cypriot Salt",
        "Merchants asked it to sit again before the end of the month, whoever of the owners and "
        "their crews comes to it",
        "and whoever of them stays away.",
    )
    (whole,) = blocks_of("\n    ".join(told))
    assert whole[1].endswith("stays away.")


@given(st.text(alphabet='aB1 .\n\t:-—[]()"Story', max_size=200))
def test_every_word_stands_in_one_block_in_order(text: str) -> None:
    blocks = layout(Document("d", text), Reading("d"))
    ends = [0, *(block.span.end for block in blocks)]
    begins = [*(block.span.begin for block in blocks), len(text)]
    assert all(not text[end:begin].strip() for end, begin in zip(ends, begins, strict=True))
    assert all(block.kind in BlockKind for block in blocks)


@pytest.mark.parametrize(
    ("first", "kinds"),
    [
        ("Flood reaches Port Oriel. The river rose.", ["summary", "paragraph"]),
        ("Flood reaches Port Oriel Saturday, January 31, 2009", ["summary", "furniture"]),
        ("Flood reaches Port Oriel farmers, and nobody helps.", ["paragraph"]),
    ],
)
def test_a_title_that_opens_the_first_line_is_a_headline(first: str, kinds: list[str]) -> None:
    found = blocks_of(f"{first}\n{LONG}", "Flood Reaches Port Oriel")
    assert [kind for kind, _ in found] == [*kinds, "paragraph"]


def test_a_short_title_parts_no_name() -> None:
    assert blocks_of(f"Oriel Farmers met.\n{LONG}", "Oriel")[0] == (
        "paragraph",
        "Oriel Farmers met.",
    )
