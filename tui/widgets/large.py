"""The two things on the wall that grow with it: the time, and the question."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.drawn.digits import large_time
from tui.drawn.letters import LARGEST, large_words, scale_for


class LargeTime(Widget):
    """A time in drawn digits, as large as the widget."""

    time: reactive[str] = reactive("")

    def render(self) -> Content:
        """Draw the time for the room there is."""
        return Content(large_time(self.time, self.content_size.width, self.content_size.height))


class LargeWords(Widget):
    """A sentence in drawn letters where there is room for them, else in plain ones."""

    text: reactive[str] = reactive("", layout=True)
    largest: reactive[int] = reactive(LARGEST, layout=True)

    def __init__(self, *, id: str | None = None, share: float = 0.34) -> None:  # noqa: A002  # Textual's name
        """`share` is how much of the screen's height it may take, from 0 to 1; `largest` bounds its scale, 0 to 3."""
        super().__init__(id=id)
        self._share = share

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Give the lines that the sentence takes at this width."""
        del container, viewport
        return self.lines(width, self.largest)

    def render(self) -> Content:
        """Draw the sentence for the room there is."""
        return Content(self._shown(self.content_size.width, self.largest))

    def scale(self, width: int) -> int:
        """Give how large the sentence can be drawn at this width, 1 to 3; 0 where it is plain text."""
        return scale_for(self.text, width, int(self.app.size.height * self._share))

    def lines(self, width: int, largest: int) -> int:
        """Give how many lines it takes at this width when its scale is bounded so."""
        return self._shown(width, largest).count("\n") + 1

    def _shown(self, width: int, largest: int) -> str:
        if scale := min(self.scale(width), largest):
            return large_words(self.text, width, scale)
        return "\n".join(line.plain.rstrip() for line in Content(self.text).wrap(max(width, 1)))
