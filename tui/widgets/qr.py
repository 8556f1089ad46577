"""The code that phones scan: black on white in every theme, drawn in half blocks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.drawn.canvas import CELLS
from tui.qr import matrix

if TYPE_CHECKING:
    from textual.geometry import Size

_LARGEST = 6


class QrCode(Widget):
    """A text as a QR code; `scale` is how many columns, and how many half lines, a module takes."""

    text: reactive[str] = reactive("", layout=True)
    scale: reactive[int] = reactive(1, layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Give the columns it takes."""
        del container, viewport
        return size(self.text, self.scale)[0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines it takes."""
        del container, viewport, width
        return size(self.text, self.scale)[1]

    def render(self) -> Content:
        """Draw it."""
        return Content.styled(drawn_code(self.text, self.scale), "#000000 on #ffffff")


def size(text: str, scale: int) -> tuple[int, int]:
    """Give the columns and lines that a text takes as a code."""
    modules = len(matrix(text)) if text else 0
    return modules * scale, (modules * scale + 1) // 2


def largest(text: str, columns: int, lines: int, most: int = _LARGEST) -> int:
    """Give the largest scale, up to `most`, at which a text fits in so many cells; 0 where it does not fit."""
    for scale in range(most, 0, -1):
        width, height = size(text, scale)
        if width <= columns and height <= lines:
            return scale
    return 0


@lru_cache(maxsize=16)
def drawn_code(text: str, scale: int) -> str:
    """Draw a text as a code, as lines of half blocks."""
    if not text:
        return ""
    rows = [[dark for dark in row for _ in range(scale)] for row in matrix(text) for _ in range(scale)]
    rows += [[False] * len(rows[0])] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(CELLS[cell] for cell in zip(upper, lower, strict=True)) for upper, lower in pairs)
