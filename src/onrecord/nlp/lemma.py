"""Lemmas as edit scripts: what to cut off a form and what to put on, learned as a label.

A script is "=lemma" (the whole lemma) or "k" or "l" (keep the case, or lower it), the number of
characters to cut off the end, a slash and the ending to put on: "l3/y" makes "Armies" "army".
"""

__all__ = ["lemma_of", "script_of"]


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
