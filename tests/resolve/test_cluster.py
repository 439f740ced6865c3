"""The algebra of judgements."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Judgement, Opinion
from onrecord.resolve import cluster, contested, standing

CHAINS = ("a", "b", "c", "d", "e")
SAME, DIFFERENT, UNSURE = Opinion.SAME, Opinion.DIFFERENT, Opinion.UNSURE

pairs = st.tuples(st.sampled_from(CHAINS), st.sampled_from(CHAINS)).filter(lambda p: p[0] != p[1])


def program(left: str, right: str, opinion: Opinion = SAME, score: float = 0.9) -> Judgement:
    return Judgement(left, right, opinion, "rule:x", score)


def person(left: str, right: str, opinion: Opinion, day: int) -> Judgement:
    return Judgement(left, right, opinion, "Noor", 1.0, (), f"2026-01-{day:02}T00:00:00Z")


programs = st.builds(
    lambda pair, opinion, score: program(pair[0], pair[1], opinion, score),
    pairs,
    st.sampled_from(Opinion),
    st.floats(0, 1),
)
people = st.builds(
    lambda pair, opinion, day: person(pair[0], pair[1], opinion, day),
    pairs,
    st.sampled_from(Opinion),
    st.integers(1, 28),
)
different_pairs = st.lists(programs, unique_by=lambda each: frozenset((each.left, each.right)))
different_days = st.lists(people, unique_by=lambda each: each.at)


def together(clusters: tuple[tuple[str, ...], ...], left: str, right: str) -> bool:
    return any(left in group and right in group for group in clusters)


@given(different_pairs, different_days)
def test_every_chain_is_in_one_cluster(one: list[Judgement], two: list[Judgement]) -> None:
    clusters = cluster(CHAINS, [*one, *two])
    assert sorted(chain for group in clusters for chain in group) == sorted(CHAINS)
    assert clusters == tuple(sorted(clusters))


@given(different_pairs, different_days, st.randoms())
def test_the_order_of_judgements_is_no_matter(
    one: list[Judgement], two: list[Judgement], random: Random
) -> None:
    mixed = [*one, *two]
    random.shuffle(mixed)
    assert cluster(CHAINS, mixed) == cluster(CHAINS, [*one, *two])


@given(different_pairs, different_days)
def test_the_last_word_of_a_person_holds(one: list[Judgement], two: list[Judgement]) -> None:
    last = person("a", "b", DIFFERENT, 29)
    assert not together(cluster(CHAINS, [*one, *two, last]), "a", "b")
    last = person("a", "b", SAME, 29)
    assert together(cluster(CHAINS, [*one, *two, last]), "a", "b")


@given(different_pairs)
def test_chains_that_the_program_keeps_apart_are_apart(judgements: list[Judgement]) -> None:
    clusters = cluster(CHAINS, judgements)
    for each in judgements:
        if each.opinion is DIFFERENT:
            assert not together(clusters, each.left, each.right)


@given(different_pairs)
def test_only_what_is_judged_the_same_is_joined(judgements: list[Judgement]) -> None:
    none = [each for each in judgements if each.opinion is not SAME]
    assert cluster(CHAINS, none) == tuple((chain,) for chain in CHAINS)


@given(different_pairs, different_days)
def test_judgements_that_do_not_stand_change_nothing(
    one: list[Judgement], two: list[Judgement]
) -> None:
    mixed = [*one, *two]
    assert cluster(CHAINS, standing(mixed)) == cluster(CHAINS, mixed)


def test_the_same_goes_on_from_one_to_the_next() -> None:
    assert cluster(CHAINS, [program("a", "b"), program("c", "b")])[0] == ("a", "b", "c")


def test_what_is_kept_apart_stays_apart_on_every_way() -> None:
    """a is not c: of the two ways to join them, the stronger is gone, the weaker is not taken."""
    judgements = [
        program("a", "c", DIFFERENT),
        program("a", "b", SAME, 0.9),
        program("b", "c", SAME, 0.8),
    ]
    assert cluster(("a", "b", "c"), judgements) == (("a", "b"), ("c",))


def test_clusters_that_are_kept_apart_stay_apart_as_they_grow() -> None:
    judgements = [
        person("a", "d", DIFFERENT, 5),
        person("a", "b", SAME, 4),
        person("d", "e", SAME, 3),
        person("b", "e", SAME, 2),
    ]
    assert cluster(CHAINS, judgements) == (("a", "b"), ("c",), ("d", "e"))


def test_a_later_judgement_of_the_program_supersedes_an_earlier() -> None:
    assert not together(cluster(CHAINS, [program("a", "b"), program("b", "a", UNSURE)]), "a", "b")


def test_judgements_on_chains_that_are_gone_are_passed_over() -> None:
    assert cluster(("a",), [program("a", "z"), person("y", "z", SAME, 1)]) == (("a",),)


def joined(judgements: list[Judgement]) -> list[set[str]]:
    """What judgements join, one after the other, whatever keeps chains apart."""
    found = [{chain} for chain in CHAINS]
    for each in standing(judgements):
        if each.opinion is SAME:
            met = [group for group in found if {each.left, each.right} & group]
            found = [group for group in found if group not in met] + [set().union(*met)]
    return found


@given(different_pairs, different_days)
def test_what_no_judgement_joins_can_be_clustered_apart(
    one: list[Judgement], two: list[Judgement]
) -> None:
    """Judgements between what nothing joins, those that keep apart too, are no matter."""
    mixed = [*one, *two]
    apart = [
        group
        for part in joined(mixed)
        for group in cluster(
            sorted(part), [each for each in mixed if {each.left, each.right} <= part]
        )
    ]
    assert sorted(apart) == sorted(cluster(CHAINS, mixed))


@given(different_pairs, different_days)
def test_what_nothing_speaks_against_is_all_that_judgements_join(
    one: list[Judgement], two: list[Judgement]
) -> None:
    mixed = [*one, *two]
    clusters = cluster(CHAINS, mixed)
    against = contested(clusters, mixed)
    whole = [set(group) for group in clusters if group[0] not in against]
    assert all(group in joined(mixed) for group in whole)
    assert all(
        each.opinion is not DIFFERENT
        for each in standing(mixed)
        for group in whole
        if {each.left, each.right} <= group
    )


def test_what_is_kept_apart_within_one_cluster_is_contested() -> None:
    judgements = [
        person("a", "c", DIFFERENT, 3),
        person("a", "b", SAME, 4),
        person("b", "c", SAME, 5),
    ]
    clusters = cluster(("a", "b", "c", "d"), judgements)
    assert clusters == (("a", "b", "c"), ("d",))
    assert contested(clusters, judgements) == {"a"}


def test_what_the_program_said_of_a_pair_does_not_order_what_people_say() -> None:
    """Of judgements of one time the last one given is the weightiest."""
    said = [person("a", "b", DIFFERENT, 1), person("a", "c", SAME, 1), person("b", "c", SAME, 1)]
    assert cluster(("a", "b", "c"), said) == (("a", "b", "c"),)
    assert cluster(("a", "b", "c"), [program("b", "c"), *said]) == (("a", "b", "c"),)
    assert standing([program("b", "c"), *said]) == standing(said)
