"""Write a note for a table. The facilitator opens this on purpose, and it says that the room sees it."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, TextArea
from textual.widgets.option_list import Option

from sessions.mask.shown import veil_of
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.app import ComposeResult

    from sessions.notes import Note
    from sessions.room import Room
    from sessions.texts import Texts


class NoteScreen(Dialog[None]):
    """A table's number, what it says, and what it has said before in this round, to change or take back."""

    CSS_PATH = "note.tcss"
    HELP = "help.note"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save"),
        Binding("ctrl+t", "take_back", "delete"),
    ]

    def __init__(self, room: Room, words: Texts, note_id: str = "") -> None:
        super().__init__(words)
        self._room = room
        self._changed = note_id

    def title_text(self) -> str:
        """Say what this is, and that the wall shows it."""
        return f"{self.words('keys.write').capitalize()} · {self.words('note.seen')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the table's number, the text, and the table's earlier notes."""
        tables = self._room.session.tables
        numbers = "  ".join(f"{table.number} {table.theme}".strip() for table in tables)
        yield Words(f"{self.words('note.table')}: {numbers}", classes="label")
        yield Input(str(tables[0].number) if tables else "1", id="table", type="integer", max_length=3, compact=True)
        yield TextArea(id="text", placeholder=self.words("note.hint"), tab_behavior="focus")
        yield Words(id="earlier")
        yield OptionList(id="notes")

    def on_mount(self) -> None:
        """Begin in the text; a note that is to be changed is there already."""
        self.query_one("#text").focus()
        known = self._room.session.notes.get(self._changed)
        if known:
            self.query_one("#table", Input).value = str(known.table)
            self.query_one("#text", TextArea).text = known.text
        self._show_earlier()

    @on(Input.Changed, "#table")
    def _show_earlier(self) -> None:
        """Show what the table has said, as the mask leaves it."""
        notes, veil = self._notes(), veil_of(self._room.session)
        options = self.query_one("#notes", OptionList).clear_options()
        options.add_options(
            Option(Content(" ".join(veil.shown(note.text).split())), id=f"n{note.id}") for note in notes
        )
        options.display = bool(notes)
        self.query_one("#earlier", Words).say(self.words("note.earlier") if notes else "")

    @on(Input.Submitted, "#table")
    def _to_text(self) -> None:
        self.query_one("#text").focus()

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        """Take a note into the field as it was written."""
        self._changed = (event.option_id or "n")[1:]
        area = self.query_one("#text", TextArea)
        area.text = self._room.session.notes[self._changed].text
        area.focus()

    def action_save(self) -> None:
        """Keep the note, or say why it cannot be kept."""
        numbers = [table.number for table in self._room.session.tables]
        written = self.query_one("#table", Input).value
        number = int(written) if written.lstrip("-").isdigit() else 0
        if numbers and number not in numbers:
            self.say_wrong(self.words("note.no_table", number=written, numbers=", ".join(map(str, numbers))))
            return
        note_id = self._changed or secrets.token_hex(8)
        try:
            kept = self._room.write(number, self.query_one("#text", TextArea).text, note_id)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self._changed = note_id
            self.run_worker(self._close_when_kept(kept), exclusive=True)

    async def _close_when_kept(self, kept: Future[None]) -> None:
        """Close when the note is on disk: that is the receipt. On a full disk the sheet stays; esc leaves it."""
        await asyncio.wrap_future(kept)
        self.dismiss(None)

    def action_take_back(self) -> None:
        """Take away the note that is being changed."""
        if self._changed in self._room.session.notes:
            self._room.take_back(self._changed)
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A note that is not kept yet cannot be taken back."""
        if action == "take_back":
            return self._changed in self._room.session.notes
        return super().check_action(action, parameters)

    def _notes(self) -> list[Note]:
        number = self.query_one("#table", Input).value
        return [note for note in reversed(list(self._room.session.notes.values())) if str(note.table) == number]
