"""English is told by its small words; doubt is left open."""

import pytest

from onrecord.intake import identify


@pytest.mark.parametrize(
    "text",
    [
        "The strike at the port is over, the union said on Friday.",
        "THE MAYOR OF THE TOWN WAS SEEN AT THE BRIDGE, POLICE SAID.",
        "Nguyen Thi Mai, Oluwaseun Adeyemi and Siobhan O'Hara met with Juan Quispe in the port of"
        " Ribeira, and they were said to have spoken of the fleet and of its debts.",
    ],
)
def test_english_is_told(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le maire de la ville a annoncé vendredi que le pont resterait fermé jusqu'à la fin de"
            " l'automne, en raison des travaux qui ont pris du retard.",
            "fr",
        ),
        (
            "Der Bürgermeister sagte am Freitag, die Brücke bleibe bis zum Herbst geschlossen,"
            " weil die Arbeiten länger dauerten als geplant.",
            "de",
        ),
        ("Глава города сообщил в пятницу, что мост не откроется раньше осени этого года.", "ru"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "1914 - 28/6", "Juan Quispe", "Strike ends", "Mai Nguyen\nOluwaseun Adeyemi\nJuan Quispe"],
)
def test_too_little_to_say_is_left_open(text: str) -> None:
    assert identify(text) is None
