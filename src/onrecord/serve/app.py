"""One ASGI app on one record."""

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path
from secrets import token_urlsafe

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from onrecord.errors import EXIT_AND_STATUS, OnRecordError
from onrecord.pipeline import Spool, ingest
from onrecord.serve import routes
from onrecord.serve.desk import TWIN, desk
from onrecord.serve.guard import Guard
from onrecord.serve.jobs import Jobs
from onrecord.settings import Settings
from onrecord.store import open_store

__all__ = ["application"]

_MANY = 50_000
"""How many more things there are when the collector looks again: as a large page makes them."""


def application(settings: Settings, by: str) -> FastAPI:
    """The workbench on the record that the settings name; `by` signs what is decided in it.

    Raises StoreError, once it starts, if the record is not there.
    """

    @asynccontextmanager
    async def open_meanwhile(app: FastAPI) -> AsyncIterator[None]:
        record = Path(settings.record).absolute()
        read = partial(ingest, str(record), settings.cache)
        with (
            open_store(record, must_exist=True) as store,
            Jobs(Spool(record.with_name(f"{record.name}.incoming")), read) as jobs,
        ):
            app.state.store, app.state.jobs = store, jobs
            with _kept():
                yield

    app = FastAPI(
        title="onrecord", lifespan=open_meanwhile, docs_url=None, redoc_url=None, openapi_url=None
    )
    app.state.settings, app.state.by, app.state.token = settings, by, token_urlsafe()
    app.add_middleware(Guard, tiles=settings.tiles)
    app.add_exception_handler(OnRecordError, _failed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    for router in routes.ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("onrecord.serve") / "static")))
    return app


@contextmanager
def _kept() -> Iterator[None]:
    """Keep what is loaded from the collector, and it from pages, which leave little to collect."""
    often = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MANY, *often[1:])
    yield
    gc.set_threshold(*often)
    gc.unfreeze()


def _failed(request: Request, error: Exception) -> Response:
    return _answer(request, EXIT_AND_STATUS[type(error)][1], str(error))  # type: ignore[index]


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    unknown = f"{request.url.path}: no page has this address; begin at the front page"
    return _answer(
        request, error.status_code, unknown if error.status_code == 404 else error.detail
    )


def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return _answer(request, 400, f"{first['loc'][-1]}: {first['msg']}")


def _answer(request: Request, status: int, words: str) -> Response:
    """One clear line, as JSON for a twin."""
    if request.url.path.endswith(TWIN):
        return JSONResponse({"error": words}, status)
    return desk(request).html("error.html", status, words=words, status=status)
