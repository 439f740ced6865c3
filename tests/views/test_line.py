from dataclasses import replace

import pytest
from tests.handmade import DEPOT

from onrecord.model import Certainty, Factuality, Holder, HolderClass, Predicate, Span, Status
from onrecord.store import Store
from onrecord.views import Ledger
from onrecord.views.line import Line, Tone, sureness
from onrecord.views.repeats import grouped


def _line(store: Store, predicate: Predicate) -> Line:
    statements = [item for item in store.statements() if item.predicate is predicate]
    return Ledger(store).lines(statements)[0]


def test_a_pronoun_gives_way_to_the_name_in_brackets(store: Store) -> None:
    assert _line(store, Predicate.BORN).sentence == "[Ikaika Mbeki]: born in Tashkel"


def test_a_name_stands_as_the_text_has_it(store: Store) -> None:
    assert _line(store, Predicate.PRESENT_AT).sentence == "Mbeki: presence at Tashkel"


def test_repeats_within_a_report_share_a_line(store: Store) -> None:
    line = _line(store, Predicate.LEADER_OF)
    assert len(line.references) == 2
    assert line.reference == line.references[0]
    assert line.quote.startswith("Ikaika Mbeki, known as")


def test_the_chain_of_holders_is_whole(store: Store) -> None:
    line = _line(store, Predicate.ENGAGED_IN)
    assert line.holders == ("an official", "the Meridian agency", "Lindal Herald")
    assert line.sureness.words == "alleged, possible"
    assert line.sureness.hedges == ("allegedly",)


def test_a_plain_assertion_is_given_in_its_own_words(store: Store) -> None:
    line = _line(store, Predicate.SAYS)
    assert line.sentence == "Harbour News: «Sefa Mbeki teaches in Vellmar»"


def test_every_quote_is_found_again(store: Store) -> None:
    for line in Ledger(store).lines(store.statements(document=DEPOT.id)):
        assert line.span.of(DEPOT.text) == line.quote


def test_what_is_held_by_others_or_otherwise_is_no_repeat(store: Store) -> None:
    first = next(item for item in store.statements() if item.predicate is Predicate.LEADER_OF)
    other = replace(first, id="x", holders=(Holder("a clerk", HolderClass.UNNAMED),))
    denied = replace(first, id="y", certainty=Certainty(Factuality.CERTAIN_NOT))
    born = next(item for item in store.statements() if item.time)
    dated = replace(first, id="z", time=born.time)
    assert len(grouped([first, other, denied])) == 3
    assert grouped([first, dated]) == [[first, dated]]


def test_times_that_differ_are_kept_apart(store: Store) -> None:
    timed = [item for item in store.statements() if item.time]
    first, second = (
        replace(timed[0], id=key, time=item.time) for key, item in zip("ab", timed, strict=False)
    )
    assert len(grouped([first, second])) == 2


@pytest.mark.parametrize(
    ("certainty", "words", "plain"),
    [
        (Certainty(), "certain", True),
        (Certainty(Factuality.CERTAIN_NOT), "not so", False),
        (Certainty(Factuality.CERTAIN_NOT, (Status.DENIED,)), "denied", False),
        (
            Certainty(Factuality.UNCOMMITTED, (Status.UNVERIFIABLE,)),
            "unverifiable, left open",
            False,
        ),
        (Certainty(Factuality.PROBABLE), "probable", False),
        (Certainty(status=(Status.STATED, Status.PLANNED)), "planned", False),
    ],
)
def test_certainty_is_told_in_words(certainty: Certainty, words: str, plain: bool) -> None:
    found = sureness(certainty)
    assert (found.words, found.plain) == (words, plain)


def test_words_within_words_are_a_repeat(store: Store) -> None:
    whole = next(item for item in store.statements() if item.predicate is Predicate.SAYS)
    part = replace(whole, id="part", span=Span(whole.span.begin, whole.span.end - 11), quote="…")
    beside = replace(whole, id="beside", span=Span(0, 6), quote="Ikaika")
    assert grouped([part, whole, beside]) == [[part, whole], [beside]]
    assert Ledger(store).lines([whole])[0].quote == whole.quote


@pytest.mark.parametrize(
    ("factuality", "status", "tone"),
    [
        ("CT+", Status.STATED, Tone.CERTAIN),
        ("PR+", Status.STATED, Tone.HEDGED),
        ("U", Status.STATED, Tone.HEDGED),
        ("CT+", Status.ALLEGED, Tone.HEDGED),
        ("CT+", Status.UNVERIFIABLE, Tone.HEDGED),
        ("PR+", Status.PLANNED, Tone.UNREAL),
        ("U", Status.HYPOTHETICAL, Tone.UNREAL),
        ("CT-", Status.STATED, Tone.DENIED),
        ("PS-", Status.PLANNED, Tone.DENIED),
        ("CT+", Status.DENIED, Tone.DENIED),
    ],
)
def test_the_tone_is_what_weighs_most_against_it(
    factuality: str, status: Status, tone: Tone
) -> None:
    assert sureness(Certainty(Factuality(factuality), (status,))).tone is tone
