"""What is settled of a group: its name, what it is for, its leader, and what people were promised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label, Select

from sessions.group import Group
from sessions.group_fields import GroupError
from sessions.notes import one_line
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.texts import Texts

_FIELDS = ("name", "purpose", "not_for", "kind", "unit", "leader", "threshold", "retention_days")
_ON_THE_WALL = ("purpose", "not_for")  # left empty, the usual words stand there
_NUMBERS = ("threshold", "retention_days")


class SettleScreen(Dialog[str]):
    """Settles a group that there is, or a new one; gives its name when it is put down."""

    CSS_PATH = "settle.tcss"
    HELP = "help.settle"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "save")]

    def __init__(self, desk: Desk, words: Texts, name: str = "") -> None:
        """Without a `name` it is a new group."""
        super().__init__(words)
        self._desk = desk
        self._group = desk.book(name).group if name else Group("", kind="refleksjonsgruppe")

    def title_text(self) -> str:
        """Give the title."""
        return self._group.name or self.words("group.new")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the fields with what is settled in them."""
        with Grid(id="fields"):
            for field in _FIELDS:
                if field == "name" and self._group.name:
                    continue
                yield Label(self.words(f"group.{field}"))
                if field == "kind":
                    yield Select(self._kinds(), value=self._group.kind, allow_blank=False, compact=True, id=field)
                else:
                    value, own = str(getattr(self._group, field)), field in _ON_THE_WALL
                    hint = self.words(f"opening.{field}") if own else self.words.find(f"group.{field}_hint")
                    yield Input(value, placeholder=hint, id=field, compact=True, max_length=300)
        yield Words(self.words("group.why"), classes="label")

    def _kinds(self) -> list[tuple[str, str]]:
        known = self._desk.shelf.names()
        names = known if self._group.kind in known else (*known, self._group.kind)
        return [(self.words.find(f"programme.{name}") or name, name) for name in names]

    @on(Input.Submitted)
    def _next_field(self) -> None:
        """Enter goes on to the next field, and from the last one it saves."""
        if self.focused and self.focused.id == _FIELDS[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Put it down, or say what is wrong."""
        written: dict[str, Any] = {line.id or "": line.value for line in self.query(Input)}
        numbers: dict[str, Any] = {field: _whole(written.pop(field)) for field in _NUMBERS}
        group = replace(self._group, kind=str(self.query_one(Select).value), **written, **numbers)
        name = one_line(group.name)
        try:
            if not self._group.name and self._known(name):
                raise GroupError("group.known", name=name)
            self._desk.book(name).settle(group)
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
        else:
            self.dismiss(name)

    def _known(self, name: str) -> bool:
        return any(group.name.casefold() == name.casefold() for group in self._desk.groups())


def _whole(text: str) -> int:
    """Give a number; -1, which is refused, for what is none."""
    return int(text) if text.strip().isdecimal() else -1
