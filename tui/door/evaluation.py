"""The form of the evaluation, for any phone that has the key: no seat, no name, and nothing kept of the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from sessions import evaluation
from sessions.ballots import LONGEST_SENTENCE, SENTENCES, Ballot, BallotError, tick_of
from sessions.texts import LANGUAGES, texts
from sessions.trouble import TroubleError
from tui.door.form import FormPages
from tui.door.guard import BodyError, not_found, read_body
from tui.door.receipt import on_disk
from tui.door.render import Pages
from tui.door.sent import ID, fields
from tui.phones import FORM

if TYPE_CHECKING:
    from starlette.requests import Request

    from tui.door.door import Door

PATIENCE = 2.0  # seconds that a phone waits for its receipt before it is told that its form has come, and asks again
_TOO_LARGE = 413


class EvaluationRoutes:
    """What a phone may ask for during the evaluation."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def routes(self) -> list[Route]:
        """Give the routes."""
        path = "/{key}" + FORM
        return [Route(path, self.form, methods=["GET"]), Route(path, self.take, methods=["POST"])]

    async def form(self, request: Request) -> Response:
        """Show the form, or say that the evaluation is not open."""
        if not self._opens(request):
            return not_found()
        if not self._door.room.session.entry.open:
            return HTMLResponse(self._frame(request).told("shut", back=False))
        pages = self._pages(request)
        if "delivered" in request.query_params:
            return HTMLResponse(pages.delivered())
        return HTMLResponse(pages.form() if evaluation.is_open(self._door.room.session) else pages.shut())

    async def take(self, request: Request) -> Response:
        """Take a form; answer that it is delivered when it is on disk, and not before."""
        if not self._opens(request):
            return not_found()
        kind = request.headers.get("content-type", "")
        script, words = kind == "application/json", texts(self._language(request))
        data: dict[str, Any] = {}
        try:
            data = await _read(request, kind)
            kept = self._door.room.box.put(_ballot(data), _id(data))
        except TroubleError as error:
            return self._refused(request, data, words.trouble(error), script=script)
        delivered = await on_disk(kept, PATIENCE)
        if script:
            return JSONResponse({}, 200 if delivered else 202)
        if delivered:
            return RedirectResponse(f"{request.url.path}?l={words.language}&delivered", 303)
        return HTMLResponse(self._pages(request).waiting(data), 202)

    def _refused(self, request: Request, data: dict[str, Any], reason: str, *, script: bool) -> Response:
        headers = {"Connection": "close"}  # what is too long has not been read to its end
        if script:
            return JSONResponse({"refusal": reason}, 409, headers)
        return HTMLResponse(self._pages(request).form(data, reason), 409, headers)

    def _opens(self, request: Request) -> bool:
        return self._door.keys.opens(request.path_params["key"])

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("l", "")
        return asked if asked in LANGUAGES else self._door.room.session.language

    def _frame(self, request: Request) -> Pages:
        return Pages(self._door, self._language(request), request.url.path)

    def _pages(self, request: Request) -> FormPages:
        return FormPages(self._frame(request))


async def _read(request: Request, kind: str) -> dict[str, Any]:
    try:
        return fields(await read_body(request), kind)
    except BodyError as error:
        if error.status == _TOO_LARGE:
            raise BallotError("ballot.long", most=LONGEST_SENTENCE) from error
        raise


def _ballot(data: dict[str, Any]) -> Ballot:
    """Read a form out of fields. Raises ValueError when a field is no text, and BallotError for an unknown tick."""
    said = {name: data.get(name, "") for name in ("tick", *SENTENCES)}
    if not all(isinstance(value, str) for value in said.values()):
        raise ValueError("not a form")
    return Ballot(tick_of(said["tick"]), *(said[name] for name in SENTENCES))


def _id(data: dict[str, Any]) -> str:
    """Give the id that the phone has made. Raises ValueError when it is none."""
    form_id = data.get("id")
    if not isinstance(form_id, str) or not ID.fullmatch(form_id):
        raise ValueError("not a form")
    return form_id
