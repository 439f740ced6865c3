"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import add, entity, event, front, pictures, report, watch

__all__ = ["ROUTERS"]

ROUTERS = (
    *(family.pages.router for family in (front, report, entity, event, pictures, watch, add)),
    *(family.changes for family in (entity, watch, add)),
    report.redirects,
)
