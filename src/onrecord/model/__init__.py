"""The domain types: frozen, slotted, free of I/O."""

from onrecord.model.analysis import Analysis, Labelled, RoleArc, Sentence, SpokenSpans, Word
from onrecord.model.document import (
    Block,
    BlockKind,
    Document,
    Failure,
    Original,
    Source,
    SourceType,
)
from onrecord.model.mention import Chain, EntityType, Mention, MentionForm, Name, NameSort
from onrecord.model.place import Place, Precision
from onrecord.model.reading import Provenance, Reading
from onrecord.model.record import Decision, Entity, EntityName, Event, Grade, Judgement, Opinion
from onrecord.model.span import Span
from onrecord.model.statement import (
    Attribution,
    Certainty,
    Factuality,
    Filler,
    Hedge,
    Holder,
    HolderClass,
    Located,
    Magnitude,
    Predicate,
    PredicateFamily,
    Statement,
    Status,
)
from onrecord.model.time import TimeExpression, TimeInterval, TimexType

__all__ = [
    "Analysis",
    "Attribution",
    "Block",
    "BlockKind",
    "Certainty",
    "Chain",
    "Decision",
    "Document",
    "Entity",
    "EntityName",
    "EntityType",
    "Event",
    "Factuality",
    "Failure",
    "Filler",
    "Grade",
    "Hedge",
    "Holder",
    "HolderClass",
    "Judgement",
    "Labelled",
    "Located",
    "Magnitude",
    "Mention",
    "MentionForm",
    "Name",
    "NameSort",
    "Opinion",
    "Original",
    "Place",
    "Precision",
    "Predicate",
    "PredicateFamily",
    "Provenance",
    "Reading",
    "RoleArc",
    "Sentence",
    "Source",
    "SourceType",
    "Span",
    "SpokenSpans",
    "Statement",
    "Status",
    "TimeExpression",
    "TimeInterval",
    "TimexType",
    "Word",
]
