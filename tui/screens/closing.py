"""The closing: thanks, what was raised, where the files are, and how the group will hear back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from sessions.inviting import known_of
from tui.screens.step import StepScreen
from tui.widgets.large import LargeWords
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class ClosingScreen(StepScreen):
    """The last thing on the wall."""

    CSS_PATH = "closing.tcss"
    KEYS_FIRST = ("letter", "invite")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "letter", "letter"), Binding("v", "invite", "invite")]

    def compose_step(self) -> ComposeResult:
        """Lay out thanks, what goes where, and the files."""
        with Vertical(id="middle"):
            yield LargeWords(id="thanks", share=0.25)
            yield Words(id="raised")
            yield Words(id="hear")
        yield Words(id="files")
        yield Words(id="letter")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a letter when there is something to send, and an invitation to those who meet again."""
        if action == "letter":
            return self.room.session.approved
        if action == "invite":
            return self.room.book is not None and self.room.session.approved
        return super().check_action(action, parameters)

    def show(self, session: Session, now: float) -> None:
        """Show what came of it."""
        del now
        words = self.words
        raised = sum(item.raised for item in session.items)
        self.query_one("#thanks", LargeWords).text = words("closing.thanks")
        if not session.approved:
            told = "changed" if self.room.minutes_exist() else "not_approved"
            self.query_one("#raised", Words).say(words(f"closing.{told}"))
            self.query_one("#hear", Words).say("")
            self.query_one("#files", Words).say("")
            self.query_one("#letter", Words).say("")
            return
        files = self.room.minutes_files()
        self.query_one("#raised", Words).say(words.count("closing.raised", raised))
        self.query_one("#hear", Words).say(words("closing.hear") if raised else "")
        where = words("closing.folder", folder=files.group.parent)
        self.query_one("#files", Words).say(f"{where}\n{files.group.name}\n{files.leaders.name}")

    def action_invite(self) -> None:
        """Invite to the next meeting."""
        from tui.screens.invite import InviteScreen

        if book := self.room.book:
            known = known_of(book, self.room.session.steps, self.room.today)
            self.app.push_screen(InviteScreen(book, self.words, known, self.room.minutes_files().group.parent))

    def action_letter(self) -> None:
        """Write a draft of an e-mail to the leader."""
        from tui.screens.letter import LetterScreen

        self.app.push_screen(LetterScreen(self.room, self.words), self._tell_letter)

    def _tell_letter(self, told: str | None) -> None:
        if told:
            self.query_one("#letter", Words).say(told)
