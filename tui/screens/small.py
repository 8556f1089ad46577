"""A window that is too small: says what size is needed, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from sessions.texts import Texts

LEAST_WIDTH, LEAST_HEIGHT = 60, 18


def too_small(size: Size) -> bool:
    """Tell whether a window of this size, in cells, cannot hold a screen."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


class SmallScreen(ModalScreen[None]):
    """Covers everything until the window has grown."""

    CSS_PATH = "small.tcss"

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Say what size it is and what size is needed."""
        yield Words(id="small")

    def tell(self, size: Size) -> None:
        """Say it for this size."""
        self.query_one("#small", Words).say(
            self._words(
                "small.text", width=size.width, height=size.height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT
            )
        )
