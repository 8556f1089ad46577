"""The invitation to a group's next meeting: filled in with what is known, written when it is saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label

from sessions.inviting import NAMES, Asked, MissingError, invited
from sessions.minutes.invite import write_invitation
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from sessions.book import GroupBook
    from sessions.inviting import Known
    from sessions.texts import Texts


class InviteScreen(Dialog[None]):
    """Day, time, place, theme, question, minutes; then where the files are."""

    CSS_PATH = "invite.tcss"
    HELP = "help.invite"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, book: GroupBook, words: Texts, known: Known, folder: Path) -> None:
        """`known` is what is known of the group's meetings; the files go into `folder`."""
        super().__init__(words)
        self._book = book
        self._known = known
        self._folder = folder

    def title_text(self) -> str:
        """Give the title."""
        return self.words("invite.title", group=self._book.group.name)

    def compose_sheet(self) -> ComposeResult:
        """Lay out the fields with what is proposed in them."""
        proposal = self._known.proposal
        with Grid(id="fields"):
            for name in NAMES:
                yield Label(self.words(f"invite.field.{name}"))
                hint = self.words.find(f"invite.field.{name}_hint")
                yield Input(getattr(proposal, name), placeholder=hint, id=name, compact=True, max_length=300)
        yield Words(id="written")

    @on(Input.Submitted)
    def _next_field(self) -> None:
        """Enter goes on to the next field, and from the last one it saves."""
        if self.focused and self.focused.id == NAMES[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Write the files; what makes them is slow the first time."""
        self.run_worker(self._write(), exclusive=True)

    async def _write(self) -> None:
        """Write the files and say where they are, or say what is missing."""
        asked = Asked(**{line.id or "": line.value for line in self.query(Input)})
        language = self._known.language or self.words.language
        try:
            invitation = invited(asked, self._known, language)
            args = (invitation, self._book.group, self._known, self._folder)
            written = await asyncio.to_thread(write_invitation, *args)
        except TroubleError as error:
            self.say_wrong(self._told(error))
            return
        self._book.invite(invitation)
        files = "\n".join(path.name for path in (written.markdown, written.page, written.calendar))
        self.say_wrong("")
        told = self.words("invite.written_in", folder=self._folder)
        self.query_one("#written", Words).say(f"{told}\n{files}")

    def _told(self, error: TroubleError) -> str:
        """Name what is missing as it is named here, and not as options."""
        if not isinstance(error, MissingError):
            return self.words.trouble(error)
        fields = ", ".join(self.words(f"invite.field.{name}").lower() for name in error.names)
        return self.words("invite.fill_in", fields=fields)
