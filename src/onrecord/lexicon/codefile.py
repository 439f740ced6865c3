"""Codebooks as YAML; what is wrong in one is told with its line."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NoReturn

import yaml

from onrecord.errors import InputError
from onrecord.lexicon.codebook import Codebook, CodeType, Rule, Word
from onrecord.lexicon.events import modes
from onrecord.lexicon.names import fold
from onrecord.lexicon.predicates import COUNTS
from onrecord.model import EntityType, Factuality, Predicate, PredicateFamily, Status

__all__ = ["read_codebook"]

_ROLES = tuple(
    "actor recipient target instrument purpose subject object agent title content".split()
)
_COUNTRY = 2
_FEW = 14


def read_codebook(text: str, name: str) -> Codebook:
    """The codebook that a YAML text gives; `name` says where it comes from.

    Raises InputError, with the line, for the first thing that is wrong.
    """
    return _Reader(name).codebook(text)


class _Reader:
    """Reads nodes of one file; all raise InputError."""

    def __init__(self, name: str) -> None:
        self._name = name

    def codebook(self, text: str) -> Codebook:
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._at(mark.line if mark else 0, f"no YAML: {error.problem or error.context}")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position)
            self._at(line, "no YAML: a character that must not stand there")
        if node is None:
            self._at(0, "nothing stands in it")
        held = self._keys(node, ("scheme", "description", "types"), ("scheme", "types"))
        types = tuple(self._type(each) for each in self._items(held["types"]))
        if not types:
            self._wrong(held["types"], "no type is given")
        seen: set[str] = set()
        for each, item in zip(types, self._items(held["types"]), strict=True):
            if each.name in seen:
                self._wrong(item, f"a second type is called {each.name!r}")
            seen.add(each.name)
        return Codebook(self._words(held["scheme"]), self._optional(held, "description"), types)

    def _type(self, node: yaml.Node) -> CodeType:
        known = ("type", "description", "words", "include", "exclude")
        held = self._keys(node, known, ("type",))
        made = CodeType(
            self._words(held["type"]),
            self._optional(held, "description"),
            tuple(self._word(each) for each in self._listed(held, "words")),
            tuple(self._rule(each) for each in self._listed(held, "include")),
            tuple(self._rule(each) for each in self._listed(held, "exclude")),
        )
        if not made.words and not made.include:
            self._wrong(node, f"type {made.name!r} has neither words nor rules to include")
        return made

    def _word(self, node: yaml.Node) -> Word:
        if isinstance(node, yaml.ScalarNode):
            return Word(self._words(node))
        held = self._keys(node, ("word", "roles"), ("word",))
        return Word(self._words(held["word"]), self._roles(held))

    def _rule(self, node: yaml.Node) -> Rule:
        known = ("predicate", "mode", "status", "factuality", "roles", "counts", "places")
        held = self._keys(node, known, ())
        if not held:
            self._wrong(node, "a rule asks for nothing")
        places = (self._words(each) for each in self._listed(held, "places"))
        return Rule(
            predicates=self._among(held, "predicate", _predicates()),
            modes=self._among(held, "mode", {x for each in modes().values() for x in each}),
            statuses=frozenset(map(Status, self._among(held, "status", Status))),
            factuality=frozenset(map(Factuality, self._among(held, "factuality", Factuality))),
            roles=self._roles(held),
            counts=self._counts(held),
            places=frozenset(x if _is_country(x) else fold(x) for x in places),
        )

    def _roles(self, held: Mapping[str, yaml.Node]) -> dict[str, frozenset[EntityType]]:
        if "roles" not in held:
            return {}
        roles = self._keys(held["roles"], _ROLES, ())
        return {
            role: frozenset(map(EntityType, self._among(roles, role, EntityType))) for role in roles
        }

    def _counts(self, held: Mapping[str, yaml.Node]) -> dict[str, int]:
        if "counts" not in held:
            return {}
        found = self._keys(held["counts"], COUNTS, ())
        for node in found.values():
            if not self._words(node).isdecimal():
                self._wrong(node, f"{node.value!r} is not a whole number")
        return {name: int(node.value) for name, node in found.items()}

    def _among(
        self, held: Mapping[str, yaml.Node], key: str, known: Iterable[str]
    ) -> frozenset[str]:
        """The words under a key, each of which must be known."""
        allowed = {str(each) for each in known}
        found = set()
        for node in self._listed(held, key):
            word = self._words(node)
            if word not in allowed:
                self._wrong(
                    node, f"{word!r} does not go under {key!r}; {_nearest(word, sorted(allowed))}"
                )
            found.add(word)
        return frozenset(found)

    def _listed(self, held: Mapping[str, yaml.Node], key: str) -> list[yaml.Node]:
        """What stands under a key: a list, or one thing."""
        if key not in held:
            return []
        node = held[key]
        return self._items(node) if isinstance(node, yaml.SequenceNode) else [node]

    def _items(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self._wrong(node, "a list must stand here")
        return list(node.value)

    def _keys(
        self, node: yaml.Node, known: Iterable[str], needed: Iterable[str]
    ) -> dict[str, yaml.Node]:
        """A mapping whose keys are known, each once, those that are needed among them."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, f"keys must stand here, of: {', '.join(known)}")
        held: dict[str, yaml.Node] = {}
        for key, value in node.value:
            word = self._words(key)
            if word not in known:
                self._wrong(key, f"{word!r} is no key here; known are {', '.join(known)}")
            if word in held:
                self._wrong(key, f"a second {word!r}")
            held[word] = value
        for word in needed:
            if word not in held:
                self._wrong(node, f"{word!r} is missing")
        return held

    def _optional(self, held: Mapping[str, yaml.Node], key: str) -> str:
        return self._words(held[key]) if key in held else ""

    def _words(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._wrong(node, "a word or text must stand here")
        return " ".join(node.value.split())

    def _wrong(self, node: yaml.Node, words: str) -> NoReturn:
        self._at(node.start_mark.line, words)

    def _at(self, line: int, words: str) -> NoReturn:
        raise InputError(f"{self._name}, line {line + 1}: {words}")


def _nearest(word: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(word, allowed, 1, 0.0)
    listed = ", ".join(allowed)
    return f"known are {listed}" if len(allowed) <= _FEW else f"the nearest is {near[0]!r}"


def _predicates() -> set[str]:
    return {*Predicate, *PredicateFamily}


def _is_country(words: str) -> bool:
    return len(words) == _COUNTRY and words.isupper()
