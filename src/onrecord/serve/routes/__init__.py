"""The pages of the workbench, one file a family."""

from onrecord.serve.routes import entity, event, front, hypotheses, report, source

__all__ = ["ROUTERS"]

ROUTERS = (
    front.pages.router,
    report.pages.router,
    report.redirects,
    event.pages.router,
    entity.pages.router,
    entity.writes,
    source.pages.router,
    source.writes,
    hypotheses.pages.router,
    hypotheses.writes,
)
