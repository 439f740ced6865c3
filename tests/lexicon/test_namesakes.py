"""Bodies whose names others have too."""

import pytest

from onrecord.lexicon.namesakes import Scope, namesakes
from onrecord.lexicon.tables import rows, words


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("the Ministry of Defence", Scope.COUNTRY),
        ("Supreme Court", Scope.COUNTRY),
        ("Parliament", Scope.COUNTRY),
        ("Ministry", Scope.LOCAL),
        ("City Council", Scope.LOCAL),
        ("Infantry Brigade", Scope.LOCAL),
        ("4th Infantry Brigade", None),
        ("Ombari Ministry of Defence", None),
        ("UN Security Council", None),
        ("Security Council", None),
        ("River Defence League", None),
        ("", None),
    ],
)
def test_whose_name_it_is(name: str, scope: Scope | None) -> None:
    assert namesakes(name) is scope


def test_no_word_is_of_two_sorts() -> None:
    told = [word for _, forms in rows("namesakes", 2) for word in words(forms)]
    assert len(told) == len(set(told))
