"""BIO labels to spans."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from onrecord.nlp.bio import Piece, best_path, log_softmax, spans_of

LABELS = ("O", "B-X", "I-X", "B-Y", "I-Y")


def _scores(*rows: tuple[int, float]) -> np.ndarray:
    """One favoured label a word, by how much."""
    raw = np.zeros((len(rows), len(LABELS)), np.float32)
    for word, (label, by) in enumerate(rows):
        raw[word, label] = by
    return log_softmax(raw)


def _path(scores: np.ndarray, *starts: int) -> list[int]:
    breaks = np.zeros(len(scores), bool)
    breaks[[0, *starts]] = True
    return [int(label) for label in best_path(scores, LABELS, breaks)]


def test_a_valid_path_is_kept() -> None:
    scores = _scores((0, 5), (1, 5), (2, 5), (3, 5))
    assert _path(scores) == [0, 1, 2, 3]
    found = spans_of(np.array([0, 1, 2, 3]), scores, LABELS)
    assert [(p.begin, p.end, p.label) for p in found] == [(1, 3, "X"), (3, 4, "Y")]
    assert 0.9 < found[0].score < 1


def test_an_inside_without_a_beginning_gets_one() -> None:
    assert _path(_scores((0, 1), (2, 9), (2, 9))) == [1, 2, 2]


def test_an_inside_of_another_label_gives_way_to_the_surer() -> None:
    assert _path(_scores((1, 9), (4, 2))) in ([1, 0], [1, 2], [1, 3])
    assert _path(_scores((1, 2), (4, 9))) == [3, 4]


def test_no_span_goes_on_over_a_break() -> None:
    scores = _scores((1, 5), (2, 5), (2, 5))
    assert _path(scores) == [1, 2, 2]
    assert _path(scores, 2)[2] != 2


def test_words_without_labels_give_nothing() -> None:
    assert spans_of(np.zeros(3, np.int64), _scores((0, 1), (0, 1), (0, 1)), LABELS) == []
    assert Piece(0, 1, "X", 1.0).end == 1


@settings(max_examples=40)
@given(
    hnp.arrays(
        np.float32, st.tuples(st.integers(1, 6), st.just(5)), elements=st.floats(-9, 9, width=32)
    ),
    st.integers(0, 5),
)
def test_the_path_is_the_best_of_the_valid(raw: np.ndarray, cut: int) -> None:
    scores = log_softmax(raw)
    breaks = np.arange(len(raw)) == 0
    breaks[min(cut, len(raw) - 1)] = True
    best = max(_valid(len(raw), breaks), key=lambda p: _total(scores, p))
    found = tuple(best_path(scores, LABELS, breaks).tolist())
    assert found in _valid(len(raw), breaks)
    assert _total(scores, found) >= _total(scores, best) - 1e-3


def _total(scores: np.ndarray, path: tuple[int, ...]) -> float:
    return float(sum(scores[word, label] for word, label in enumerate(path)))


def _valid(size: int, breaks: np.ndarray) -> set[tuple[int, ...]]:
    paths: set[tuple[int, ...]] = {()}
    for word in range(size):
        paths = {
            (*path, label)
            for path in paths
            for label in range(5)
            if label % 2 == 1
            or label == 0
            or (path and not breaks[word] and path[-1] in (label, label - 1))
        }
    return paths
