"""What is on record as a reader looks at it: plain frozen values, which no view changes."""

from onrecord.views.bond import Bond, Party
from onrecord.views.borrowing import Borrowed
from onrecord.views.dossier import Dossier, KnownAs, NamedBy, Section, dossier
from onrecord.views.doubt import Doubt, Side, doubts
from onrecord.views.event import EventRow, events
from onrecord.views.find import Fit, Nearest, Several, find_entity
from onrecord.views.highlight import Highlight, highlights
from onrecord.views.joins import Join, joins
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, Sureness
from onrecord.views.lineage import Chapter, FormerName, Kin, Lineage, lineage
from onrecord.views.passage import Passage, ReportCard
from onrecord.views.plain import JSON, plain
from onrecord.views.scales import Scales
from onrecord.views.search import Found, search
from onrecord.views.show import Shown, ShownEvent, ShownReport, ShownText, show
from onrecord.views.sources import (
    UNNAMED,
    SourceCard,
    SourceRow,
    Telling,
    known_source,
    source,
    sources,
)
from onrecord.views.spell import Reported, Spell
from onrecord.views.timeline import Timeline, timeline
from onrecord.views.when import When
from onrecord.views.where import Where

__all__ = [
    "JSON",
    "UNNAMED",
    "Bond",
    "Borrowed",
    "Chapter",
    "Dossier",
    "Doubt",
    "EventRow",
    "Fit",
    "FormerName",
    "Found",
    "Highlight",
    "Join",
    "Kin",
    "KnownAs",
    "Ledger",
    "Line",
    "Lineage",
    "NamedBy",
    "Nearest",
    "Party",
    "Passage",
    "ReportCard",
    "Reported",
    "Scales",
    "Section",
    "Several",
    "Shown",
    "ShownEvent",
    "ShownReport",
    "ShownText",
    "Side",
    "SourceCard",
    "SourceRow",
    "Spell",
    "Sureness",
    "Telling",
    "Timeline",
    "When",
    "Where",
    "dossier",
    "doubts",
    "events",
    "find_entity",
    "highlights",
    "joins",
    "known_source",
    "lineage",
    "plain",
    "search",
    "show",
    "source",
    "sources",
    "timeline",
]
