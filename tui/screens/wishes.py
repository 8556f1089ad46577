"""The themes that people want, collected between two meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input
from textual.widgets.option_list import Option

from sessions.themes import LONGEST_THEME, waiting
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.choices import Choices
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.book import GroupBook
    from sessions.texts import Texts


class _Wishes(Choices):
    """The list; its keys are letters, which are not to be typed into the line above it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", show=False),
        Binding("x", "screen.drop", "remove"),
        Binding("u", "screen.undo", "undo"),
    ]


class WishesScreen(Dialog[None]):
    """A line to add one with, and under it those that wait, by their words."""

    CSS_PATH = "wishes.tcss"
    HELP = "help.wishes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "close"), Binding("tab", "other", "other")]

    def __init__(self, book: GroupBook, words: Texts) -> None:
        super().__init__(words)
        self._book = book

    def title_text(self) -> str:
        """Give the title."""
        return self.words("themes.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the line and the list."""
        yield Input(placeholder=self.words("themes.hint"), max_length=LONGEST_THEME, compact=True)
        yield _Wishes(id="wishes")
        yield Words(classes="label", id="why")

    def on_mount(self) -> None:
        """Show those that wait."""
        super().on_mount()
        self._fill()

    def _fill(self) -> None:
        themes, wishes = waiting(self._book.group), self.query_one(_Wishes)
        at = wishes.highlighted or 0
        wishes.clear_options().add_options(Option(Content(theme.text)) for theme in themes)
        wishes.highlighted = min(at, len(themes) - 1) if themes else None
        wishes.display = bool(themes)
        self.query_one("#why", Words).say(self.words("themes.why" if themes else "themes.none_yet"))
        self.refresh_bindings()

    @on(Input.Submitted)
    def _add(self, event: Input.Submitted) -> None:
        try:
            self._book.want_theme(event.value, self.words.language)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.say_wrong("")
            event.input.value = ""
            self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now."""
        if action == "undo":
            return self._book.can_undo
        return super().check_action(action, parameters)

    def action_other(self) -> None:
        """Go from the line to the list, or back."""
        wishes = self.query_one(_Wishes)
        (self.query_one(Input) if wishes.has_focus or not wishes.display else wishes).focus()

    def action_drop(self) -> None:
        """Take the theme away that the cursor is on."""
        at = self.query_one(_Wishes).highlighted
        if at is not None:
            self._book.drop_theme(waiting(self._book.group)[at])
            self._fill()

    def action_undo(self) -> None:
        """Undo the last change."""
        self._book.undo()
        self._fill()
