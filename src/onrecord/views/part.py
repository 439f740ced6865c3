"""A stretch of what is long, so that no page costs more than it shows."""

from dataclasses import dataclass, replace

from onrecord.model import Entity

__all__ = ["ALL", "Part", "told_in"]


@dataclass(frozen=True, slots=True)
class Part:
    """So many from a number on, counted from 0; all of them where `limit` is None."""

    first: int = 0
    limit: int | None = None


ALL = Part()


def told_in(entity: Entity, part: Part) -> tuple[Entity, int]:
    """An entity by its chains and mentions in a part of its reports, the newest first, and how many
    reports there are."""
    reports = list(dict.fromkeys(each.rpartition(":")[0] for each in reversed(entity.chains)))
    if part == ALL:
        return entity, len(reports)
    end = None if part.limit is None else part.first + part.limit
    chosen = frozenset(reports[part.first : end])
    chains = tuple(each for each in entity.chains if each.rpartition(":")[0] in chosen)
    names = tuple(
        replace(name, mentions=tuple(x for x in name.mentions if x.rpartition(":")[0] in chosen))
        for name in entity.names
    )
    return replace(entity, chains=chains, names=names), len(reports)
