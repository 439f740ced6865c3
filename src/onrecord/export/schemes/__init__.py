"""Readings in the labels and span conventions of public corpora, so that systems can be compared.

`SCHEMES` maps a scheme's name to the function that gives its annotations; `None` is our own labels.
The shapes are those of the corpora's own files (docs/reference/schemes.md).
"""

from collections.abc import Callable, Mapping

from onrecord.errors import InputError
from onrecord.export.schemes import events, layers, ours, words
from onrecord.model import Document, Reading

__all__ = ["SCHEMES", "annotations"]

Annotations = dict[str, object]

SCHEMES: Mapping[str | None, Callable[[Document, Reading], Annotations]] = {
    None: ours.everything,
    "factuality": words.factuality,
    "geo": layers.geo,
    "gum": layers.gum,
    "muc4": events.muc4,
    "plover": events.plover,
    "police": events.police,
    "polnear": layers.polnear,
    "propbank": words.propbank,
    "re3d": layers.re3d,
    "timeml": layers.timeml,
    "ud": words.ud,
}


def annotations(document: Document, reading: Reading, scheme: str | None = None) -> Annotations:
    """The reading's annotations under `scheme`.

    Raises InputError if no scheme has that name.
    """
    if scheme not in SCHEMES:
        known = ", ".join(sorted(name for name in SCHEMES if name))
        raise InputError(f"no scheme is called {scheme!r}; known are {known}")
    return SCHEMES[scheme](document, reading)
