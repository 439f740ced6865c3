"""The stages of a training run: what is read, how often, at which rates."""

from dataclasses import dataclass, field

from training.augment import Rates

__all__ = ["STAGES", "Stage"]


@dataclass(frozen=True, slots=True)
class Stage:
    """What fixes a part of a run.

    `epochs` is by corpus, of which the first `plain` read the documents as they stand and the
    others as altered at `rates`; `size` is word pieces a step. If there are `heads`, only these
    parts of the network are trained, on an encoder that stays as it is, in `passes` over what is
    read. After it the weights are those before it to the share `kept`, but for the parts and
    layers that it `begun`.
    """

    name: str
    epochs: dict[str, float]
    encoder_rate: float
    head_rate: float
    heads: tuple[str, ...] = ()
    passes: int = 1
    kept: float = 0.0
    begun: tuple[str, ...] = ()
    plain: int = 1
    rates: Rates = field(default_factory=Rates)
    seed: int = 1914
    size: int = 1024
    layer_decay: float = 0.9
    warm_up: float = 0.06


STAGES = (
    Stage(
        "words",
        {
            "polnear": 2,
            "ewt": 4,
            "gum": 5,
            "re3d": 12,
            "redocred": 2,
            "lgl": 1,
            "trnews": 6,
            "timebank": 4,
        },
        encoder_rate=2.5e-4,
        head_rate=1.5e-3,
    ),
    Stage(
        "documents",
        {
            "polnear": 0.6,
            "ewt": 2.5,
            "gum": 7,
            "re3d": 10,
            "redocred": 6,
            "lgl": 0.3,
            "trnews": 2,
            "timebank": 0.6,
            "muc4": 1.6,
            "plover": 0.6,
            "police": 0.4,
            "commitment": 1,
        },
        encoder_rate=1.5e-4,
        head_rate=1e-3,
        kept=0.5,
        begun=("document", "pools", "first", "last", "role", "predicate", "polarity", "modality"),
    ),
    Stage(
        "further",
        {
            "polnear": 0.5,
            "ewt": 8,
            "gum": 7,
            "re3d": 8,
            "redocred": 9,
            "lgl": 0.3,
            "trnews": 2,
            "timebank": 1,
            "muc4": 1.5,
            "plover": 0.2,
            "police": 0.2,
            "commitment": 1,
        },
        encoder_rate=1.5e-4,
        head_rate=1e-3,
        kept=0.3,
        begun=("document", "pools"),
        plain=4,
    ),
    Stage(
        "heads",
        {
            "ewt": 1,
            "gum": 1,
            "re3d": 2,
            "redocred": 1,
            "muc4": 1,
            "plover": 0.4,
            "police": 0.2,
            "commitment": 1,
        },
        encoder_rate=0.0,
        head_rate=1e-3,
        heads=("document", "pools", "role"),
        passes=4,
    ),
)
"""First the layers of words, then all of it, the document pass too, then more of what is hardest to
learn (roles, facts, incidents), then the heads that few documents teach."""
