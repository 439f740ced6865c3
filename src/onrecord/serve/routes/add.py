"""Reports handed in: dropped, chosen or pasted; and how far their reading is."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from fastapi.responses import Response

from onrecord.pipeline import pasted
from onrecord.serve.desk import Desk, Pages
from onrecord.serve.guard import signed

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])


@pages.get("/add")
def add(desk: Desk) -> Response:
    return desk.page("add.html", desk.request.app.state.jobs.all())


@changes.post("/add/files")
def files(desk: Desk, files: Annotated[list[UploadFile], File()]) -> Response:
    chosen = [(each.filename or "", each.file) for each in files if each.filename]
    desk.request.app.state.jobs.add(chosen)
    return desk.back("/add")


@changes.post("/add/text")
def text(
    desk: Desk,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    given = {"title": title, "publisher": publisher, "published": published}
    desk.request.app.state.jobs.add(pasted(text, given))
    return desk.back("/add")
