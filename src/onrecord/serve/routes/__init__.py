"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import add, event, front, pictures, report, watch

__all__ = ["ROUTERS"]

ROUTERS = (
    *(family.pages.router for family in (front, report, event, pictures, watch, add)),
    *(family.changes for family in (watch, add)),
    report.redirects,
)
