"""A session as flat documents, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.ballots import SENTENCES, Ballots
from sessions.entry import Entry
from sessions.flat import Document, flat, noun_of
from sessions.items import Item
from sessions.notes import Note, Notes
from sessions.people import Person
from sessions.programme import Step
from sessions.rulings import Ruling
from sessions.session import Session
from sessions.tables import Table
from sessions.timer import Timer

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each part has documents of its own, beside the session's; ticks and sentences of the ballots lie apart.
PARTS = ("steps", "tables", "people", "rulings", "notes", "items", "ticks", "sentences")
_APART = (*PARTS, "timers", "entry", "ballots")
_ENTRY = "entry_"


def head(session: Session) -> Document:
    """Give the session's own document: everything but its parts."""
    return flat(session, _APART) | {f"{_ENTRY}{name}": value for name, value in flat(session.entry).items()}


def rows(session: Session, part: str) -> Iterator[tuple[str, Document]]:
    """Give one part of a session as pairs of key and document, each with its session and its place in the order."""
    if part == "steps":
        nouns = [
            (str(i), flat(s) | flat(t)) for i, (s, t) in enumerate(zip(session.steps, session.timers, strict=True))
        ]
    elif part == "notes":
        nouns = [(note.id, flat(note)) for note in (*session.notes.values(), *session.notes.gone)]
    elif part == "items":
        nouns = [(str(item.number), flat(item)) for item in session.items]
    elif part in {"ticks", "sentences"}:
        nouns = [("all", row)] if (row := _ballots(session.ballots, part)) else []
    else:
        nouns = [(str(place), flat(noun)) for place, noun in enumerate(getattr(session, part))]
    for place, (key, document) in enumerate(nouns):
        yield f"{session.id}/{key}", {"session": session.id, "place": place, **document}


def _ballots(ballots: Ballots, part: str) -> Document:
    """Give the numbers, or the sentences; empty when there are none. Nothing in one leads to the other."""
    row = flat(ballots)
    kept = {name: value for name, value in row.items() if (name in SENTENCES) is (part == "sentences")}
    return kept if any(kept.values()) else {}


def note_row(session: Session, note: Note) -> tuple[str, Document]:
    """Give one note as its key and document. Its place is that of its time, since notes are only ever added."""
    return f"{session.id}/{note.id}", {"session": session.id, "place": note.written, **flat(note)}


def session_of(own: Document, parts: dict[str, list[Document]]) -> Session:
    """Build a session from its documents. Raises LookupError, TypeError or ValueError when they do not make one."""
    ordered = {part: sorted(parts.get(part, []), key=lambda row: row["place"]) for part in PARTS}
    entry = {name[len(_ENTRY) :]: value for name, value in own.items() if name.startswith(_ENTRY)}
    session = noun_of(
        Session,
        {name: value for name, value in own.items() if name not in _APART},
        entry=noun_of(Entry, entry),
        steps=tuple(noun_of(Step, row) for row in ordered["steps"]),
        timers=tuple(noun_of(Timer, row) for row in ordered["steps"]),
        tables=tuple(noun_of(Table, row) for row in ordered["tables"]),
        people=tuple(noun_of(Person, row) for row in ordered["people"]),
        rulings=tuple(noun_of(Ruling, row) for row in ordered["rulings"]),
        notes=Notes(noun_of(Note, row) for row in ordered["notes"]),
        items=tuple(noun_of(Item, row) for row in ordered["items"]),
        ballots=noun_of(
            Ballots, {k: v for part in ("ticks", "sentences") for row in ordered[part] for k, v in row.items()}
        ),
    )
    if not 0 <= session.at < len(session.steps):
        raise IndexError(session.at)  # a session that is at no step cannot be run
    return session
