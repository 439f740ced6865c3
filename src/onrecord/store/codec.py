"""Domain types to plain JSON values and back, without loss.

A dataclass becomes an object without the fields that hold their default, a tuple or a set a list,
an enum its value, a date its ISO form, a mapping an object (keys are strings or integers). `decode`
needs the type, which it takes from the annotations; nothing is looked up by a name in the data.
"""

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

__all__ = ["decode", "digest", "digest_of", "dumps", "encode", "loads"]

T = TypeVar("T")


def encode(value: object) -> Any:
    """The plain JSON value of a domain value."""
    encoder: Callable[[Any], Any] = _encoder(cast(Hashable, type(value)))
    return encoder(value)


def decode(kind: type[T], value: Any) -> T:
    """The domain value of type `kind` that `encode` made `value` from.

    Raises ValueError, KeyError or TypeError where `value` is nothing of that type.
    """
    decoder: Callable[[Any], T] = _decoder(cast(Hashable, kind))
    return decoder(value)


def dumps(value: object) -> str:
    """A domain value as one line of JSON, always the same for equal values."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """What `dumps` wrote."""
    return decode(kind, json.loads(text))


def digest(value: object) -> str:
    """SHA-256 of a domain value, in hexadecimal."""
    return digest_of(dumps(value))


def digest_of(text: str) -> str:
    """SHA-256 of what `dumps` gave, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        return lambda value: value.value
    if is_dataclass(kind):
        held = [(field.name, _default(field)) for field in fields(kind)]
        return lambda value: {
            name: encode(given)
            for name, default in held
            if (given := getattr(value, name)) != default
        }
    if issubclass(kind, Mapping):
        return lambda value: {str(key): encode(held) for key, held in value.items()}
    if issubclass(kind, tuple):
        return lambda value: [encode(held) for held in value]
    if issubclass(kind, frozenset):
        return lambda value: sorted(encode(held) for held in value)
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    return lambda value: value


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(args)
    if origin is tuple:
        return _items(args)
    if origin is frozenset:
        item = _decoder(args[0])
        return lambda value: frozenset(item(each) for each in value)
    if origin in (dict, Mapping):
        key, held = _decoder(args[0]), _decoder(args[1])
        return lambda value: {key(each): held(value[each]) for each in value}
    if is_dataclass(kind):
        return _record(kind)
    if kind is date:
        return date.fromisoformat
    if kind is int or (isinstance(kind, type) and issubclass(kind, Enum)):
        constructed: Callable[[Any], Any] = kind
        return constructed
    return lambda value: value


def _optional(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    (kind,) = (each for each in args if each is not types.NoneType)
    inner = _decoder(kind)
    return lambda value: None if value is None else inner(value)


def _items(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if args[-1] is Ellipsis:
        if args[0] is str:
            return tuple
        item = _decoder(args[0])
        return lambda value: tuple(item(each) for each in value)
    items = [_decoder(each) for each in args]
    return lambda value: tuple(item(each) for item, each in zip(items, value, strict=True))


def _record(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    return lambda value: kind(**{name: decoders[name](held) for name, held in value.items()})
