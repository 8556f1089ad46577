"""What the network in the room is called, so that the wall can show a code that connects a phone to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label

from sessions.notes import one_line
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class WifiScreen(Dialog[None]):
    """Name and password; without a name only the page's code is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save", priority=True)]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Give the title."""
        return self.words("wifi.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the two fields, and what comes of them."""
        entry = self._room.session.entry
        yield Label(self.words("wifi.name"))
        yield Input(entry.wifi, id="name", max_length=32, compact=True)
        yield Label(self.words("wifi.password"))
        yield Input(entry.wifi_password, id="password", max_length=63, compact=True)
        yield Words(self.words("wifi.why"), classes="label")

    @on(Input.Submitted, "#name")
    def _to_password(self) -> None:
        self.query_one("#password").focus()

    @on(Input.Submitted, "#password")
    def action_save(self) -> None:
        """Keep them."""
        name, password = (one_line(self.query_one(f"#{field}", Input).value) for field in ("name", "password"))
        self._room.admit(replace(self._room.session.entry, wifi=name, wifi_password=password))
        self.dismiss(None)
