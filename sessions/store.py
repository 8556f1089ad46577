"""The store: where sessions are kept, and what it takes for a change to be on disk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from sessions import documents, group_documents
from sessions.database import Change, Database

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from sessions.flat import Document
    from sessions.group import Group
    from sessions.session import Session

Noun = TypeVar("Noun")
_RAW = ("notes", "people", "rulings", "sentences")  # what is erased when the time that people were promised is over


class Store(Protocol):
    """Where sessions are kept. What `save` gives is done when the change is on disk, and not before."""

    @property
    def trouble(self) -> OSError | None:
        """Why the disk does not take what is written, while it does not."""

    def sessions(self) -> list[Session]:
        """Give every session that can be read, the newest first."""

    def groups(self) -> list[Group]:
        """Give every group that can be read, by name."""

    def save_group(self, before: Group, after: Group) -> Future[None]:
        """Keep what has changed of a group."""

    def save(self, before: Session | None, after: Session, notes: Collection[str] = ()) -> Future[None]:
        """Keep what has changed. `notes` are the ids of the notes that were written, changed or taken back.

        Of ballots only what they have become is kept: nothing on disk tells in which steps they came.
        """

    def erase(self, session: Session, *, raw_only: bool = False) -> None:
        """Erase a session for good, or only what is raw: notes, people, words ruled on, the sentences of ballots.

        Returns when nothing of it is on disk.
        """

    def forget(self) -> Future[int]:
        """Let what is in no document any more be in no file either, once the future is done."""


class TinyStore:
    """A store over the crash-safe TinyDB database."""

    def __init__(self, folder: Path) -> None:
        """Open the data folder. Raises Occupied when another program has it, and OSError when it cannot be used."""
        self._trouble: OSError | None = None
        self._database = Database(folder, on_trouble=self._told)

    @property
    def trouble(self) -> OSError | None:
        """Why the disk does not take what is written, while it does not."""
        return self._trouble

    @property
    def damaged(self) -> Path | None:
        """Where the parts of the data that could not be read were set aside, if there were any."""
        return self._database.damaged

    def close(self) -> None:
        """Write what waits, and let go of the folder. Raises OSError when something could not be written."""
        self._database.close()

    def sessions(self) -> list[Session]:
        """Give every session that can be read, the newest first."""
        parts = self._parts(documents.PARTS, "session")
        heads = self._database.documents("sessions")
        found = [session for own in heads for session in _read(documents.session_of, own, parts[str(own.get("id"))])]
        return sorted(found, key=lambda session: (session.day, session.id), reverse=True)

    def groups(self) -> list[Group]:
        """Give every group that can be read, by name."""
        parts = self._parts(group_documents.PARTS, "group")
        heads = self._database.documents("groups")
        found = [group for own in heads for group in _read(group_documents.group_of, own, parts[str(own.get("name"))])]
        return sorted(found, key=lambda group: group.name.casefold())

    def save_group(self, before: Group, after: Group) -> Future[None]:
        """Keep what has changed of a group, as one transaction; what forms were added leaves no history."""
        traced = before.hindsight == after.hindsight
        return self._database.save([*_group_changes(before, after)], traced=traced)

    def _parts(self, tables: Iterable[str], owner: str) -> defaultdict[str, defaultdict[str, list[Document]]]:
        """Give the documents of tables by the name of their owner, and by their table."""
        parts: defaultdict[str, defaultdict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
        for part in tables:
            for document in self._database.documents(part):
                parts[str(document.get(owner))][part].append(document)
        return parts

    def save(self, before: Session | None, after: Session, notes: Collection[str] = ()) -> Future[None]:
        """Keep what has changed, as one transaction; all of it when there was nothing before."""
        notes = after.notes if before is None else notes
        traced = before is None or before.ballots == after.ballots
        return self._database.save([*_changes(before, after), *_note_changes(after, notes)], traced=traced)

    def erase(self, session: Session, *, raw_only: bool = False) -> None:
        """Erase a session for good, or only what is raw. Returns when nothing of it is on disk.

        What was set aside as damaged goes too, since nobody can tell what stands in it.
        """

        def matching(table: str, document: Mapping[str, object]) -> bool:
            own = document.get("id") if table == "sessions" else document.get("session")
            return own == session.id and (table in _RAW or not raw_only)

        self._database.erase(matching).result()

    def forget(self) -> Future[int]:
        """Let what is in no document any more be in no file either, once the future is done."""
        return self._database.erase(lambda _, __: False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _told(self, error: OSError | None) -> None:
        self._trouble = error


def _read(
    build: Callable[[Document, dict[str, list[Document]]], Noun], own: Document, parts: dict[str, list[Document]]
) -> Iterator[Noun]:
    """Give the noun, or nothing when someone has changed the file so that it is none any more."""
    try:
        yield build(own, parts)
    except (LookupError, TypeError, ValueError):
        return


def _changes(before: Session | None, after: Session) -> Iterator[Change]:
    if before is not None and after.differs_in_notes_only(before):
        return
    own = documents.head(after)
    if before is None or documents.head(before) != own:
        yield Change("sessions", after.id, own)
    for part, fields in _COMPARED.items():
        if before is not None and all(getattr(before, name) is getattr(after, name) for name in fields):
            continue
        old = dict(documents.rows(before, part)) if before else {}
        yield from _different(part, old, dict(documents.rows(after, part)))


def _group_changes(before: Group, after: Group) -> Iterator[Change]:
    """Give what has changed; the group's own document always, since one that has changed nothing may be new."""
    yield Change("groups", after.name, group_documents.head(after))
    for part in group_documents.PARTS:
        yield from _different(part, dict(group_documents.rows(before, part)), dict(group_documents.rows(after, part)))


def _different(table: str, old: dict[str, Document], new: dict[str, Document]) -> Iterator[Change]:
    yield from (Change(table, key, None) for key in old if key not in new)
    yield from (Change(table, key, document) for key, document in new.items() if old.get(key) != document)


_COMPARED = {
    "steps": ("steps", "timers"),
    "tables": ("tables",),
    "people": ("people",),
    "rulings": ("rulings",),
    "items": ("items",),
    "ticks": ("ballots",),
    "sentences": ("ballots",),
}


def _note_changes(session: Session, ids: Collection[str]) -> Iterator[Change]:
    for note_id in ids:
        note = session.notes.find(note_id)
        key, document = documents.note_row(session, note) if note else (f"{session.id}/{note_id}", None)
        yield Change("notes", key, document)
