"""The lobby: what people see when they come. What we are here for, who is here, and what happens with what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from sessions.programme import StepKind
from sessions.tables import Crowding, crowding, fullest
from sessions.timer import MINUTE
from tui.screens.gather import GatherScreen
from tui.screens.step import StepScreen
from tui.widgets.large import LargeWords
from tui.widgets.show_time import of_day
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session
    from sessions.tables import Table


_TABLES_APART, _WITHIN = "   ", "\u00a0"  # a line breaks between two tables, not within one


def _table(table: Table) -> str:
    return f"{table.number} {table.theme}".strip().replace(" ", _WITHIN)


class LobbyScreen(StepScreen):
    """Waits for people, and for the facilitator to begin."""

    CSS_PATH = "lobby.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "next", "start"),
        Binding("n,pagedown", "next", show=False),
        Binding("p", "gather", "present"),
    ]

    def compose_step(self) -> ComposeResult:
        """Lay out the question, who is here, the tables, and the promise."""
        yield LargeWords(id="question", share=0.45)
        with Vertical(id="room"):
            yield LargeWords(id="instruction", share=0.16)
            yield Words(id="tables")
            yield Words(id="people")
            yield Words(id="crowding")
        yield Words(self.words("lobby.promise"), id="promise")

    def where(self, session: Session) -> str:
        """Give the title."""
        return session.title

    def pace(self, session: Session, now: float) -> str:
        """Give when it begins and ends, or how long it takes."""
        del now
        minutes = sum(timer.length for timer in session.timers) / MINUTE
        if session.ends is None:
            return self.words("time.length", minutes=round(minutes))
        return self.words("time.span", start=of_day(session.ends - minutes * MINUTE), end=of_day(session.ends))

    def show(self, session: Session, now: float) -> None:
        """Show purpose, people and tables."""
        del now
        words = self.words
        question, instruction = self.query_one("#question", LargeWords), self.query_one("#instruction", LargeWords)
        question.text = session.purpose or session.question or session.title
        instruction.text = session.step.prompt or words("instruction.lobby")
        instruction.largest = max(0, question.scale(question.size.width) - 1)
        self.query_one("#tables", Words).say(_TABLES_APART.join(_table(table) for table in session.tables))
        names = ", ".join(person.name.split()[0] for person in session.people)
        here = " · ".join([words.count("lobby.present", session.present), self._rounds(session)])
        self.query_one("#people", Words).say(here if session.present else words("lobby.nobody"))
        self.query_one("#crowding", Words).say(
            self._crowding(session) or (words("lobby.here", names=names) if names else "")
        )

    def _rounds(self, session: Session) -> str:
        lengths = [t.length for s, t in zip(session.steps, session.timers, strict=True) if s.kind is StepKind.ROUND]
        minutes = f"{max(lengths, default=0) / MINUTE:g}"
        return self.words("lobby.round" if len(lengths) == 1 else "lobby.rounds", rounds=len(lengths), minutes=minutes)

    def _crowding(self, session: Session) -> str:
        state = crowding(session.present, len(session.tables))
        if state is Crowding.FINE:
            return ""
        return self.words(f"lobby.{state.value}", seated=fullest(session.present, len(session.tables)))

    def action_gather(self) -> None:
        """Put down who is here."""
        self.app.push_screen(GatherScreen(self.room, self.words))
