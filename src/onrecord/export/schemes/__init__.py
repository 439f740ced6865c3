"""Readings in the labels and span conventions of public corpora, so that systems can be compared.

`scheme` finds what annotates lines; `None` is our own labels. The shapes are those of the
corpora's own files (docs/reference/schemes.md).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from onrecord.errors import InputError
from onrecord.export.schemes import given, incidents, layers, ours, plover, police, re3d, words
from onrecord.export.schemes.given import Facts, Line, Marks, Places, Together
from onrecord.model import Document, Reading

__all__ = [
    "GIVEN",
    "SCHEMES",
    "TOGETHER",
    "Annotate",
    "AnnotateAll",
    "Facts",
    "Line",
    "Marks",
    "Places",
    "Together",
    "annotator",
    "scheme",
]

Annotate: TypeAlias = Callable[[Line], dict[str, object]]
AnnotateAll: TypeAlias = Callable[[Iterable[Line], Together], Iterator[dict[str, object]]]


def _read(annotate: Callable[[Document, Reading], dict[str, object]]) -> Annotate:
    """A scheme to which the reading is enough."""
    return lambda line: annotate(line.document, line.reading)


SCHEMES: Mapping[str | None, Annotate] = {
    None: _read(ours.everything),
    "commitment": given.commitment,
    "factuality": _read(words.factuality),
    "geo": given.geo,
    "gum": _read(layers.gum),
    "muc4": _read(incidents.muc4),
    "plover": _read(plover.plover),
    "police": _read(police.police),
    "polnear": _read(layers.polnear),
    "propbank": _read(words.propbank),
    "re3d": _read(re3d.re3d),
    "redocred": given.redocred,
    "timeml": _read(layers.timeml),
    "ud": _read(words.ud),
}
TOGETHER: Mapping[str | None, AnnotateAll] = {"ecbplus": given.ecbplus}
"""Schemes that look at all lines together, and always take what is given."""
GIVEN: Mapping[str | None, str] = {
    "commitment": "clause",
    "ecbplus": "mentions",
    "geo": "places",
    "redocred": "entities",
}
"""The layer of a line's own annotations that a scheme can take as it is."""


def annotator(name: str | None, layer: str | None = None) -> AnnotateAll:
    """What annotates lines, in their order, under the scheme `name`; it may look at all together.

    Raises InputError as `scheme` does.
    """
    if name in TOGETHER and layer == GIVEN[name]:
        return TOGETHER[name]
    annotate = scheme(name, layer)
    return lambda lines, together: map(annotate, lines)


def scheme(name: str | None, layer: str | None = None) -> Annotate:
    """What annotates a line under the scheme `name`, to which `layer` is given, if any.

    Raises InputError if no scheme has that name, or if it takes no such layer.
    """
    if name in TOGETHER:
        raise InputError(f"the scheme {name} wants --given {GIVEN[name]}")
    if name not in SCHEMES:
        known = ", ".join(sorted(name for name in (*SCHEMES, *TOGETHER) if name))
        raise InputError(f"no scheme is called {name!r}; known are {known}")
    if layer is not None and GIVEN.get(name) != layer:
        known = ", ".join(f"{layer} to {name}" for name, layer in GIVEN.items())
        raise InputError(f"{layer!r} cannot be given to the scheme {name}; there is {known}")
    return SCHEMES[name]
