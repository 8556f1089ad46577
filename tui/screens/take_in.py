"""Read a file that came from a leader: where it is, and then what was taken in and what was not understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Label
from textual.widgets.option_list import Option

from sessions.texts import LANGUAGES, texts
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.choices import Choices
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.texts import Texts

_MOST = 5  # files that are offered
_QUOTES = "\"'«»“” "


class TakeInScreen(Dialog[None]):
    """Asks for the file, offers the newest that are called as a leaders' file is, and tells what came of it."""

    CSS_PATH = "take_in.tcss"
    HELP = "help.take_in"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("escape", "cancel", "cancel"),
        Binding("escape,enter", "close", "close", key_display="escape"),
    ]

    def __init__(self, desk: Desk, words: Texts) -> None:
        super().__init__(words)
        self._desk = desk
        self._files = newest(desk.minutes.folder)

    def title_text(self) -> str:
        """Give the title."""
        return self.words("answers.file_title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the field, the files, and where the outcome is told."""
        yield Label(self.words("answers.file"), id="file-label")
        yield Input(id="file", placeholder=self.words("answers.file_hint"), compact=True)
        options = [Option(Content(path.name), id=str(place)) for place, path in enumerate(self._files)]
        yield Choices(*options, id="files")
        none = "" if self._files else self.words("answers.file_none", folder=self._desk.minutes.folder)
        yield Words(none, id="none")
        yield Words(id="told")

    def on_mount(self) -> None:
        """Begin in the field."""
        super().on_mount()
        self.query_one("#files").display = bool(self._files)
        self.query_one("#none").display = not self._files
        self.query_one("#told").display = False
        self.query_one("#file").focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if name := event.value.strip(_QUOTES):
            self._take_in(Path(name).expanduser())

    @on(Choices.OptionSelected)
    def _chosen(self, event: Choices.OptionSelected) -> None:
        self._take_in(self._files[event.option_index])

    def _take_in(self, path: Path) -> None:
        from sessions.intake import take_in

        try:
            intake = take_in(self._desk, path)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
            return
        self.say_wrong("")
        for name in ("file-label", "file", "files", "none"):
            self.query_one(f"#{name}").display = False
        told = self.query_one("#told", Words)
        told.say("\n".join(intake.told(self.words)))
        told.display = True
        self.set_focus(None)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has been taken in cannot be cancelled: then the sheet is closed."""
        done = self.is_mounted and self.query_one("#told").display
        if action in {"cancel", "close"}:
            return done == (action == "close")
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Go back to where we were."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Read on where more is told than there is room for."""
        self.query_one("#content").scroll_relative(y=lines, animate=False)


def newest(folder: Path) -> list[Path]:
    """Give the newest files in a folder that are called as a leaders' file is in one of the languages, at most five."""
    names = {texts(language)("minutes.leaders_file") for language in LANGUAGES}
    found = [path for name in names for path in folder.glob(f"*{name}*") if path.suffix in {".md", ".txt"}]
    return sorted(set(found), key=lambda path: (-path.stat().st_mtime, path.name))[:_MOST]
