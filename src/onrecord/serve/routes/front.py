"""Where a visit begins: what came in, what changed, and the search."""

from fastapi.responses import Response

from onrecord import views
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages"]

pages = Pages()


@pages.get("/")
def front(desk: Desk) -> Response:
    return desk.page("front.html", views.front(views.Ledger(desk.store), desk.by))


@pages.get("/search")
def search(desk: Desk, q: str = "") -> Response:
    found = views.search(desk.store, q) if q.strip() else ()
    return desk.page("search.html", found, words=q, names=views.suggestions(desk.store, q))


@pages.router.get("/suggest")
def suggest(desk: Desk, q: str = "") -> Response:
    """The options that the search box shows while somebody types."""
    return desk.html("suggest.html", names=views.suggestions(desk.store, q))
