"""Which reports go back to earlier ones."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Copy, CopyKind, Document
from onrecord.resolve import copies, copy_of, wording

WORDS = [f"{sound}{number}" for sound in ("ka", "lo", "mi") for number in range(200)]


def text(seed: int, length: int) -> str:
    return " ".join(Random(seed).choices(WORDS, k=length))


def document(name: str, words: str, day: int | None = None) -> Document:
    return Document(name, words, published=None if day is None else f"1921-05-{day:02}")


def found(*documents: Document) -> list[tuple[str, str, CopyKind]]:
    return [(each.document, each.of, each.kind) for each in copies(documents)]


A = text(1, 120)


def test_the_same_text_is_a_copy_of_the_earliest() -> None:
    printed = A.upper().replace(" ", "\n", 5)
    reports = document("c", A, 3), document("b", A, 2), document("a", printed, 4), document("d", A)
    assert found(*reports) == [
        ("c", "b", CopyKind.SAME),
        ("a", "b", CopyKind.SAME),
        ("d", "b", CopyKind.SAME),
    ]


def test_reports_of_one_day_go_by_their_ids() -> None:
    assert found(document("b", A, 2), document("a", A, 2)) == [("b", "a", CopyKind.SAME)]


def test_a_text_with_a_word_changed_here_and_there_is_a_near_copy() -> None:
    words = A.split()
    words[40], words[90] = "other", "words"
    (copy,) = copies([document("a", A, 1), document("b", " ".join(words), 2)])
    assert (copy.kind, 0.85 < copy.share < 0.95) == (CopyKind.NEAR, True)


def test_a_short_report_that_prints_part_of_a_long_one_is_found() -> None:
    long = text(2, 3000)
    short = " ".join(long.split()[1500:1550])
    (copy,) = copies([document("a", long, 1), document("b", short, 2)])
    assert copy == Copy("b", "a", 1.0, CopyKind.NEAR)


def test_a_long_part_of_another_is_a_quotation() -> None:
    mixed = f"{text(3, 90)} {' '.join(A.split()[:45])}"
    (copy,) = copies([document("a", A, 1), document("b", mixed, 2)])
    assert (copy.kind, 0.25 < copy.share < 0.35) == (CopyKind.QUOTES, True)


def test_a_sentence_in_common_makes_no_copy() -> None:
    shared = " ".join(A.split()[:15])
    assert found(document("a", A, 1), document("b", f"{shared} {text(4, 20)}", 2)) == []


def test_what_everybody_prints_makes_no_copy_and_hides_none() -> None:
    notice = text(5, 40)
    reports = [document(f"d{n:02}", f"{text(100 + n, 300)} {notice}", 1) for n in range(30)]
    copied = document("z", f"{text(125, 300)} {notice}", 2)
    assert found(*reports, copied) == [("z", "d25", CopyKind.SAME)]


def test_of_several_the_one_with_most_in_common_counts() -> None:
    near, nearer = (" ".join([*A.split()[:cut], "other"]) for cut in (90, 110))
    reports = [wording(document("a", near, 1)), wording(document("b", nearer, 2))]
    made = copy_of(wording(document("c", A, 3)), reports)
    assert made is not None and made.of == "b"


def test_a_text_without_words_is_none() -> None:
    assert found(document("a", "...", 1), document("b", "...", 2)) == []


@given(st.integers(0, 119), st.integers(20, 60))
def test_twenty_words_in_a_row_are_always_found(begin: int, length: int) -> None:
    part = A.split()[begin : begin + length]
    report, other = wording(document("a", A)), wording(document("b", " ".join(part)))
    if len(part) >= 20:
        assert report.marks & other.marks
