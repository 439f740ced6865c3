"""What keeps a page on this machine safe: strict headers, known hosts, no writes from other sites.

The headers are those of the OWASP cheat sheets on content security policy and on cross-site
request forgery, for pages that load nothing from elsewhere.
"""

from collections.abc import Collection
from hmac import compare_digest
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Form, Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import InputError

__all__ = ["LOCAL", "Guard", "signed"]

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names that a browser on this machine can know it by."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


class Guard:
    """Puts the headers on every answer, and refuses what no page of ours can have asked.

    A name that is not ours in `Host` is somebody's domain that was pointed at this machine; a
    write that another site's page sends says so in `Sec-Fetch-Site`, or by its `Origin`. `tiles`
    is the one address elsewhere that the map may ask, if the settings name one.
    """

    def __init__(
        self, app: ASGIApp, hosts: Collection[str] = LOCAL, tiles: str | None = None
    ) -> None:
        self._app = app
        self._hosts = hosts
        self._headers = dict(_HEADERS)
        if tiles is not None:
            parts = urlsplit(tiles)
            allowed = f"{_POLICY}; connect-src 'self' {parts.scheme}://{parts.netloc}"
            self._headers["content-security-policy"] = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            await PlainTextResponse(f"{refusal}\n", 403)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)

    def _refusal(self, method: str, headers: Headers) -> str | None:
        """Why a request is refused, None if it is not."""
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return "this address is not the workbench's; open it as localhost"
        if method in _SAFE:
            return None
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        foreign = site not in (None, "same-origin", "none")
        if foreign or (origin is not None and urlsplit(origin).netloc != host):
            return "a page of another site asked for this change; nothing was changed"
        return None


def signed(
    request: Request,
    token: Annotated[str, Form()] = "",
    x_token: Annotated[str, Header()] = "",
) -> None:
    """A dependency of every write: its form, or a header, holds the token that our pages hold.

    Raises InputError otherwise.
    """
    if not compare_digest((token or x_token).encode(), request.app.state.token.encode()):
        raise InputError("this page is from before the server's start; reload it and try again")


def _name(host: str) -> str:
    """The host without its port."""
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
