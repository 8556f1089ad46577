"""People's words on the wall: text, and nothing else."""

from __future__ import annotations

from textual.widgets import Static


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
