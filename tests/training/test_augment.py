"""Alterations of training documents: only what should change does, and words keep their places."""

import random
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.augment import KINDS, Rates, altered
from training.augment.case import headline_capitals, in_capitals, in_lower_case
from training.augment.dates import other_dates
from training.augment.find import nameable, people, places
from training.augment.naming import other_people, other_places
from training.augment.noise import misread, mistyped
from training.text import Text, segmented

import training

Alteration = Callable[[Sequence[str], Text, random.Random], list[str]]

NONE = Rates(**dict.fromkeys(KINDS, 0.0))
ALL = Rates(**dict.fromkeys(KINDS, 1.0))
FAMILY_FIRST = {"chinese", "korean", "vietnamese"}
TABLE: dict[str, dict[str, list[str]]] = {}
for line in (
    (Path(training.__file__).parent / "names" / "names.tsv").read_text("utf-8").splitlines()
):
    if not line.startswith("#"):
        _region, _kind, _names = line.split("\t")
        TABLE.setdefault(_region, {})[_kind] = _names.split(", ")
REPORT = (
    "Strike ends in Varnholt\n"
    "Mrs. Oyelaran met Thomas Brackwell in Varnholt on March 5, 2009. Brackwell said that the "
    "14/3/2009 deadline for 1,200 dockers was still open.\n"
    "BRACKWELL did not answer further questions from the Brackwell Foundation."
)
WORDS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1)


def told(text: str, **spans: list[tuple[int, int, str]]) -> Text:
    found = segmented({"id": "made", "text": text}, "made")
    found.labels.spans.update(spans)
    return found


def forms_of(text: Text) -> list[str]:
    return [span.of(text.text) for span in text.spans]


def altogether(forms: list[str]) -> Text:
    """A document of one sentence of the given words; their text is not looked at."""
    numbers = [list(range(len(forms)))] if forms else []
    return Text("made", "made", "", [], numbers, [0] if forms else [])


def test_every_rate_has_its_kind() -> None:
    assert [field.name for field in fields(Rates)] == list(KINDS)


@given(st.lists(WORDS), st.integers())
def test_there_are_as_many_words_as_before_and_none_is_empty(forms: list[str], seed: int) -> None:
    found = altered(forms, altogether(forms), random.Random(seed), ALL)
    assert len(found) == len(forms)
    assert all(found)


def test_the_same_chance_makes_the_same_words() -> None:
    text = told(REPORT)
    once, again = (altered(forms_of(text), text, random.Random(4), ALL) for _ in range(2))
    assert once == again != altered(forms_of(text), text, random.Random(5), ALL)


def test_rates_of_zero_change_nothing() -> None:
    text = told(REPORT)
    forms = forms_of(text)
    assert altered(forms, text, random.Random(0), NONE) == forms


@pytest.mark.parametrize("off", ["typing", "headline"])
def test_a_kind_that_is_off_leaves_the_others_as_they_were(off: str) -> None:
    text = told(REPORT)
    only = replace(NONE, people=1.0, dates=1.0)
    with_it = altered(forms_of(text), text, random.Random(1), replace(only, **{off: 1.0}))
    without = altered(forms_of(text), text, random.Random(1), only)
    changed = sum(a.casefold() != b.casefold() for a, b in zip(with_it, without, strict=True))
    assert with_it != without
    assert changed <= len(without) / 4


def test_a_person_has_one_new_name_wherever_a_word_of_it_stands() -> None:
    text = told(REPORT)
    forms = forms_of(text)
    for seed in range(20):
        found = other_people(forms, text, random.Random(seed))
        old = [word for word, form in enumerate(forms) if form.casefold() == "brackwell"]
        first = min(old)
        family = {found[word].casefold() for word in old if word != first}
        assert len(old) == 4
        assert len(family) == 1 and "brackwell" not in family
        assert found[old[2]].isupper()
        assert {found[first - 1].casefold(), found[first].casefold()} > family


@pytest.mark.parametrize(
    ("words", "kind"), [("Then Mrs. Anna Ilvarsen came", "f"), ("Then Daniel came", "m")]
)
def test_given_names_stay_those_of_a_woman_or_a_man(words: str, kind: str) -> None:
    text = told(words, name=[(1, len(words.split()) - 1, "PER")])
    forms = forms_of(text)
    first = people(forms, text)[0][0]
    for seed in range(20):
        found = other_people(forms, text, random.Random(seed))
        assert any(found[first] in kinds[kind] for kinds in TABLE.values()) or any(
            found[first] in TABLE[region]["family"] for region in FAMILY_FIRST
        )


def test_the_family_comes_first_where_it_does_in_the_language() -> None:
    text = told("Daniel Ilvarsen came", name=[(0, 2, "PER")])
    ordered = set()
    for seed in range(400):
        one, two, _ = other_people(forms_of(text), text, random.Random(seed))
        for region in FAMILY_FIRST | {"igbo"}:
            if one in TABLE[region]["family"] and two in TABLE[region]["m"]:
                ordered.add(region)
            assert region in FAMILY_FIRST or region not in ordered
    assert ordered == FAMILY_FIRST


def test_every_region_has_names_of_each_kind_in_single_words() -> None:
    assert len(TABLE) > 30
    for region, kinds in TABLE.items():
        assert kinds.keys() == {"m", "f", "family"}, region
        assert all(name.isalpha() and name.isascii() for names in kinds.values() for name in names)


def test_what_is_no_name_stays_when_people_are_renamed() -> None:
    text = told(REPORT)
    forms = forms_of(text)
    found = other_people(forms, text, random.Random(2))
    kept = {f for f in forms if f.casefold() not in {"oyelaran", "thomas", "brackwell"}}
    assert kept <= set(found)
    assert not set(found) & {"Oyelaran", "Thomas", "Brackwell"}


def test_labels_tell_which_words_name_people() -> None:
    words = "Former mayor Tiago de Quevlin spoke for the Hollin Works"
    text = told(words, mention=[(0, 5, "Person"), (8, 10, "Organisation")])
    assert people(forms_of(text), text) == [(2, 4)]


def test_a_description_with_a_name_inside_names_nobody() -> None:
    text = told("the Hollin spokesman spoke", mention=[(0, 3, "Person")])
    assert people(forms_of(text), text) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Yesterday Dr. Ilvarsen left", [(2,)]),
        ("We saw Daniel K. Ilvarsen leave", [(2, 4)]),
        ("We saw Ilvarsen leave", []),
        ("It was at Daniel Ilvarsen Hospital", []),
        ("It was in Camp Daniel Ilvarsen", []),
        ("The rose garden and Rose Ilvarsen", []),
    ],
)
def test_without_labels_only_titles_and_given_names_tell_of_a_name(
    words: str, expected: list[tuple[int, ...]]
) -> None:
    text = told(words)
    assert people(forms_of(text), text) == expected


@pytest.mark.parametrize(
    "form", ["President", "Malian", "France", "March", "The", "II", "J.", "said"]
)
def test_titles_countries_months_and_the_like_are_no_names(form: str) -> None:
    assert not nameable(form)


def test_heads_and_joined_proper_nouns_are_the_name_of_a_person_in_a_treebank() -> None:
    text = told("Mayor Anouk Delvoye and Pim left")
    text.labels.words.update(
        entity=["O", "person", "O", "O", "person", "O"],
        xpos=["NNP", "NNP", "NNP", "CC", "NNP", "VBD"],
        head=[1, 5, 1, 4, 1, 5],
        deprel=["compound", "nsubj", "flat", "cc", "conj", "root"],
    )
    assert people(forms_of(text), text) == [(1, 2), (4,)]


def test_a_place_has_one_new_name_of_as_many_words_and_countries_stay() -> None:
    words = "From Varnholt to San Ovidio , then Varnholt again , in Peru"
    spans = [(1, 2, "PLACE"), (3, 5, "PLACE"), (7, 8, "PLACE"), (11, 12, "PLACE")]
    text = told(words, toponym=spans)
    forms = forms_of(text)
    assert places(forms, text) == [(1,), (3, 4), (7,)]
    found = other_places(forms, text, random.Random(3))
    assert found[1] == found[7] != "Varnholt"
    assert found[3:5] != ["San", "Ovidio"]
    assert [w for i, w in enumerate(found) if i not in {1, 3, 4, 7}] == [
        w for i, w in enumerate(forms) if i not in {1, 3, 4, 7}
    ]


@given(st.lists(st.text("abcXYZ019-'", min_size=1)), st.integers())
def test_case_changes_nothing_but_case(forms: list[str], seed: int) -> None:
    for change in (in_lower_case, in_capitals, headline_capitals):
        found = change(forms, altogether(forms), random.Random(seed))
        assert [form.casefold() for form in found] == [form.casefold() for form in forms]


def test_only_the_first_line_is_a_headline() -> None:
    text = told(REPORT)
    found = headline_capitals(forms_of(text), text, random.Random(0))
    assert found[:4] == ["STRIKE", "ENDS", "IN", "VARNHOLT"]
    assert found[4:] == forms_of(text)[4:]


@given(st.lists(st.text("rnmcldvwoOIstfi0123456789,/", min_size=1), max_size=60), st.integers())
def test_noise_never_touches_a_word_with_a_digit(forms: list[str], seed: int) -> None:
    for change in (mistyped, misread):
        found = change(forms, altogether(forms), random.Random(seed))
        for old, new in zip(forms, found, strict=True):
            assert old == new or not any(c.isdigit() for c in old)


@pytest.mark.parametrize(("change", "share"), [(mistyped, 0.015), (misread, 0.02)])
def test_noise_befalls_the_stated_share_of_words(change: Alteration, share: float) -> None:
    forms = ["harbour", "morning", "closed", "is"] * 5000
    found = change(forms, altogether(forms), random.Random(0))
    changed = sum(old != new for old, new in zip(forms, found, strict=True))
    assert 0.6 * share < changed / len(forms) < 1.2 * share


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on March 5 , 2009", "on 5 March , 2009"),
        ("on 5 March 2009", "on March 5 2009"),
        ("since Sept. 11th", "since 11th Sept."),
        ("3/14/2009 and 14.3.2009", "14/3/2009 and 3.14.2009"),
        ("3/4/2009 and 33/14/2009", "3/4/2009 and 33/14/2009"),
        ("March 5 - 7", "March 5 - 7"),
        ("5 - 7 March", "5 - 7 March"),
        ("in March 20 boats sank", "in March 20 boats sank"),
        ("March 52", "March 52"),
    ],
)
def test_dates_change_between_british_and_american(before: str, after: str) -> None:
    forms = before.split()
    assert other_dates(forms, altogether(forms), random.Random(0)) == after.split()


def test_words_change_places_only_where_no_label_tells_them_apart() -> None:
    forms = ["March", "5"]
    inside, across, parsed = (altogether(forms) for _ in range(3))
    inside.labels.spans["timex"] = [(0, 2, "DATE")]
    across.labels.spans["content"] = [(1, 2, "content")]
    parsed.labels.words["head"] = [0, 0]
    assert other_dates(forms, inside, random.Random(0)) == ["5", "March"]
    assert other_dates(forms, across, random.Random(0)) == forms
    assert other_dates(forms, parsed, random.Random(0)) == forms


@given(st.integers())
def test_labels_are_never_touched(seed: int) -> None:
    text = told(REPORT, source=[(4, 6, "source")])
    before = repr(text.labels)
    altered(forms_of(text), text, random.Random(seed), ALL)
    assert repr(text.labels) == before
