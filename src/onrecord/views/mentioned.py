"""Who is named in a statement, so that a page can lead to each."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import Chain, EntityType, Holder, HolderClass, Statement
from onrecord.views.reference import entity_reference

__all__ = ["Mentioned", "holder_words", "mentioned"]

_ENTITIES = frozenset(list(EntityType)[:6])
"""The types that can be entities of the record."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Somebody or something of the record in a statement: words for it, and what opens it."""

    words: str
    reference: str


def mentioned(
    statement: Statement, chains: Mapping[str, Chain], short: Mapping[str, str]
) -> tuple[Mentioned, ...]:
    """The entities that fill a role, by their names in the report and in text order, then those
    that hold it, by `holder_words`.

    `chains` are those of the report by their ids, `short` the names of reports.
    """
    fillers = (each for role in statement.roles.values() for each in role)
    given = [("", each.chain) for each in sorted(fillers, key=lambda each: each.span)]
    given += [(holder_words(each), each.chain) for each in statement.holders]
    found: dict[Mentioned, None] = {}
    for words, key in given:
        chain = chains.get(key or "")
        if chain is not None and chain.named and chain.type in _ENTITIES:
            found[Mentioned(words or chain.name, entity_reference(chain.id, short))] = None
    return tuple(found)


def holder_words(holder: Holder) -> str:
    """A holder's name; for one without a name the body too, where its words do not say it."""
    body = holder.affiliation.text if holder.affiliation else ""
    nameless = holder.cls is HolderClass.UNNAMED and body.casefold() not in holder.name.casefold()
    return f"{holder.name} ({body})" if nameless else holder.name
