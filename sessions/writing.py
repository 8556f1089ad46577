"""Writing: what becomes of a session when a note is written, changed or taken back, by the facilitator or by a host."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.notes import Note, plain
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from sessions.session import Session

LONGEST_NOTE = 50_000  # characters: a note is a few sentences; this is where a paste gone wrong is stopped


class NoteError(TroubleError):
    """A note that cannot be kept as it is."""


def note_of(session: Session, table: int, text: str, note_id: str, now: float, begun_in: int = 0) -> Note:
    """Give the note that a table writes at `now` (UTC seconds), or the one with that id in other words.

    `begun_in` is the round it was begun in, 0 for the one that is written in now; a note stays in its round.
    NoteError when it is empty or far too long.
    """
    text = plain(text)
    if not text:
        raise NoteError("note.empty")
    if len(text) > LONGEST_NOTE:
        raise NoteError("note.long", most=LONGEST_NOTE)
    if known := session.notes.get(note_id):
        return replace(known, table=table, text=text, written=now, edit=known.edit + 1)
    latest = session.writing_round
    number = min(begun_in, latest) if begun_in > 0 else latest
    return Note(note_id or secrets.token_hex(8), table, number, text, now)


def without(session: Session, note_id: str) -> Session:
    """Take a note away; what its phone sends late does not bring it back."""
    note = session.notes.get(note_id)
    return _without(session, note.taken_back()) if note else session


def host_wrote(session: Session, note: Note) -> Session:
    """Take a note from a table, or a change of it; the very same session when there is nothing new in it.

    `edit` of the note grows with each change: one that comes after a newer one, or after the taking back, changes
    nothing, for the newer is kept. NoteError when it is another table's, and when writing is closed.
    """
    known = _known(session, note.table, note.id)
    if known and (note.edit < known.edit or known == replace(note, written=known.written)):
        return session
    return session.with_note(note)


def host_took_back(session: Session, table: int, note_id: str, edit: int, now: float) -> Session:
    """Take away a note of a table; the very same session when it is gone already. NoteError as above.

    Without an `edit` it is the newest change. A note that has not come yet is gone when it comes.
    """
    known = _known(session, table, note_id)
    if known and (edit <= known.edit if known.gone else 0 < edit < known.edit):
        return session
    note = known or Note(note_id, table, session.writing_round, "", now)
    return _without(session, note.taken_back(edit))


def _known(session: Session, table: int, note_id: str) -> Note | None:
    """Give the note if the table has it or has taken it back; NoteError when the table may not touch it."""
    note = session.notes.find(note_id)
    if not session.hosts_may_write:
        raise NoteError("note.closed")
    if note and note.table != table:
        raise NoteError("note.other_table")
    return note


def _without(session: Session, gone: Note) -> Session:
    after = session.without_note(gone.id)
    return replace(after, notes=after.notes.put(gone))
