"""A saved page gives its article and what the page says of it, and nothing else."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake.html import read_html
from onrecord.intake.page import locate

STORY = (
    "<p>Dock workers in the port of Lindholm voted on Tuesday to end their strike, the"
    " union&rsquo;s chair, Aino Rantanen, said &mdash; a day after <b>talks</b> with the"
    " port&nbsp;authority.</p>"
    "<p>&ldquo;We got most of it,&rdquo; she told reporters. Kofi Mensah, who speaks for the port,"
    " confirmed the deal, and said that the first ships would be unloaded the next morning.</p>"
)
JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Q"},
{"@type": "NewsArticle", "datePublished": "2019-04-02T08:15:00+02:00",
"dateModified": "2019-04-05T10:00:00+02:00", "publisher": {"name": "The Quay Courier"},
"author": [{"name": "Nomvula Dlamini"}, {"name": "Tui Parata"}]}]}</script>"""
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Strike ends at the port - The Quay</title>
<meta property="og:title" content="Strike ends at the port">
<link rel="canonical" href="https://quay.example/news/strike">{JSON_LD}
<style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Strike ends at the port</h1>
<figure><img src="x.jpg"><figcaption>Cranes stood still for nine days.</figcaption></figure>
{STORY}<h2>Nine days</h2><ul><li>Wages rise by four per cent.</li></ul></article>
<div id="comments"><p>User77: What a shame, they should never have agreed to it at all.</p></div>
<footer><p>Copyright 2019 The Quay Courier</p></footer></body></html>"""


def _with(head: str = "", body: str = STORY, before: str = "") -> bytes:
    page = f"{before}<html><head><title>Strike ends</title>{head}</head><body>{body}</body></html>"
    return page.encode()


def test_the_article_is_kept_a_block_a_line() -> None:
    lines = read_html(PAGE.encode()).text.splitlines()
    assert lines[0] == "Strike ends at the port"
    assert lines[1].endswith("said — a day after talks with the port authority.")
    assert lines[3:] == ["Nine days", "Wages rise by four per cent."]


@pytest.mark.parametrize("words", ["Sport", "Cranes", "User77", "Copyright", "color"])
def test_the_rest_of_the_page_stays_out(words: str) -> None:
    assert words in PAGE
    assert words not in read_html(PAGE.encode()).text


def test_what_the_page_declares_is_read() -> None:
    metadata = read_html(PAGE.encode()).metadata
    assert metadata.title == "Strike ends at the port"
    assert metadata.publisher == "The Quay Courier"
    assert metadata.byline == "Nomvula Dlamini; Tui Parata"
    assert metadata.published == "2019-04-02T08:15:00+02:00"
    assert metadata.url == "https://quay.example/news/strike"


def test_a_headline_outside_the_article_is_put_first() -> None:
    layout = f"<table><tr><td>Home</td><td><h1>Strike ends</h1>{STORY}</td></tr></table>"
    assert read_html(_with(body=layout)).text.startswith("Strike ends\nDock workers")


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta name="date" content="2019-04-02">', STORY, "2019-04-02"),
        ('<meta property="article:published_time" content="2 April 2019">', STORY, "2019-04-02"),
        ("", f"<article><time datetime='2019-04-02'>April</time>{STORY}</article>", "2019-04-02"),
        ("", f"<h1>Strike</h1><p class='dateline'>2 April 2019</p>{STORY}", "2019-04-02"),
        ("", f"<b itemprop='datePublished' content='2019-04-02'>x</b>{STORY}", "2019-04-02"),
        ('<link rel="canonical" href="https://q.example/2019/04/02/x">', STORY, "2019-04-02"),
        # Not the date of publication, or not one date only:
        ('<meta name="date" content="02/03/2019">', STORY, None),
        ('<meta property="article:modified_time" content="2019-04-02">', STORY, None),
        ("", f"<h1>Strike</h1><p class='updated date'>2 April 2019</p>{STORY}", None),
        ("", f"<p>LINDHOLM, 2 April 2019 -- The strike ended.</p>{STORY}", None),
        ("", f"{STORY}<footer>Copyright 2019</footer>", None),
        (
            "",
            "<h1>Strike</h1>"
            + STORY.replace("<b>talks</b>", "<time datetime='2018-01-02'>x</time>"),
            None,
        ),
        ('<script type="application/ld+json">{"datePublished": </script>', STORY, None),
    ],
)
def test_only_a_declared_date_is_the_date(head: str, body: str, published: str | None) -> None:
    assert read_html(_with(head, body)).metadata.published == published


def test_the_address_a_browser_noted_is_the_address() -> None:
    page = _with(before="<!-- saved from url=(0028)https://quay.example/strike -->")
    assert read_html(page).metadata.url == "https://quay.example/strike"


def test_a_relative_address_is_none() -> None:
    assert read_html(_with('<link rel="canonical" href="/strike">')).metadata.url is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    page = PAGE.replace("utf-8", encoding).replace("&rsquo;", "’")
    assert "the union’s chair" in read_html(page.encode(encoding)).text


def test_a_page_cut_short_gives_what_is_there() -> None:
    cut = PAGE[: PAGE.index("Kofi Mensah")]
    assert "Aino Rantanen" in read_html(cut.encode()).text


@pytest.mark.parametrize(
    "page",
    [
        b"<html></html>",
        b"<html><body><nav><a href=/>Home</a></nav></body></html>",
        b"<html><body>" + b"<div>" * 6000 + b"<p>Deep down it says that the strike is over.</p>",
        PAGE[: PAGE.index("</head>")].encode(),
        b"<html>" + b"<" * 20_000,
    ],
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    with pytest.raises(InputError, match="no article"):
        read_html(page)


def test_every_word_leads_back_to_the_page() -> None:
    report = read_html(PAGE.encode())
    assert list(report.at) == sorted(report.at)
    for words in ("Dock workers", "rsquo", "Rantanen", "talks", "she told", "Nine days", "Wages"):
        shown = "’s chair" if words == "rsquo" else words
        there = report.at[report.text.index(shown)]
        assert PAGE[there:].startswith("&rsquo;s chair" if words == "rsquo" else words)
        assert there > PAGE.index("<body>")


def test_lines_that_are_not_there_keep_the_place_reached() -> None:
    source = "<p>One line</p><p>another</p>"
    at = locate("One line\nunheard\nanother", source)
    assert source[at[0] :].startswith("One")
    assert {at[i] for i in range(9, 17)} == {source.index("</p>")}
    assert source[at[17] :].startswith("another")


@given(st.lists(st.text("ab&<'é \u00a0", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_any_text_is_found_in_its_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    source = "".join(f"<p class='x'>{escape(line)}</p>\n" for line in lines)
    at = locate(text, source)
    assert len(at) == len(text) + 1
    assert at == sorted(at)
    for here, letter in enumerate(text):
        if not letter.isspace():
            assert source[at[here] :].startswith(escape(letter))
