"""The shelf of programmes: those that come with the program, and a person's own."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any

from sessions import plan_fields as read
from sessions.programme import MOST_ROUNDS, MOST_SEATS, Programme, Step, StepKind, minutes_of
from sessions.trouble import PlanError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PROGRAMMES = (
    *("dialogkafe", "dialogkafe-kort"),
    *("refleksjonsgruppe", "situasjonslogg", "sme", "reflekterende-team", "ks-dialog"),
)
_FIELDS = ("rounds", "seats", "step")
_STEP_FIELDS = ("kind", "minutes", "name", "part", "title", "prompt", "hint")
_WORDS = ("name", "part", "title", "prompt", "hint")
_ONCE = (StepKind.LOBBY, StepKind.ROUND, StepKind.CHANGE, StepKind.EVALUATION, StepKind.READING, StepKind.CLOSING)
_HEADER = re.compile(r"\s*(\[\[\s*step\s*\]\]|step\s*=\s*\[\s*\{|\{)")  # a step begins, over several lines or on one


class Shelf:
    """Finds programmes by name; a person's own lie as TOML files in `folder`, and come before ours of the same name."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Give every name there is: ours in their order, then a person's own."""
        own = sorted(path.stem for path in self.folder.glob("*.toml")) if self.folder else []
        return (*PROGRAMMES, *(name for name in own if name not in PROGRAMMES))

    def find(self, name: str) -> Programme:
        """Give a programme. Raises PlanError for a name that there is not, and for a file that is no programme."""
        own = self.folder / f"{name}.toml" if self.folder else None
        if own and name in self.names() and own.is_file():
            return read_programme(own)
        return built_in(name, self.names())


def built_in(name: str, known: Sequence[str] = PROGRAMMES) -> Programme:
    """Give one of the programmes that come with the program. Raises PlanError, which tells the `known` ones."""
    if name not in PROGRAMMES:
        raise PlanError("plan.programme", name=name, known=", ".join(known))
    text = resources.files("sessions").joinpath("programmes", f"{name}.toml").read_text(encoding="utf-8")
    return programme_of(name, tomllib.loads(text))


def read_programme(path: Path) -> Programme:
    """Read a person's own programme. Raises PlanError, which names the file, and the line of what is wrong in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise PlanError("plan.missing", path=path, reason=error.strerror or error) from error
    except (ValueError, RecursionError) as error:  # bytes that are no UTF-8 are a ValueError too
        raise PlanError("plan.syntax", path=path, reason=error) from error
    try:
        return programme_of(path.stem, data)
    except PlanError as error:
        line = _line(text, str(error.values.get("field", "")))
        raise PlanError("plan.line", path=path, line=line, what=error) from error


def programme_of(name: str, data: dict[str, Any]) -> Programme:
    """Build a programme from its TOML: `rounds`, `seats`, and a `[[step]]` each. Raises PlanError with the field.

    The lobby, the read-through and the closing stand in every programme, without a clock where the file has none.
    """
    read.known_only(data, _FIELDS)
    steps = [_step(entry, f"step[{place}].") for place, entry in enumerate(read.entries(data, "step"), start=1)]
    if not steps:
        raise PlanError("plan.no_steps", field="step")
    kinds = {step.kind for step in steps}
    first, last = [[Step(kind, 0)] if kind not in kinds else [] for kind in (StepKind.LOBBY, StepKind.READING)]
    end = [] if StepKind.CLOSING in kinds else [Step(StepKind.CLOSING, 0)]
    outline = tuple(first + steps + last + end)
    _in_order(outline)
    rounds = read.whole(data, "rounds", 1, 1, MOST_ROUNDS)
    return Programme(name, outline, rounds, read.whole(data, "seats", 5, 2, MOST_SEATS))


def _step(entry: dict[str, Any], where: str) -> Step:
    read.known_only(entry, _STEP_FIELDS, where)
    name = read.needed(entry, "kind", where)
    try:
        kind = StepKind(name)
    except ValueError:
        known = ", ".join(kind.value for kind in StepKind)
        raise PlanError("plan.kind", field=f"{where}kind", name=name, known=known) from None
    minutes = minutes_of(entry.get("minutes", 0), f"{where}minutes")
    return Step(kind, minutes, **{field: read.text(entry, field, where) for field in _WORDS})


def _in_order(outline: tuple[Step, ...]) -> None:
    """Raise PlanError when a step that comes once comes twice, or the first or last is not what it has to be."""
    kinds = [step.kind for step in outline]
    if twice := next((kind for kind in _ONCE if kinds.count(kind) > 1), None):
        raise PlanError("plan.once", field="step", name=twice.value)
    if kinds[0] is not StepKind.LOBBY or kinds[-2:] != [StepKind.READING, StepKind.CLOSING]:
        raise PlanError("plan.ends", field="step")


def _line(text: str, field: str) -> int:
    """Give the line, from 1, on which a field such as `step[3].minutes` stands; that of its step when it is not there.

    TOML's reader tells no lines once the text is read, so the header of the step is counted.
    """
    where = re.fullmatch(r"step\[(\d+)\]\.(\w+)", field)
    wanted, name = (int(where[1]), where[2]) if where else (0, field)
    header, seen = 1, 0
    for number, line in enumerate(text.splitlines(), start=1):
        if _HEADER.match(line):
            seen, header = seen + 1, number if seen < wanted else header
        if seen == wanted and re.match(rf"\s*{re.escape(name)}\s*=", line):
            return number
    return header
