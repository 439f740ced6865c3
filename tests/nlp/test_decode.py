"""From the outputs of a window to what it holds."""

import numpy as np

from onrecord.nlp.decode import BIO_LAYERS, WORD_LAYERS, Decoder

LABELS: dict[str, tuple[str, ...]] = {
    **{layer: ("O", f"B-{layer}", f"I-{layer}") for layer in BIO_LAYERS},
    **{layer: ("O", "X") for layer in WORD_LAYERS},
    "deprel": ("root", "dep"),
    "role": ("none", "ARG0", "ARG1", "ARGM-TMP"),
}
"""Every layer of words has two labels."""


def _roles(rows: list[list[int]], scores: list[list[float]]) -> list[tuple[int, int, str, float]]:
    """The roles of a sentence of as many words as there are columns, a predicate a row."""
    size = len(rows[0])
    square = np.zeros((size, size), np.float32)
    nothing = np.tile(np.array([9.0, 0, 0], np.float32), (size, len(BIO_LAYERS)))
    out = {
        "bio": nothing,
        "labels": np.zeros((size, len(WORD_LAYERS)), np.int64),
        "label_scores": np.ones((size, len(WORD_LAYERS)), np.float32),
        "factuality": np.zeros(size, np.float32),
        "arcs": square,
        "deprel": np.zeros(size, np.int64),
        "deprel_scores": np.ones(size, np.float32),
        "predicates": np.arange(len(rows)),
        "roles": np.array(rows),
        "role_scores": np.array(scores, np.float32),
        **dict.fromkeys(("content", "cue", "starts", "ends"), square),
        "pools": np.zeros((size, 1), np.float32),
        "vectors": np.zeros((size, 4), np.float32),
    }
    found = Decoder(LABELS, {}).decode(out, [0] * size).roles
    return [(*arc[:3], round(arc[3], 2)) for arc in found]


def test_a_core_role_has_one_word_of_a_predicate_the_surest() -> None:
    rows = [[0, 1, 1, 2], [1, 0, 0, 2]]
    scores = [[0.9, 0.6, 0.8, 0.5], [0.7, 0.9, 0.9, 0.4]]
    assert _roles(rows, scores) == [
        (0, 2, "ARG0", 0.8),
        (0, 3, "ARG1", 0.5),
        (1, 0, "ARG0", 0.7),
        (1, 3, "ARG1", 0.4),
    ]


def test_other_roles_may_have_several() -> None:
    found = _roles([[0, 3, 3]], [[0.9, 0.6, 0.8]])
    assert [(word, role) for _, word, role, _ in found] == [(1, "ARGM-TMP"), (2, "ARGM-TMP")]
