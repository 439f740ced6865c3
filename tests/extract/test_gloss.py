"""What words beside a name call it, and what they say that it means."""

import pytest

from onrecord.extract.coreference.gloss import gloss_after, sort_told
from onrecord.model import NameSort, Span


@pytest.mark.parametrize(
    ("text", "name", "gloss"),
    [
        ("Juma Okelo, nicknamed Kifaru, “the rhino”, fled.", "Kifaru", "the rhino"),
        ("He is known as Kifaru (“rhino”).", "Kifaru", "rhino"),
        ("He took the name Asena, meaning she-wolf in Turkish.", "Asena", "she-wolf"),
        ("Temir Aldanov, alias Burkut, which means eagle.", "Burkut", "eagle"),
        ("She fought as Ixchel, a nom de guerre meaning “rainbow lady”.", "Ixchel", "rainbow lady"),
        ("“Gavião”, or “the hawk”, ran the port.", "Gavião", "the hawk"),
        ("the kunya Abu Sahar – “father of dawn” – is his.", "Abu Sahar", "father of dawn"),
        ("Tiburón, Spanish for “shark”, ran the port.", "Tiburón", "shark"),
        ("Nguyễn Sét, literally meaning “lightning”.", "Nguyễn Sét", "lightning"),
        ("Lao Hu, which translates as “old tiger”.", "Lao Hu", "old tiger"),
        ("Kifaru, a trader, fled.", "Kifaru", None),
        ("Kifaru, “I will not go back there”, he said.", "Kifaru", None),
        ("Kifaru said “rhino” twice.", "Kifaru", None),
        ("Kifaru, meaning to leave the harbour before the end of the night, ran.", "Kifaru", None),
    ],
)
def test_what_a_name_means(text: str, name: str, gloss: str | None) -> None:
    begin = text.index(name)
    found = gloss_after(text, Span(begin, begin + len(name)))
    assert (found and found.text) == gloss
    if found is not None:
        assert found.span.of(text) == gloss


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("known by his nom de guerre", NameSort.NOM_DE_GUERRE),
        ("by the war name", NameSort.NOM_DE_GUERRE),
        ("whose real name is", NameSort.BIRTH),
        ("a nickname", NameSort.NICKNAME),
        ("the alias of", NameSort.ALIAS),
        ("also known as", None),
    ],
)
def test_what_a_name_is_called(words: str, sort: NameSort | None) -> None:
    assert sort_told(words) is sort
