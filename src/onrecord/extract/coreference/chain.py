"""From clusters to chains: the id, the type, the fullest name and all other names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.coreference.agreement import is_part_of_body, is_part_of_person
from onrecord.extract.coreference.node import Article, Node
from onrecord.lexicon import names
from onrecord.lexicon.naming import may_be_spellings
from onrecord.model import Chain, Document, EntityType, MentionForm, Name, NameSort

__all__ = ["chain_id", "chain_of"]

_BEARS_NO_NAME = frozenset({NameSort.TRANSLATION, NameSort.BIRTH, NameSort.FORMER})


def chain_of(document: Document, cluster: Sequence[Node], stated: Sequence[Name]) -> Chain:
    """The chain of a cluster of nodes in text order, with the names stated for it."""
    given = _all_names(document.text, cluster, stated)
    best = _best_name(cluster, given)
    return Chain(
        id=chain_id(document, cluster[0]),
        type=_type(cluster),
        name=best.text if best is not None else _best_description(document.text, cluster),
        named=best is not None,
        mentions=tuple(node.index for node in cluster),
        names=tuple(_sorted_out(given, best)) if best is not None else (),
    )


def chain_id(document: Document, first: Node) -> str:
    """The id of the chain that begins with a mention."""
    return f"{document.id}:{first.mention.head.begin}"


def _all_names(text: str, cluster: Sequence[Node], stated: Sequence[Name]) -> list[Name]:
    """Every name once, with the first span that gives it; a stated sort holds."""
    found = {name.text: name for name in stated}
    titled = {names.fold(names.without_title(name.text)) for name in stated}
    for node in cluster:
        name = node.core.of(text)
        if node.form is MentionForm.NAME and (name in found or node.key not in titled):
            found.setdefault(name, Name(name, NameSort.NAME, node.core))
    return sorted(found.values(), key=lambda name: name.span)


def _best_name(cluster: Sequence[Node], given: Sequence[Name]) -> Name | None:
    """The fullest name in its commonest spelling; a nickname only if there is nothing else."""
    uses = Counter(node.key for node in cluster if node.key)
    plain = [name for name in given if name.sort is NameSort.NAME]
    chosen = plain or [name for name in given if name.sort not in _BEARS_NO_NAME]
    if not chosen:
        return None
    type_ = _type(cluster)

    def rank(name: Name) -> tuple[bool, bool, int, int, int]:
        key = names.fold(name.text)
        words = len(key.split())
        return (
            names.is_acronym(name.text) and type_ is not EntityType.PERSON,
            name.text.isupper() and words > 1,
            -words if type_ is EntityType.PERSON or words <= 8 else 0,
            -uses[key],
            name.span.begin,
        )

    return min(chosen, key=rank)


def _sorted_out(given: Sequence[Name], best: Name) -> list[Name]:
    """The names with their sorts, the best first, the rest by where they stand."""
    rest = [_sorted_as(name, best) for name in given if name is not best]
    return [replace(best, sort=NameSort.NAME), *rest]


def _sorted_as(name: Name, best: Name) -> Name:
    if name.sort is not NameSort.NAME:
        return name
    return replace(name, sort=_sort(names.fold(name.text), names.fold(best.text), name.text))


def _sort(key: str, full: str, written: str) -> NameSort:
    if key == full:
        return NameSort.NAME
    if is_part_of_person(key, full) or is_part_of_body(key, full):
        return NameSort.SHORT
    if names.is_acronym(written):
        return NameSort.ACRONYM
    if len(key.split()) < len(full.split()) and any(word in full.split() for word in key.split()):
        return NameSort.SHORT
    if any(may_be_spellings(a, b) for a in key.split() for b in full.split()):
        return NameSort.VARIANT
    return NameSort.ALIAS


def _type(cluster: Sequence[Node]) -> EntityType:
    """The type most mentions have, names before descriptions before pronouns."""
    for form in (MentionForm.NAME, MentionForm.DESCRIPTION, MentionForm.PRONOUN):
        votes: dict[EntityType, float] = {}
        for node in cluster:
            if node.form is form:
                votes[node.type] = votes.get(node.type, 0.0) + node.mention.confidence
        if votes:
            if EntityType.GROUP in votes or _is_called_group(cluster):
                votes[EntityType.GROUP] = votes.pop(EntityType.ORGANISATION, 0.0) + votes.get(
                    EntityType.GROUP, 0.0
                )
            return max(votes, key=lambda kind: (votes[kind], kind.value))
    raise ValueError("a cluster without mentions")


def _is_called_group(cluster: Sequence[Node]) -> bool:
    """Whether a body is called a group by a description of it."""
    described = [n for n in cluster if n.form is MentionForm.DESCRIPTION]
    groups = [n for n in described if n.type is EntityType.GROUP]
    return 2 * len(groups) > len(described)


def _best_description(text: str, cluster: Sequence[Node]) -> str:
    """The first description with most to say; a pronoun if there is nothing else."""
    described = [n for n in cluster if n.form is MentionForm.DESCRIPTION] or list(cluster)

    def rank(node: Node) -> tuple[int, bool, int]:
        return (-len(node.modifiers), node.article is Article.DEMONSTRATIVE, node.index)

    return min(described, key=rank).mention.span.of(text)
