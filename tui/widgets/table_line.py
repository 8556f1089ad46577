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
_Parts = list[tuple[int, str, str]]  # of each table its number, what it has written, and its phone


def minutes_since(then: float, now: float) -> int:
    """Give the whole minutes between two times (UTC seconds)."""
    return int(max(0.0, now - then) // MINUTE)


def written_since(session: Session, begun: float) -> dict[int, float]:
    """Give when each table last wrote (UTC seconds), of those that have since `begun`."""
    last: dict[int, float] = {}
    for note in session.notes.values():
        if note.written >= begun:
            last[note.table] = max(last.get(note.table, 0.0), note.written)
    return last


def away(phones: Phones | None, table: int, now: float) -> int:
    """Give for how many whole minutes a table's phone has been out of contact; 0 for one that has not."""
    last = phones.gone.get(table) if phones else None
    return 0 if last is None else minutes_since(last, now)


class TableLine(Widget):
    """For each table, how many minutes ago it wrote, and whether its phone is in contact."""

    line: reactive[str] = reactive("")

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self._lines: tuple[str, ...] = ()
        self._now = 0.0
        self._phones: Phones | None = None

    def show(self, session: Session, now: float, phones: Phones | None) -> None:
        """Show the tables at `now` (UTC seconds); nothing is drawn anew while the words stay the same."""
        self._now, self._phones = now, phones
        begun = now - (session.timer.length - session.timer.left_at(now))
        last = written_since(session, begun)
        full, brief = self._parts(session, last, begun, brief=False), self._parts(session, last, begun, brief=True)
        self._lines = (
            *(_GAP.join(" ".join(filter(None, [str(n), *said])) for n, *said in parts) for parts in (full, brief)),
            " ".join(f"{number}{wrote}{phone}" for number, wrote, phone in brief),
            self._counted(session, len(last)),
        )
        self.on_resize()

    def on_resize(self) -> None:
        """Say it in as many words as the width allows."""
        self.line = next((line for line in self._lines if len(line) <= self.content_size.width), "")

    def render(self) -> Content:
        """Draw the line."""
        return Content(self.line)

    def _parts(self, session: Session, last: dict[int, float], begun: float, *, brief: bool) -> _Parts:
        return [
            (
                table.number,
                self._state(last.get(table.number), begun, brief=brief),
                self._phone(table.number, brief=brief),
            )
            for table in session.tables
        ]

    def _counted(self, session: Session, wrote: int) -> str:
        """Say how many tables have written, and how many phones are away, where there is no room for each of them."""
        gone = sum(away(self._phones, table.number, self._now) > 0 for table in session.tables)
        said = self._words("tables.wrote", n=wrote, all=len(session.tables))
        return f"{said} · {self._words.count('tables.away', gone)}" if gone else said

    def _phone(self, table: int, *, brief: bool) -> str:
        """Say whether a table's phone is in contact, or for how long it has not been, from the first minute on."""
        if self._phones and table in self._phones.here:
            return "●"
        minutes = away(self._phones, table, self._now)
        return "" if not minutes else "○" if brief else f"○ {self._words('door.gone', n=minutes)}"

    def _state(self, written: float | None, begun: float, *, brief: bool) -> str:
        """Say when a table wrote in this round; a table that has not is quiet for as long as the round has gone."""
        minutes = minutes_since(begun if written is None else written, self._now)
        if minutes >= QUIET:
            return f"–{minutes}" if brief else f"– {self._words('tables.silent', n=minutes)}"
        if written is None:
            return "–" if brief else f"– {self._words('tables.none')}"
        if brief:
            return f"✎{minutes}"
        return f"✎ {self._words('tables.minutes' if minutes else 'tables.now', n=minutes)}"
