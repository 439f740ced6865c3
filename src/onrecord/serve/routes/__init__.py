"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import add, audit, entity, event, front, report, review, watch

__all__ = ["ROUTERS"]

ROUTERS = (
    *(family.pages.router for family in (front, report, entity, event, review, audit, watch, add)),
    *(family.changes for family in (entity, review, audit, watch, add)),
    report.redirects,
)
