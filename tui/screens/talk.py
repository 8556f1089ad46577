"""A timed talk in one circle: the time, the question, and the one thing to do now."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from sessions.programme import StepKind
from sessions.prompts import prompt_of
from sessions.timer import Phase
from tui.screens.step import StepScreen
from tui.screens.trial import begin_trial
from tui.widgets.day_bar import DayBar
from tui.widgets.large import LargeTime, LargeWords
from tui.widgets.show_time import countdown, left_in_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class TalkScreen(StepScreen):
    """The time, the question, one instruction. Without a question of its own the instruction takes its place."""

    CSS_PATH = ["talk.tcss"]  # noqa: RUF012  # Textual types it so
    QUESTION: ClassVar[float] = 0.5  # of the wall's height: in a circle it is what people look at
    KEYS_FIRST = ("try_out",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "try_out", "try_out")]

    def compose_step(self) -> ComposeResult:
        """Lay out what stands on the wall, from the largest to the smallest."""
        yield LargeTime(id="time")
        yield LargeWords(id="question", share=self.QUESTION)
        yield LargeWords(id="instruction", share=0.16)
        yield DayBar()

    def show(self, session: Session, now: float) -> None:
        """Show the time, and the words and the colour that come with it."""
        phase = session.timer.phase(now)
        self.query_one(LargeTime).time = countdown(session.timer.left_at(now)) if session.timer.length else ""
        question, instruction = self.query_one("#question", LargeWords), self.query_one("#instruction", LargeWords)
        question.text, instruction.text = self.said(session, now, phase)
        instruction.largest = max(0, question.scale(question.size.width) - 1)
        self.query_one(DayBar).show(session, now)
        self.set_class(phase is Phase.SOON, "-soon")
        self.set_class(phase in {Phase.LAST, Phase.OVER}, "-last")

    def said(self, session: Session, now: float, phase: Phase) -> tuple[str, str]:
        """Give the question, and the one thing to say now, as a host would say it."""
        prompt = prompt_of(session.step, self.words) or self.words(f"instruction.{session.step.kind.value}")
        asked = session.question if session.step.kind is StepKind.TALK else ""
        now_said = self.now_said(session, now, phase)
        return (asked, now_said or prompt) if asked else (prompt, now_said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put down a trial while the owner of an episode writes."""
        if action == "try_out":
            return self.room.book is not None and self.room.session.step.name == "write"
        return super().check_action(action, parameters)

    def action_try_out(self) -> None:
        """Put down what the owner will try."""
        begin_trial(self)

    def now_said(self, session: Session, now: float, phase: Phase) -> str:
        """Give what the time asks to be said; empty while it asks for nothing."""
        words = self.words
        if not session.timer.running and session.timer.length:
            return words("instruction.paused")
        if phase is Phase.OVER:
            return words("instruction.break_over" if session.step.kind is StepKind.BREAK else "instruction.over")
        if phase in {Phase.SOON, Phase.LAST}:
            return f"{left_in_words(session.timer.left_at(now), words).capitalize()}."
        return ""
