"""Sentences and words by rule."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.nlp.segment import sentences, words


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def _words(text: str) -> list[str]:
    return [span.of(text) for span in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Tembo left.", "Dr. Ayşe Kaya stayed."],
        ["J. R. Adeyemi spoke in St. Vital.", "Nobody answered."],
        ["The U.S. envoy met Gen. Oduya.", "He said 3.5 tons were found."],
        ["He lives in the U.S.", "The others left."],
        ["“We saw it.”", "The doctor nodded."],
        ['"Was it them?" she asked.', "No one knew."],
        ["They waited ... and waited.", "Then it rained!"],
        ["It cost Rs. 40 on Jan. 5, at 6 p.m. local time.", "Was it No. 7?"],
        ["1. Open the valve.", "2. Close it."],
        ["The firm, Ndoye & Sons Ltd., closed.", "Its owner fled."],
        ["the bridge fell at dawn.", "nobody was hurt!!", "the mayor came"],
        ["It took approx. five days, at 3 p.m. sharp, etc. for all."],
        ["Was it the U.N.?", "No."],
        ["The dam broke in 1931.[7] [12]", "Its builder had warned of it. [3]", "Nobody heard."],
        ["She wrote to ops@example.org.", "They had seen www.example.com/a.b already."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert _sentences(" ".join(parts)) == parts


def test_sentences_stay_within_the_block() -> None:
    text = "One here. Two here.\nThree here."
    assert sentences(text, Span(10, 19)) == (Span(10, 19),)


def test_a_missing_space_does_not_join_two_sentences() -> None:
    assert _sentences("They fled.Nobody was hurt.") == ["They fled.", "Nobody was hurt."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("don't", "do n't"),
        ("John’s can’t", "John ’s ca n’t"),
        ("Nguyễn's cannot they're", "Nguyễn 's can not they 're"),
        ("the workers' hall", "the workers ' hall"),
        ("O'Brien Qa'im's", "O'Brien Qa'im 's"),
        ("al-Farsi's well-known aide", "al - Farsi 's well - known aide"),
        ("non-state co-founder ex-wife", "non-state co-founder ex-wife"),
        ("$3.5 (12%) 1,200 9/11", "$ 3.5 ( 12 % ) 1,200 9/11"),
        ("at 5pm on the 19th", "at 5 pm on the 19th"),
        ("U.S. p.m. J. Ibarra", "U.S. p.m. J. Ibarra"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("mail mira.b@example.org now", "mail mira.b@example.org now"),
        ("Wait... what?!", "Wait ... what ?!"),
        ("“No,” he said—twice", "“ No , ” he said — twice"),
        ("مرحبا بالعالم", "مرحبا بالعالم"),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, parts: str) -> None:
    assert _words(text) == parts.split()


@given(st.text(max_size=200))
def test_words_leave_out_white_space_only(text: str) -> None:
    if not text:
        return
    covered = {i for span in words(text, Span(0, len(text))) for i in range(span.begin, span.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(st.text(alphabet="aB.!? \"”1'", max_size=80))
def test_sentences_leave_out_white_space_only(text: str) -> None:
    if not text:
        return
    found = sentences(text, Span(0, len(text)))
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())
    assert all(a.end <= b.begin for a, b in itertools.pairwise(found))
