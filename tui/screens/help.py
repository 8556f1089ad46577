"""Help for the screen behind it: what the step is for, and what each key does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from tui.screens.dialog import Dialog
from tui.widgets.key_line import working
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from sessions.texts import Texts


class HelpScreen(Dialog[None]):
    """`hint` says what the facilitator does here; `behind` is the screen that is helped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter,q", "cancel", "close"),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
    ]

    def __init__(self, words: Texts, hint: str, behind: Screen[Any]) -> None:
        super().__init__(words)
        self._hint = hint
        self._keys = [(key, name) for key, name in working(behind, words) if name != words("keys.help")]

    def title_text(self) -> str:
        """Give the title."""
        return self.words("help.title")

    def compose_sheet(self) -> ComposeResult:
        """Show the hint, the keys in a column, and what a clicker does."""
        yield Words(self._hint)
        width = max((len(key) for key, _ in self._keys), default=0)
        lines = [f"{key:<{width}}   {name}" for key, name in self._keys]
        yield Words("\n" + "\n".join(lines))
        yield Words("\n" + self.words("help.everywhere"))

    def action_scroll(self, lines: int) -> None:
        """Read on where the sheet is longer than the screen."""
        self.query_one("#content").scroll_relative(y=lines, animate=False)
