"""Values of the record as JSON values: one function for every view."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

__all__ = ["JSON", "plain"]

JSON = str | int | float | bool | None | list["JSON"] | dict[str, "JSON"]
_Forms = Mapping[type, Callable[[Any], object]]


def plain(value: object, forms: _Forms = MappingProxyType({})) -> JSON:
    """Frozen dataclasses, enums, dates, mappings, sequences and sets as JSON, keys in field order
    and sets sorted; values of the types in `forms` as what these make of them.

    Raises TypeError for anything else.
    """
    if type(value) in forms:
        return plain(forms[type(value)](value), forms)
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), forms) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item, forms) for key, item in value.items()}
    if isinstance(value, frozenset):
        return plain(sorted(value), forms)
    if isinstance(value, tuple | list):
        return [plain(item, forms) for item in value]
    raise TypeError(f"{type(value).__name__} has no JSON form")
