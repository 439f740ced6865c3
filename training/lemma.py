"""Lemmas as edit scripts: what to cut off a form and what to put on.

The network learns them as labels beside the others, which helps its tags; as a lemmatiser it is
worse than a dictionary, so the bundle leaves that head out.

A script is "=lemma" (the whole lemma) or "k" or "l" (keep the case, or lower it), the number of
characters to cut off the end, a slash and the ending to put on: "l3/y" makes "Armies" "army".
"""

__all__ = ["script_of"]


def script_of(form: str, lemma: str) -> str:
    """The script that makes `lemma` of `form`."""
    low = form.lower()
    mark, base = ("k", form) if lemma[:1] == form[:1] else ("l", low)
    shared = next((i for i, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), None)
    shared = min(len(base), len(lemma)) if shared is None else shared
    if shared == 0:
        return f"={lemma}"
    return f"{mark}{len(base) - shared}/{lemma[shared:]}"
