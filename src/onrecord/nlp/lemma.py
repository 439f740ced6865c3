"""Lemmas: of the forms that the treebanks know, a list; of all others, edit scripts.

A script says what to cut off a form and what to put on; the network gives it as a label.
A script is "=lemma" (the whole lemma) or "k" or "l" (keep the case, or lower it), the number of
characters to cut off the end, a slash and the ending to put on: "l3/y" makes "Armies" "army".
"""

from collections.abc import Mapping

__all__ = ["Lemmas", "lemma_of", "script_of"]


class Lemmas:
    """The lemmas of known forms, by Penn tag and form in lower case."""

    def __init__(self, known: Mapping[str, Mapping[str, str]]) -> None:
        self._known = known

    def lemma(self, form: str, xpos: str, script: str) -> str:
        """The lemma of a form with a tag; `script` is used if the form is not known."""
        if xpos == "NNP":
            return form
        return self._known.get(xpos, {}).get(form.lower()) or lemma_of(form, script)


def script_of(form: str, lemma: str) -> str:
    """The script that makes `lemma` of `form`."""
    low = form.lower()
    mark, base = ("k", form) if lemma[:1] == form[:1] else ("l", low)
    shared = next((i for i, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), None)
    shared = min(len(base), len(lemma)) if shared is None else shared
    if shared == 0:
        return f"={lemma}"
    return f"{mark}{len(base) - shared}/{lemma[shared:]}"


def lemma_of(form: str, script: str) -> str:
    """The lemma; the form itself where the script does not fit it."""
    if script.startswith("="):
        return script[1:]
    cut, _, ending = script[1:].partition("/")
    base = form.lower() if script[0] == "l" else form
    keep = len(base) - int(cut)
    return (base[:keep] + ending or form) if keep >= 0 else form
