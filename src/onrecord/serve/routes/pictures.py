"""Timeline, map and network over one question; each holds the same as text below its picture."""

from urllib.parse import urlencode

from fastapi.responses import Response

from onrecord import views
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages"]

pages = Pages()


@pages.get("/timeline")
def timeline(desk: Desk) -> Response:
    asked = views.query(desk.request.query_params)
    ledger = views.Ledger(desk.store)
    return _picture(desk, "timeline", asked, views.times(ledger, views.sought(ledger, asked)))


@pages.get("/map")
def places(desk: Desk) -> Response:
    asked = views.query(desk.request.query_params)
    ledger = views.Ledger(desk.store)
    return _picture(desk, "map", asked, views.atlas(ledger, views.sought(ledger, asked)))


@pages.get("/network")
def network(desk: Desk) -> Response:
    asked = views.query(desk.request.query_params)
    ledger = views.Ledger(desk.store)
    return _picture(desk, "network", asked, views.network(ledger, views.sought(ledger, asked)))


def _picture(desk: Desk, name: str, asked: views.Query, view: object) -> Response:
    question = f"?{urlencode(asked.pairs)}" if asked.pairs else ""
    return desk.page(
        f"{name}.html",
        view,
        asked=asked,
        question=question,
        kinds=[*views.KINDS],
        certainties=views.CERTAINTIES,
        tiles=desk.settings.tiles,
        words=asked.words,
    )
