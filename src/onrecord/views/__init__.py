"""What is on record as a reader looks at it: plain frozen values, which no view changes."""

from onrecord.model.anchor import statement_anchor
from onrecord.views.acts import ActRow, Acts, Change, acts
from onrecord.views.alignment import Alignment, alignments
from onrecord.views.atlas import Atlas, Spot, atlas
from onrecord.views.audit import (
    Audit,
    CheckedSentence,
    CheckedStatement,
    Population,
    audit,
    checked,
    drawn,
    population,
)
from onrecord.views.bond import Bond, Party, spell_words
from onrecord.views.borrowing import Borrowed
from onrecord.views.claims import Claim, Claims, claims
from onrecord.views.coding import Coding
from onrecord.views.comparison import (
    Account,
    Answer,
    Aspect,
    Comparison,
    Gathered,
    OriginRow,
    compare,
)
from onrecord.views.contested import Contested, Position
from onrecord.views.dossier import Dossier, KnownAs, NamedBy, Section, dossier
from onrecord.views.dot import Dot, dot
from onrecord.views.doubt import Doubt, Side, doubts
from onrecord.views.entities import EntityRow, Roll, entities, entity_at, entity_row
from onrecord.views.event import EventList, EventRow, event_at, event_list, events
from onrecord.views.feed import Feed, FeedItem, feed
from onrecord.views.find import Fit, Nearest, Several, find_entity
from onrecord.views.front import Front, front
from onrecord.views.highlight import Highlight, highlights
from onrecord.views.hypotheses import Analysis, Case, Note, Rivalries, Rivalry, case, rivalries
from onrecord.views.joins import Identity, Join, Verdict, identity, joins
from onrecord.views.kinds import codes_known
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, Sureness, Tone
from onrecord.views.lineage import Chapter, FormerName, Kin, Lineage, lineage
from onrecord.views.mark import MOST_DRAWN, Mark
from onrecord.views.mentioned import Mentioned
from onrecord.views.network import Link, Network, Node, network
from onrecord.views.news import (
    Arrival,
    Corrected,
    Disputed,
    News,
    WatchNews,
    arrivals,
    news,
    seen,
    watch_news,
)
from onrecord.views.oneness import EventDoubt, Oneness, doubtful_events, oneness
from onrecord.views.part import Part
from onrecord.views.passage import Passage, ReportCard
from onrecord.views.plain import JSON, plain
from onrecord.views.policy import Picked
from onrecord.views.profile import Profile, profile
from onrecord.views.query import KINDS, Query, query, sought
from onrecord.views.relevance import Deciding, Relevance, Relevant, TypeUse, relevance, uses
from onrecord.views.report import Kindred, Paragraph, Piece, Report, report
from onrecord.views.reports import ReportList, reports
from onrecord.views.review import Correctable, Review, Waiting, correctable, review
from onrecord.views.scales import Scales
from onrecord.views.search import Found, search
from onrecord.views.series import Series, TollPoint, toll_series
from onrecord.views.show import Shown, ShownEvent, ShownReport, ShownText, show
from onrecord.views.sites import Site, Sites, entity_sites, sites
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
from onrecord.views.suggest import Suggestion, suggestions
from onrecord.views.tie import LinkSort
from onrecord.views.timeline import Timeline, timeline
from onrecord.views.times import Times, times
from onrecord.views.wanted import CERTAINTIES, Wanted
from onrecord.views.watching import (
    Watched,
    unwatched,
    watch_entity,
    watch_type,
    watch_words,
    watched,
)
from onrecord.views.when import When
from onrecord.views.where import Where
from onrecord.views.wording import counted

__all__ = [
    "CERTAINTIES",
    "JSON",
    "KINDS",
    "MOST_DRAWN",
    "UNNAMED",
    "Account",
    "ActRow",
    "Acts",
    "Alignment",
    "Analysis",
    "Answer",
    "Arrival",
    "Aspect",
    "Atlas",
    "Audit",
    "Bond",
    "Borrowed",
    "Case",
    "Change",
    "Chapter",
    "CheckedSentence",
    "CheckedStatement",
    "Claim",
    "Claims",
    "Coding",
    "Comparison",
    "Contested",
    "Correctable",
    "Corrected",
    "Deciding",
    "Disputed",
    "Dossier",
    "Dot",
    "Doubt",
    "EntityRow",
    "EventDoubt",
    "EventList",
    "EventRow",
    "Feed",
    "FeedItem",
    "Fit",
    "FormerName",
    "Found",
    "Front",
    "Gathered",
    "Highlight",
    "Identity",
    "Join",
    "Kin",
    "Kindred",
    "KnownAs",
    "Ledger",
    "Line",
    "Lineage",
    "Link",
    "LinkSort",
    "Mark",
    "Mentioned",
    "NamedBy",
    "Nearest",
    "Network",
    "News",
    "Node",
    "Note",
    "Oneness",
    "OriginRow",
    "Paragraph",
    "Part",
    "Party",
    "Passage",
    "Picked",
    "Piece",
    "Population",
    "Position",
    "Profile",
    "Query",
    "Relevance",
    "Relevant",
    "Report",
    "ReportCard",
    "ReportList",
    "Reported",
    "Review",
    "Rivalries",
    "Rivalry",
    "Roll",
    "Scales",
    "Section",
    "Series",
    "Several",
    "Shown",
    "ShownEvent",
    "ShownReport",
    "ShownText",
    "Side",
    "Site",
    "Sites",
    "SourceCard",
    "SourceRow",
    "Spell",
    "Spot",
    "Suggestion",
    "Sureness",
    "Telling",
    "Timeline",
    "Times",
    "TollPoint",
    "Tone",
    "TypeUse",
    "Verdict",
    "Waiting",
    "Wanted",
    "WatchNews",
    "Watched",
    "When",
    "Where",
    "acts",
    "alignments",
    "arrivals",
    "atlas",
    "audit",
    "case",
    "checked",
    "claims",
    "codes_known",
    "compare",
    "correctable",
    "counted",
    "dossier",
    "dot",
    "doubtful_events",
    "doubts",
    "drawn",
    "entities",
    "entity_at",
    "entity_row",
    "entity_sites",
    "event_at",
    "event_list",
    "events",
    "feed",
    "find_entity",
    "front",
    "highlights",
    "identity",
    "joins",
    "known_source",
    "lineage",
    "network",
    "news",
    "oneness",
    "plain",
    "population",
    "profile",
    "query",
    "relevance",
    "report",
    "reports",
    "review",
    "rivalries",
    "search",
    "seen",
    "show",
    "sites",
    "sought",
    "source",
    "sources",
    "spell_words",
    "statement_anchor",
    "suggestions",
    "timeline",
    "times",
    "toll_series",
    "unwatched",
    "uses",
    "watch_entity",
    "watch_news",
    "watch_type",
    "watch_words",
    "watched",
]
