"""Who is here: how many, and their names, which serve to take names out."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label, TextArea

from sessions.notes import plain
from sessions.people import Person, read_people
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class GatherScreen(Dialog[None]):
    """The number present, and one person a line."""

    CSS_PATH = "gather.tcss"
    HELP = "help.gather"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Ask who is here."""
        return self.words("gather.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the number and the list."""
        session = self._room.session
        yield Label(self.words("gather.present"))
        yield Input(str(session.present or ""), id="present", type="integer", max_length=4, compact=True)
        yield Label(self.words("gather.people"))
        yield TextArea("\n".join(_line(person) for person in session.people), id="people", tab_behavior="focus")
        yield Words(self.words("gather.why", days=session.retention_days))

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Put it down; without a number, those on the list are present."""
        try:
            people = read_people(plain(self.query_one("#people", TextArea).text).splitlines())
        except csv.Error:
            self.say_wrong(self.words("gather.no_list"))
            return
        written = self.query_one("#present", Input).value
        self._room.gather(int(written) if written.isdigit() else len(people), people)
        self.dismiss(None)


def _line(person: Person) -> str:
    return f"{person.name}, {person.unit}, {person.profession}".rstrip(", ")
