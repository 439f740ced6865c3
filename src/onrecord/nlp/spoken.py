"""From spans of sources, cues and contents, and the links between them, to attributions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.nlp.bio import Piece, log_softmax

__all__ = ["Linked", "attributions"]


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as runs of words."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    score: float


def attributions(
    pieces: Mapping[str, Sequence[Piece]],
    content_links: npt.NDArray[np.float32],
    cue_links: npt.NDArray[np.float32],
) -> list[Linked]:
    """The attributions of a window, in order of their first content.

    Links are scores [from word, to word] between the first words of spans: of a content to its
    cue, or its source where it has no cue; of a cue to its source; to itself where there is none.
    Contents with the same cue, or else the same source, are pieces of one attribution.
    """
    cues = {cue.begin: cue for cue in pieces["cue"]}
    sources = {source.begin: source for source in pieces["source"]}
    groups: dict[tuple[str, int], list[tuple[Piece, float]]] = {}
    for content in pieces["content"]:
        goal, sure = _goal(content_links, content.begin, [*cues, *sources])
        if goal is None:
            key = ("content", content.begin)
        else:
            key = ("cue", goal) if goal in cues else ("source", goal)
        groups.setdefault(key, []).append((content, sure))
    return [_linked(key, group, cues, sources, cue_links) for key, group in groups.items()]


def _linked(
    key: tuple[str, int],
    group: list[tuple[Piece, float]],
    cues: Mapping[int, Piece],
    sources: Mapping[int, Piece],
    cue_links: npt.NDArray[np.float32],
) -> Linked:
    kind, begin = key
    cue = (cues[begin],) if kind == "cue" else ()
    source = (sources[begin],) if kind == "source" else ()
    score = min(content.score * sure for content, sure in group)
    if cue:
        goal, _ = _goal(cue_links, begin, list(sources))
        source = () if goal is None else (sources[goal],)
    return Linked(source, cue, tuple(content for content, _ in group), score)


def _goal(
    links: npt.NDArray[np.float32], word: int, goals: Sequence[int]
) -> tuple[int | None, float]:
    """The likeliest of `goals` for `word`, None for none of them, and how likely it is."""
    # A goal that begins at the word itself cannot be told from none: the span would be its own.
    others = sorted({goal for goal in goals if goal != word})
    if not others:
        return None, 1.0
    scores = log_softmax(links[word, [word, *others]])
    best = int(scores.argmax())
    return (None if best == 0 else others[best - 1]), float(np.exp(scores[best]))
