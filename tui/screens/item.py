"""Word an item: a heading that is read from the back row, what it is about, and what the group asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, Label, TextArea

from sessions.items import Item
from sessions.minutes.parts import item_id
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class ItemScreen(Dialog[None]):
    """Changes the item given, or makes a new one; `begin` is the field in which the cursor stands."""

    CSS_PATH = "item.tcss"
    HELP = "help.item"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, room: Room, words: Texts, item: Item | None = None, begin: str = "heading") -> None:
        super().__init__(words)
        self._room = room
        self._item = item
        self._begin = begin

    def title_text(self) -> str:
        """Give the item's id."""
        item = self._item or Item(self._room.session.items_made + 1, "", "")
        return self.words("item.title", id=item_id(self._room.session, item))

    def compose_sheet(self) -> ComposeResult:
        """Lay out the three fields."""
        item = self._item or Item(0, "", "")
        yield Label(self.words("item.heading"))
        yield Input(item.heading, id="heading", max_length=120, compact=True)
        yield Label(self.words("item.text"))
        yield TextArea(item.text, id="text", tab_behavior="focus")
        yield Label(self.words("item.ask"))
        yield Input(item.ask, id="ask", placeholder=self.words("item.ask_hint"), max_length=300, compact=True)

    def on_mount(self) -> None:
        """Begin in the field that was asked for."""
        self.query_one(f"#{self._begin}").focus()

    def on_input_submitted(self) -> None:
        """Enter in a line keeps the item."""
        self.action_save()

    def action_save(self) -> None:
        """Keep the words, or say why they cannot be kept."""
        heading, ask = self.query_one("#heading", Input).value, self.query_one("#ask", Input).value
        text = self.query_one("#text", TextArea).text
        try:
            if self._item is None:
                self._room.make_item(text, heading=heading, ask=ask)
            else:
                self._room.word_item(self._item.number, heading=heading, text=text, ask=ask)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(None)
