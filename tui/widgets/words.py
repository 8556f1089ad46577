"""People's words on the wall: text, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART = "   "


class Words(Static):
    """A text that is shown as it is: what looks like markup stays what it looks like."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(text, markup=False, id=id, classes=classes)
        self._text = text

    def say(self, text: str) -> None:
        """Show another text; nothing is drawn anew when it is the same."""
        if text != self._text:
            self._text = text
            self.update(text)


class Pieces(Words):
    """Pieces beside one another; a line breaks between two, not within one. Textual breaks at a no-break space too."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._pieces: Sequence[str] = ()

    def put(self, pieces: Sequence[str]) -> None:
        """Show these pieces."""
        self._pieces = pieces
        self.on_resize()

    def on_resize(self) -> None:
        """Put as many in a line as there is room for; one that is longer than a line has some of its own."""
        width, lines = self.content_size.width, list[str]()
        for piece in self._pieces:
            if lines and (not width or len(lines[-1]) + len(_APART) + len(piece) <= width):
                lines[-1] += _APART + piece
            else:
                lines.append(piece)
        self.say("\n".join(lines))
