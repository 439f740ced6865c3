"""Reports as published, with what they state in the margin."""

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord import views
from onrecord.serve.desk import Desk, Pages

__all__ = ["pages", "redirects"]

pages = Pages()
redirects = APIRouter()

_PAGE = 50


@pages.get("/reports")
def reports(desk: Desk, first: int = 0) -> Response:
    return desk.page("reports.html", views.reports(desk.store, views.Part(max(first, 0), _PAGE)))


@pages.get("/reports/{reference}")
def report(desk: Desk, reference: str) -> Response:
    return desk.page("report.html", views.report(desk.store, reference))


@redirects.get("/statements/{reference}")
def statement(desk: Desk, reference: str) -> Response:
    """To where a statement stands in its report; its address outlives the page's shape."""
    ledger = views.Ledger(desk.store)
    found = ledger.lines([desk.store.statement(ledger.full_id(reference))])[0]
    return desk.back(f"/reports/{quote(found.document)}#s-{quote(found.reference)}")
