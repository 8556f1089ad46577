"""The series of a group on the wall: how useful each meeting was, and all of them together."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen

from sessions.minutes.series import legend
from sessions.series import series_of
from sessions.trouble import TroubleError
from tui.widgets.key_line import KeyLine
from tui.widgets.series_rows import SeriesRows
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from sessions.book import GroupBook
    from sessions.texts import Texts


class SeriesScreen(Screen[None]):
    """What was counted, and never what anyone wrote; `esc` leads back."""

    CSS_PATH = "series.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,pagedown", "scroll(1)", show=False),
        Binding("up,pageup", "scroll(-1)", show=False),
        Binding("h", "hindsight", "hindsight"),
        Binding("escape,b", "leave", "back", key_display="escape"),
        Binding("t", "app.next_theme", "theme"),
        Binding("q", "app.quit", "leave"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]

    def __init__(self, book: GroupBook, words: Texts, folder: Path) -> None:
        """The sheet that asks again is written into `folder`."""
        super().__init__()
        self._book = book
        self._words = words
        self._folder = folder

    def compose(self) -> ComposeResult:
        """Lay out the group's name, the rows, what the fills mean, and the keys."""
        with Horizontal(id="head"):
            yield Words(self._book.group.name, id="name")
            yield Words(id="answered")
        with VerticalScroll(id="rows", can_focus=False):
            yield SeriesRows(self._words)
        yield Words(id="told")
        yield KeyLine(self._words)

    def on_mount(self) -> None:
        """Begin to read the series; what takes names out of themes is slow the first time."""
        self.run_worker(self._show())

    async def _show(self) -> None:
        """Show the series, or what to do where there is none."""
        words, group, meetings = self._words, self._book.group, self._book.meetings()
        try:
            series = await asyncio.to_thread(series_of, group, meetings, words.language)
        except TroubleError as error:
            self.query_one("#told", Words).say(words.trouble(error))
            return
        self.query_one("#name", Words).say(series.group)
        self.query_one("#answered", Words).say(words.count("series.held", len(series.cafes)))
        self.query_one(SeriesRows).series = series
        held_back = [] if series.whole else [words("series.held_back", threshold=series.threshold)]
        self.query_one("#told", Words).say("\n".join([*held_back, legend(words)]))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ask again where there is something to ask about."""
        del parameters
        return action != "hindsight" or self.query_one(SeriesRows).series is not None

    def action_scroll(self, way: int) -> None:
        """Show the meetings before or after these, where not all of them go in."""
        rows = self.query_one("#rows")
        rows.scroll_relative(y=way * max(1, rows.size.height - 2), animate=False)

    def action_hindsight(self) -> None:
        """Ask again about the last meeting, and take in what comes back."""
        from tui.screens.hindsight import HindsightScreen

        self.app.push_screen(HindsightScreen(self._book, self._words, self._folder))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say what is shown here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, self._words("help.series"), self))
