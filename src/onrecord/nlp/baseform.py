"""Lemmas of English words by their part of speech: a dictionary, rules for what it lacks.

Verbs and nouns come from LemmInflect; a network's guess at them invents verbs that do not exist.
"""

from functools import cache

from lemminflect import getLemma

__all__ = ["base_form"]

_AUXILIARIES = {
    form: lemma
    for lemma, forms in {
        "be": "am is are was were been being 'm 're 's ’m ’re ’s",
        "have": "has had having 've 'd ’ve ’d",
        "do": "does did done doing",
        "can": "ca",
        "will": "wo 'll ’ll",
        "get": "got gets getting",
    }.items()
    for form in forms.split()
}
_NEGATIONS = frozenset({"n't", "n’t"})


@cache
def base_form(form: str, upos: str) -> str:
    """The lemma of a word form; a proper noun is its own."""
    if upos == "PROPN":
        return form
    low = form.lower()
    if upos in ("VERB", "NOUN") and low.isalpha():
        return str(getLemma(low, upos=upos)[0])
    if upos == "PART" and low in _NEGATIONS:
        return "not"
    if upos in ("AUX", "VERB"):
        return _AUXILIARIES.get(low, low)
    return low
