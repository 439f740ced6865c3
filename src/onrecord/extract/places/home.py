"""Where a publisher is at home, by the place in its name or address."""

import re

from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.outlets import home_country

__all__ = ["home_of"]

_PAPER = sorted(
    """the this is my daily evening morning sunday weekly local online news newspaper newspapers
    times post press herald tribune gazette journal chronicle star sun sentinel observer mail today
    telegram telegraph mercury record recorder register review reporter standard guardian leader
    ledger enquirer inquirer examiner express dispatch democrat republican citizen courier advocate
    beacon banner bulletin bee globe voice state nation world item live net web tv radio fm bay
    inside area advertiser independent intelligencer monitor eagle argus echo free argus packet
    republic national international politics report reports media www com co org gov edu and of
    """.split(),
    key=len,
    reverse=True,
)
_WORDS = frozenset(_PAPER)
_SHORTEST = 4


def home_of(
    publisher: str | None, url: str | None, gazetteer: Gazetteer
) -> tuple[tuple[Candidate, ...], str | None]:
    """The places that the publisher's name may hold, and the country that it is at home in.

    Both are weak: a paper called after a town may write about anything.
    """
    country = home_country(publisher, url)
    host = re.sub(r"^[a-z]+://", "", url or "").partition("/")[0].partition(":")[0].lower()
    names = [publisher or "", *host.split(".")[:-1]]
    if publisher and "." in publisher and " " not in publisher:
        names = [*publisher.lower().split(".")[:-1], *names[1:]]
    for name in dict.fromkeys(names):
        if places := _places(name, gazetteer):
            return places, country
    return (), country


def _places(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    parts = [part for part in re.split(r"[^\w]+", name) if part]
    core = " ".join(part for part in parts if part.lower() not in _WORDS)
    if len(core) >= _SHORTEST and (places := gazetteer.look_up(core)):
        return places
    joined = _without_paper("".join(parts).lower())
    if len(joined) < _SHORTEST or not joined.isalpha():
        return ()
    cuts = (f"{joined[:at]} {joined[at:]}" for at in range(3, len(joined) - 2))
    for spelling in (joined, *cuts):
        if places := gazetteer.look_up(spelling):
            return places
    return ()


def _without_paper(label: str) -> str:
    """The label without newspaper words at either end: "dailyfooville" gives "fooville"."""
    stripped = True
    while stripped:
        stripped = False
        for word in _PAPER:
            if len(word) < 3 or len(label) - len(word) < _SHORTEST:
                continue
            if label.startswith(word) or label.endswith(word):
                label = (
                    label.removeprefix(word) if label.startswith(word) else label.removesuffix(word)
                )
                stripped = True
                break
    return label
