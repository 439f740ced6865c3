"""What is on record as a reader looks at it: plain frozen values, which no view changes."""

from onrecord.model.anchor import statement_anchor
from onrecord.views.audit import (
    CheckedSentence,
    CheckedStatement,
    Population,
    checked,
    population,
)
from onrecord.views.bond import Bond, Party
from onrecord.views.borrowing import Borrowed
from onrecord.views.claims import Claim, Claims, claims
from onrecord.views.coding import Coding
from onrecord.views.comparison import Account, Answer, Aspect, Comparison, OriginRow, compare
from onrecord.views.dossier import Dossier, KnownAs, NamedBy, Section, dossier
from onrecord.views.doubt import Doubt, Side, doubts
from onrecord.views.event import EventRow, events
from onrecord.views.find import Fit, Nearest, Several, find_entity
from onrecord.views.highlight import Highlight, highlights
from onrecord.views.hypotheses import Analysis, Case, Rivalry, case, rivalries
from onrecord.views.joins import Join, joins
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, Sureness
from onrecord.views.lineage import Chapter, FormerName, Kin, Lineage, lineage
from onrecord.views.passage import Passage, ReportCard
from onrecord.views.plain import JSON, plain
from onrecord.views.relevance import Deciding, Relevance, Relevant, TypeUse, relevance, uses
from onrecord.views.scales import Scales
from onrecord.views.search import Found, search
from onrecord.views.series import Series, TollPoint, toll_series
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
from onrecord.views.wanted import CERTAINTIES, Wanted
from onrecord.views.when import When
from onrecord.views.where import Where

__all__ = [
    "CERTAINTIES",
    "JSON",
    "UNNAMED",
    "Account",
    "Analysis",
    "Answer",
    "Aspect",
    "Bond",
    "Borrowed",
    "Case",
    "Chapter",
    "CheckedSentence",
    "CheckedStatement",
    "Claim",
    "Claims",
    "Coding",
    "Comparison",
    "Deciding",
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
    "OriginRow",
    "Party",
    "Passage",
    "Population",
    "Relevance",
    "Relevant",
    "ReportCard",
    "Reported",
    "Rivalry",
    "Scales",
    "Section",
    "Series",
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
    "TollPoint",
    "TypeUse",
    "Wanted",
    "When",
    "Where",
    "case",
    "checked",
    "claims",
    "compare",
    "dossier",
    "doubts",
    "events",
    "find_entity",
    "highlights",
    "joins",
    "known_source",
    "lineage",
    "plain",
    "population",
    "relevance",
    "rivalries",
    "search",
    "show",
    "source",
    "sources",
    "statement_anchor",
    "timeline",
    "toll_series",
    "uses",
]
