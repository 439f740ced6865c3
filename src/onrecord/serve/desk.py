"""What a route works with: the store, and how a view becomes a page or its JSON twin."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.pipeline import Atlas, atlas, now
from onrecord.serve.words import FILTERS
from onrecord.settings import Settings
from onrecord.store import Store
from onrecord.views import plain

__all__ = ["Desk", "Pages", "Worktop", "desk", "ours", "templates"]

Handler = Callable[..., Response]
TWIN = ".json"


@cache
def templates() -> Environment:
    """Our templates; all that is put into them is escaped."""
    environment = Environment(
        loader=PackageLoader("onrecord.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


@dataclass(frozen=True, slots=True)
class Worktop:
    """One request, the record that it asks, and who decides."""

    request: Request
    store: Store
    settings: Settings
    by: str

    def page(self, template: str, view: object, **more: Any) -> Response:
        """A view as a page, or as JSON where the address ends in `.json`.

        `more` is what only the page needs, such as what was asked for.
        """
        if self.request.url.path.endswith(TWIN):
            return JSONResponse(plain(view))
        return self.html(template, view=view, twin=self.twin, **more)

    def html(self, template: str, code: int = 200, **values: Any) -> Response:
        """A page that has no twin."""
        common = {
            "by": self.by,
            "path": self.request.url.path,
            "record": self.settings.record,
            "token": self.request.app.state.token,
            "twin": None,
        }
        words = templates().get_template(template).render(common | values)
        return Response(words, code, media_type="text/html")

    @property
    def atlas(self) -> Atlas:
        """What opens the places that are known."""
        return atlas(self.store, self.settings.record, self.settings.cache)

    @property
    def at(self) -> str:
        """This moment, as decisions are timed."""
        return now()

    def back(self, address: str) -> Response:
        """After a change: to the page that shows it, which is one of ours."""
        return RedirectResponse(ours(address) or "/", 303)

    @property
    def twin(self) -> str:
        """The address of this page's JSON."""
        url = self.request.url
        path = "/index" if url.path == "/" else url.path
        return path + TWIN + (f"?{url.query}" if url.query else "")


def ours(address: str) -> str:
    """An address of this workbench, as a form gives it; nothing where it is another's."""
    here = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if here else ""


def desk(request: Request) -> Worktop:
    """The worktop of a request."""
    state = request.app.state
    return Worktop(request, state.store, state.settings, state.by)


def _worktop(request: Request) -> Iterator[Worktop]:
    """The dependency that gives a route its worktop; a page is made of one state of the record."""
    made = desk(request)
    if request.method != "GET":
        yield made
        return
    with made.store.still() as seen:
        yield replace(made, store=seen)


Desk = Annotated[Worktop, Depends(_worktop)]


class Pages:
    """Routes of pages: each answers under its address, and as JSON under the same with `.json`."""

    def __init__(self) -> None:
        self.router = APIRouter()

    def get(self, path: str) -> Callable[[Handler], Handler]:
        """Put a page at `path`."""

        def put(handler: Handler) -> Handler:
            twin = "/index" if path == "/" else path
            for address in (twin + TWIN, path):
                self.router.add_api_route(address, handler, include_in_schema=False)
            return handler

        return put
