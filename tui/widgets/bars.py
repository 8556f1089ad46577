"""Numbers on the wall as bars."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.drawn.bars import bars


class Bars(Widget):
    """Words with their numbers, each with a bar, as large as the widget."""

    rows: reactive[tuple[tuple[str, int], ...]] = reactive(())

    def render(self) -> Content:
        """Draw them for the room there is."""
        return Content(bars(self.rows, self.content_size.width, self.content_size.height) if self.rows else "")
