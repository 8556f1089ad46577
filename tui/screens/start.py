"""The start: what was cut off, a new session, the groups that meet again, the other sessions, and a café to try."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets.option_list import Option

from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import group_facts, session_state
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.session import Session
    from sessions.texts import Texts

_NARROW = 76  # columns under which names stand in no column of their own


class StartScreen(Screen[None]):
    """A list to choose from with the arrows; posts what was chosen."""

    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new"),
        Binding("g", "new_group", "new_group"),
        Binding("d", "demo", "demo"),
        Binding("s", "answers", "answers"),
        Binding("t", "app.next_theme", "theme"),
        Binding("q", "app.quit", "leave"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]

    @dataclass
    class Chosen(Message):
        """A session is to be opened."""

        session: Session

    @dataclass
    class New(Message):
        """A new session is to be set up, for a group where one is named."""

        group: str = ""

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
            yield Option(Content.styled(text, "bold"), id=f"s{cut_off.id}")
        yield Option(self._words("start.new"), id="n")
        yield from self._groups_told()
        for session in self._sessions:
            if session is not cut_off and not session.group:
                day = self._words.day(session.day, "language.short_date")
                yield Option(Content(f"{day:<14}{session.title} · {self._state(session)}"), id=f"s{session.id}")
        yield Option(self._words("start.demo"), id="d")

    def _groups_told(self) -> Iterator[Option]:
        """Give each group with what is told of it, in two columns where there is room."""
        groups, meetings = self._desk.groups(), defaultdict(list)
        for session in sorted(self._sessions, key=lambda session: (session.number, session.day)):
            meetings[session.group].append(session)
        column = max((len(group.name) for group in groups), default=0) if self.app.size.width >= _NARROW else 0
        for group in groups:
            told = group_facts(group, meetings[group.name], self._words, self._desk.today)
            between = " " * (column - len(group.name) + 4) if column else " · "
            yield Option(Content(f"{group.name}{between}{told}"), id=f"g{group.name}")

    def _state(self, session: Session) -> str:
        return session_state(session, self._words, self._desk.now)

    @on(Choices.OptionSelected)
    def _selected(self, event: Choices.OptionSelected) -> None:
        what, name = (event.option_id or "")[:1], (event.option_id or "")[1:]
        if what == "n":
            self.action_new()
        elif what == "d":
            self.action_demo()
        elif what == "g":
            self._show_group(name)
        else:
            self.post_message(self.Chosen(next(session for session in self._sessions if session.id == name)))

    def _show_group(self, name: str) -> None:
        from tui.screens.group import GroupScreen

        self.app.push_screen(GroupScreen(self._desk, self._words, name), self._left_group)

    def _left_group(self, chosen: Session | str | None) -> None:
        """Open the meeting that was chosen on a group's page, or set up a new one for the group."""
        if isinstance(chosen, str):
            self.post_message(self.New(chosen))
        elif chosen:
            self.post_message(self.Chosen(chosen))
        else:
            self._fill()

    def _fill(self, name: str = "") -> None:
        """Show the list anew, with the cursor on the group of that name or where it was."""
        choices = self.query_one("#choices", Choices)
        at = choices.highlighted
        choices.clear_options().add_options(self._options())
        names = [option.id for option in choices.options]
        choices.highlighted = names.index(f"g{name}") if f"g{name}" in names else at

    def action_new(self) -> None:
        """Set up a new session."""
        self.post_message(self.New())

    def action_new_group(self) -> None:
        """Settle what is known of a new group."""
        from tui.screens.settle import SettleScreen

        self.app.push_screen(SettleScreen(self._desk, self._words), lambda name: self._fill(name) if name else None)

    def action_demo(self) -> None:
        """Open the ready café."""
        self.post_message(self.Demo())

    def action_answers(self) -> None:
        """Read a file that came from a leader."""
        from tui.screens.take_in import TakeInScreen

        self.app.push_screen(TakeInScreen(self._desk, self._words), lambda _: self._fill())

    def action_help(self) -> None:
        """Say what can be done here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, self._words("help.start"), self))
