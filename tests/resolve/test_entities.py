"""Counting chains to an entity, all at once or one after the other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.test_resolve import PERSON, PLACE, candidate, place

from onrecord.model import Name, NameSort, Span
from onrecord.resolve import Candidate, Tally, order

NAMES = ("Amaru Quispe", "Sheikh Amaru Quispe", "Quispe")
members = st.lists(
    st.builds(
        lambda number, name, kind, sort, day, site: candidate(
            f"d{number}",
            name,
            kind,
            also=(Name("The Quiet Hammer", sort, Span(50, 66)),),
            place=site,
            published=day,
        ),
        st.integers(0, 99),
        st.sampled_from(NAMES),
        st.sampled_from([PERSON, PLACE]),
        st.sampled_from([NameSort.NICKNAME, NameSort.ALIAS]),
        st.sampled_from([None, "1921-05-03", "1921-05-03T10:00", "1922-01-01"]),
        st.sampled_from([None, place(1.0, 2.0, 7), place(3.0, 4.0, 8)]),
    ),
    min_size=1,
    unique_by=lambda each: each.document,
)


@given(made=members, cut=st.integers(0, 99))
def test_an_entity_is_the_same_whenever_its_chains_are_counted(
    made: list[Candidate], cut: int
) -> None:
    at = cut % len(made)
    first, rest = made[: at + 1], made[at + 1 :]
    before = Tally(first)
    places = sorted(map(order, first))
    taken_up = Tally.of(before.entity(), before.votes(), places)
    taken_up.add(rest)
    whole = Tally(sorted(made, key=order))
    assert taken_up.entity() == whole.entity()
    assert taken_up.chains == whole.chains


def test_of_equal_votes_the_first_report_counts() -> None:
    early = candidate("b", "Amaru Quispe", PLACE, published="1921-05-03")
    late = candidate("a", "Amaru Quispe", PERSON, published="1922-01-01")
    assert Tally([late, early]).entity().type is PLACE


def test_mentions_stand_in_the_order_of_reports() -> None:
    early = candidate("b", "Amaru Quispe", published="1921-05-03")
    late = candidate("a", "Amaru Quispe", published="1922-01-01")
    twice = replace(late, names=(*late.names, Name("Amaru Quispe", NameSort.NAME, Span(9, 21))))
    (name,) = Tally([twice, early]).entity().names
    assert name.mentions == ("b:0-12", "a:0-12", "a:9-21")
