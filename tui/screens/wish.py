"""One theme that someone wants, put down at the laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from sessions.themes import LONGEST_THEME
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from sessions.texts import Texts


class WishScreen(Dialog[None]):
    """A line of words; `keep` puts them down, and raises TroubleError when they cannot be."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, words: Texts, keep: Callable[[str], object]) -> None:
        super().__init__(words)
        self._keep = keep

    def title_text(self) -> str:
        """Say what this is, and that the wall shows it."""
        return f"{self.words('themes.new')} · {self.words('note.seen')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the line, and what becomes of it."""
        yield Input(placeholder=self.words("themes.hint"), max_length=LONGEST_THEME, compact=True)
        yield Words(self.words("themes.why"), classes="label")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep it, or say why it cannot be kept."""
        try:
            self._keep(self.query_one(Input).value)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(None)
