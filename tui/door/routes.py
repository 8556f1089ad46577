"""The routes: each translates a request, calls the door or the room, and translates the answer. They decide nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from sessions.mask.shown import veil_of
from sessions.texts import LANGUAGES, texts
from sessions.trouble import TroubleError
from tui.door.evaluation import EvaluationRoutes
from tui.door.group import GroupRoutes
from tui.door.guard import BodyError, Guard, not_found, read_body
from tui.door.keys import CODE_LETTERS
from tui.door.pages import file
from tui.door.receipt import on_disk
from tui.door.render import Pages
from tui.door.sent import fields, sent, whole
from tui.door.view import note_view

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from starlette.requests import Request

    from sessions.tables import Table
    from tui.door.door import Door
    from tui.door.sent import Sent
    from tui.door.streams import Streams

LONG = 1_000  # characters that the mask takes some milliseconds for
PATIENCE = 8.0  # seconds that a phone waits for the disk before it is told to try again


class Routes:
    """Every route is a coroutine: what a door does is done in the event loop, in one thread."""

    def __init__(self, door: Door, streams: Streams) -> None:
        self._door = door
        self._streams = streams

    def app(self, hosts: Callable[[], Collection[str]]) -> Starlette:
        """Give the application; `hosts` are the values of a Host header that mean this laptop."""
        routes = [
            Route("/{key}/{seat}/notes", self.notes, methods=["POST"]),  # first, since it is asked for most
            Route("/", self.code, methods=["GET", "POST"]),
            Route("/page.css", _static("page.css", "text/css")),
            Route("/page.js", _static("page.js", "text/javascript")),
            Route("/form.js", _static("form.js", "text/javascript")),
            *EvaluationRoutes(self._door).routes(),
            *GroupRoutes(self._door).routes(),
            Route("/{key}", self.tables),
            Route("/{key}/hello", self.hello, methods=["POST"]),
            Route("/{key}/seat", self.seat, methods=["POST"]),
            Route("/{key}/ask/{token}", self.asked),
            Route("/{key}/{seat}", self.table),
            Route("/{key}/{seat}/events", self.events),
            Route("/{key}/{seat}/leave", self.leave, methods=["POST"]),
        ]
        answers: dict[Any, Any] = {404: _lost, 405: _lost, _StrangerError: _lost}
        answers |= {BodyError: _refused_body, ClientDisconnect: _not_understood, ValueError: _not_understood}
        app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts)], exception_handlers=answers)
        app.router.redirect_slashes = False
        return app

    async def code(self, request: Request) -> Response:
        """Ask for the short code, and lead on who has it."""
        if request.method != "POST":
            return HTMLResponse(self._pages(request).code(wrong=False))
        given = fields(await read_body(request), "").get("code", "").strip()
        if self._door.opens_with(given):
            return self._see(request, self._door.entrance)
        return HTMLResponse(self._pages(request).code(wrong=True), 403)

    async def tables(self, request: Request) -> Response:
        """Show the tables to choose from; four letters are the short code."""
        key = request.path_params["key"]
        if len(key) == CODE_LETTERS:
            if self._door.opens_with(key):
                return self._see(request, self._door.entrance)
            return HTMLResponse(self._pages(request, "/").code(wrong=True), 404)
        self._known(request)
        if not self._door.room.session.entry.open:
            return HTMLResponse(self._pages(request).told("shut", back=False))
        only = request.query_params.get("table", "")
        return HTMLResponse(self._pages(request).tables(whole(only) if only else 0))

    async def hello(self, request: Request) -> Response:
        """Count a phone that is here for the first time."""
        self._known(request)
        self._door.greet()
        return Response(status_code=204)

    async def seat(self, request: Request) -> Response:
        """Give the phone its table, or ask the facilitator for it."""
        self._known(request)
        number = whole(fields(await read_body(request), "").get("table", ""))
        if number not in self._door.tables:
            raise ValueError("no such table")
        if not self._door.room.session.entry.open:
            return HTMLResponse(self._pages(request).told("shut", back=False))
        if seat := self._door.take(number):
            return self._see(request, f"/{self._door.keys.door}/{seat}")
        if token := self._door.ask(number):
            return self._see(request, f"/{self._door.keys.door}/ask/{token}")
        return HTMLResponse(self._pages(request).told("busy"), 503)

    async def asked(self, request: Request) -> Response:
        """Tell a phone what the facilitator has answered."""
        self._known(request)
        asked = self._door.asked(request.path_params["token"])
        if asked is None:
            raise _StrangerError
        table, yes = asked
        if yes:
            return self._see(request, f"/{self._door.keys.door}/{self._door.keys.seat(table)}")
        pages = self._pages(request)
        return HTMLResponse(pages.told("refused" if yes is False else "wait", refresh=yes is None, number=table))

    async def table(self, request: Request) -> Response:
        """Show the page that a host writes on."""
        table, pages = self._seated(request), self._pages(request)
        said = {"saved": "phone.saved", "gone": "phone.gone"}.get(request.query_params.get("m", ""))
        told = pages.words(said) if said else ""
        note = self._door.room.session.notes.get(request.query_params.get("edit", ""))
        return HTMLResponse(pages.table(table, told, note if note and note.table == table.number else None))

    async def leave(self, request: Request) -> Response:
        """Free the table of a phone that wants another one; it keeps its own while the door lets nobody choose."""
        table, language = self._seated(request), self._language(request)
        if not self._door.room.session.entry.open:
            return self._see(request, f"/{request.path_params['key']}/{request.path_params['seat']}")
        self._door.leave(table.number)
        return RedirectResponse(f"{request.url.path.rsplit('/', 2)[0]}?choose&l={language}", 303)

    async def events(self, request: Request) -> Response:
        """Send what the table shows, for as long as the phone listens."""
        table = self._seated(request)
        return StreamingResponse(self._streams.follow(table, self._language(request)), media_type="text/event-stream")

    async def notes(self, request: Request) -> Response:
        """Take a note, a change of one, or the taking back of one; answer when it is on disk, and not before."""
        table, script = self._seated(request), request.headers.get("content-type", "") == "application/json"
        note = sent(fields(await read_body(request), request.headers.get("content-type", "")))
        room, words = self._door.room, texts(self._language(request))
        try:
            if note.gone:
                kept = room.host_takes_back(table.number, note.id, note.edit)
            else:
                kept = room.host_writes(table.number, note.text, note.id, note.round, lift=note.lift, edit=note.edit)
        except TroubleError as error:
            reason = words.trouble(error)
            return JSONResponse({"refusal": reason}, 409) if script else self._page(request, table, reason, 409, note)
        if not await on_disk(kept, PATIENCE):
            reason = words("phone.not_kept")
            return JSONResponse({"wait": reason}, 503) if script else self._page(request, table, reason, 503, note)
        if script:
            own = room.session.notes.get(note.id)
            ahead = BackgroundTask(self._look_ahead, note.id)
            return JSONResponse({"note": note_view(own) if own else None}, background=ahead)
        await self._look_ahead(note.id)
        return self._see(
            request, f"/{request.path_params['key']}/{request.path_params['seat']}", "gone" if note.gone else "saved"
        )

    async def _look_ahead(self, note_id: str) -> None:
        """Mask what was written, so that it is known when it is shown; a very long note in a thread."""
        note, veil = self._door.room.session.notes.get(note_id), veil_of(self._door.room.session)
        if note and len(note.text) > LONG:
            await asyncio.to_thread(veil.pieces, note.text)
        elif note:
            veil.pieces(note.text)

    def _known(self, request: Request) -> None:
        if not self._door.keys.opens(request.path_params["key"]):
            raise _StrangerError

    def _seated(self, request: Request) -> Table:
        """Give the table whose seat the phone has."""
        number = self._door.keys.table_of(request.path_params["seat"], self._door.tables)
        self._known(request)
        if number is None:
            raise _StrangerError
        self._door.heard(number)
        return next(table for table in self._door.room.session.tables if table.number == number)

    def _page(self, request: Request, table: Table, told: str, status: int, note: Sent) -> Response:
        """Tell a phone without the script why its note is not kept, and give the note back to it."""
        path = f"/{request.path_params['key']}/{request.path_params['seat']}"
        return HTMLResponse(self._pages(request, path).table(table, told, None if note.gone else note), status)

    def _pages(self, request: Request, path: str = "") -> Pages:
        return Pages(self._door, self._language(request), path or request.url.path)

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("l", "")
        return asked if asked in LANGUAGES else self._door.room.session.language

    def _see(self, request: Request, path: str, told: str = "") -> Response:
        """Lead to another page, in the same language."""
        return RedirectResponse(f"{path}?l={self._language(request)}" + (f"&m={told}" if told else ""), 303)


class _StrangerError(Exception):
    """A key that opens nothing."""


def _static(name: str, media_type: str) -> Callable[[Request], object]:
    async def answer(_: Request) -> Response:
        return Response(file(name), media_type=media_type, headers={"Cache-Control": "no-cache"})

    return answer


async def _lost(_: Request, __: Exception) -> Response:
    return not_found()


async def _refused_body(_: Request, error: BodyError) -> Response:
    return JSONResponse({}, error.status, headers={"Connection": "close"})


async def _not_understood(_: Request, __: Exception) -> Response:
    return JSONResponse({}, 400)
