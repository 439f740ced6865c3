"""Who is who on Spark: what one machine judges, however the work is cut."""

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.plain_rdd import PlainContext

from onrecord.model import Chain, EntityType, Name, NameSort, Place, Precision, Span
from onrecord.pipeline import Spark
from onrecord.pipeline.link import Linked
from onrecord.pipeline.spark import linking
from onrecord.resolve import Candidate, judge
from onrecord.resolve.block import pairs

PERSON, GROUP, ORGANISATION = EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION
NAMES = (
    (PERSON, "Amaru Quispe"),
    (PERSON, "Amarú Quispé"),
    (PERSON, "Dr Amaru Quispe"),
    (PERSON, "Quispe"),
    (PERSON, "Yusuf bin Harith"),
    (PERSON, "Yousef Ben Hareth"),
    (PERSON, "Yusuf Harith"),
    (PERSON, "Wanjiru Achterberg"),
    (ORGANISATION, "Tirna Harbour Authority"),
    (ORGANISATION, "Tirna Harbor Authority"),
    (GROUP, "Tirna Harbour Authority"),
    (ORGANISATION, "Tirna Herders Alliance"),
    (GROUP, "Vellmar Front"),
    (EntityType.PLACE, "Port Alwen"),
    (EntityType.FACILITY, "Port Alwen"),
)
ACRONYM = {"Tirna Harbour Authority": "THA", "Tirna Herders Alliance": "THA"}
DAYS = (None, "1921-05-03", "1921-05-04", "1921-06")


def candidate(report: int, place: int, which: int, day: str | None, lat: float) -> Candidate:
    kind, name = NAMES[which]
    document = f"{report:04x}"
    names = [Name(name, NameSort.NAME, Span(place * 50, place * 50 + len(name)))]
    if name in ACRONYM and (report + place) % 2:
        names.append(Name(ACRONYM[name], NameSort.ACRONYM, Span(place * 50 + 40, place * 50 + 43)))
    chain = Chain(f"{document}:{place * 50}", kind, name, True, (place,), tuple(names))
    there = (
        Place(name, lat, 0.0, Precision.NEAR, 5.0, "ZZ", None) if kind not in (PERSON,) else None
    )
    company = frozenset({f"company {report % 7}", f"company {which}"})
    return Candidate(chain, document, day, chain.names, there, company=company)


def made(size: int, seed: int) -> list[Candidate]:
    """Reports of five chains, one name in most of them, out of order."""
    rng = random.Random(seed)
    found = [
        candidate(
            report,
            place,
            0 if rng.random() < 0.3 else rng.randrange(len(NAMES)),
            rng.choice(DAYS),
            rng.choice((1.0, 1.01, 40.0)),
        )
        for report in range(size // 5)
        for place in range(5)
    ]
    rng.shuffle(found)
    return found


@pytest.mark.parametrize(("parts", "block"), [(1, 500), (3, 2), (8, 500)])
def test_spark_judges_what_one_machine_judges(spark: Spark, parts: int, block: int) -> None:
    candidates = made(3_000, seed=parts)
    expected = judge(candidates)
    assert linking.link(spark.context, candidates, parts, block).judgements == expected
    assert len(expected) > 5_000
    assert len(Counter(each.opinion for each in expected)) == 3


def test_spark_judges_nothing_where_there_is_nothing(spark: Spark) -> None:
    assert spark.link([]) == Linked([], ())
    assert spark.link([candidate(0, 0, 0, None, 1.0)]) == Linked([], ())


def test_the_made_up_chains_meet_across_spellings() -> None:
    met = Counter(left.chain.name == right.chain.name for left, right in pairs(made(500, 1)))
    assert met[True] > 100
    assert met[False] > 100


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.integers(0, 4),
            st.integers(0, len(NAMES) - 1),
            st.sampled_from(DAYS),
            st.sampled_from((1.0, 40.0)),
        ),
        max_size=40,
        unique_by=lambda drawn: drawn[:2],
    ),
    st.lists(st.floats(0, 1), max_size=6),
    st.integers(1, 5),
)
def test_wherever_the_work_is_cut_the_judgements_are_the_same(
    drawn: Sequence[tuple[int, int, int, str | None, float]], cuts: list[float], block: int
) -> None:
    candidates = [candidate(*each) for each in drawn]
    context = cast(Any, PlainContext(cuts))
    assert linking.link(context, candidates, 1, block).judgements == judge(candidates)


def test_no_piece_of_work_is_quadratic_in_a_frequent_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand chains with one name are cut in ten even parts, each with a few pairs a chain."""
    candidates = [candidate(report, 0, 0, "1921", 1.0) for report in range(1_000)]
    judged: list[int] = []

    def count(begins: Any, part: int, rows: Any) -> Any:
        found = list(linking_judged(begins, part, rows))
        judged.append(len(found))
        return found

    linking_judged = linking._judged
    monkeypatch.setattr(linking, "_judged", count)
    context = cast(Any, PlainContext([n / 10 for n in range(1, 10)]))
    assert linking.link(context, candidates, 10).judgements == judge(candidates)
    assert judged == [294, *[300] * 9]


def test_a_key_of_many_spellings_is_compared_in_blocks() -> None:
    """Each pair of spellings once, and no block larger than two pieces."""
    names = [f"Vellmar Front {'north south east west'.split()[n % 4]} {n}" for n in range(60)]
    spelled = [
        linking._Spelled(
            ("Group", (name,), ()), True, linking._Sent(f"{n:02x}", b""), frozenset({"key"})
        )
        for n, name in enumerate(names)
    ]
    pieces = cast(Any, PlainContext([]).broadcast({"key": 6}))
    blocks: dict[Any, list[Any]] = {}
    for each in spelled:
        for block, member in linking._in_blocks(pieces, ("key", each)):
            blocks.setdefault(block, []).append(member)
    assert len(blocks) == 6 * 7 // 2
    assert max(map(len, blocks.values())) < 40
    met = Counter(
        frozenset((one.first, other.first))
        for (_, left, right), members in blocks.items()
        for own, one in members
        for piece, other in members
        if one.first < other.first and (left == right or own != piece)
    )
    assert len(met) == 60 * 59 // 2
    assert set(met.values()) == {1}
