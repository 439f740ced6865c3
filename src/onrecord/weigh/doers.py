"""Who did it by a statement, named or described, and whether two may be the same."""

from dataclasses import dataclass

from onrecord.lexicon.names import fold
from onrecord.model import EntityType, Predicate, Statement
from onrecord.weigh.evidence import Evidence

__all__ = ["Doer", "doers"]

_EMPTY = frozenset("a an the this that these those his her its their our my your some any".split())


@dataclass(frozen=True, slots=True)
class Doer:
    """One who did it: the entity's id, None where he is only described, his name and its type."""

    id: str | None
    name: str
    type: EntityType | None

    def may_be(self, other: "Doer") -> bool:
        """Whether they are one entity; or described alike, with nothing that tells them apart:
        "his government" may be "the Ghanaian government", not "the army"."""
        if self.id is not None and other.id is not None:
            return self.id == other.id
        own, others = _words(self.name), _words(other.name)
        if not own or not others or own[-1] != others[-1]:
            return False
        return set(own) <= set(others) or set(others) <= set(own)


def doers(statement: Statement, evidence: Evidence) -> tuple[Doer, ...]:
    """Those who did it by a statement; by a claim, who claims it."""
    claim = statement.predicate is Predicate.CLAIMS_RESPONSIBILITY
    found = []
    for each in statement.roles.get("subject" if claim else "actor", ()):
        entity = evidence.entities.get(each.chain or "")
        if entity is None:
            found.append(Doer(None, " ".join(each.text.split()), None))
        else:
            found.append(Doer(entity.id, entity.name, entity.type))
    return tuple(dict.fromkeys(found))


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _EMPTY]
