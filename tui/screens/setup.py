"""A new session, set up in under a minute: only the title has to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Select

from sessions.desk import next_start
from sessions.plan import Plan, plan_of
from sessions.programme import Programme, StepKind
from sessions.tables import fullest
from sessions.trouble import PlanError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.group import Group
    from sessions.texts import Texts

_FIELDS = ("name", "purpose", "group", "programme", "themes", "tables", "present", "rounds", "minutes", "end")
_AT_TABLES = ("themes", "tables", "rounds", "minutes")  # what people who sit in one circle need not be asked


class SetupScreen(Dialog[None]):
    """Posts a plan when it is one; says what is missing while it is not."""

    CSS_PATH = "setup.tcss"
    HELP = "help.setup"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save"),
    ]

    @dataclass
    class Planned(Message):
        """A session is to be founded from this plan."""

        plan: Plan

    def __init__(self, desk: Desk, words: Texts, group: str = "") -> None:
        """`group` is the name of the group whose meeting it is to be, where that is known."""
        super().__init__(words)
        self._desk = desk
        self._groups = {known.name.casefold(): known for known in desk.groups()}
        self._for = group
        self._filled_for = ""

    def title_text(self) -> str:
        """Give the title."""
        return self.words("setup.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the fields with what is usual in them."""
        names = self._desk.shelf.names()
        options = [(self.words.find(f"programme.{name}") or name, name) for name in names]
        with Grid(id="fields"):
            for field in _FIELDS:
                yield Label(self.words(f"setup.{field}"), id=f"{field}-label")
                if field == "programme":
                    yield Select(options, value=names[0], allow_blank=False, compact=True, id=field)
                    continue
                hint = self.words(f"setup.{field}_hint") if field in {"name", "purpose", "group", "themes"} else ""
                names_of_groups = [group.name for group in self._groups.values()] if field == "group" else []
                offered = SuggestFromList(names_of_groups, case_sensitive=False) if names_of_groups else None
                yield Input(placeholder=hint, id=field, compact=True, max_length=300, suggester=offered)
        yield Words(id="summary")

    def on_mount(self) -> None:
        """Put in the group, if it is known whose meeting it is; the rest follows from it."""
        super().on_mount()
        self.query_one("#group", Input).value = self._for

    @on(Input.Changed, "#group")
    def _fill_in_group(self) -> None:
        """Put in what is usual in a group that is known: its programme, what it is for, and the meeting's number."""
        group = self._group()
        if group is None or group.name == self._filled_for:
            return
        self._filled_for = group.name
        if group.kind in self._desk.shelf.names():
            self.query_one("#programme", Select).value = group.kind
        number = self.words("group.meeting", number=self._desk.next_number(group.name)).capitalize()
        for field, value in {"name": number, "purpose": group.purpose}.items():
            line = self.query_one(f"#{field}", Input)
            line.value = line.value or value

    @on(Select.Changed)
    def _fill_in(self) -> None:
        """Put what is usual in the programme that was chosen; what it does not need is not asked for."""
        try:
            programme = self._programme()
        except PlanError as error:
            self.say_wrong(self.words.trouble(error))
            return
        end = next_start(self._desk.now, programme.minutes)
        usual = {"present": programme.seats, "end": f"{end:%H:%M}"}
        if programme.at_tables:
            minutes = next(step.minutes for step in programme.outline if step.kind is StepKind.ROUND)
            usual |= {"tables": 5, "present": 25, "rounds": programme.rounds, "minutes": f"{minutes:g}"}
        for field, value in usual.items():
            self.query_one(f"#{field}", Input).value = str(value)
        for field in _AT_TABLES:
            self.query_one(f"#{field}").display = self.query_one(f"#{field}-label").display = programme.at_tables
        self._tell_summary()

    @on(Input.Changed)
    def _tell_summary(self) -> None:
        """Say what it comes to, or what is wrong with it, while it is typed."""
        try:
            plan = self.plan()
        except PlanError as error:
            unfilled = not self._value("name")
            self.query_one("#summary", Words).say(
                self.words("setup.untitled") if unfilled else self.words.trouble(error)
            )
            return
        self.query_one("#summary", Words).say(self._summary(plan))

    def _summary(self, plan: Plan) -> str:
        programme, total = plan.programme, f"{plan.programme.minutes:g}"
        numbered = ""
        if plan.group:
            numbered = self.words("group.meeting", number=self._desk.next_number(plan.group)).capitalize() + ". "
        if not programme.at_tables:
            return numbered + self.words("setup.summary_circle", present=plan.present, total=total)
        return numbered + self.words(
            "setup.summary",
            tables=len(plan.tables),
            seated=fullest(plan.present, len(plan.tables)),
            rounds=programme.rounds,
            minutes=self._value("minutes"),
            total=total,
        )

    @on(Input.Submitted)
    def _next_field(self) -> None:
        """Enter goes on to the next field, and from the last one it saves."""
        if self.focused and self.focused.id == _FIELDS[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Hand over the plan, or say what is missing."""
        try:
            plan = self.plan()
        except PlanError as error:
            untitled = not self._value("name")
            self.say_wrong(self.words("setup.untitled") if untitled else self.words.trouble(error))
            return
        self.post_message(self.Planned(plan))

    def plan(self) -> Plan:
        """Give the plan as it is filled in. Raises PlanError."""
        data: dict[str, Any] = {
            "title": self._value("name"),
            "purpose": self._value("purpose"),
            "group": group.name if (group := self._group()) else self._value("group"),
            "programme": self._programme().name,
            "present": _number(self._value("present")),
        }
        if self._value("end"):
            data["end"] = self._value("end")
        if self._programme().at_tables:
            data |= self._at_tables()
        return plan_of(data, self._desk.today, find=self._desk.shelf.find)

    def _at_tables(self) -> dict[str, Any]:
        """Give what is asked of a café: its rounds, and its tables with their themes."""
        themes = [theme.strip() for theme in self._value("themes").split(",") if theme.strip()]
        count = max(_number(self._value("tables")) if self._value("tables").isdigit() else 1, len(themes))
        return {
            "rounds": _number(self._value("rounds")),
            "steps": {"round": _number(self._value("minutes"))},
            "tables": [
                {"number": place + 1, "theme": themes[place] if place < len(themes) else ""} for place in range(count)
            ],
        }

    def _group(self) -> Group | None:
        return self._groups.get(self._value("group").casefold())

    def _programme(self) -> Programme:
        return self._desk.shelf.find(str(self.query_one("#programme", Select).value))

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()


def _number(text: str) -> Any:  # noqa: ANN401  # what is no number is given on, so that the plan says what is wrong
    return int(text) if text.isdigit() else text
