"""What people decide: joining, keeping apart, and taking it back."""

from dataclasses import replace

import pytest
from tests.resolve.test_resolve import candidate

from onrecord.errors import ResolutionError
from onrecord.model import Entity, EntityType, Judgement, Opinion
from onrecord.resolve import Act, acts, cluster, merged, split, standing_of, undone

NOON, LATE = Act("Noor", "2026-01-02T12:00:00Z", ("asked her",)), Act("Ito", "2026-01-03T00:00:00Z")


def entity(*chains: str) -> Entity:
    return Entity(chains[0], EntityType.PERSON, "Amaru Quispe", (), chains)


def test_merging_makes_one_of_two() -> None:
    found = merged(entity("a:0", "b:4"), entity("c:1", "d:9"), NOON)
    assert cluster(["a:0", "c:1", "d:9"], found) == (("a:0", "c:1", "d:9"),)
    assert {(each.by, each.at, each.reasons) for each in found} == {
        ("Noor", NOON.at, ("asked her",))
    }


def test_what_is_one_cannot_be_merged() -> None:
    with pytest.raises(ResolutionError, match="are one on record already"):
        merged(entity("a:0"), entity("a:0"), NOON)


def test_splitting_takes_reports_out_together() -> None:
    chains = ("a:0", "b:4", "c:1", "d:9")
    every = [Judgement(chains[0], each, Opinion.SAME, "model", 0.99) for each in chains[1:]]
    found = split(entity(*chains), {"b", "d"}, NOON)
    assert cluster(chains, [*every, *found]) == (("a:0", "c:1"), ("b:4", "d:9"))


@pytest.mark.parametrize(("documents", "which"), [({"x"}, "none"), ({"a", "b"}, "all")])
def test_a_split_leaves_something_on_both_sides(documents: set[str], which: str) -> None:
    with pytest.raises(ResolutionError, match=f"hold {which} of what is on record as Amaru"):
        split(entity("a:0", "b:4"), documents, NOON)


def test_an_act_that_is_undone_stands_no_more() -> None:
    people = (
        *merged(entity("a:0"), entity("b:4", "c:1"), NOON),
        *merged(entity("a:0"), entity("d:9"), LATE),
    )
    assert acts(people, ()) == (LATE, NOON)
    taken_back = undone(NOON, "Ito", "2026-01-04T00:00:00Z")
    assert acts(people, [taken_back]) == (LATE,)
    assert standing_of(people, [taken_back], ()) == people[2:]


def test_a_judgement_follows_the_mention_that_it_was_about() -> None:
    (word,) = merged(entity("a:40"), entity("b:4"), NOON)
    moved = candidate("a", "Amaru Quispe")  # its chain is a:0 now, the mention at 40 is in it
    heads = frozenset({"a:0", "a:40"})
    (found,) = standing_of([word], (), [replace(moved, heads=heads)])
    assert (found.left, found.right) == ("a:0", "b:4")
