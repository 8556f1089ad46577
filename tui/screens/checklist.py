"""The checklist before a meeting: five ticks, on the facilitator's own account. It can be left at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessions.checklist import Check, ticked, toggled
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts


class _Checks(OptionList):
    """The checks, each with its tick."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "select", "tick", key_display="space")]


class ChecklistScreen(Dialog[None]):
    """Ticks what is seen to; the ticks stay with the meeting and go into no minutes."""

    CSS_PATH = "checklist.tcss"
    HELP = "help.checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,s", "cancel", "close", key_display="escape"),
    ]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room

    def title_text(self) -> str:
        """Give the title."""
        return self.words("checklist.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the checks, and where they go."""
        yield _Checks(*self._options(), id="checks")
        yield Words(self.words("checklist.why"), classes="label")

    def _options(self) -> Iterator[Option]:
        done = ticked(self._room.session.ready)
        for check in Check:
            yield Option(Content(f"{'✓' if check in done else '○'} {self.words(f'checklist.{check.value}')}"))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        self._room.adjust(ready=toggled(self._room.session.ready, [*Check][event.option_index]))
        choices = self.query_one(_Checks)
        choices.clear_options().add_options(self._options())
        choices.highlighted = event.option_index
