"""A round, and the change after it: the screen that is on the wall most of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from sessions.timer import Phase
from tui.screens.step import StepScreen
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeTime, LargeWords
from tui.widgets.show_time import countdown, left_in_words
from tui.widgets.table_line import TableLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class RoundScreen(StepScreen):
    """The time, the question, one instruction, one line of status. Nothing else."""

    CSS_PATH = "round.tcss"

    def compose_step(self) -> ComposeResult:
        """Lay out what stands on the wall, from the largest to the smallest."""
        yield LargeTime(id="time")
        yield LargeWords(id="question")
        yield LargeWords(id="instruction", share=0.16)
        yield DayBar()
        with Horizontal(id="status"):
            yield TableLine(self.words)

    def show(self, session: Session, now: float) -> None:
        """Show the time, and the words and the colour that come with it."""
        phase = session.timer.phase(now)
        self.query_one(LargeTime).time = countdown(session.timer.left_at(now))
        question, instruction = self.query_one("#question", LargeWords), self.query_one("#instruction", LargeWords)
        question.text, instruction.text = session.question, self.instruction(session, now, phase)
        instruction.largest = max(0, question.scale(question.size.width) - 1)
        self.query_one(DayBar).show(session, now)
        self.query_one(TableLine).show(session, now, self.phones)
        self.set_class(phase is Phase.SOON, "-soon")
        self.set_class(phase in {Phase.LAST, Phase.OVER}, "-last")

    def instruction(self, session: Session, now: float, phase: Phase) -> str:
        """Give the one thing to say now, as a host would say it."""
        words = self.words
        if not session.timer.running:
            return words("instruction.paused")
        if phase is Phase.SOON:
            return words("instruction.soon", minutes=left_in_words(session.timer.left_at(now), words).capitalize())
        if phase is not Phase.EARLY:
            return words(f"instruction.{phase.value}")
        return session.step.prompt or words(
            "instruction.round_first" if session.round == 1 else "instruction.round_later"
        )
