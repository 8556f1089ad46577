"""The café as a bar: what is behind us, where we are, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sessions.programme import StepKind

if TYPE_CHECKING:
    from sessions.session import Session

_DONE, _HERE, _LEFT = "━", "╸", "┄"


class DayBar(Widget):
    """One line: each step as long as its time, with a gap between steps."""

    line: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Session, float] | None = None

    def show(self, session: Session, now: float) -> None:
        """Show a session at `now` (UTC seconds); nothing is drawn anew while the bar stays the same."""
        self._shown = session, now
        self.on_resize()

    def on_resize(self) -> None:
        """Fit the bar into the width there is."""
        if self._shown:
            self.line = bar(*self._shown, self.content_size.width)

    def render(self) -> Content:
        """Draw the bar."""
        return Content(self.line)


def bar(session: Session, now: float, width: int) -> str:
    """Draw a session in `width` columns at `now` (UTC seconds)."""
    timed = [i for i, step in enumerate(session.steps) if step.minutes and step.kind is not StepKind.LOBBY]
    room = width - 2 * (len(timed) - 1)
    total = sum(session.timers[i].length for i in timed)
    if room < len(timed) or not total:
        return ""
    return "  ".join(_run(session, i, now, max(1, int(room * session.timers[i].length / total))) for i in timed)


def _run(session: Session, place: int, now: float, cells: int) -> str:
    if place != session.at:
        return (_DONE if place < session.at else _LEFT) * cells
    timer = session.timers[place]
    gone = 1 - max(timer.left_at(now), 0.0) / timer.length if timer.length else 1.0
    behind = min(int(gone * cells), cells - 1)
    return _DONE * behind + _HERE + _LEFT * (cells - behind - 1)
