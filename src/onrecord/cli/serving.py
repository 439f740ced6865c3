"""The command that opens the workbench."""

import socket
import webbrowser
from threading import Timer
from typing import Annotated

import typer

from onrecord.cli.session import By, Context, Record, note, opened, settings, user
from onrecord.errors import SettingsError

__all__ = ["serve"]

_HOST = "127.0.0.1"
_PORT = 8420


def serve(
    context: Context,
    port: Annotated[int, typer.Option("--port", help="Where it listens, on this machine.")] = _PORT,
    headless: Annotated[
        bool, typer.Option("--headless", help="Do not open it in the browser.")
    ] = False,
    by: By = None,
    record: Record = None,
) -> None:
    """Open the workbench: the record as pages in a browser, on this machine only."""
    import uvicorn

    from onrecord.serve import application

    opened(context, record).close()
    address = f"http://localhost:{port}/"
    app = application(settings(context, record), by or user())
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
    with _listening(port) as listener:
        note(f"The workbench is open at {address} (Ctrl-C closes it).")
        if not headless:
            Timer(0.5, webbrowser.open, [address]).start()
        server.run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
    except OSError as error:
        listener.close()
        wrong = f"port {port} of this machine cannot be used ({error.strerror})"
        raise SettingsError(f"{wrong}; name another with --port") from None
    return listener
