"""A round: the screen that is on the wall most of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from sessions.timer import Phase
from tui.screens.talk import TalkScreen
from tui.widgets.show_time import left_in_words
from tui.widgets.table_line import TableLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class RoundScreen(TalkScreen):
    """A talk at the tables: the time, the question, one instruction, and one line on how the tables write."""

    CSS_PATH = ["talk.tcss", "round.tcss"]  # noqa: RUF012  # Textual types it so
    QUESTION = 0.34  # of the wall's height: at the tables the time comes first

    def compose_step(self) -> ComposeResult:
        """Lay out what stands on the wall, from the largest to the smallest."""
        yield from super().compose_step()
        with Horizontal(id="status"):
            yield TableLine(self.words)

    def show(self, session: Session, now: float) -> None:
        """Show the time, and what the tables do."""
        super().show(session, now)
        self.query_one(TableLine).show(session, now, self.phones)

    def said(self, session: Session, now: float, phase: Phase) -> tuple[str, str]:
        """Give the question, and what to do with it."""
        usual = "instruction.round_first" if session.round == 1 else "instruction.round_later"
        return session.question, self.now_said(session, now, phase) or session.step.prompt or self.words(usual)

    def now_said(self, session: Session, now: float, phase: Phase) -> str:
        """Give what the time asks the tables to do."""
        words = self.words
        if not session.timer.running:
            return words("instruction.paused")
        if phase is Phase.SOON:
            return words("instruction.soon", minutes=left_in_words(session.timer.left_at(now), words).capitalize())
        return "" if phase is Phase.EARLY else words(f"instruction.{phase.value}")
