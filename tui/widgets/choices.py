"""Lists to choose from, with keys that have names on the wall."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class Choices(OptionList):
    """A list in which Enter opens what the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "open")]


class Side(OptionList):
    """A list on one side of a step. A clicker's Page Up and Page Down belong to the step, not to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "screen.next", show=False),
        Binding("pageup", "screen.back", show=False),
    ]
