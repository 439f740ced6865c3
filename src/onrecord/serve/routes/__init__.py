"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import (
    add,
    entity,
    event,
    front,
    hypotheses,
    report,
    source,
    watch,
)

__all__ = ["ROUTERS"]

ROUTERS = (
    *(
        family.pages.router
        for family in (front, report, entity, event, source, hypotheses, watch, add)
    ),
    *(family.changes for family in (entity, source, hypotheses, watch, add)),
    report.redirects,
)
