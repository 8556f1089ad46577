"""The contract in words: one promise a line, for the group to write together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from sessions.contract import contract_of
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class ContractScreen(Dialog[None]):
    """Begins with the contract as it is, or with words to begin from. A version that was agreed to is kept."""

    CSS_PATH = "contract.tcss"
    HELP = "help.contract"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Give the title."""
        return f"{self.words('contract.title')} · {self.words('note.seen')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the text, and which version it becomes."""
        contract = contract_of(self._room.book.group) if self._room.book else None
        yield TextArea(contract.text if contract else self.words("contract.start"), id="text", tab_behavior="focus")
        yield Words(self.words("contract.why"), classes="label")

    def action_save(self) -> None:
        """Keep the words, or say why they cannot be kept."""
        text, day = self.query_one(TextArea).text, self._room.session.day
        try:
            self._room.remember(lambda book: book.write_contract(text, day))
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(None)
