"""The one clock of what people decide."""

from datetime import UTC, datetime

__all__ = ["now"]


def now() -> str:
    """This moment, UTC, as decisions are timed: ISO 8601 to the microsecond."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
