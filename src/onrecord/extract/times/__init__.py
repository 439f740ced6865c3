"""Times: found by a declared grammar of patterns, and placed on the calendar.

Rule of meaning: what the report does not let us date stays undated. The day of publication dates
relative expressions only ("Friday", "last year"), and never stands in for a date that is not given.
"""

from onrecord.extract.times.scan import TIMES, find_times, times

__all__ = ["TIMES", "find_times", "times"]
