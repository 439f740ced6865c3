"""Which names of a report are one bearer's: the same, short, misspelled, abbreviated."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from onrecord.extract.coreference.agreement import (
    is_part_of_body,
    is_part_of_person,
    may_be_same_person,
)
from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.node import Node
from onrecord.lexicon import names
from onrecord.lexicon.names import person_name
from onrecord.lexicon.naming import Likeness, match, may_be_spellings
from onrecord.model import EntityType

__all__ = ["join_names"]

_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_SHORTEST_VARIANT = 5
_RESPELLED = frozenset({Likeness.IDENTICAL, Likeness.VARIANT})


def join_names(clusters: Clusters, text: str) -> None:
    """Joins the names of each bearer, the surest kinds of match first.

    A short name that fits two bearers is left alone: to take two people for one is worse than to
    miss that two names are one's.
    """
    _join_equal(clusters)
    _join_acronyms(clusters, text)
    _join_full_names(clusters)
    _join_fitting(clusters, _is_person, is_part_of_person)
    _join_fitting(clusters, _is_person, _is_variant_of_surname)
    _join_fitting(clusters, _is_body, is_part_of_body)
    _join_fitting(clusters, _is_place, _is_respelled)


def _is_person(node: Node) -> bool:
    return node.type is EntityType.PERSON


def _is_body(node: Node) -> bool:
    return node.type in _BODIES


def _is_place(node: Node) -> bool:
    return node.type in (EntityType.PLACE, EntityType.FACILITY)


def _by_key(clusters: Clusters, wanted: Callable[[Node], bool]) -> dict[str, list[int]]:
    """Positions of nodes by folded name."""
    found: dict[str, list[int]] = {}
    for position, node in enumerate(clusters.nodes):
        if node.key and wanted(node):
            found.setdefault(node.key, []).append(position)
    return found


def _join_equal(clusters: Clusters) -> None:
    for positions in _by_key(clusters, lambda node: True).values():
        for position in positions[1:]:
            for earlier in positions:
                if earlier >= position or clusters.join(earlier, position):
                    break


def _join_acronyms(clusters: Clusters, text: str) -> None:
    """Joins an acronym without brackets to the one name that its letters fit."""
    named = _by_key(clusters, lambda node: _is_body(node) or _is_place(node))
    for key, positions in named.items():
        written = clusters.nodes[positions[0]].core.of(text)
        if not names.is_acronym(written) or clusters.members(positions[0]) != positions:
            continue
        fitting = [other for other in named if " " in other and names.acronym_fits(key, other)]
        _join_if_one(clusters, positions[0], (named[other] for other in fitting))


def _join_full_names(clusters: Clusters) -> None:
    """Joins full names that differ in an initial, a middle name or a letter."""
    full = {key: found for key, found in _by_key(clusters, _is_person).items() if " " in key}
    for left, right in combinations(sorted(full, key=lambda k: (-len(k.split()), k)), 2):
        if may_be_same_person(person_name(left), person_name(right)):
            clusters.join(full[left][0], full[right][0])


def _join_fitting(
    clusters: Clusters,
    wanted: Callable[[Node], bool],
    fits: Callable[[str, str], bool],
) -> None:
    """Joins each name to the one bearer whose name it fits."""
    known = _by_key(clusters, wanted)
    for key in sorted(known, key=lambda k: (-len(k.split()), k)):
        fitting = [known[other] for other in known if other != key and fits(key, other)]
        _join_if_one(clusters, known[key][0], fitting)


def _join_if_one(clusters: Clusters, position: int, fitting: Iterable[Sequence[int]]) -> None:
    """Joins the node to the one bearer named before it, or, if there is none, after it."""
    bearers = {
        clusters.members(positions[0])[0]
        for positions in fitting
        if clusters.agree(position, positions[0])
    }
    before = [bearer for bearer in bearers if bearer < position]
    bearer = before or list(bearers)
    if len(bearer) == 1:
        clusters.join(position, bearer[0])


def _is_variant_of_surname(one: str, other: str) -> bool:
    """Whether a single name is another spelling of a surname."""
    if " " in one or len(one) < _SHORTEST_VARIANT:
        return False
    surname = person_name(other).surname
    return one != surname and may_be_spellings(one, surname)


def _is_respelled(one: str, other: str) -> bool:
    """Whether two names differ in usual choices of transliteration only."""
    if min(len(one), len(other)) < _SHORTEST_VARIANT:
        return False
    return match(one, other, EntityType.PERSON).likeness in _RESPELLED
