"""The fields of a plan: one by one out of TOML, with an error that names the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sessions.notes import one_line
from sessions.trouble import PlanError

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 500  # characters: what stands on a wall is short


def clean(value: str) -> str:
    """Give a text as one line without control characters."""
    return one_line(value)


def known_only(data: dict[str, Any], known: Iterable[str], where: str = "") -> None:
    """Raise PlanError for the first field that there is not."""
    known = tuple(known)
    if unknown := next((name for name in data if name not in known), None):
        raise PlanError("plan.field", field=where + unknown, known=", ".join(known))


def text(data: dict[str, Any], field: str, where: str = "") -> str:
    """Give a text field, empty when it is not there. Raises PlanError for a number, or for a text of a page."""
    value = data.get(field, "")
    if not isinstance(value, str):
        raise PlanError("plan.text", field=where + field)
    value = clean(value)
    if len(value) > LONGEST:
        raise PlanError("plan.long", field=where + field, most=LONGEST)
    return value


def needed(data: dict[str, Any], field: str, where: str = "") -> str:
    """Give a text field that has to be there. Raises PlanError when it is not."""
    value = text(data, field, where)
    if not value:
        raise PlanError("plan.needed", field=where + field)
    return value


def whole(data: dict[str, Any], field: str, usual: int, least: int, most: int) -> int:
    """Give a whole number from `least` to `most`. Raises PlanError for anything else."""
    value = data.get(field, usual)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise PlanError("plan.number", field=field, value=value, least=least, most=most)
    return value


def entries(data: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """Give a list of tables (`[[tables]]`). Raises PlanError for anything else."""
    value = data.get(field, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise PlanError("plan.entries", field=field)
    return value
