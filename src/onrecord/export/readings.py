"""The readings that the lines of an exchange file give: statements, names, and chains of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import (
    AsRead,
    Chain,
    Document,
    Entity,
    EntityName,
    Gloss,
    Located,
    Mention,
    MentionForm,
    Name,
    NameSort,
    Reading,
    Span,
    Statement,
)

__all__ = ["begin_of", "document_in", "readings_of", "span_of"]


def readings_of(
    documents: Iterable[Document],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    read: Sequence[AsRead],
) -> Iterator[Reading]:
    """A reading for each document of which entities or statements are known."""
    named: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        for chain in entity.chains:
            named.setdefault(document_in(chain), {})[chain] = entity
    said: dict[str, list[Statement]] = {}
    for statement in statements:
        said.setdefault(statement.document, []).append(statement)
    before: dict[str, list[AsRead]] = {}
    for each in read:
        before.setdefault(each.statement.document, []).append(each)
    for document in documents:
        if document.id in {*named, *said, *before}:
            chains = sorted(named.get(document.id, {}).items(), key=lambda item: begin_of(item[0]))
            reading = _reading(document.id, dict(chains), said.get(document.id, ()))
            yield replace(reading, as_read=tuple(before.get(document.id, ())))


def _reading(
    document: str, named: Mapping[str, Entity], statements: Sequence[Statement]
) -> Reading:
    """The layers that the lines give: names as mentions, a chain for those of one entity."""
    # Of several chains of one entity in a document, the first stands for its names.
    first = {entity.id: chain for chain, entity in reversed(tuple(named.items()))}
    names = {
        chain: _names(document, entity) if first[entity.id] == chain else ()
        for chain, entity in named.items()
    }
    types = {name.span: named[chain].type for chain in named for name in names[chain]}
    order = {span: number for number, span in enumerate(sorted(types))}
    return Reading(
        document,
        mentions=tuple(Mention(span, span, types[span], MentionForm.NAME) for span in order),
        chains=tuple(_chain(chain, named[chain], names[chain], order) for chain in named),
        times=tuple(statement.time for statement in statements if statement.time),
        places=tuple(
            Located(name.text, name.span, chain, entity.place)
            for chain, entity in named.items()
            for name in names[chain]
            if entity.place
        ),
        statements=tuple(statements),
    )


def _chain(chain: str, entity: Entity, names: tuple[Name, ...], order: Mapping[Span, int]) -> Chain:
    fullest = max(
        names,
        key=lambda name: (name.text == entity.name, name.sort is NameSort.NAME, len(name.text)),
        default=None,
    )
    text = fullest.text if fullest else entity.name
    mentions = tuple(sorted(order[name.span] for name in names))
    return Chain(chain, entity.type, text, True, mentions, names)


def _names(document: str, entity: Entity) -> tuple[Name, ...]:
    """The names of an entity that stand in one document, in text order."""
    found = (
        Name(name.text, name.sort, span_of(mention), _gloss(name, mention))
        for name in entity.names
        for mention in name.mentions
        if document_in(mention) == document
    )
    return tuple(sorted(found, key=lambda name: name.span))


def _gloss(name: EntityName, mention: str) -> Gloss | None:
    told = (gloss for gloss in name.glosses if gloss.mention == mention)
    return next((Gloss(gloss.text, span_of(gloss.at)) for gloss in told), None)


def document_in(reference: str) -> str:
    """The document in the id of a chain, or in the reference of a mention."""
    return reference.rpartition(":")[0]


def begin_of(chain: str) -> int:
    """Where the head word of a chain's first mention begins."""
    return int(chain.rpartition(":")[2])


def span_of(mention: str) -> Span:
    """Where a mention stands, by its reference."""
    begin, end = mention.rpartition(":")[2].split("-")
    return Span(int(begin), int(end))
