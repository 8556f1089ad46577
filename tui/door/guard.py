"""The guard: what every request must be like before a route sees it, and what every answer says of itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 16 * 1024  # bytes
BODY_SECONDS = 10.0  # for a whole body to come

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class BodyError(Exception):
    """A body that is too large, too slow, or cut off; `status` is what HTTP calls it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def not_found() -> PlainTextResponse:
    """Make the one answer to a wrong path, a wrong method, a wrong key and a wrong host."""
    return PlainTextResponse("404\n", 404)


class Guard:
    """Middleware: lets requests through that name one of `hosts`: no page elsewhere reaches us by a name of its own."""

    def __init__(self, app: ASGIApp, hosts: Callable[[], Collection[str]]) -> None:
        """`hosts` gives the values of a Host header that mean this laptop."""
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app = self._app if Headers(scope=scope).get("host", "") in self._hosts() else not_found()
        await app(scope, receive, send_with_headers)


async def read_body(request: Request) -> bytes:
    """Give the body. Raises BodyError when it is over 16 KiB or takes over ten seconds."""
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:20]) > LARGEST_BODY:
        raise BodyError(413)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise BodyError(413)
    except TimeoutError:
        raise BodyError(408) from None
    return bytes(body)
