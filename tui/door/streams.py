"""The phones that listen: each is sent what its table shows when that has changed, and the time every two seconds."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.shown import veil_of
from sessions.texts import texts
from tui.door.view import notes_by_table, notes_view, step_view

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from sessions.mask.shown import Veil
    from sessions.notes import Note
    from sessions.tables import Table
    from tui.door.door import Door
    from tui.door.view import View, Written

BEAT = 2.0  # seconds between two words to a phone; after twice as long it says that it has no contact
TOGETHER = 0.2  # seconds within which changes go out as one

_Shown = tuple[int, str]  # a table's number, and the language of its phone


class _Made(NamedTuple):
    """A view as it is sent, and what it was made of."""

    step: View
    notes: Sequence[Note]
    veil: Veil
    text: str


class Streams:
    """Sends the phones what they show. `run` has to be running for anything to be sent."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._news = asyncio.Event()
        self._views: dict[_Shown, _Made] = {}
        self._listening: defaultdict[_Shown, set[asyncio.Event]] = defaultdict(set)
        door.room.listen(lambda _: self._news.set())
        door.listen(self._news.set)

    async def run(self) -> None:
        """Send what has changed, until the door closes."""
        loop = asyncio.get_running_loop()
        beat = loop.time()
        while not self._door.closing:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), max(0.0, beat - loop.time()))
            if loop.time() >= beat:
                beat = loop.time() + BEAT
                self._wake(self._listening)
            if not self._door.closing:
                await asyncio.sleep(TOGETHER)
            self._news.clear()
            self._look()
        self._wake(self._listening)

    async def follow(self, table: Table, language: str) -> AsyncIterator[str]:
        """Give the events for one phone, as the specification of server-sent events has them."""
        shown, woken = (table.number, language), asyncio.Event()
        self._listening[shown].add(woken)
        self._door.stream_opened(table.number)
        sent: _Made | None = None
        try:
            while not self._door.closing:
                current = self._views.get(shown) or self._made(table, language, notes_by_table(self._door.room.session))
                now = _event("now", json.dumps(self._door.room.now))
                yield now if current is sent else now + _event("view", current.text)
                sent = current
                await woken.wait()
                woken.clear()
        finally:
            self._listening[shown].discard(woken)
            if not self._listening[shown]:
                del self._listening[shown]
                self._views.pop(shown, None)
            self._door.stream_closed(table.number)

    def _look(self) -> None:
        """Wake the phones whose view is another one now."""
        session = self._door.room.session
        tables, written = {table.number: table for table in session.tables}, notes_by_table(session)
        before = dict(self._views)
        for number, language in before:
            self._made(tables[number], language, written)
        self._wake([shown for shown, view in before.items() if self._views[shown] is not view])

    def _made(self, table: Table, language: str, written: Written) -> _Made:
        """Give the view of a table's phones; it is written out anew only when something in it is new."""
        room, shown = self._door.room, (table.number, language)
        step = step_view(room.session, table, texts(language), room.now)
        notes, veil = written.get(table.number, ()), veil_of(room.session)
        known = self._views.get(shown)
        if known is None or (known.step, known.notes, known.veil) != (step, notes, veil):
            text = json.dumps(step | {"notes": notes_view(notes, veil)}, ensure_ascii=False)
            self._views[shown] = _Made(step, notes, veil, text)
        return self._views[shown]

    def _wake(self, shown: Iterable[_Shown]) -> None:
        for one in list(shown):
            for woken in self._listening.get(one, ()):
                woken.set()


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
