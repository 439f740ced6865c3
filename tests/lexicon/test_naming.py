"""Names in other spellings, languages and scripts, and names that only look like it."""

import pytest
from evals.names.draw import read
from evals.names.score import KINDS
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.naming import Likeness, keys, match, may_be_spellings
from onrecord.model import EntityType

PERSON, GROUP = EntityType.PERSON, EntityType.GROUP
KEYED = {Likeness.IDENTICAL, Likeness.VARIANT, Likeness.LESS}


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("Dr. Ana Oriel", "Ana Oriel", Likeness.IDENTICAL),
        ("Oriel, Ana", "Ana Oriel", Likeness.IDENTICAL),
        ("Boutros Khelladi", "Butrus Kheladi", Likeness.VARIANT),
        ("Abdelkader Zerrouk", "Abd al-Qadir Zarruq", Likeness.VARIANT),
        ("Abdul Qadir Zarruq", "عبد القادر زروق", Likeness.VARIANT),
        ("Abu Yaqub al-Tarhuni", "Abou Yaqoub Tarhouni", Likeness.VARIANT),
        ("Yevgeny Loshakov", "Евгений Лошаков", Likeness.VARIANT),
        ("Yevgeny Petrovich Loshakov", "Evgeni Loshakov", Likeness.LESS),
        ("Ch'en Po-lin", "Chen Bolin", Likeness.VARIANT),
        ("Yi Jun-seo", "Lee Jun-seo", Likeness.VARIANT),
        ("Jun-seo Lee", "Lee Jun-seo", Likeness.VARIANT),
        ("Soedarmo Wirjo", "Sudarmo Wiryo", Likeness.VARIANT),
        ("Inés Carvajal Muñoz", "Ines Carvajal", Likeness.LESS),
        ("Musa Ag Tahir", "Moussa ag Taher", Likeness.VARIANT),
        ("Oriel", "Ana Oriel", Likeness.SHORTER),
        ("A. Oriel", "Ana Oriel", Likeness.SHORTER),
        ("Ana Oriel Jr.", "Ana Oriel", Likeness.SHORTER),
        ("Ana Oriel Jr.", "Ana Oriel Sr.", Likeness.OTHER),
        ("George H. W. Quill", "George W. Quill", Likeness.SHORTER),
        ("Hamid Tarhuni", "Hamad Tarhuni", Likeness.ALIKE),
        ("Pavel Loshakov", "Pavla Loshakova", Likeness.OTHER),
        ("Abu Yaqub al-Tarhuni", "Yaqub al-Tarhuni", Likeness.OTHER),
        ("Wang Qi", "Wang Ji", Likeness.ALIKE),
        ("Kim Jun-seo", "Kim Jun-ho", Likeness.OTHER),
        ("Ana Orelandi", "Ana Orelendi", Likeness.VARIANT),
        ("Bashir Tarhuni", "Bashar Tarhuni", Likeness.ALIKE),
        ("Winifred Oriel", "Winnie Oriel", Likeness.VARIANT),
        ("Talal Alkandari", "Talal Kandari", Likeness.VARIANT),
        ("Сюй Дэлинь", "Xu Delin", Likeness.IDENTICAL),
        ("陳國榮", "Chan Kwok-wing", Likeness.VARIANT),
        ("陳國榮", "Peter Chan Kwok-wing", Likeness.LESS),
        ("Orlan Kesimi", "奥尔兰·凯西米", Likeness.VARIANT),
        ("Somsri Thongchai", "สมศรี ทองชัย", Likeness.VARIANT),
        ("Thein Htay", "သိန်းဌေး", Likeness.VARIANT),
        ("J. K. Orielson", "Joseph Kwame Orielson", Likeness.LESS),
        ("JK Orielson", "J. K. Orielson", Likeness.IDENTICAL),
        ("Samir Abu Layth al-Tarhuni", "Abu Layth al-Tarhuni", Likeness.LESS),
        ("Sidi Ould Ahmed Ould Tarhun", "Sidi Ould Tarhun", Likeness.LESS),
        ("Mai Thị Ngọc Oanh", "Mai Ngọc Oanh", Likeness.LESS),
    ],
)
def test_people(left: str, right: str, likeness: Likeness) -> None:
    assert match(left, right, PERSON).likeness is likeness
    assert match(right, left, PERSON).likeness is likeness


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("The Oriel Movement", "Oriel Movement", Likeness.IDENTICAL),
        ("Oriel Movement", "Mouvement Oriel", Likeness.VARIANT),
        ("Oriel Movement", "Oriel", Likeness.VARIANT),
        ("Frente de Liberación de Oriel", "Oriel Liberation Front", Likeness.VARIANT),
        ("Harbour Liberation Army", "HLA", Likeness.INITIALS),
        ("HLA Youth League", "Harbour Liberation Army Youth League", Likeness.INITIALS),
        ("12th Oriel Brigade", "Twelfth Oriel Brigade", Likeness.VARIANT),
        ("23rd Oriel Brigade", "Twenty-third Oriel Brigade", Likeness.VARIANT),
        ("Partido Comunista de Bolivia", "Communist Party of Bolivia", Likeness.VARIANT),
        ("Parti communiste bolivien", "Bolivian Communist Party", Likeness.VARIANT),
        ("Communist Party of Bolivia", "Communist Party of Peru", Likeness.OTHER),
        ("Министерство энергетики", "Ministry of Energy", Likeness.VARIANT),
        ("教育部", "Ministry of Education", Likeness.VARIANT),
        ("Ministry of Energy", "Ministry of Education", Likeness.OTHER),
        ("Volkspartei Oriel", "Oriel People's Party", Likeness.VARIANT),
        ("Oriel Werke AG", "Oriel Werke", Likeness.VARIANT),
        ("Bolivian Communist Party", "PCB", Likeness.INITIALS),
        ("Bolivian Communist Party", "BCP", Likeness.INITIALS),
        ("Bolivian Communist Party", "PDB", Likeness.OTHER),
        ("МВД", "MVD", Likeness.IDENTICAL),
        ("Smer-SD", "Smer – sociálna demokracia", Likeness.INITIALS),
        ("OLF-K", "OLF (Kestrel)", Likeness.INITIALS),
        ("3rd Oriel Brigade", "Third Oriel Brigade", Likeness.VARIANT),
        ("Oriel Defense Force", "Oriel Defence Forces", Likeness.VARIANT),
        ("3rd Oriel Brigade", "4th Oriel Brigade", Likeness.OTHER),
        ("Oriel Party Youth Wing", "Oriel Party", Likeness.OTHER),
        ("Northern Oriel Front", "Oriel Front", Likeness.OTHER),
        ("Oriel Front", "Oriel Brigade", Likeness.OTHER),
        ("KIU", "KIO", Likeness.OTHER),
    ],
)
def test_groups(left: str, right: str, likeness: Likeness) -> None:
    assert match(left, right, GROUP).likeness is likeness
    assert match(right, left, GROUP).likeness is likeness


@pytest.mark.parametrize(
    ("left", "right", "may"),
    [
        ("Barakhani", "Barakani", True),
        ("Bouteldja", "Buteldja", True),
        ("Qassemi", "Kasemi", True),
        ("Hernandes", "Hernandez", True),
        ("Petrov", "Petrova", False),
        ("Hassan", "Hussein", False),
        ("Danso", "Manso", False),
        ("Okoye", "Okafor", False),
    ],
)
def test_words_that_may_be_spellings_of_one_name(left: str, right: str, may: bool) -> None:
    assert may_be_spellings(left, right) is may
    assert may_be_spellings(right, left) is may


def test_the_reason_says_what_differs_and_where_that_is_so() -> None:
    told = match("Boutros Khelladi", "Butrus Khelladi", PERSON)
    assert told.reason == 'the same but for "ou" and "u" (Latin)'


def test_names_that_match_share_a_key() -> None:
    for pair in read():
        kind = KINDS[pair.kind]
        if match(pair.left, pair.right, kind).likeness in KEYED:
            assert keys(pair.left, kind) & keys(pair.right, kind), (pair.left, pair.right)


def test_it_does_not_matter_which_name_comes_first() -> None:
    for pair in read()[::7]:
        kind = KINDS[pair.kind]
        there = match(pair.left, pair.right, kind).likeness
        assert there is match(pair.right, pair.left, kind).likeness, (pair.left, pair.right)


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from([PERSON, GROUP]))
def test_any_text_is_taken(left: str, right: str, kind: EntityType) -> None:
    there, back = match(left, right, kind), match(right, left, kind)
    assert there.likeness is back.likeness and there.reason
    if there.likeness in KEYED:
        assert keys(left, kind) & keys(right, kind)
