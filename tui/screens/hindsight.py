"""Asking again, months later: the sheet to print, and the forms that have come back, typed in one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label

from sessions.asking_again import asked_about, nameless
from sessions.ballots import LONGEST_SENTENCE
from sessions.hindsight import LaterForm, tick_of
from sessions.minutes.later_form import write_later_form
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from sessions.book import GroupBook
    from sessions.texts import Texts

_FORM = ("tick", "remember", "came")


class HindsightScreen(Dialog[None]):
    """Forms wait here until they are saved together; which came first is not kept."""

    CSS_PATH = "hindsight.tcss"
    HELP = "help.hindsight"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save"),
        Binding("f2", "paper", "sheet", key_display="F2"),
    ]

    def __init__(self, book: GroupBook, words: Texts, folder: Path) -> None:
        """The sheet is written into `folder`."""
        super().__init__(words)
        self._book = book
        self._folder = folder
        self._forms: list[LaterForm] = []
        self._warned = False

    def title_text(self) -> str:
        """Give the title."""
        return f"{self.words('hindsight.title')}: {self._book.group.name}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the meeting that is asked about, one form, and how many wait."""
        with Grid(id="fields"):
            yield Label(self.words("series.number"))
            yield Input(str(asked_about(self._book).number), id="meeting", compact=True, max_length=4)
            for name in _FORM:
                yield Label(self.words(f"hindsight.field.{name}"))
                hint = self.words("hindsight.field.tick_hint") if name == "tick" else ""
                most = 1 if name == "tick" else LONGEST_SENTENCE
                yield Input(placeholder=hint, id=name, compact=True, max_length=most)
        yield Words(self.words.count("hindsight.count", 0), id="count")
        yield Words(self.words("hindsight.not_wall"), classes="label")

    def on_mount(self) -> None:
        """Begin with the form: the meeting is most often the last one."""
        super().on_mount()
        self.query_one("#tick").focus()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        """Enter goes on to the next field, and from the last one to the next form."""
        if self.focused and self.focused.id == _FORM[-1]:
            self._take()
        else:
            self.focus_next()

    def _take(self) -> bool:
        """Take the form that is typed, and empty the fields; give whether there was nothing wrong with it."""
        typed = [self._value(name) for name in _FORM]
        try:
            about = asked_about(self._book, self._value("meeting"))
            form = LaterForm(tick_of(typed[0]), *typed[1:])
            self._forms.append(nameless(form, about, self._book.group, self.words.language))
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
            return False
        for name in _FORM:
            self.query_one(f"#{name}", Input).value = ""
        self.query_one("#tick").focus()
        self.query_one("#meeting", Input).disabled = True  # what is saved together is about one meeting
        self._warned = False
        self.say_wrong("")
        self.query_one("#count", Words).say(self.words.count("hindsight.count", len(self._forms)))
        return True

    def action_save(self) -> None:
        """Save all the forms together, also the one that is being typed."""
        if any(self._value(name) for name in _FORM) and not self._take():
            return
        if self._forms:
            about = asked_about(self._book, self._value("meeting"))
            self._book.add_hindsight(about.number, self._forms)
        self.dismiss(None)

    def action_paper(self) -> None:
        """Write the sheet that asks again."""
        try:
            about = asked_about(self._book, self._value("meeting"))
            path = write_later_form(about, self._book.group, self.words, self._folder)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.query_one("#count", Words).say(self.words("hindsight.paper", path=path))

    def action_cancel(self) -> None:
        """Close; forms that would be thrown away are told of first."""
        if self._forms and not self._warned:
            self._warned = True
            self.say_wrong(self.words("hindsight.unsaved"))
        else:
            self.dismiss(None)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()
