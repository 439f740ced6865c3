"""The command line."""

from onrecord.cli.app import app, main

__all__ = ["app", "main"]
