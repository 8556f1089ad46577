"""A programme: the ordered steps of a session, each with its minutes and what the host says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from sessions import plan_fields as read
from sessions.trouble import PlanError

MOST_ROUNDS, MOST_SEATS = 12, 20
LONGEST = 240  # minutes that one step can have: a step of over four hours is a slip of the finger


class StepKind(Enum):
    """What kind of step it is; the screen on the wall follows from it."""

    LOBBY = "lobby"
    OPENING = "opening"
    ANSWERS = "answers"
    TRIALS = "trials"
    THEME = "theme"
    ROUND = "round"
    CHANGE = "change"
    TALK = "talk"
    BREAK = "break"
    PLENARY = "plenary"
    SORTING = "sorting"
    EVALUATION = "evaluation"
    READING = "reading"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a programme.

    `minutes` is 0 or more; 0 is a step without a clock. `name` is what the step is called in TOML and in texts, the
    kind's when it is empty; `part` is the larger part it belongs to, such as episode A. `title`, `prompt` (one sentence
    for the wall) and `hint` (for the facilitator) are a person's own words; empty means the usual ones in the session's
    language.
    """

    kind: StepKind
    minutes: float
    prompt: str = ""
    name: str = ""
    part: str = ""
    title: str = ""
    hint: str = ""

    @property
    def key(self) -> str:
        """The name by which a plan changes the step."""
        return self.name or self.kind.value


@dataclass(frozen=True, slots=True)
class Programme:
    """What is planned, from lobby to closing.

    `outline` has each step once; the rounds, with a change between two, come `rounds` times. `seats` is how many sit at
    a table.
    """

    name: str
    outline: tuple[Step, ...]
    rounds: int = 1
    seats: int = 5

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in order, each round and each change by itself."""
        change = next((step for step in self.outline if step.kind is StepKind.CHANGE), Step(StepKind.CHANGE, 0))
        steps: list[Step] = []
        for step in self.outline:
            if step.kind is StepKind.ROUND:
                steps += [step, *[change, step] * (self.rounds - 1)]
            elif step.kind is not StepKind.CHANGE:
                steps.append(step)
        return tuple(steps)

    @property
    def at_tables(self) -> bool:
        """Whether people talk at several tables, and not in one circle."""
        return any(step.kind is StepKind.ROUND for step in self.outline)

    @property
    def minutes(self) -> float:
        """How many minutes the steps take together."""
        return sum(step.minutes for step in self.steps)


def changed(programme: Programme, data: dict[str, Any]) -> Programme:
    """Give the programme with what a plan says otherwise: `rounds`, `seats`, and minutes or prompts under `[steps]`.

    Raises PlanError for a step that there is not, and for minutes outside 0 to 240.
    """
    steps = data.get("steps", {})
    if not isinstance(steps, dict):
        raise PlanError("plan.steps")
    keys = [step.key for step in programme.outline]
    for name in steps:
        if name not in keys:
            raise PlanError("plan.step", name=name, known=", ".join(dict.fromkeys(keys)))
    outline = tuple(_changed(step, steps[step.key]) if step.key in steps else step for step in programme.outline)
    rounds = read.whole(data, "rounds", programme.rounds, 1, MOST_ROUNDS)
    seats = read.whole(data, "seats", programme.seats, 2, MOST_SEATS)
    return replace(programme, outline=outline, rounds=rounds, seats=seats)


def minutes_of(value: object, where: str) -> float:
    """Give minutes from 0 to 240. Raises PlanError for anything else; `where` is the field it names."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST:
        raise PlanError("plan.minutes", field=where, value=value, most=LONGEST)
    return value


def _changed(usual: Step, value: object) -> Step:
    """Read `plenary = 20` or `plenary = { minutes = 20, prompt = "…" }`."""
    where = f"steps.{usual.key}"
    given = value if isinstance(value, dict) else {"minutes": value}
    read.known_only(given, ("minutes", "prompt"), f"{where}.")
    minutes = minutes_of(given.get("minutes", usual.minutes), where)
    return replace(usual, minutes=minutes, prompt=read.text(given, "prompt", f"{where}.") or usual.prompt)
