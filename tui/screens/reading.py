"""The read-through: the leaders' minutes, exactly as they will be written, for the group to say yes to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from sessions.minutes.files import MinutesError, why_held
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.trouble import TroubleError
from tui.screens.step import StepScreen
from tui.widgets.markdown import only_text
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session


class ReadingScreen(StepScreen):
    """Page by page through the file; `a` when the group agrees."""

    CSS_PATH = "reading.tcss"
    KEYS_FIRST = ("approve", "page(1)")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "approve", "approve"),
        Binding("pagedown,down", "page(1)", "page", key_display="PgDn PgUp"),
        Binding("pageup,up", "page(-1)", show=False),
        Binding("b", "back", "back"),
        Binding("n", "next", "next"),
    ]

    _held: MinutesError | None = None

    def compose_step(self) -> ComposeResult:
        """Lay out the file and the question under it."""
        self._earlier = self.room.earlier()
        with VerticalScroll(id="paper", can_focus=False):
            yield Markdown(parser_factory=only_text, open_links=False)
        yield Words(self.words("instruction.reading"), id="instruction")
        yield Words(id="page")

    def on_mount(self) -> None:
        """Follow the length of the file, which is known when it has been laid out."""
        super().on_mount()
        self.watch(self.query_one("#paper"), "virtual_size", self._tell_page)

    def show(self, session: Session, now: float) -> None:
        """Show the file as it would be written today."""
        del now
        text = self.text_of(session)
        markdown = self.query_one(Markdown)
        if markdown.source != text:
            self._held = why_held(text, session)
            markdown.update(text)
            self._tell_page()

    def text_of(self, session: Session) -> str:
        """Give the leaders' minutes as approving would write them."""
        return leaders_minutes(report_of(replace(session, approved_on=self.room.today), self._earlier))

    def action_page(self, pages: int) -> None:
        """Turn a page, with two lines of the last one kept in view."""
        paper = self.query_one("#paper")
        paper.scroll_relative(y=pages * max(1, paper.size.height - 2), animate=False, on_complete=self._tell_page)

    def action_approve(self) -> None:
        """The group agrees: write the files and go on."""
        try:
            self.room.approve()
        except TroubleError as error:
            self.query_one("#page", Words).say(self.words.trouble(error))
        else:
            self.room.next()

    def _tell_page(self) -> None:
        paper = self.query_one("#paper")
        height = max(1, paper.size.height - 2)
        pages = 1 + max(0, -(-paper.max_scroll_y // height))
        page = 1 + -(-int(paper.scroll_y) // height)
        told = self.words("reading.page", page=page, pages=pages) if pages > 1 else ""
        foot = self.words.trouble(self._held) if self._held else self.words("reading.not_yet")
        self.query_one("#page", Words).say(" · ".join(filter(None, [told, foot])))
