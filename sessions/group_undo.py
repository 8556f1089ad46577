"""Undoing one change of a group, whatever else has been put down in the meantime."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from sessions.group_documents import PARTS

if TYPE_CHECKING:
    from sessions.group import Group

_FOR_GOOD = ("logs",)  # what is gone here is gone: no undo brings back what its owner has erased


def undone(now: Group, before: Group, after: Group) -> Group:
    """Give the group as it is `now`, without what was changed from `before` to `after`.

    What came in between stays: of a part, only what was added then goes, and what went then comes back to its place.
    """
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(now)):
        was, became = getattr(before, name), getattr(after, name)
        if was != became and name not in _FOR_GOOD:
            changed[name] = _part(getattr(now, name), was, became) if name in PARTS else was
    return replace(now, **changed)


def _part(now: tuple[Any, ...], was: tuple[Any, ...], became: tuple[Any, ...]) -> tuple[Any, ...]:
    nouns = [noun for noun in now if noun in was or noun not in became]
    for place, noun in enumerate(was):
        if noun not in became and noun not in nouns:
            nouns.insert(min(place, len(nouns)), noun)
    return tuple(nouns)
