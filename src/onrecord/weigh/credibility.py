"""The credibility of information, 1 to 6, by the rule of docs/reference/weighing.md."""

from collections.abc import Sequence

from onrecord.model import Origin

__all__ = ["credibility"]


def credibility(
    firm: Sequence[Origin],
    weak: Sequence[Origin],
    against: Sequence[Origin],
    *,
    perhaps: bool = False,
    one_channel: bool = False,
    withdrawn: bool = False,
) -> tuple[int, str]:
    """The figure and, in one line, why.

    `firm` are the independent sources that stand by it and `weak` those that hold it only for
    possible or that nobody could verify, `against` those that deny it; `perhaps` is whether one
    of the firm ones speaks unnamed through several outlets, and may be several; `one_channel`
    is whether all firm ones speak through one outlet; `withdrawn` is whether a source took it
    back.
    """
    held = len(firm) + len(weak)
    if against:
        return _contradicted(held, len(against))
    if not held and withdrawn:
        return 5, "its own source took it back, no other holds it"
    if not held:
        return 6, "no source holds that it happened"
    if len(firm) > 1 and one_channel:
        return 2, f"{len(firm)} sources hold it, all through one outlet, none denies it"
    if len(firm) > 1:
        return 1, f"{len(firm)} independent sources hold it, none denies it"
    if firm and weak:
        return 2, f"one source holds it, {_sources(len(weak))} more not firmly, none denies it"
    if firm and perhaps:
        return 2, "unnamed sources of several outlets hold it, who may be one; none denies it"
    if firm:
        return 3, "one source holds it, nothing speaks for or against it"
    return 6, f"{_sources(len(weak))} without certainty, nothing to judge it by"


def _contradicted(held: int, against: int) -> tuple[int, str]:
    """More for than against makes it possible, much more probable; fewer make it improbable."""
    why = f"{_sources(held)} for it, {_sources(against)} against it"
    lead = held - against
    if lead < 0:
        return 5, why
    return {0: 4, 1: 3}.get(lead, 2), why


def _sources(count: int) -> str:
    return f"{count} source{'' if count == 1 else 's'}"
