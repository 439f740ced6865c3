"""What binds two parties for a while, from the statements of all reports: offices, memberships,
parts, alliances, and how one group came of another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.model import Filler, Predicate, Statement, TimeInterval
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.spell import Reported, Spell, published_on, spell, untitled
from onrecord.views.when import interval_words
from onrecord.views.wording import phrase

__all__ = ["OFFICES", "Bond", "Party", "bonds", "spell_words"]

OFFICES = frozenset(
    {
        Predicate.ROLE,
        Predicate.MEMBER_OF,
        Predicate.LEADER_OF,
        Predicate.APPOINTED,
        Predicate.LEFT,
        Predicate.DISMISSED,
    }
)
"""Relations that tell of one post or membership, its beginning or its end."""

_AT_ONCE = frozenset({Predicate.FOUNDER_OF, Predicate.SPLIT_FROM, Predicate.MERGED_WITH})
"""Relations that have a day rather than a beginning."""
_MUTUAL = frozenset({Predicate.MERGED_WITH, Predicate.ALLIED_WITH})
_UNTITLED = {Predicate.LEADER_OF: "leader", Predicate.MEMBER_OF: "member"}
_UNNAMED = "post not named"


@dataclass(frozen=True, slots=True)
class Party:
    """One side: `entity` and `reference` are None for what is no entity of the record."""

    name: str
    entity: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """What several statements tell of one relation of two parties, and when it held.

    `title` is that of a post, None for any other relation; `object` is None where no text names
    it. `predicates` are those of the statements. `lines` are the statements, repeats joined, by
    date.
    """

    predicates: tuple[Predicate, ...]
    title: str | None
    subject: Party
    object: Party | None
    sentence: str
    spell: Spell
    lines: tuple[Line, ...]

    @property
    def lasts(self) -> bool:
        """Whether it holds for a while; a founding or a split has a day rather than a beginning."""
        return _AT_ONCE.isdisjoint(self.predicates)


@dataclass(frozen=True, slots=True)
class _Key:
    """What statements share that tell of one bond.

    `predicate` is None for posts, and `title`, folded, for all else; "" where none is given.
    """

    predicate: Predicate | None
    subject: Party
    object: Party | None
    title: str | None


def bonds(ledger: Ledger, statements: Iterable[Statement]) -> tuple[Bond, ...]:
    """The bonds of relations, which all have a subject, the earliest first.

    What tells of no title (an appointment, a departure) tells of every post of its subject in the
    body that it names; where it names none, of the post told of last before it in its report.
    """
    found: dict[_Key, list[Statement]] = {}
    for statement in statements:
        for key in _keys(ledger, statement):
            found.setdefault(key, []).append(statement)
    made = [_bond(ledger, key, told) for key, told in _joined(found).items()]
    return tuple(sorted(made, key=lambda bond: (bond.spell.order, bond.sentence)))


def spell_words(bond: Bond) -> tuple[str, ...]:
    """When a bond held, in words: when it began, when it ended, when it was reported; what is not
    known is left out."""
    began = " or ".join(_began(interval, bond.lasts) for interval in bond.spell.began)
    ended = " or ".join(map(_ended, bond.spell.ended))
    reported = _reported(bond.spell.first, bond.spell.last)
    return tuple(words for words in (began, ended, reported) if words)


def _keys(ledger: Ledger, statement: Statement) -> Iterator[_Key]:
    predicate = statement.predicate
    office = predicate in OFFICES
    title = (_title(statement) or _UNTITLED.get(predicate, "")).casefold() if office else None
    subjects = _parties(ledger, statement.roles.get("subject", ()))
    objects: list[Party | None] = [*_parties(ledger, statement.roles.get("object", ()))]
    for one, other in product(subjects, objects or [None]):
        if other is not None and predicate in _MUTUAL and other.name < one.name:
            one, other = other, one
        yield _Key(None if office else predicate, one, other, title)


def _parties(ledger: Ledger, fillers: Sequence[Filler]) -> list[Party]:
    found = []
    for filler in fillers:
        entity = ledger.entity_of(filler.chain)
        if entity is None:
            found.append(Party(" ".join(filler.text.split())))
        else:
            found.append(Party(entity.name, entity.id, ledger.entity_reference(entity.id)))
    return found


def _title(statement: Statement) -> str:
    return " ".join(untitled(filler.text) for filler in statement.roles.get("title", ()))


def _joined(found: Mapping[_Key, list[Statement]]) -> dict[_Key, list[Statement]]:
    """The same, what tells of a post without its title put to the posts that have one."""
    titled = {key: told for key, told in found.items() if key.title != ""}
    whole = {key: list(told) for key, told in titled.items()}
    for key, told in found.items():
        if key.title == "":
            for statement in told:
                for post in _meant(titled, key, statement) or [key]:
                    whole.setdefault(post, []).append(statement)
    return whole


def _meant(
    posts: Mapping[_Key, Sequence[Statement]], key: _Key, statement: Statement
) -> list[_Key]:
    """The posts that a statement without a title tells of: all in the body that it names, or else
    the one told of last before it in its report."""
    own = [post for post in posts if post.title and post.subject == key.subject]
    if key.object is not None:
        return [post for post in own if post.object == key.object]
    before = [
        (told.span.begin, post)
        for post in own
        for told in posts[post]
        if told.document == statement.document and told.span.begin <= statement.span.begin
    ]
    last = max((begin for begin, _ in before), default=0)
    return list(dict.fromkeys(post for begin, post in before if begin == last))


def _bond(ledger: Ledger, key: _Key, told: Sequence[Statement]) -> Bond:
    title = None
    if key.title is not None:
        written = [given for statement in told if (given := _title(statement))]
        fitting = Counter(given for given in written if given.casefold() == key.title)
        title = fitting.most_common(1)[0][0] if fitting else key.title or _UNNAMED
    roles = {"subject": key.subject.name}
    roles |= {"object": key.object.name} if key.object else {}
    roles |= {"title": title} if title else {}
    published = {each.document: ledger.documents[each.document].published for each in told}
    return Bond(
        tuple(sorted({statement.predicate for statement in told})),
        title,
        key.subject,
        key.object,
        phrase(key.predicate or Predicate.ROLE, None, roles),
        spell((each, published_on(published[each.document])) for each in told),
        ledger.lines(told),
    )


def _began(interval: TimeInterval, lasts: bool) -> str:
    words = interval_words(interval)[0]
    return f"since {words}" if lasts and None not in (interval.earliest, interval.latest) else words


def _ended(interval: TimeInterval) -> str:
    if interval.earliest is None and interval.latest is not None:
        return f"over by {interval_words(TimeInterval(interval.latest, interval.latest))[0]}"
    return f"until {interval_words(interval)[0]}"


def _reported(first: Reported | None, last: Reported | None) -> str:
    if first is None or last is None:
        return ""
    if first == last:
        return f"reported {_day(first)}"
    if first.of_report and last.of_report:
        days = (interval_words(each.interval)[0] for each in (first, last))
        return "first reported {}, last {} (dates of the reports)".format(*days)
    return f"first reported {_day(first)}, last {_day(last)}"


def _day(reported: Reported) -> str:
    words = interval_words(reported.interval)[0]
    return f"{words} (date of the report)" if reported.of_report else words
