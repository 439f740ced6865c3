"""A group's history, and the spells of offices and memberships."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.groups import fill

from onrecord.model import (
    Document,
    Entity,
    Filler,
    Original,
    Predicate,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store import Store, open_store
from onrecord.views import Reported, ShownText, dossier, lineage, show
from onrecord.views.bond import bonds
from onrecord.views.ledger import Ledger
from onrecord.views.spell import Spell, spell

PUBLISHED = date(2020, 5, 4)
HERE = Span(0, 4)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        fill(opened)
        yield opened


def _entity(store: Store, name: str) -> Entity:
    return next(entity for entity in store.entities() if entity.name == name)


def _told(
    predicate: Predicate, time: TimeExpression | None = None, title: str | None = None
) -> Statement:
    roles: dict[str, tuple[Filler, ...]] = {"title": (Filler(title, HERE),)} if title else {}
    return Statement("s", "d", HERE, "told", predicate, roles, (), time=time)


def _time(edtf: str, first: str | None, last: str | None, mod: str | None = None) -> TimeExpression:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return TimeExpression(HERE, "told", TimexType.DATE, edtf, mod, edtf, TimeInterval(*days))


def _spell(*told: Statement) -> Spell:
    return spell((statement, PUBLISHED) for statement in told)


def _year(year: int) -> TimeInterval:
    return TimeInterval(date(year, 1, 1), date(year, 12, 31))


def test_words_that_say_so_give_a_beginning_and_an_end() -> None:
    since = _time("2010/..", "2010-01-01", None, "ON_OR_AFTER")
    until = _time("../2014", None, "2014-12-31", "ON_OR_BEFORE")
    both = _time("2010/2014", "2010-01-01", "2014-12-31")
    for told in ([since, until], [both]):
        found = _spell(*(_told(Predicate.LEADER_OF, time) for time in told))
        assert (found.began, found.ended) == ((_year(2010),), (_year(2014),))


def test_a_day_on_which_it_held_is_neither() -> None:
    found = _spell(_told(Predicate.MEMBER_OF, _time("2012", "2012-01-01", "2012-12-31")))
    assert (found.began, found.ended) == ((), ())
    assert found.first == found.last == Reported(_year(2012), of_report=False)


def test_joining_is_the_beginning() -> None:
    told = _told(Predicate.MEMBER_OF, _time("2012", "2012-01-01", "2012-12-31"))
    found = _spell(replace(told, quote="joined the Front in 2012"))
    assert (found.began, found.first) == ((_year(2012),), None)


def test_a_departure_without_a_post_ends_the_one_told_of_before(store: Store) -> None:
    text = "Ana Souza, a mayor, was a judge and left. She is a rector."
    digest = sha256(text.encode()).hexdigest()
    document = Document("a", text, sha256=digest)
    store.add_document(document, Original(digest, "a.txt", "text/plain", "utf-8", text.encode()))

    def says(words: str, predicate: Predicate, year: int = 0) -> Statement:
        span = Span(text.index(words), text.index(words) + len(words))
        title = () if year else (Filler(words, span),)
        roles: dict[str, tuple[Filler, ...]] = {"subject": (Filler("Ana Souza", HERE),)}
        roles["title"] = title
        time = _time(str(year), f"{year}-01-01", f"{year}-12-31") if year else None
        return Statement(words, "a", span, words, predicate, roles, (), time=time)

    told = [says(words, Predicate.ROLE) for words in ("mayor", "judge", "rector")]
    told.append(says("left", Predicate.LEFT, 2015))
    store.put_reading(Reading("a", statements=tuple(told)))
    ended = {bond.title: bond.spell.ended for bond in bonds(Ledger(store), told)}
    assert ended == {"mayor": (), "judge": (_year(2015),), "rector": ()}


def test_without_a_date_of_its_own_it_is_the_report_that_tells_when() -> None:
    found = _spell(_told(Predicate.ROLE, title="mayor"))
    day = TimeInterval(PUBLISHED, PUBLISHED)
    assert found == Spell(first=Reported(day, of_report=True), last=Reported(day, of_report=True))
    assert spell([(_told(Predicate.ROLE), None)]) == Spell()


def test_an_appointment_begins_and_a_departure_ends() -> None:
    may = _time("2012-05", "2012-05-01", "2012-05-31")
    found = _spell(_told(Predicate.APPOINTED, may), _told(Predicate.LEFT))
    assert found.began == (TimeInterval(date(2012, 5, 1), date(2012, 5, 31)),)
    assert found.ended == (TimeInterval(None, PUBLISHED),)
    assert found.first is None


def test_a_report_after_the_end_is_no_day_on_which_it_held() -> None:
    left = _told(Predicate.LEFT, _time("2012", "2012-01-01", "2012-12-31"))
    held = _told(Predicate.LEADER_OF, _time("2014", "2014-01-01", "2014-12-31"))
    assert _spell(_told(Predicate.LEADER_OF), left).last is None
    assert _spell(held, left).last == Reported(_year(2014), of_report=False)


@pytest.mark.parametrize("title", ["the former mayor", "ex-mayor", "former mayor"])
def test_a_former_office_is_over(title: str) -> None:
    found = _spell(_told(Predicate.ROLE, title=title))
    assert found == Spell(ended=(TimeInterval(None, PUBLISHED),))


def test_the_sharper_date_stands_and_dates_that_differ_both_stand() -> None:
    dates = [("2010", "2010-01-01", "2010-12-31"), ("2010-05-03", "2010-05-03", "2010-05-03")]
    found = _spell(*(_told(Predicate.APPOINTED, _time(*each)) for each in dates))
    assert found.began == (TimeInterval(date(2010, 5, 3), date(2010, 5, 3)),)
    dates = [("2010", "2010-01-01", "2010-12-31"), ("2012", "2012-01-01", "2012-12-31")]
    found = _spell(*(_told(Predicate.APPOINTED, _time(*each)) for each in dates))
    assert found.began == (_year(2010), _year(2012))


@given(st.lists(st.tuples(st.integers(1990, 2019), st.integers(0, 9)), min_size=1))
def test_the_first_is_never_after_the_last_whatever_the_order(years: list[tuple[int, int]]) -> None:
    told = [
        _told(Predicate.MEMBER_OF, _time("", f"{year}-01-01", f"{year + more}-12-31"))
        for year, more in years
    ]
    found = _spell(*told)
    assert found == _spell(*reversed(told))
    assert found.first is not None and found.last is not None
    assert found.first.interval.earliest == date(min(year for year, _ in years), 1, 1)
    assert found.last.interval.latest == date(max(sum(pair) for pair in years), 12, 31)


def test_a_history_has_its_chapters(store: Store) -> None:
    history = lineage(store, _entity(store, "Reed Brotherhood"))
    assert {c.title: [bond.sentence for bond in c.bonds] for c in history.chapters} == {
        "Founding": ["Tomasz Adeyemi: founder of Reed Brotherhood"],
        "Splits, mergers and successions": ["Oriel Column: split from Reed Brotherhood"],
        "Leaders": [
            "Tomasz Adeyemi: leader of Reed Brotherhood",
            "Sunniva Rao: leader of Reed Brotherhood",
        ],
        "Offices and members": ["Ilse Okafor: treasurer of Reed Brotherhood"],
    }
    assert [line.sureness.words for line in history.apart] == ["possible"]
    assert [(name.text, len(name.lines)) for name in history.former] == [("Marsh Circle", 1)]


def test_kin_reach_further_and_up_again(store: Store) -> None:
    (column,) = lineage(store, _entity(store, "Reed Brotherhood")).heirs
    assert (column.words, column.party.name) == ("split off:", "Oriel Column")
    assert [(kin.words, kin.party.name) for kin in column.kin] == [("branch:", "Tern Cell")]
    (column,) = lineage(store, _entity(store, "Tern Cell")).elders
    assert (column.words, column.party.name) == ("part of", "Oriel Column")
    assert [(kin.words, kin.party.name) for kin in column.kin] == [
        ("split from", "Reed Brotherhood")
    ]


def test_statements_of_several_reports_make_one_spell(store: Store) -> None:
    history = lineage(store, _entity(store, "Reed Brotherhood"))
    posts = {bond.subject.name: bond for c in history.chapters for bond in c.bonds if bond.title}
    rao, okafor = posts["Sunniva Rao"], posts["Ilse Okafor"]
    assert rao.spell.began == (_year(2005),) and len(rao.lines) == 2
    assert rao.spell.last is not None and rao.spell.last.of_report
    assert rao.spell.last.interval.latest == date(2016, 2, 3)
    assert len(okafor.lines) == 2 and okafor.spell.ended == (TimeInterval(None, date(2016, 2, 3)),)
    for bond in posts.values():
        for line in bond.lines:
            assert all(isinstance(show(store, each), ShownText) for each in line.references)


def test_a_dossier_has_the_same_spells(store: Store) -> None:
    history = lineage(store, _entity(store, "Reed Brotherhood"))
    card = dossier(store, _entity(store, "Ilse Okafor"))
    (post,) = [post for section in card.sections for post in section.posts]
    assert post in [bond for chapter in history.chapters for bond in chapter.bonds]
