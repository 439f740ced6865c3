"""From scores of heads to a tree: the best head of each word, mended where that is no tree."""

import numpy as np
import numpy.typing as npt

__all__ = ["tree"]

_NEVER = -1e9


def tree(scores: npt.NDArray[np.float32]) -> list[int]:
    """The head of each word, -1 for the one root.

    `scores[word, head]` is how well a head fits, `scores[word, word]` how well the word is the
    root. The result is a maximum spanning tree (Chu and Liu 1965, Edmonds 1967) with one root.
    """
    heads = scores.argmax(axis=1)
    own = np.arange(len(heads))
    roots = np.flatnonzero(heads == own)
    root = int(roots[0]) if len(roots) == 1 else int(np.diagonal(scores).argmax())
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, _NEVER)
    weights[root] = _NEVER
    weights[root, root] = 0.0
    found = _spanning(weights, root)
    return [-1 if word == root else head for word, head in enumerate(found.tolist())]


def _spanning(weights: npt.NDArray[np.float64], root: int) -> npt.NDArray[np.int64]:
    heads: npt.NDArray[np.int64] = weights.argmax(axis=1).astype(np.int64)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    return _broken(weights, root, heads, cycle)


def _cycle(heads: npt.NDArray[np.int64], root: int) -> list[int]:
    """The words of some cycle, empty if there is none."""
    above: list[int] = heads.tolist()
    state = [0] * len(above)
    state[root] = -1
    for start in range(len(above)):
        word = start
        while state[word] == 0:
            state[word] = start + 1
            word = above[word]
        if state[word] == start + 1:
            found = [word]
            while above[found[-1]] != word:
                found.append(above[found[-1]])
            return found
        word = start
        while state[word] == start + 1:
            state[word] = -1
            word = above[word]
    return []


def _broken(
    weights: npt.NDArray[np.float64], root: int, heads: npt.NDArray[np.int64], cycle: list[int]
) -> npt.NDArray[np.int64]:
    """Contracts the cycle to one word, solves the smaller problem and opens the cycle again."""
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.array(cycle)
    size = len(rest)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = weights[np.ix_(rest, rest)]
    leaving = weights[np.ix_(rest, ring)]
    small[:size, size] = leaving.max(axis=1)
    gain = weights[np.ix_(ring, rest)] - weights[ring, heads[ring]][:, None]
    small[size, :size] = gain.max(axis=0)
    solved = _spanning(small, int(np.searchsorted(rest, root)))
    result = heads.copy()
    for place, word in enumerate(rest):
        goal = solved[place]
        result[word] = ring[leaving[place].argmax()] if goal == size else rest[goal]
    entry = int(solved[size])
    opened = int(ring[gain[:, entry].argmax()])
    result[opened] = rest[entry]
    return result
