"""The type case of the command line: styles, consoles, and entries that end in a reference.

Colour repeats what a word says and never says it alone. A page is at most `MEASURE` columns wide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text
from rich.theme import Theme

__all__ = ["MEASURE", "Entry", "console", "flat", "heading", "joined"]

MEASURE = 100
_REFERENCES = 3

_THEME = Theme(
    {
        "name": "bold",
        "heading": "bold",
        "source": "dim",
        "reference": "cyan",
        "mark": "bold underline",
        "against": "red",
        "unverifiable": "magenta",
        "unsure": "yellow",
        "error": "red",
    }
)


def console(stream: TextIO) -> Console:
    """A console on a stream; plain where it is no terminal, without colour under NO_COLOR."""
    made = Console(file=stream, theme=_THEME, highlight=False, emoji=False, markup=False)
    made.width = min(made.width, MEASURE)
    return made


def flat(text: str) -> str:
    """Text on one line, control characters out: a report must not steer the terminal."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """Paragraphs set below each other, each with its indent, the reference at the right edge.

    `label` stands in the margin beside the first paragraph and must be shorter than its indent.
    """

    paragraphs: Sequence[tuple[int, Text]]
    references: Sequence[str] = ()
    label: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        lines = [
            (indent, line)
            for indent, text in self.paragraphs
            for line in text.wrap(console, max(width - indent, 20))
        ]
        reference = _bracketed(self.references)
        for place, (indent, line) in enumerate(lines):
            line.rstrip()
            margin = self.label if place == 0 else ""
            out = Text(margin.ljust(indent)).append_text(line)
            if place == len(lines) - 1 and reference:
                room = width - out.cell_len - reference.cell_len
                if room < 2:
                    yield out
                    out, room = Text(), width - reference.cell_len
                out = Text.assemble(out, " " * max(room, 0), reference)
            yield out


def _bracketed(references: Sequence[str]) -> Text:
    """References in brackets, the first few of many; empty for none."""
    if not references:
        return Text()
    more = len(references) - _REFERENCES
    words = [*references[:_REFERENCES], *([f"+{more}"] if more > 0 else [])]
    return Text(f"[{' '.join(words)}]", style="reference", no_wrap=True)


def joined(parts: Iterable[Text | str], style: str = "source") -> Text:
    """Parts that are not empty, a middle dot between them."""
    texts = [part if isinstance(part, Text) else Text(flat(part), style) for part in parts if part]
    return Text(" · ", style).join(texts)


def heading(words: str) -> Text:
    """A heading, with air above it."""
    return Text.assemble("\n", (words.upper(), "heading"))
