"""Which of the demo's planted copies, disputes and corrections are on record, and which others."""

from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["weighed"]

Line = dict[str, Any]


def weighed(
    lines: Sequence[Line], facts: dict[str, list[Line]], stands: Callable[[Line, Line], bool]
) -> tuple[tuple[int, list[Line]], tuple[int, list[Line]]]:
    """How many that are planted are found, with the others; how many on record are planted, with
    the others.

    `stands` says whether a statement's line tells a fact. A planted `dispute` has `told`, a fact
    of the event in question, and `on`; a `credibility` has `told` and the figure.
    """
    statements = {line["id"]: line for line in lines if line["kind"] == "statement"}
    events = [line for line in lines if line["kind"] == "event"]
    urls = {line["id"]: line["url"] for line in lines if line["kind"] == "document"}

    def tells(event: Line, fact: Line) -> bool:
        return any(stands(statements[each], fact) for each in event["statements"])

    found = [
        *_copies(lines, urls, facts["copies"]),
        *(
            (fact, any(fact["on"] in e["disputed"] and tells(e, fact["told"]) for e in events))
            for fact in facts["disputes"]
        ),
        *(
            (
                fact,
                any(
                    e["credibility"] == fact["credibility"] and tells(e, fact["told"])
                    for e in events
                ),
            )
            for fact in facts["credibility"]
        ),
    ]
    shown = [
        *(
            (line, any(_is_copy(line, urls, fact) for fact in facts["copies"]))
            for line in lines
            if line["kind"] == "copy"
        ),
        *(
            (
                {"event": event["id"], "on": on},
                any(fact["on"] == on and tells(event, fact["told"]) for fact in facts["disputes"]),
            )
            for event in events
            for on in event["disputed"]
        ),
    ]
    return _parted(found), _parted(shown)


def _copies(
    lines: Sequence[Line], urls: dict[str, str], planted: Sequence[Line]
) -> list[tuple[Line, bool]]:
    on_record = [line for line in lines if line["kind"] == "copy"]
    return [(fact, any(_is_copy(x, urls, fact) for x in on_record)) for fact in planted]


def _is_copy(line: Line, urls: dict[str, str], fact: Line) -> bool:
    ends = urls[line["document"]].endswith(fact["report"]), urls[line["of"]].endswith(fact["of"])
    return all(ends)


def _parted(judged: Sequence[tuple[Line, bool]]) -> tuple[int, list[Line]]:
    return sum(right for _, right in judged), [each for each, right in judged if not right]
