"""Lemmas by part of speech."""

import pytest

from onrecord.nlp.baseform import base_form


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("Carried", "VERB", "carry"),
        ("met", "VERB", "meet"),
        ("soldiers", "NOUN", "soldier"),
        ("Smuggling", "NOUN", "smuggling"),
        ("was", "AUX", "be"),
        ("n’t", "PART", "not"),
        ("Ilić", "PROPN", "Ilić"),
        ("Most", "ADJ", "most"),
        ("’s", "AUX", "be"),
        ("24-year", "NOUN", "24-year"),
    ],
)
def test_base_form(form: str, upos: str, lemma: str) -> None:
    assert base_form(form, upos) == lemma
