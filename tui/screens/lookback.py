"""Looking back on the wall: the same text as the file, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Markdown

from sessions.lookback import look_back, lookback_markdown
from tui.widgets.key_line import KeyLine
from tui.widgets.markdown import only_text
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.texts import Texts


class LookBackScreen(Screen[None]):
    """What the group has raised, tried and talked about in the last half year."""

    CSS_PATH = "lookback.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,down,space", "page(1)", "page", key_display="PgDn PgUp"),
        Binding("pageup,up", "page(-1)", show=False),
        Binding("t", "app.next_theme", "theme"),
        Binding("escape,b,q", "leave", "back", key_display="escape"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]

    def __init__(self, desk: Desk, words: Texts, name: str) -> None:
        super().__init__()
        self._words = words
        book = desk.book(name)
        self._text = lookback_markdown(look_back(book.group, book.meetings(), desk.today), words.language)

    def compose(self) -> ComposeResult:
        """Lay out the text and the page's number."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Markdown(self._text, parser_factory=only_text, open_links=False)
        yield Words(id="page")
        yield KeyLine(self._words)

    def on_mount(self) -> None:
        """Follow the length of the text, which is known when it has been laid out."""
        self.watch(self.query_one("#paper"), "virtual_size", self._tell_soon)

    def action_page(self, pages: int) -> None:
        """Turn a page, with two lines of the last one kept in view."""
        paper = self.query_one("#paper")
        paper.scroll_relative(y=pages * max(1, paper.size.height - 2), animate=False, on_complete=self._tell_page)

    def action_leave(self) -> None:
        """Go back to the group's page."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say what this is."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, self._words("help.lookback"), self))

    def _tell_soon(self) -> None:
        """The length is known before the room for it is."""
        self.call_after_refresh(self._tell_page)

    def _tell_page(self) -> None:
        paper = self.query_one("#paper")
        height = max(1, paper.size.height - 2)
        pages, page = 1 + max(0, -(-paper.max_scroll_y // height)), 1 + -(-int(paper.scroll_y) // height)
        self.query_one("#page", Words).say(self._words("reading.page", page=page, pages=pages) if pages > 1 else "")
