"""The store: where sessions are kept, and what it takes for a change to be on disk."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, Self

from sessions import documents
from sessions.database import Change, Database

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from sessions.documents import Document
    from sessions.session import Session

_RAW = ("notes", "people", "rulings")  # what is erased when the time that people were promised is over


class Store(Protocol):
    """Where sessions are kept. What `save` gives is done when the change is on disk, and not before."""

    @property
    def trouble(self) -> OSError | None:
        """Why the disk does not take what is written, while it does not."""

    def sessions(self) -> list[Session]:
        """Give every session that can be read, the newest first."""

    def save(self, before: Session | None, after: Session, notes: Collection[str] = ()) -> Future[None]:
        """Keep what has changed. `notes` are the ids of the notes that were written, changed or taken back."""

    def erase(self, session: Session, *, raw_only: bool = False) -> None:
        """Erase a session for good, or only what is raw in it. Returns when nothing of it is on disk."""


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
        parts: dict[str, dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
        for part in documents.PARTS:
            for document in self._database.documents(part):
                parts[str(document.get("session"))][part].append(document)
        heads = self._database.documents("sessions")
        found = [session for own in heads for session in _read(own, parts[str(own.get("id"))])]
        return sorted(found, key=lambda session: (session.day, session.id), reverse=True)

    def save(self, before: Session | None, after: Session, notes: Collection[str] = ()) -> Future[None]:
        """Keep what has changed, as one transaction; all of it when there was nothing before."""
        notes = after.notes if before is None else notes
        return self._database.save([*_changes(before, after), *_note_changes(after, notes)])

    def erase(self, session: Session, *, raw_only: bool = False) -> None:
        """Erase a session for good, or what is raw in it: notes, people, words ruled on. Returns when it is off disk.

        What was set aside as damaged goes too, since nobody can tell what stands in it.
        """

        def matching(table: str, document: Mapping[str, object]) -> bool:
            own = document.get("id") if table == "sessions" else document.get("session")
            return own == session.id and (table in _RAW or not raw_only)

        self._database.erase(matching).result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _told(self, error: OSError | None) -> None:
        self._trouble = error


def _read(own: Document, parts: dict[str, list[Document]]) -> Iterator[Session]:
    """Give the session, or nothing when someone has changed the file so that it is none any more."""
    try:
        yield documents.session_of(own, parts)
    except (LookupError, TypeError, ValueError):
        return


def _changes(before: Session | None, after: Session) -> Iterator[Change]:
    own = documents.head(after)
    if before is None or documents.head(before) != own:
        yield Change("sessions", after.id, own)
    for part, fields in _COMPARED.items():
        if before is not None and all(getattr(before, name) is getattr(after, name) for name in fields):
            continue
        old = dict(documents.rows(before, part)) if before else {}
        new = dict(documents.rows(after, part))
        yield from (Change(part, key, None) for key in old if key not in new)
        yield from (Change(part, key, document) for key, document in new.items() if old.get(key) != document)


_COMPARED = {"steps": ("steps", "timers"), **{part: (part,) for part in ("tables", "people", "rulings", "items")}}


def _note_changes(session: Session, ids: Collection[str]) -> Iterator[Change]:
    for note_id in ids:
        note = session.notes.get(note_id)
        key, document = documents.note_row(session, note) if note else (f"{session.id}/{note_id}", None)
        yield Change("notes", key, document)
