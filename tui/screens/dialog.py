"""A dialog: a sheet of paper on the wall, with a title and its own line of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from tui.widgets.key_line import KeyLine
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.texts import Texts

_AROUND, _WRONG = 6, 3  # lines around the content: padding, title and keys; and what is wrong, when something is
Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """Asks or tells one thing. `esc` always leads back, with nothing changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel"),
        Binding("f1", "help", "help", key_display="F1"),
    ]
    HELP: ClassVar[str] = ""

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        """Lay out title, content, what is wrong, and keys."""
        with Vertical(id="sheet"):
            yield Words(self.title_text(), id="title")
            with VerticalScroll(id="content", can_focus=False):
                yield from self.compose_sheet()
            yield Words(id="wrong")
            yield KeyLine(self.words)

    def on_mount(self) -> None:
        """Leave no empty line where nothing is wrong, and let nothing blink on the wall."""
        self.query_one("#wrong").display = False
        for line in self.query(Input):
            line.cursor_blink = False
        for area in self.query(TextArea):
            area.cursor_blink = False

    def on_resize(self) -> None:
        """Let the content scroll where the window is low, so that title and keys stay in view."""
        wrong = _WRONG if self.query_one("#wrong").display else 0
        self.query_one("#content").styles.max_height = max(3, self.size.height - _AROUND - wrong)

    def compose_sheet(self) -> ComposeResult:
        """Lay out what the dialog holds."""
        yield from ()

    def title_text(self) -> str:
        """Give what stands on top."""
        return ""

    def say_wrong(self, sentence: str) -> None:
        """Say in one sentence what is wrong; the sheet stays open."""
        wrong = self.query_one("#wrong", Words)
        wrong.say(sentence)
        wrong.display = bool(sentence)
        self.on_resize()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer help where there is some."""
        del parameters
        return action != "help" or bool(self.HELP)

    def action_help(self) -> None:
        """Say what the dialog is for."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, self.words(self.HELP), self))

    def action_cancel(self) -> None:
        """Close with nothing changed."""
        self.dismiss(None)
