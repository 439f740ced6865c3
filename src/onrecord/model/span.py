"""A stretch of a document's text."""

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into `document.text`; never empty."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"span [{self.begin}, {self.end}] is empty or negative")

    def __len__(self) -> int:
        return self.end - self.begin

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.begin : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` lies inside."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one character is shared."""
        return self.begin < other.end and other.begin < self.end

    def cover(self, other: "Span") -> "Span":
        """The shortest span that contains both."""
        return Span(min(self.begin, other.begin), max(self.end, other.end))
