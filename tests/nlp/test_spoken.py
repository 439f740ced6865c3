"""Spans and links to attributions."""

import numpy as np

from onrecord.nlp.bio import Piece
from onrecord.nlp.spoken import attributions

SIZE = 20


def _piece(begin: int, end: int, label: str) -> Piece:
    return Piece(begin, end, label, 0.9)


def _links(*pairs: tuple[int, int]) -> np.ndarray:
    links = np.zeros((SIZE, SIZE), np.float32)
    for word, goal in pairs:
        links[word, goal] = 8
    return links


SOURCE, CUE = _piece(0, 2, "source"), _piece(2, 3, "cue")
FIRST, SECOND = _piece(3, 9, "content"), _piece(12, 18, "content")


def test_pieces_with_one_cue_are_one_attribution() -> None:
    pieces = {"source": [SOURCE], "cue": [CUE], "content": [FIRST, SECOND]}
    (found,) = attributions(pieces, _links((3, 2), (12, 2)), _links((2, 0)))
    assert (found.source, found.cue, found.content) == ((SOURCE,), (CUE,), (FIRST, SECOND))
    assert 0.8 < found.score < 0.9


def test_a_cue_may_have_no_source() -> None:
    pieces = {"source": [SOURCE], "cue": [CUE], "content": [FIRST]}
    (found,) = attributions(pieces, _links((3, 2)), _links((2, 2)))
    assert (found.source, found.cue) == ((), (CUE,))


def test_a_content_may_have_a_source_and_no_cue() -> None:
    pieces = {"source": [SOURCE], "cue": [CUE], "content": [FIRST]}
    (found,) = attributions(pieces, _links((3, 0)), _links((2, 0)))
    assert (found.source, found.cue, found.content) == ((SOURCE,), (), (FIRST,))


def test_a_content_alone_is_an_attribution() -> None:
    pieces: dict[str, list[Piece]] = {"source": [], "cue": [], "content": [FIRST, SECOND]}
    found = attributions(pieces, _links(), _links())
    assert [x.content for x in found] == [(FIRST,), (SECOND,)]
    assert all(not x.source and not x.cue for x in found)


def test_links_to_words_that_begin_nothing_do_not_count() -> None:
    pieces = {"source": [SOURCE], "cue": [CUE], "content": [FIRST]}
    (found,) = attributions(pieces, _links((3, 7), (3, 2)), _links((2, 5), (2, 0)))
    assert found.cue == (CUE,) and found.source == (SOURCE,)
