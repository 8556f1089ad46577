"""The way back: how one change is undone, whatever has been written on the phones since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sessions.group import Group
    from sessions.session import Session


@dataclass(frozen=True, slots=True)
class WayBack:
    """How to undo one change of the session, and of what its group remembers where that was changed with it."""

    undo: Callable[[Session], Session]
    notes: tuple[str, ...] = ()
    in_book: tuple[Group, Group] | None = None


def as_before(was: Session, now: Session, changed: Collection[str]) -> Session:
    """Give `now` with the items as they were, and the changed notes too; what hosts have written since stays."""
    old = (was.notes[i] if i in changed else now.notes[i] for i in was.notes if i in changed or i in now.notes)
    new = (note for i, note in now.notes.items() if i not in was.notes and i not in changed)
    kept = Notes((*old, *new, *now.notes.gone))
    items = tuple(replace(item, notes=tuple(known for known in item.notes if known in kept)) for item in was.items)
    return replace(now.with_items(items), notes=kept)
