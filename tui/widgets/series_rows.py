"""The series on the wall: for each meeting a bar and its numbers, as thick and as large as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.drawn.series import series_lines

if TYPE_CHECKING:
    from textual.geometry import Size

    from sessions.series import Series
    from sessions.texts import Texts


class SeriesRows(Widget):
    """The meetings of a series one under the other, all together last."""

    series: reactive[Series | None] = reactive(None, layout=True)

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self._height = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines that the series takes: those of the container, if all of it goes in."""
        del viewport
        self._height = container.height
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the series for the room there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.series is None:
            return []
        lines = series_lines(self.series, self._words, width, self._height)
        return [Content(line.text) if line.quiet else Content.styled(line.text, "bold") for line in lines]
