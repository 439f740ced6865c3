"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import (
    add,
    entity,
    event,
    front,
    hypotheses,
    pictures,
    report,
    source,
    watch,
)

__all__ = ["ROUTERS"]

_LOOKED_AT = (front, report, entity, event, pictures, source, hypotheses, watch, add)
_CHANGED = (entity, source, hypotheses, watch, add)

ROUTERS = (
    *(family.pages.router for family in _LOOKED_AT),
    *(family.changes for family in _CHANGED),
    report.redirects,
)
