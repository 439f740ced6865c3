"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import (
    add,
    audit,
    entity,
    event,
    front,
    hypotheses,
    pictures,
    report,
    review,
    source,
    watch,
)

__all__ = ["ROUTERS"]

_LOOKED_AT = (front, report, entity, event, pictures, source, hypotheses, review, audit, watch, add)
_CHANGED = (entity, event, source, hypotheses, review, audit, watch, add)

ROUTERS = (
    *(family.pages.router for family in _LOOKED_AT),
    *(family.changes for family in _CHANGED),
    report.redirects,
)
