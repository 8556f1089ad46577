"""What any phone in the room can do for a group that meets again: want a theme, and keep a situation log.

A log comes here in the clear, over the room's network, and is locked on the laptop before anything is written. The page
says so. It is opened with its word, and is then in this program's memory for as long as the page is made.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sessions import situation_log
from sessions.situation_log import PROMPTS, LogError, entry_of
from sessions.texts import LANGUAGES
from sessions.trouble import TroubleError
from tui.door.group_pages import GroupPages, mark_in
from tui.door.guard import BodyError, not_found, read_body
from tui.door.receipt import on_disk
from tui.door.render import Pages
from tui.door.sent import fields

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from sessions.book import GroupBook
    from sessions.situation_log import LogEntry
    from tui.door.door import Door

    Fields = dict[str, str]

PATIENCE = 8.0  # seconds that a phone waits for the disk before it is told to try again
MOST_WRONG = 10  # words that are tried on one log before it stays shut until the program is started again
_TOO_LARGE = 413


class GroupRoutes:
    """Every phone that has the key of the door; none of them is told from another."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._wrong: Counter[int] = Counter()
        self._one_at_a_time = asyncio.Lock()  # making a key takes a quarter of a gigabyte

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [
            Route("/{key}/group", self.page, methods=["GET"]),
            Route("/{key}/group/wish", self.wish, methods=["POST"]),
            Route("/{key}/group/log", self.log, methods=["GET"]),
            Route("/{key}/group/log", self.do, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        """Show what can be done."""
        book = self._book(request)
        if book is None:
            return not_found()
        return HTMLResponse(self._pages(request).page(book.group, "wished" if "wished" in request.query_params else ""))

    async def wish(self, request: Request) -> Response:
        """Take a theme that someone wants; answer when it is on disk, and not before."""
        book, pages = self._book(request), self._pages(request)
        if book is None:
            return not_found()
        try:
            kept = book.want_theme((await _read(request)).get("text", ""), self._spoken, undoable=False)
        except TroubleError as error:
            return HTMLResponse(pages.page(book.group, told=pages.words.trouble(error)), 409)
        if not await on_disk(kept, PATIENCE):
            return HTMLResponse(pages.page(book.group, told=pages.words("phone.not_kept")), 503)
        return RedirectResponse(f"{pages.path}?l={pages.language}&wished", 303)

    async def log(self, request: Request) -> Response:
        """Show an empty log."""
        return not_found() if self._book(request) is None else HTMLResponse(self._pages(request).log())

    async def do(self, request: Request) -> Response:
        """Open a log, keep it, hand something of it in, or erase it. What is wrong is said, and nothing is lost."""
        book, pages = self._book(request), self._pages(request)
        if book is None:
            return not_found()
        data: Fields = {}
        acts: dict[str, Callable[[GroupBook, GroupPages, Fields], Awaitable[str]]] = {
            "open": self._open,
            "keep": self._keep,
            "hand_in": self._hand_in,
            "erase": self._erase,
        }
        try:
            data = await _read(request)
            return HTMLResponse(await acts.get(data.get("do", ""), self._keep)(book, pages, data))
        except TroubleError as error:
            told, headers = pages.words.trouble(error), {"Connection": "close"}
            page = pages.page(book.group, told=told) if data.get("do") == "open" else pages.log(data, told)
            return HTMLResponse(page, 409, headers)

    async def _open(self, book: GroupBook, pages: GroupPages, data: Fields) -> str:
        mark = _mark(data)
        entry = await self._opened(book, mark, data.get("word", ""))
        answers = dict(zip(PROMPTS, entry.answers, strict=True))
        said = {"said": entry.answers[PROMPTS.index("help")], "trial": answers["will_try"]}
        return pages.log({**answers, **said, "kind": entry.kind.value if entry.kind else "", "mark": str(mark)})

    async def _keep(self, book: GroupBook, pages: GroupPages, data: Fields) -> str:
        """Keep a new log under a mark of its own, a known one under its mark, which takes its word."""
        entry, word = entry_of([data.get(prompt, "") for prompt in PROMPTS], data.get("kind", "")), data.get("word", "")
        known = mark_in(data) is not None
        mark = _mark(data) if known else situation_log.free_mark(book.group)
        if known:
            await self._opened(book, mark, word)
        async with self._one_at_a_time:
            log = await asyncio.to_thread(situation_log.sealed, book.group.name, mark, entry, word)
            if not known:  # someone else may have been given it meanwhile
                taken = any(one.mark == mark for one in book.group.logs)
                if taken:
                    raise LogError("log.again")
            kept = book.keep_log(log)
        if not await on_disk(kept, PATIENCE):
            raise LogError("log.not_kept")
        return pages.done("kept", mark)

    async def _hand_in(self, book: GroupBook, pages: GroupPages, data: Fields) -> str:
        """Hand in what she has written for the group, and nothing else."""
        kind = entry_of(["-"] * len(PROMPTS), data.get("kind", "")).kind
        day = self._door.room.session.day
        kept = book.hand_in(data.get("said", ""), kind, data.get("trial", ""), self._spoken, day)
        if not await on_disk(kept, PATIENCE):
            raise LogError("log.not_kept")
        return pages.done("handed_in")

    async def _erase(self, book: GroupBook, pages: GroupPages, data: Fields) -> str:
        """Erase a log, which takes its word; answer when its bytes are in no file."""
        mark = _mark(data)
        await self._opened(book, mark, data.get("word", ""))
        log = situation_log.log_of(book.group, mark)
        if not await on_disk(book.erase_log(mark), PATIENCE):
            book.keep_log(log)  # so that she can ask for it again
            raise LogError("log.not_erased")
        return pages.done("erased")

    async def _opened(self, book: GroupBook, mark: int, word: str) -> LogEntry:
        """Open a log; ten wrong words, from whichever phone, and it stays shut while the program runs."""
        if self._wrong[mark] >= MOST_WRONG:
            raise LogError("log.too_many")
        log = situation_log.log_of(book.group, mark)
        async with self._one_at_a_time:
            try:
                entry = await asyncio.to_thread(situation_log.opened, book.group.name, log, word)
            except LogError:
                self._wrong[mark] += 1
                raise
        self._wrong[mark] = 0
        return entry

    @property
    def _spoken(self) -> str:
        return self._door.room.session.language

    def _book(self, request: Request) -> GroupBook | None:
        """Give the book of the group, if there is a group and the phone has the key."""
        return self._door.room.book if self._door.keys.opens(request.path_params["key"]) else None

    def _pages(self, request: Request) -> GroupPages:
        asked = request.query_params.get("l", "")
        return GroupPages(Pages(self._door, asked if asked in LANGUAGES else self._spoken, request.url.path))


async def _read(request: Request) -> Fields:
    try:
        return {name: str(value) for name, value in fields(await read_body(request), "").items()}
    except BodyError as error:
        if error.status == _TOO_LARGE:
            raise LogError("log.long", most=situation_log.LONGEST_ANSWER) from error
        raise


def _mark(data: Fields) -> int:
    mark = mark_in(data)
    if mark is None:
        raise LogError("log.gone")
    return mark
