"""The start: what was cut off, a new session, the sessions there are, and a café to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets.option_list import Option

from sessions.programme import StepKind
from sessions.prompts import title_of
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.session import Session
    from sessions.texts import Texts


class StartScreen(Screen[None]):
    """A list to choose from with the arrows; posts what was chosen."""

    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new"),
        Binding("d", "demo", "demo"),
        Binding("t", "app.next_theme", "theme"),
        Binding("q", "app.quit", "leave"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]

    @dataclass
    class Chosen(Message):
        """A session is to be opened."""

        session: Session

    class New(Message):
        """A new session is to be set up."""

    class Demo(Message):
        """The ready café is to be opened."""

    def __init__(self, desk: Desk, words: Texts, told: str = "") -> None:
        """`told` is a sentence that has to be read before anything is chosen, such as that data was damaged."""
        super().__init__()
        self._desk = desk
        self._words = words
        self._told = told
        self._sessions = desk.sessions()

    def compose(self) -> ComposeResult:
        """Lay out the name, what has to be told, and the list."""
        yield Words("dialogkafe", id="name")
        yield Words(self._words("start.tagline"), id="tagline")
        if self._told:
            yield Words(self._told, id="told")
        yield Choices(*self._options(), id="choices")
        yield Words("" if self._sessions else self._words("start.none"), id="none")
        yield KeyLine(self._words)

    def _options(self) -> Iterator[Option]:
        cut_off = next((session for session in self._sessions if session.begun and not session.finished), None)
        if cut_off:
            text = f"{self._words('start.go_on'):<12}{cut_off.title} · {self._state(cut_off)}"
            yield Option(Content.styled(text, "bold"), id=cut_off.id)
        yield Option(self._words("start.new"), id="n")
        yield Option(self._words("start.demo"), id="d")
        for session in self._sessions:
            if session is not cut_off:
                day = self._words.short_day(session.day)
                title = " · ".join(filter(None, [session.title, session.group]))
                yield Option(Content(f"{day:<8}{title} · {self._state(session)}"), id=session.id)

    def _state(self, session: Session) -> str:
        words = self._words
        if session.approved:
            return words.count("start.raised", sum(item.raised for item in session.items))
        if not session.begun:
            return words("start.waiting")
        left = session.timer.left_at(self._desk.now)
        step = title_of(session, words).lower()
        if session.step.kind is StepKind.CLOSING or not session.timer.length:
            return step
        key = "start.left" if left > 0 else "start.over"
        return f"{step} · {words(key, time=countdown(left).lstrip('+'))}"

    @on(Choices.OptionSelected)
    def _selected(self, event: Choices.OptionSelected) -> None:
        if event.option_id == "n":
            self.post_message(self.New())
        elif event.option_id == "d":
            self.post_message(self.Demo())
        else:
            session = next(session for session in self._sessions if session.id == event.option_id)
            self.post_message(self.Chosen(session))

    def action_new(self) -> None:
        """Set up a new session."""
        self.post_message(self.New())

    def action_demo(self) -> None:
        """Open the ready café."""
        self.post_message(self.Demo())

    def action_help(self) -> None:
        """Say what can be done here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, self._words("help.start"), self))
