"""Who may come in, and who may write: two switches, and what each of them means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class DoorsScreen(Dialog[None]):
    """Opens and closes the door for new phones, and writing for all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "close"),
        Binding("d", "phones", "phones"),
        Binding("i", "writing", "writing"),
        Binding("enter,q", "cancel", show=False),
    ]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Give the title."""
        return self.words("doors.title")

    def compose_sheet(self) -> ComposeResult:
        """Say how the two stand."""
        yield Words(self._phones(), id="phones")
        yield Words(self._writing(), id="writing")

    def _phones(self) -> str:
        is_open = self._room.session.entry.open
        return f"{'●' if is_open else '○'} {self.words('doors.phones_open' if is_open else 'doors.phones_shut')}"

    def _writing(self) -> str:
        session = self._room.session
        said = "approved" if session.approved else "writing_open" if session.writing else "writing_shut"
        return f"{'●' if session.hosts_may_write else '○'} {self.words(f'doors.{said}')}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave writing closed once the group has approved."""
        if action == "writing":
            return not self._room.session.approved
        return super().check_action(action, parameters)

    def action_phones(self) -> None:
        """Open the door for new phones, or close it."""
        entry = self._room.session.entry
        self._room.admit(replace(entry, open=not entry.open))
        self.query_one("#phones", Words).say(self._phones())

    def action_writing(self) -> None:
        """Open writing, or close it."""
        self._room.let_write(not self._room.session.writing)
        self.query_one("#writing", Words).say(self._writing())
