"""The tables in one line: which has just written, which has gone quiet. It speaks of writing, never of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sessions.timer import MINUTE

if TYPE_CHECKING:
    from sessions.session import Session
    from sessions.texts import Texts
    from tui.phones import Phones

QUIET = 5  # minutes without a word from a table, before the wall says so
_GAP = "   "


class TableLine(Widget):
    """For each table, how many minutes ago it wrote."""

    line: reactive[str] = reactive("")

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self._lines = ("", "")
        self._now = 0.0
        self._phones: Phones | None = None

    def show(self, session: Session, now: float, phones: Phones | None) -> None:
        """Show the tables at `now` (UTC seconds); nothing is drawn anew while the words stay the same."""
        self._now, self._phones = now, phones
        self._lines = self._said(session, brief=False), self._said(session, brief=True)
        self.on_resize()

    def on_resize(self) -> None:
        """Say it in as many words as the width allows."""
        self.line = next((line for line in self._lines if len(line) <= self.content_size.width), "")

    def render(self) -> Content:
        """Draw the line."""
        return Content(self.line)

    def _said(self, session: Session, *, brief: bool) -> str:
        begun = self._now - (session.timer.length - session.timer.left_at(self._now))
        last: dict[int, float] = {}
        for note in session.notes.values():
            if note.written >= begun:
                last[note.table] = max(last.get(note.table, 0.0), note.written)
        return _GAP.join(
            f"{number} {self._state(last.get(number), begun, brief=brief)}{self._gone(number, brief=brief)}"
            for number in (table.number for table in session.tables)
        )

    def _gone(self, table: int, *, brief: bool) -> str:
        """Say for how long a table's phone has been out of contact, from the first whole minute on."""
        last = self._phones.gone.get(table) if self._phones else None
        minutes = 0 if last is None else int(max(0.0, self._now - last) // MINUTE)
        if not minutes:
            return ""
        return " ○" if brief else f" ○ {self._words('door.gone', n=minutes)}"

    def _state(self, written: float | None, begun: float, *, brief: bool) -> str:
        """Say when a table wrote in this round; a table that has not is quiet for as long as the round has gone."""
        minutes = int(max(0.0, self._now - (begun if written is None else written)) // MINUTE)
        if minutes >= QUIET:
            return f"–{minutes}" if brief else f"– {self._words('tables.silent', n=minutes)}"
        if written is None:
            return "–" if brief else f"– {self._words('tables.none')}"
        if brief:
            return f"✎{minutes}"
        return f"✎ {self._words('tables.minutes' if minutes else 'tables.now', n=minutes)}"
