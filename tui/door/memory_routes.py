"""What the phones of a group that meets again can do besides: say what they want to talk about."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from starlette.routing import Route

from sessions.texts import texts
from sessions.trouble import TroubleError
from tui.door.guard import not_found, read_body
from tui.door.sent import fields

if TYPE_CHECKING:
    from concurrent.futures import Future

    from starlette.requests import Request
    from starlette.responses import Response

    from sessions.tables import Table
    from tui.door.door import Door

PATIENCE = 8.0  # seconds that a phone waits for the disk before it is told to try again


class MemoryRoutes(ABC):
    """Routes beside those for notes; what they share with them is given by who inherits this."""

    _door: Door

    @abstractmethod
    def _seated(self, request: Request) -> Table:
        """Give the table whose seat the phone has."""

    @abstractmethod
    def _page(self, request: Request, table: Table, told: str, status: int) -> Response:
        """Show the page of a table with a sentence on it."""

    @abstractmethod
    def _language(self, request: Request) -> str:
        """Give the language of the phone."""

    @abstractmethod
    def _see(self, request: Request, path: str, told: str = "") -> Response:
        """Lead to another page."""

    def memory_routes(self) -> list[Route]:
        """Give the routes."""
        return [Route("/{key}/{seat}/wish", self.wish, methods=["POST"])]

    async def wish(self, request: Request) -> Response:
        """Take a theme that someone wants; answer when it is on disk, and not before."""
        table, book = self._seated(request), self._door.room.book
        if book is None:
            return not_found()
        words, text = texts(self._language(request)), str(fields(await read_body(request), "").get("text", ""))
        try:
            kept = book.want_theme(text, self._door.room.session.language, undoable=False)
        except TroubleError as error:
            return self._page(request, table, words.trouble(error), 409)
        if not await _kept(kept):
            return self._page(request, table, words("phone.not_kept"), 503)
        return self._see(request, f"/{request.path_params['key']}/{request.path_params['seat']}", "wished")


async def _kept(kept: Future[None]) -> bool:
    """Wait for the disk; False when it has not taken it for so long that the phone should ask again."""
    try:
        await asyncio.wait_for(asyncio.wrap_future(kept), PATIENCE)
    except (TimeoutError, OSError):
        return False
    return True
