"""Names of many cultures, all made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.names import (
    PersonName,
    acronym_fits,
    acronym_may_fit,
    fold,
    is_acronym,
    person_name,
    sex,
    without_title,
)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Łukasz Wójcik-Nowak’s", "lukasz wojcik nowak"),
        ("Ines  D'Almeida", "ines dalmeida"),
        ("J. R. Okafor", "j r okafor"),
        ("Harbour Scouts'", "harbour scouts"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_but_a_second_possessive(name: str) -> None:
    assert fold(fold(name)) == fold(name) or fold(name).endswith("s")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lt. Gen. Amara Okoye", "Amara Okoye"),
        ("Mrs Tuuli Saar", "Tuuli Saar"),
        ("Prime Minister Bao Linh", "Bao Linh"),
        ("President", "President"),
    ],
)
def test_without_title(name: str, bare: str) -> None:
    assert without_title(name) == bare


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Amara Okoye", PersonName(("amara",), "okoye")),
        ("Sheikh Omar bin Tahir al-Masri", PersonName(("omar", "bin", "tahir"), "al masri")),
        ("Joost van der Veen", PersonName(("joost",), "van der veen")),
        ("Okoye", PersonName((), "okoye")),
        ("Martin Hale Jr.", PersonName(("martin",), "hale")),
    ],
)
def test_parts(name: str, parts: PersonName) -> None:
    assert person_name(name) == parts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mrs Okoye", "f"),
        ("Sir Quill", "m"),
        ("Fatima Dervish", "f"),
        ("General Dmitri Orlo", "m"),
        ("Okoye", None),
        ("Xqz Okoye", None),
    ],
)
def test_sex(name: str, expected: str | None) -> None:
    assert sex(name) == expected


@pytest.mark.parametrize("word", ["NPA", "UNESCO", "FARs", "M-19", "U.S.", "MoD"])
def test_acronyms(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Okoye", "McBride", "Harbour Guard", "A", "DeWitt"])
def test_no_acronyms(word: str) -> None:
    assert not is_acronym(word)


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [
        ("FHO", "Free Harbour Organisation", True),
        ("MLP", "Movement for the Liberation of the Ports", True),
        ("NLA", "Army of National Liberation", False),
        ("FH", "Free Harbour Organisation", False),
    ],
)
def test_acronym_fits(acronym: str, name: str, fits: bool) -> None:
    assert acronym_fits(acronym, name) is fits


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [("ELP", "Harbour Liberation Army", False), ("FLP", "Ports Liberation Front", True)],
)
def test_acronyms_of_other_languages_share_letters(acronym: str, name: str, fits: bool) -> None:
    assert acronym_may_fit(acronym, name) is fits
