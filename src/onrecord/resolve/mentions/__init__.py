"""Mentions that somebody marked in many reports: which of them mean the same."""

from onrecord.resolve.mentions.across import Contexts, across
from onrecord.resolve.mentions.profile import Marked, Report

__all__ = ["Contexts", "Marked", "Report", "across"]
