"""Events, and one event as each report tells it."""

from fastapi.responses import Response

from onrecord import views
from onrecord.serve.chart import chart
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages"]

pages = Pages()

_PAGE = 50


@pages.get("/events")
def events(desk: Desk, first: int = 0) -> Response:
    part = views.Part(max(first, 0), _PAGE)
    return desk.page("events.html", views.event_list(desk.store, part))


@pages.get("/events/{reference}")
def event(desk: Desk, reference: str) -> Response:
    found = views.compare(desk.store, f"event:{reference}")
    charts = {series.name: chart(series) for series in found.series}
    return desk.page("event.html", found, charts=charts)
