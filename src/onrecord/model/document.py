"""Reports as they came in, and the outlets and people they came from."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span

__all__ = ["Block", "BlockKind", "Document", "Failure", "Original", "Source", "SourceType"]


class SourceType(StrEnum):
    """What kind of source speaks or publishes."""

    OUTLET = "outlet"
    AGENCY = "agency"
    PERSON = "person"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, agency, person or paper; `reliability` is A to F, F where not judged."""

    id: str
    name: str
    type: SourceType
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one report.

    `text` is normalised once and never changes; all spans are offsets into it. `id` is a digest
    of address, publisher, date, title and text. `sha256` is that of the original bytes.
    `published` and `retrieved` are ISO 8601 (date or date and time) or None. `version_of` names the
    first document read under the same `url`, None if this is the first.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str = ""
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes a document came from.

    `offsets` maps the text back: pairs (text offset, source offset), never falling; between two
    pairs text and decoded source run in step. Source offsets count code points of the decoded
    bytes. Text that cannot be found in its page stands at the end of the last that can.
    """

    sha256: str
    name: str
    media_type: str
    encoding: str
    content: bytes
    offsets: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read, and why, in one line."""

    name: str
    reason: str
    sha256: str = ""


class BlockKind(StrEnum):
    """What a line of a report's text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SUMMARY = "summary"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text with its kind; furniture and headings make no statements."""

    span: Span
    kind: BlockKind
