"""Whom and what statements name, as answers to who did it and why."""

import re
from collections.abc import Iterable

from onrecord.model import Chain, EntityType, Filler, MentionForm, Reading, Statement
from onrecord.views.ledger import Ledger
from onrecord.weigh.hypotheses import Named, Question, answer_keys, word_keys

__all__ = ["acquitted", "causes", "people"]

_ACTORS = frozenset(
    {EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION, EntityType.PLACE}
)
_PERSON, _BODY, _NOBODY = "person", "body", ""
"""Kinds of answers; people who are only described may be anybody."""
_ARTICLE = re.compile(r"(?:the|an?|some) ", re.IGNORECASE)
_LONGEST_ARTICLE = 5
_THAT = "that "


def people(ledger: Ledger, statement: Statement, role: str) -> list[Named]:
    """Whoever fills a role: by the entity's name, else by the description that stands there."""
    pronouns = ledger.pronouns.get(statement.document, frozenset())
    found = []
    for filler in statement.roles.get(role, ()):
        chain = ledger.chains.get(filler.chain or "")
        if ledger.entity_of(filler.chain) or (chain and filler.span not in pronouns):
            found.append(_named(ledger, filler.chain, chain, filler.text))
    return found


def acquitted(ledger: Ledger, statement: Statement) -> list[Named]:
    """Of whom a denial says that they had no part: whoever its content speaks of first ("that his
    government had a hand in it"), else who denies."""
    text = ledger.documents[statement.document].text
    reading = ledger.reading(statement.document)
    for content in statement.roles.get("object", ()):
        begin = content.span.begin + len(_THAT) * text.startswith(_THAT, content.span.begin)
        first = _first(ledger, reading, text, begin)
        if first is not None:
            return [first]
    return people(ledger, statement, "subject")


def causes(fillers: Iterable[Filler]) -> list[Named]:
    """Causes of what happened: any of them may be one, so that they are rivals only where one is
    said to be the only one."""
    texts = [_flat(filler.text) for filler in fillers]
    return [Named(text, answer_keys(Question.WHY, text), None) for text in texts]


def _first(ledger: Ledger, reading: Reading, text: str, begin: int) -> Named | None:
    """Who is mentioned at a place in the text; "his government" by whose it is."""
    article = _ARTICLE.match(text, begin, begin + _LONGEST_ARTICLE)
    begins = {begin, article.end() if article else begin}
    here = [n for n, each in enumerate(reading.mentions) if each.span.begin in begins]
    here.sort(key=lambda n: reading.mentions[n].span.end)
    chain = _chain(reading, here[-1]) if here else None
    if chain is None or chain.type not in _ACTORS:
        return None
    words, owner = reading.mentions[here[-1]].span.of(text), reading.mentions[here[0]]
    whose = _chain(reading, here[0])
    if len(here) > 1 and owner.form is MentionForm.PRONOUN and whose and whose.named:
        words = f"{whose.name}’s{words[len(owner.span) :]}"
    return _named(ledger, chain.id, chain, words)


def _chain(reading: Reading, mention: int) -> Chain | None:
    return next((each for each in reading.chains if mention in each.mentions), None)


def _named(ledger: Ledger, key: str | None, chain: Chain | None, words: str) -> Named:
    entity = ledger.entity_of(key)
    if entity is not None:
        kind = _PERSON if entity.type is EntityType.PERSON else _BODY
        return Named(entity.name, answer_keys(Question.WHO, entity.name), kind)
    words = _flat(words)
    article = _ARTICLE.match(words)
    words = words[article.end() :] if article else words
    # "The army" tells who it was; "gunmen" may be anybody.
    if chain is not None and chain.type is EntityType.ORGANISATION:
        return Named(words, answer_keys(Question.WHO, words), _BODY)
    return Named(words, word_keys(words), _NOBODY)


def _flat(text: str) -> str:
    return " ".join(text.split())
