"""Leave a session that is running? Nothing is lost; the question is there for a finger that slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LeaveScreen(Dialog[bool]):
    """Gives True for leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,j,y,q", "leave", "leave"),
        Binding("n", "cancel", show=False),
    ]

    def title_text(self) -> str:
        """Give the question."""
        return self.words("leave.title")

    def compose_sheet(self) -> ComposeResult:
        """Say that nothing is lost."""
        yield Words(self.words("leave.text"))

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(True)
