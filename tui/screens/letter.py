"""An e-mail to the leader: a draft beside the minutes, for the person's own mail program. Nothing is sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label

from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class LetterScreen(Dialog[str]):
    """Asks for the address, and gives the sentence that says where the draft is."""

    HELP = "help.letter"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Give the title."""
        return self.words("mail.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the field, and say what will be made."""
        yield Label(self.words("mail.to"))
        yield Input(id="to", placeholder=self.words("mail.to_hint"), compact=True, max_length=300)
        yield Words("\n" + self.words("mail.why"))

    def on_mount(self) -> None:
        """Begin in the field."""
        super().on_mount()
        self.query_one("#to").focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the draft, or say why it cannot be written."""
        try:
            path = self._room.write_letter(self.query_one("#to", Input).value)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(self.words("mail.written", path=path))
