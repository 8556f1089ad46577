"""Ways back: how one change is undone, whatever else has come in between."""

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
    """How to undo one change of the session, and of what its group remembers where that was changed with it.

    `notes` are the ids of the notes that go back; `in_book` is the group before the change and after it.
    """

    undo: Callable[[Session], Session]
    notes: tuple[str, ...] = ()
    in_book: tuple[Group, Group] | None = None


def to_fields(was: Session, names: Collection[str], in_book: tuple[Group, Group] | None = None) -> WayBack:
    """Give the way back to some fields of a session as they are."""
    fields = {name: getattr(was, name) for name in names}
    return WayBack(lambda now: replace(now, **fields), in_book=in_book)


def to_notes_and_items(was: Session, changed: tuple[str, ...]) -> WayBack:
    """Give the way back to the notes and items as they are, in their order; `changed` are the notes that will change.

    What hosts have written since stays.
    """

    def undo(now: Session) -> Session:
        old = (was.notes[i] if i in changed else now.notes[i] for i in was.notes if i in changed or i in now.notes)
        new = (note for i, note in now.notes.items() if i not in was.notes and i not in changed)
        kept = Notes((*old, *new, *now.notes.gone))
        items = tuple(replace(item, notes=tuple(known for known in item.notes if known in kept)) for item in was.items)
        return replace(now.with_items(items), notes=kept)

    return WayBack(undo, changed)
