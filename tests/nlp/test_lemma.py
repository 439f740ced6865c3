"""Edit scripts of lemmas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nlp.lemma import lemma_of, script_of

LETTERS = st.text(alphabet="abcdeABCDEäßé'", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("form", "script", "lemma"),
    [
        ("armies", "k3/y", "army"),
        ("Armies", "l3/y", "army"),
        ("Kigali", "k0/", "Kigali"),
        ("was", "=be", "be"),
        ("fled", "k1/e", "flee"),
    ],
)
def test_a_script_turns_a_form_into_its_lemma(form: str, script: str, lemma: str) -> None:
    assert script_of(form, lemma) == script
    assert lemma_of(form, script) == lemma


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_every_pair_has_a_script(form: str, lemma: str) -> None:
    assert lemma_of(form, script_of(form, lemma)) == lemma


def test_a_script_that_does_not_fit_leaves_the_form() -> None:
    assert lemma_of("at", "k3/y") == "at"
    assert lemma_of("at", "k2/") == "at"
