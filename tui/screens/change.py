"""The change of tables: only the instruction is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from sessions.timer import Phase
from tui.screens.step import StepScreen
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeTime, LargeWords
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class ChangeScreen(StepScreen):
    """Two minutes to find another table; then the next question."""

    CSS_PATH = "change.tcss"

    def compose_step(self) -> ComposeResult:
        """Lay out the instruction, large, the time under it, and the question to come."""
        with Vertical(id="middle"):
            yield LargeWords(id="instruction", share=0.4)
            yield LargeTime(id="time")
        yield Words(id="then")
        yield DayBar()

    def show(self, session: Session, now: float) -> None:
        """Show what to do, how long it takes, and what comes."""
        over = session.timer.phase(now) is Phase.OVER
        text = (
            self.words("instruction.change_over") if over else session.step.prompt or self.words("instruction.change")
        )
        self.query_one("#instruction", LargeWords).text = text
        self.query_one(LargeTime).time = countdown(session.timer.left_at(now))
        self.query_one("#then", Words).say(
            self.words("instruction.then", question=session.question) if session.question else ""
        )
        self.query_one(DayBar).show(session, now)
