"""The programmes as a list to read: what each is for, and its steps with their minutes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sessions.programme import StepKind
from sessions.prompts import name_of
from sessions.trouble import PlanError

if TYPE_CHECKING:
    from sessions.programme import Programme
    from sessions.shelf import Shelf
    from sessions.texts import Texts


def described(shelf: Shelf, words: Texts) -> str:
    """Give every programme on the shelf, or the sentence that says what is wrong with it."""
    return "\n\n".join(_described(name, shelf, words) for name in shelf.names())


def _described(name: str, shelf: Shelf, words: Texts) -> str:
    try:
        programme = shelf.find(name)
    except PlanError as error:
        return f"{name}\n  {words.trouble(error)}"
    about = words.find(f"programme_about.{name}")
    lines = [f"{name} · {words('time.length', minutes=f'{programme.minutes:g}')}", *([f"  {about}"] if about else [])]
    return "\n".join([*lines, f"  {_steps(programme, words)}"])


def _steps(programme: Programme, words: Texts) -> str:
    """Give the steps on one line, the steps of one part together."""
    told = []
    for part, steps in groupby(programme.outline, key=lambda step: step.part):
        timed = [
            f"{programme.rounds} × {step.minutes:g} {name_of(step, words)}"
            if step.kind is StepKind.ROUND
            else f"{step.minutes:g} {name_of(step, words)}"
            for step in steps
            if step.minutes
        ]
        told.append(words("step.part", part=part, title=", ".join(timed)) if part else " · ".join(timed))
    return " · ".join(filter(None, told))
