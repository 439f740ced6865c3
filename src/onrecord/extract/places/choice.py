"""Which of the places of its name each name of a report means, all names weighed together.

A log-linear model over what is known of a candidate: how many live there, what kind of place it is,
what the words at the name say, which countries and regions the report speaks of, how near it is to
what the other names may mean and to the publisher, whether it lies where the text says, and whether
it is of the kind of the names that stand in a list with it. The weights were fitted on the train
parts of LGL and TR-News (training/gazetteer/weights.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log10, pi
from typing import TypeAlias

import numpy as np

from onrecord.extract.places.agreement import agreement
from onrecord.extract.places.clue import Clue, Kind, contains, kind_of
from onrecord.extract.places.globe import Array, apart_km, distances_km
from onrecord.extract.places.siting import Told
from onrecord.lexicon.gazetteer import Candidate
from onrecord.lexicon.placekey import place_keys, written_key

__all__ = ["FEATURES", "WEIGHTS", "Context", "NameInReport", "Tie", "Weighing"]

_FITTED = {
    "population": 1.28,
    "country": -0.35,
    "capital": -0.97,
    "region": 0.59,
    "district": -0.91,
    "airfield": -0.11,
    "area": 0.13,
    "main": 2.07,
    "around_namesake": -1.55,
    "within": 0.98,
    "not_within": -0.98,
    "holds": 2.53,
    "kind": 1.43,
    "not_kind": -1.33,
    "compass_region": -0.08,
    "country_named": 1.51,
    "region_named": 1.66,
    "capital_abroad": 1.69,
    "publisher_near": 2.77,
    "publisher_country": 1.54,
    "near_sum": 3.53,
    "near_best": 2.80,
    "sited": 2.09,
    "peer": 0.20,
    "unlisted": 7.50,
}
FEATURES = tuple(_FITTED)
WEIGHTS: Array = np.array(list(_FITTED.values()))
_OWN = FEATURES.index("near_sum")
_NONE = FEATURES.index("unlisted")
_NEAR_KM = 80.0
_PEOPLE_PER_KM2 = 20
_CAPITAL = 3_000_000
_SETTLEMENT = 1_000
_METROPOLIS = 1_000_000
_ROUNDS = 3
_Pair: TypeAlias = tuple[slice, slice, Array]
"""Rows of two names, and how well, 0 to 1, each candidate of one goes with each of the other."""


@dataclass(frozen=True, slots=True)
class NameInReport:
    """A name with one meaning in a report: its mentions' clues, and all that it may mean."""

    surface: str
    clues: tuple[Clue, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest tells: the publisher's home, and how often peoples are named, by country."""

    home: tuple[Candidate, ...] = ()
    home_country: str | None = None
    peoples: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """What the text says of where the name `left` lies to the name `right`; both are numbers."""

    left: int
    right: int
    told: Told


class Weighing:
    """The candidates of all names of one report side by side."""

    def __init__(
        self,
        names: Sequence[NameInReport],
        context: Context,
        ties: Sequence[Tie] = (),
        peers: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.names = [name for name in names if name.candidates]
        self._number = {
            number: len([name for name in names[:number] if name.candidates])
            for number, name in enumerate(names)
            if name.candidates
        }
        self._context = context
        self._all = [c for name in self.names for c in name.candidates]
        sizes = [len(name.candidates) for name in self.names]
        self.starts = np.cumsum([0, *sizes])
        self._owner = np.repeat(np.arange(len(sizes)), sizes)
        keys = [place_keys(name.surface)[:1] for name in self.names]
        self._namesakes = np.array([[left == right for right in keys] for left in keys])
        points = np.array([(c.lat, c.lon) for c in self._all]).reshape(-1, 2)
        home = np.array([(c.lat, c.lon) for c in context.home]).reshape(-1, 2)
        self._nearness = _nearness(points, points)
        self._to_home = _nearness(points, home).max(axis=1, initial=0.0)
        self.own = np.array([row for i in range(len(sizes)) for row in self._known(i)])
        self._ties = [self._tied(tie) for tie in ties if {tie.left, tie.right} <= set(self._number)]
        self._peers = [self._listed(*pair) for pair in peers if set(pair) <= set(self._number)]

    def settle(self, weights: Array = WEIGHTS) -> Array:
        """Probabilities of all candidates, one after the other; `starts` parts them by name.

        Those of one name leave a rest: that the gazetteer lacks what is meant. Names are first
        judged each for itself; then what the others probably mean joins in, three times over.
        """
        if not self._all:
            return np.zeros(0)
        own, none = self.own @ weights[:_OWN], float(weights[_NONE])
        belief = self._share(own, none)
        for _ in range(_ROUNDS):
            belief = self._share(own + self.company(belief) @ weights[_OWN:_NONE], none)
        return belief

    def features(self, belief: Array) -> Array:
        """All features (n, k) of the candidates, in the order of `FEATURES`."""
        return np.hstack([self.own, self.company(belief), np.zeros((len(self.own), 1))])

    def company(self, belief: Array) -> Array:
        """What the other names tell of each candidate (n, 4).

        Nearness to their places, as the log of the sum and the best; whether it lies where the
        text says, and whether it is of the kind of its fellows in a list, from -1 to 1.
        """
        by_name = np.maximum.reduceat(self._nearness * belief, self.starts[:-1], axis=1)
        by_name[self._namesakes[self._owner]] = 0.0
        near = [np.log1p(by_name.sum(axis=1)), by_name.max(axis=1)]
        told = [_borne_out(self._ties, belief), _borne_out(self._peers, belief)]
        return np.stack([*near, *told], axis=1)

    def _tied(self, tie: Tie) -> _Pair:
        left, right = self._number[tie.left], self._number[tie.right]
        found = self.names[left].candidates, self.names[right].candidates
        return self.rows(left), self.rows(right), agreement(tie.told, *found)

    def _listed(self, left: int, right: int) -> _Pair:
        one, other = self._number[left], self._number[right]
        kinds = [[kind_of(c) for c in self.names[number].candidates] for number in (one, other)]
        alike = [[float(kind == fellow) for fellow in kinds[1]] for kind in kinds[0]]
        return self.rows(one), self.rows(other), np.array(alike)

    def rows(self, number: int) -> slice:
        """Where the candidates of a name stand among all."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def _share(self, score: Array, none: float) -> Array:
        top = np.maximum(np.maximum.reduceat(score, self.starts[:-1]), none)
        grown = np.exp(score - top[self._owner])
        whole: Array = np.add.reduceat(grown, self.starts[:-1]) + np.exp(none - top)
        return np.asarray(grown / whole[self._owner])

    def _known(self, number: int) -> list[list[float]]:
        name = self.names[number]
        countries, regions = self._named(number)
        shares = sum(countries.values()) or 1
        parted = any(_within(place, name) for place in name.candidates)
        rows = []
        for at, place in enumerate(name.candidates):
            inside = _within(place, name)
            known = _by_itself(place, name) | {
                "within": inside,
                "not_within": parted and not inside,
                "holds": self._holds(place, number),
                "country_named": countries.get(place.country or "", 0) / shares,
                "region_named": (place.country, place.admin1) in regions
                and kind_of(place) != Kind.REGION,
                "capital_abroad": place.feature == "PPLC"
                and bool(countries.keys() - {place.country}),
                "publisher_near": self._to_home[int(self.starts[number]) + at],
                "publisher_country": place.country is not None
                and place.country == self._context.home_country,
            }
            rows.append([float(known[feature]) for feature in FEATURES[:_OWN]])
        return rows

    def _named(self, number: int) -> tuple[dict[str, int], set[tuple[str | None, str | None]]]:
        """Countries by name or people, with counts, and regions, that the other names may mean."""
        countries = dict(self._context.peoples)
        regions: set[tuple[str | None, str | None]] = set()
        for other, name in enumerate(self.names):
            if self._namesakes[number, other]:
                continue
            for place in name.candidates:
                if place.feature == "PCLI" and place.country:
                    countries[place.country] = countries.get(place.country, 0) + len(name.clues)
                elif place.feature == "ADM1":
                    regions.add((place.country, place.admin1))
        for clue in self.names[number].clues:
            regions.update((c.country, c.admin1) for c in clue.containers if c.feature == "ADM1")
        return countries, regions

    def _holds(self, place: Candidate, number: int) -> bool:
        """Whether `place` is what some other name is said to lie in, and does hold it."""
        return kind_of(place) in (Kind.COUNTRY, Kind.REGION, Kind.DISTRICT) and any(
            place in clue.containers
            and any(contains(place, c) for c in self.names[other].candidates)
            for other in range(len(self.names))
            if other != number
            for clue in self.names[other].clues
        )


def _borne_out(pairs: Sequence[_Pair], belief: Array) -> Array:
    """How far what the others of its pairs probably mean agrees with each candidate, -1 to 1."""
    found, count = np.zeros(len(belief)), np.zeros(len(belief))
    for left, right, agrees in pairs:
        found[left] += 2 * agrees @ belief[right] - belief[right].sum()
        found[right] += 2 * belief[left] @ agrees - belief[left].sum()
        count[left] += 1
        count[right] += 1
    return np.asarray(found / np.maximum(count, 1))


def _within(place: Candidate, name: NameInReport) -> bool:
    return any(contains(region, place) for clue in name.clues for region in clue.containers)


def _around(place: Candidate, town: Candidate) -> bool:
    """Whether the land lies in or around the town; a capital is often a region of its own."""
    apart = apart_km((place.lat, place.lon), (town.lat, town.lon))
    return contains(place, town) or (place.country == town.country and apart <= place.radius_km)


def _by_itself(place: Candidate, name: NameInReport) -> dict[str, float]:
    """What is known of the candidate from its entry and the words at the name."""
    kind = kind_of(place)
    told = [clue.kinds for clue in name.clues if clue.kinds]
    named_after = any(kind_of(c) == Kind.TOWN and _around(place, c) for c in name.candidates)
    return {
        "population": _prominence(place),
        "country": kind == Kind.COUNTRY,
        "capital": place.feature == "PPLC",
        "region": kind == Kind.REGION,
        "district": kind == Kind.DISTRICT,
        "airfield": kind == Kind.AIRFIELD,
        "area": kind == Kind.AREA,
        "main": _called(place, name.surface)
        or (kind in (Kind.COUNTRY, Kind.REGION) and not named_after),
        "around_namesake": kind in (Kind.REGION, Kind.DISTRICT) and named_after,
        "kind": any(kind in kinds for kinds in told),
        "not_kind": any(kind not in kinds for kinds in told),
        "compass_region": kind in (Kind.REGION, Kind.COUNTRY, Kind.AREA)
        and any(clue.compass for clue in name.clues),
    }


def _called(place: Candidate, surface: str) -> bool:
    """Whether that is the place's main name; a metropolis called "X City" is called X, too."""
    main, keys = written_key(place.name), place_keys(surface)
    large = place.population >= _METROPOLIS
    return main in keys or (large and main.removesuffix(" city") in keys)


def _prominence(place: Candidate) -> float:
    """How much a place is written about, in powers of ten of people of a town that is as much so.

    At least as a large city is a capital, which stands for its government, and as a metropolis what
    somebody imported by itself: the reports of whoever does so are about such places. At least as a
    settlement an airfield, which stands for the remote site that it serves; an area as its people,
    where nobody counted them those of a thinly peopled land.
    """
    kind = kind_of(place)
    least = (
        _CAPITAL if place.feature == "PPLC" else 0,
        _METROPOLIS if place.picked else 0,
        _SETTLEMENT if kind == Kind.AIRFIELD else 0,
        0 if place.population or kind != Kind.AREA else _PEOPLE_PER_KM2 * pi * place.radius_km**2,
    )
    return log10(max(place.population, *least) + 10)


def _nearness(left: Array, right: Array) -> Array:
    return np.asarray(1 / (1 + distances_km(left, right) / _NEAR_KM))
