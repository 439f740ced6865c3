"""From a word to what it stands for: mentions, chains and places by their head word."""

from functools import cached_property

from onrecord.extract.syntax import Tree
from onrecord.model import Chain, EntityType, Located, Mention, MentionForm, Reading, Span

__all__ = ["Referents"]


class Referents:
    """Look-ups from word indices of one reading to its mentions, chains and places."""

    def __init__(self, tree: Tree, reading: Reading) -> None:
        self._tree = tree
        self._reading = reading

    @cached_property
    def _by_head(self) -> dict[int, int]:
        """Mention index by head begin; one in a chain wins, then the widest."""
        mentions, chained = self._reading.mentions, self._chain_of_mention
        order = sorted(range(len(mentions)), key=lambda m: (m in chained, len(mentions[m].span)))
        return {mentions[m].head.begin: m for m in order}

    @cached_property
    def _chain_of_mention(self) -> dict[int, Chain]:
        return {m: chain for chain in self._reading.chains for m in chain.mentions}

    @cached_property
    def _names(self) -> list[int]:
        """Indices of name mentions of more than one word, for heads chosen otherwise."""
        mentions = self._reading.mentions
        return [m for m, mention in enumerate(mentions) if mention.form is MentionForm.NAME]

    @cached_property
    def _place_by_span(self) -> dict[Span, Located]:
        return {located.span: located for located in self._reading.places}

    def mention_index(self, index: int) -> int | None:
        """The mention headed by the word, or the name that the word is part of."""
        span = self._tree.words[index].span
        found = self._by_head.get(span.begin)
        if found in self._chain_of_mention:
            return found
        return self._part_of_name.get(index, found)

    @cached_property
    def _part_of_name(self) -> dict[int, int]:
        parts: dict[int, int] = {}
        for m in self._names:
            for word in self._tree.words_in(self._reading.mentions[m].span):
                parts.setdefault(word, m)
        return parts

    def mention_at(self, index: int) -> Mention | None:
        """The mention that the word heads or is part of."""
        found = self.mention_index(index)
        return None if found is None else self._reading.mentions[found]

    def name_around(self, index: int) -> int | None:
        """The head word of the name that the word is part of, a title before it included."""
        found = self._part_of_name.get(index)
        return None if found is None else self._tree.head_of(self._reading.mentions[found].head)

    def office_at(self, index: int) -> Span | None:
        """The span of the title or office that the word stands in."""
        own = self._tree.words[index].span
        return next((span for span in self._offices if span.contains(own)), None)

    @cached_property
    def _offices(self) -> list[Span]:
        return [m.span for m in self._reading.mentions if m.type is EntityType.ROLE]

    def chain_at(self, index: int) -> Chain | None:
        """The chain of the mention at the word."""
        found = self.mention_index(index)
        return None if found is None else self._chain_of_mention.get(found)

    def type_at(self, index: int) -> EntityType | None:
        """The type of what stands at the word: its chain's, else its mention's."""
        chain = self.chain_at(index)
        if chain is not None:
            return chain.type
        mention = self.mention_at(index)
        return None if mention is None else mention.type

    def is_pronoun(self, index: int) -> bool:
        """Whether the mention at the word is a pronoun."""
        mention = self.mention_at(index)
        return mention is not None and mention.form is MentionForm.PRONOUN

    def place_at(self, index: int) -> Located | None:
        """The resolved place at the word."""
        mention = self.mention_at(index)
        return None if mention is None else self._place_by_span.get(mention.span)
