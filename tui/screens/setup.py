"""A new session, set up in under a minute: only the title has to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.message import Message
from textual.widgets import Input, Label

from sessions.desk import next_start
from sessions.plan import Plan, plan_of
from sessions.programme import StepKind, built_in
from sessions.tables import fullest
from sessions.trouble import PlanError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.texts import Texts

_FIELDS = ("name", "purpose", "group", "themes", "tables", "present", "rounds", "minutes", "end")
_NUMBERS = {"tables": "tables", "present": "present", "rounds": "rounds"}


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

    def __init__(self, desk: Desk, words: Texts) -> None:
        super().__init__(words)
        self._desk = desk

    def title_text(self) -> str:
        """Give the title."""
        return self.words("setup.title")

    def compose_sheet(self) -> ComposeResult:
        """Lay out the fields with what is usual in them."""
        usual = built_in("dialogkafe")
        minutes = next(step.minutes for step in usual.steps if step.kind is StepKind.ROUND)
        end = next_start(self._desk.now, sum(step.minutes for step in usual.steps))
        given = {"tables": 5, "present": 25, "rounds": usual.rounds, "minutes": minutes, "end": f"{end:%H:%M}"}
        with Grid(id="fields"):
            for field in _FIELDS:
                yield Label(self.words(f"setup.{field}"))
                hint = self.words(f"setup.{field}_hint") if field in {"name", "purpose", "group", "themes"} else ""
                yield Input(str(given.get(field, "")), placeholder=hint, id=field, compact=True, max_length=300)
        yield Words(id="summary")

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
        steps = [step for step in plan.programme.steps if step.kind is StepKind.ROUND]
        self.query_one("#summary", Words).say(
            self.words(
                "setup.summary",
                tables=len(plan.tables),
                seated=fullest(plan.present, len(plan.tables)),
                rounds=len(steps),
                minutes=f"{steps[0].minutes:g}",
                total=f"{plan.minutes:g}",
            )
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
        themes = [theme.strip() for theme in self._value("themes").split(",") if theme.strip()]
        data: dict[str, Any] = {
            "title": self._value("name"),
            "purpose": self._value("purpose"),
            "group": self._value("group"),
        }
        data |= {field: _number(self._value(name)) for name, field in _NUMBERS.items() if field != "tables"}
        data["steps"] = {"round": _number(self._value("minutes"))}
        count = max(_number(self._value("tables")) if self._value("tables").isdigit() else 1, len(themes))
        data["tables"] = [
            {"number": place + 1, "theme": themes[place] if place < len(themes) else ""} for place in range(count)
        ]
        if self._value("end"):
            data["end"] = self._value("end")
        return plan_of(data, self._desk.today)

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()


def _number(text: str) -> Any:  # noqa: ANN401  # what is no number is given on, so that the plan says what is wrong
    return int(text) if text.isdigit() else text
