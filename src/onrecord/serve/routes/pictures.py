"""Timeline, map and network over one question; each holds the same as text below its picture."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlencode

from fastapi.responses import JSONResponse, Response

from onrecord import views
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages"]

pages = Pages()

_Pictured = Literal["timeline", "map", "network"]
_VIEWS: Mapping[_Pictured, Callable[..., object]] = MappingProxyType(
    {"timeline": views.times, "map": views.atlas, "network": views.network}
)


@pages.router.get("/pictures/{name}.json")
def drawn(desk: Desk, name: _Pictured) -> Response:
    """What a picture draws: more than its page tells as text, and less of each."""
    asked = views.query(desk.request.query_params)
    ledger = views.Ledger(desk.store)
    view = _VIEWS[name](ledger, views.sought(ledger, asked), views.MOST_DRAWN)
    return JSONResponse(views.plain(view, {views.Mark: views.dot}))


@pages.get("/timeline")
def timeline(desk: Desk) -> Response:
    return _picture(desk, "timeline")


@pages.get("/map")
def places(desk: Desk) -> Response:
    return _picture(desk, "map")


@pages.get("/network")
def network(desk: Desk) -> Response:
    return _picture(desk, "network")


def _picture(desk: Desk, name: _Pictured) -> Response:
    asked = views.query(desk.request.query_params)
    ledger = views.Ledger(desk.store)
    view = _VIEWS[name](ledger, views.sought(ledger, asked))
    question = f"?{urlencode(asked.pairs)}" if asked.pairs else ""
    return desk.page(
        f"{name}.html",
        view,
        asked=asked,
        question=question,
        kinds=[*views.KINDS],
        certainties=views.CERTAINTIES,
        tiles=desk.settings.tiles,
        most=views.MOST_DRAWN,
        words=asked.words,
    )
