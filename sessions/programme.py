"""A programme: the ordered steps of a session, each with its minutes and what the host says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import Enum
from importlib import resources
from typing import Any

from sessions import plan_fields as read
from sessions.trouble import PlanError

PROGRAMMES = ("dialogkafe", "dialogkafe-kort")
MOST_ROUNDS, MOST_SEATS = 12, 20
LONGEST = 240  # minutes that one step can have: a step of over four hours is a slip of the finger


class StepKind(Enum):
    """What kind of step it is; the screen on the wall follows from it."""

    LOBBY = "lobby"
    ROUND = "round"
    CHANGE = "change"
    PLENARY = "plenary"
    SORTING = "sorting"
    READING = "reading"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a programme.

    `minutes` is 0 or more; 0 is a step without a clock. `prompt` is one sentence for the wall; empty means the usual
    one in the session's language.
    """

    kind: StepKind
    minutes: float
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """What is planned, from lobby to closing. `seats` is how many sit at a table."""

    name: str
    steps: tuple[Step, ...]
    seats: int = 5

    @property
    def rounds(self) -> int:
        """How many rounds there are."""
        return sum(step.kind is StepKind.ROUND for step in self.steps)


def built_in(name: str) -> Programme:
    """Load one of the programmes that come with the program; an unknown name raises PlanError."""
    if name not in PROGRAMMES:
        raise PlanError("plan.programme", name=name, known=", ".join(PROGRAMMES))
    text = resources.files("sessions").joinpath("programmes", f"{name}.toml").read_text(encoding="utf-8")
    return from_data(name, tomllib.loads(text))


def from_data(name: str, data: dict[str, Any]) -> Programme:
    """Build a programme from its TOML: `rounds`, `seats`, and minutes for each kind of step.

    Raises PlanError for a step that there is not, and for minutes outside 0 to 240.
    """
    return changed(Programme(name, ()), data)


def changed(programme: Programme, data: dict[str, Any]) -> Programme:
    """Give the programme with what a plan says otherwise: `rounds`, `seats`, `[steps]`. Raises PlanError as above."""
    given = {kind: Step(kind, 0) for kind in StepKind} | {step.kind: step for step in programme.steps}
    steps = data.get("steps", {})
    if not isinstance(steps, dict):
        raise PlanError("plan.steps")
    for name, value in steps.items():
        usual = given[_kind(name)]
        given[usual.kind] = _step(usual, value)
    rounds = read.whole(data, "rounds", programme.rounds, 1, MOST_ROUNDS)
    seats = read.whole(data, "seats", programme.seats, 2, MOST_SEATS)
    return Programme(programme.name, tuple(_sequence(given, rounds)), seats)


def _sequence(given: dict[StepKind, Step], rounds: int) -> list[Step]:
    talks = [given[StepKind.ROUND]]
    for _ in range(rounds - 1):
        talks += [given[StepKind.CHANGE], given[StepKind.ROUND]]
    after = (StepKind.PLENARY, StepKind.SORTING, StepKind.READING, StepKind.CLOSING)
    return [given[StepKind.LOBBY], *talks, *(given[kind] for kind in after)]


def _kind(name: str) -> StepKind:
    try:
        return StepKind(name)
    except ValueError:
        raise PlanError("plan.step", name=name, known=", ".join(kind.value for kind in StepKind)) from None


def _step(usual: Step, value: object) -> Step:
    """Read `plenary = 20` or `plenary = { minutes = 20, prompt = "…" }`."""
    where = f"steps.{usual.kind.value}"
    given = value if isinstance(value, dict) else {"minutes": value}
    read.known_only(given, ("minutes", "prompt"), f"{where}.")
    minutes = given.get("minutes", usual.minutes)
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 <= minutes <= LONGEST:
        raise PlanError("plan.minutes", field=where, value=minutes, most=LONGEST)
    return Step(usual.kind, minutes, read.text(given, "prompt", f"{where}.") or usual.prompt)
