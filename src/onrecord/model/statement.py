"""Statements: who said it, how sure, about whom, when, where and in which exact words."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.holder import Filler, Holder
from onrecord.model.place import Place, PlaceUse, Siting
from onrecord.model.span import Span
from onrecord.model.time import TimeExpression

__all__ = [
    "Certainty",
    "Decided",
    "Factuality",
    "Hedge",
    "Located",
    "Magnitude",
    "Predicate",
    "PredicateFamily",
    "Ruling",
    "Statement",
    "Status",
]


class PredicateFamily(StrEnum):
    """The four families of predicates."""

    RELATION = "relation"
    EVENT = "event"
    SPEECH = "speech"
    SAYS = "says"


class Predicate(StrEnum):
    """All that a statement can assert (docs/design)."""

    NATIONALITY = "nationality"
    BORN = "born"
    DIED = "died"
    INJURED = "injured"
    FAMILY_OF = "family_of"
    EDUCATED_OR_TRAINED = "educated_or_trained"
    ROLE = "role"
    MEMBER_OF = "member_of"
    LEADER_OF = "leader_of"
    FOUNDER_OF = "founder_of"
    LEFT = "left"
    APPOINTED = "appointed"
    DISMISSED = "dismissed"
    PART_OF = "part_of"
    SPLIT_FROM = "split_from"
    PREDECESSOR_OF = "predecessor_of"
    MERGED_WITH = "merged_with"
    ALLIED_WITH = "allied_with"
    ASSOCIATED_WITH = "associated_with"
    RIVAL_OF = "rival_of"
    FIGHTS = "fights"
    BASED_IN = "based_in"
    LOCATED_IN = "located_in"
    PRESENT_AT = "present_at"
    TRAVELLED_TO = "travelled_to"
    MET = "met"
    COMMUNICATED_WITH = "communicated_with"
    FUNDS = "funds"
    SUPPLIES = "supplies"
    POSSESSES = "possesses"
    ENGAGED_IN = "engaged_in"
    ALIAS_OF = "alias_of"
    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    ACCIDENT = "ACCIDENT"
    DISASTER = "DISASTER"
    ELECTION = "ELECTION"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"
    DENIES = "denies"
    EXPLAINS = "explains"
    PREDICTS = "predicts"
    ASSESSES = "assesses"
    SAYS = "says"

    @property
    def family(self) -> PredicateFamily:
        """Which of the four families it belongs to."""
        if self is Predicate.SAYS:
            return PredicateFamily.SAYS
        if self.value.isupper():
            return PredicateFamily.EVENT
        if self in _SPEECH:
            return PredicateFamily.SPEECH
        return PredicateFamily.RELATION


_SPEECH = frozenset(
    {
        Predicate.CLAIMS_RESPONSIBILITY,
        Predicate.DENIES,
        Predicate.EXPLAINS,
        Predicate.PREDICTS,
        Predicate.ASSESSES,
    }
)


class Factuality(StrEnum):
    """What the holder expressed (FactBank: Saurí and Pustejovsky 2009).

    Certain, probable or possible, each for or against; or uncommitted.
    """

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    UNCOMMITTED = "U"


class Status(StrEnum):
    """How the matter stands by the statement's own words."""

    STATED = "stated"
    ALLEGED = "alleged"
    DENIED = "denied"
    PROMISED = "promised"
    THREATENED = "threatened"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    HYPOTHETICAL = "hypothetical"
    UNVERIFIABLE = "unverifiable"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken or deny."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the holder was, in the holder's and the reporter's own words."""

    factuality: Factuality = Factuality.CERTAIN
    status: tuple[Status, ...] = (Status.STATED,)
    hedges: tuple[Hedge, ...] = ()


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A count with its bounds; None where the words give no bound."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Located:
    """Where: the words, their chain, and the place they resolve to, if any.

    `around` is the circle that is meant where the words point beside or into a part of the place:
    "near X", "50 km north of X", "eastern X". `confidence` is the probability that the place is
    the right one of its name, `reason` what decided, in one line. Nothing is told to happen at
    one whose `use` is not that of a place.
    """

    text: str
    span: Span
    chain: str | None = None
    place: Place | None = None
    around: Place | None = None
    confidence: float = 1.0
    reason: str = ""
    sitings: tuple[Siting, ...] = ()
    use: PlaceUse = PlaceUse.PLACE

    @property
    def there(self) -> Place | None:
        """Where the words point."""
        return self.around or self.place

    def is_of(self, other: "Located") -> bool:
        """Whether another names the same place in the same report: by one chain, or these words."""
        if self.chain is not None and self.chain == other.chain:
            return True
        one, two = (" ".join(each.text.split()).casefold() for each in (self, other))
        return one == two


class Ruling(StrEnum):
    """What a person says of how a statement was read."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decided:
    """Who said what, and when, of how a statement was read; `confidence` is what the program's
    was."""

    ruling: Ruling
    by: str
    at: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing asserted. `document.text[span] == quote`, always.

    `roles` maps a role to its fillers; `magnitudes` maps killed, injured, abducted, detained or
    displaced to a count. `holders` runs from the innermost to the publisher. `mode` is the PLOVER
    mode of an event, None where none fits. `summary` is true in a headline or highlights.
    `about` are the statements of the same report that a statement of speech is about: what is
    denied, claimed, explained or assessed; of a toll, the event that took it. `confidence` is the
    program's probability, 0 to 1, that it read the text right, or 1 where a person vouches for it.
    `decided` is None where nobody corrected or accepted it.
    """

    id: str
    document: str
    span: Span
    quote: str
    predicate: Predicate
    roles: dict[str, tuple[Filler, ...]]
    holders: tuple[Holder, ...]
    certainty: Certainty = Certainty()
    time: TimeExpression | None = None
    place: Located | None = None
    mode: str | None = None
    magnitudes: dict[str, Magnitude] | None = None
    summary: bool = False
    about: tuple[str, ...] = ()
    confidence: float = 1.0
    decided: Decided | None = None
