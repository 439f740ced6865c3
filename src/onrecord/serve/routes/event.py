"""Events, and one event as each report tells it."""

from urllib.parse import urlencode

from fastapi.responses import Response

from onrecord import views
from onrecord.model import Predicate, PredicateFamily
from onrecord.serve.chart import chart
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages"]

pages = Pages()

_PAGE = 50
_TYPES = [each.value for each in Predicate if each.family is PredicateFamily.EVENT]


@pages.get("/events")
def events(desk: Desk, first: int = 0) -> Response:
    part, asked = views.Part(max(first, 0), _PAGE), views.query(desk.request.query_params)
    wanted = views.sought(views.Ledger(desk.store), asked)
    found = views.event_list(desk.store, part, wanted)
    turn = f"/events?{urlencode((*asked.pairs, ('first', '')))}"
    return desk.page("events.html", found, asked=asked, types=_TYPES, turn=turn)


@pages.get("/events/{reference}")
def event(desk: Desk, reference: str) -> Response:
    found = views.compare(desk.store, f"event:{reference}")
    charts = {series.name: chart(series) for series in found.series}
    return desk.page("event.html", found, charts=charts)
