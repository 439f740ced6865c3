"""Documents told otherwise: what the corpora lack, put in while all labels stay where they are."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from training.augment.case import headline_capitals, in_capitals, in_lower_case
from training.augment.dates import other_dates
from training.augment.naming import other_people, other_places
from training.augment.noise import misread, mistyped
from training.text import Text

__all__ = ["KINDS", "Rates", "altered"]

Alteration = Callable[[Sequence[str], Text, random.Random], list[str]]


@dataclass(frozen=True, slots=True)
class Rates:
    """The share of documents, 0 to 1, that each kind of alteration befalls; 0 turns it off.

    One document can meet several. Names and dates are told otherwise often, since what replaces
    them is as good English as what stood there; noise and case seldom, since most reports are
    clean. Within a document noise befalls a share of the words: see `noise`.
    """

    people: float = 0.5
    places: float = 0.3
    dates: float = 0.3
    typing: float = 0.08
    ocr: float = 0.06
    headline: float = 0.04
    lower: float = 0.04
    capitals: float = 0.04


KINDS: dict[str, Alteration] = {
    "people": other_people,
    "places": other_places,
    "dates": other_dates,
    "typing": mistyped,
    "ocr": misread,
    "headline": headline_capitals,
    "lower": in_lower_case,
    "capitals": in_capitals,
}
"""The alterations by the field of `Rates` that governs them, in the order they are made."""


def altered(
    forms: Sequence[str], text: Text, rng: random.Random, rates: Rates | None = None
) -> list[str]:
    """The words of a document, as many as before, with what chance makes of them.

    Every kind throws its own die and has its own source of chance, so that turning one off leaves
    the others as they were. The same `rng` gives the same words.
    """
    found = list(forms)
    shares = rates or Rates()
    for name in (field.name for field in fields(Rates)):
        own = random.Random(rng.getrandbits(64))
        if own.random() < getattr(shares, name):
            found = KINDS[name](found, text, own)
    return found
