"""The workbench: the record in a browser, on this machine only."""

from onrecord.serve.app import application

__all__ = ["application"]
