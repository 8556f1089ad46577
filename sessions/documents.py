"""A session as flat documents, and back."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any

from sessions.entry import Entry
from sessions.items import Fate, Item
from sessions.notes import Note, Notes
from sessions.people import Person
from sessions.programme import Step, StepKind
from sessions.rulings import Ruling
from sessions.session import Session
from sessions.tables import Table
from sessions.timer import Timer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Document = dict[str, Any]
PARTS = (
    "steps",
    "tables",
    "people",
    "rulings",
    "notes",
    "items",
)  # each has documents of its own, beside the session's
_HEAD = tuple(field.name for field in fields(Session) if field.name not in {*PARTS, "timers", "entry"})
_ENTRY = "entry_"


def head(session: Session) -> Document:
    """Give the session's own document: everything but its parts."""
    own = {name: _plain(getattr(session, name)) for name in _HEAD}
    return own | {f"{_ENTRY}{name}": value for name, value in _flat(session.entry).items()}


def rows(session: Session, part: str) -> Iterator[tuple[str, Document]]:
    """Give one part of a session as pairs of key and document, each with its session and its place in the order."""
    if part == "steps":
        nouns = [
            (str(i), _flat(s) | _flat(t)) for i, (s, t) in enumerate(zip(session.steps, session.timers, strict=True))
        ]
    elif part == "notes":
        nouns = [(note.id, _flat(note)) for note in session.notes.values()]
    elif part == "items":
        nouns = [(str(item.number), _flat(item)) for item in session.items]
    else:
        nouns = [(str(place), _flat(noun)) for place, noun in enumerate(getattr(session, part))]
    for place, (key, document) in enumerate(nouns):
        yield f"{session.id}/{key}", {"session": session.id, "place": place, **document}


def note_row(session: Session, note: Note) -> tuple[str, Document]:
    """Give one note as its key and document. Its place is that of its time, since notes are only ever added."""
    return f"{session.id}/{note.id}", {"session": session.id, "place": note.written, **_flat(note)}


def session_of(own: Document, parts: dict[str, list[Document]]) -> Session:
    """Build a session from its documents. Raises LookupError, TypeError or ValueError when they do not make one."""
    for part, noun in _NOUNS.items():
        for row in parts.get(part, []):
            _check(noun, row)
    for row in parts.get("steps", []):
        _check(Step, row)
        _check(Timer, row)
    _check(Session, own)
    ordered = {part: sorted(parts.get(part, []), key=lambda row: row["place"]) for part in PARTS}
    steps = ordered["steps"]
    session = Session(
        **{name: own[name] for name in _HEAD if name in own and name not in _READ},
        **{name: read(own[name]) for name, read in _READ.items() if name in own},
        entry=Entry(**{name[len(_ENTRY) :]: value for name, value in own.items() if name.startswith(_ENTRY)}),
        steps=tuple(Step(StepKind(row["kind"]), row["minutes"], row["prompt"]) for row in steps),
        timers=tuple(_noun(Timer, row) for row in steps),
        tables=tuple(_noun(Table, row) for row in ordered["tables"]),
        people=tuple(_noun(Person, row) for row in ordered["people"]),
        rulings=tuple(_noun(Ruling, row) for row in ordered["rulings"]),
        notes=Notes(_noun(Note, row) for row in ordered["notes"]),
        items=tuple(_item(row) for row in ordered["items"]),
    )
    if not 0 <= session.at < len(session.steps):
        raise IndexError(session.at)  # a session that is at no step cannot be run
    return session


def _flat(noun: object) -> Document:
    return {field.name: _plain(getattr(noun, field.name)) for field in fields(noun)}  # type: ignore[arg-type]  # all nouns are dataclasses


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _check(cls: type[Any], row: Document) -> None:
    """Raise TypeError when a field is not of the kind it has in a document: it would be noticed in a meeting."""
    for field in fields(cls):
        kinds = _KINDS.get(str(field.type))
        if kinds and field.name in row and not isinstance(row[field.name], kinds):
            raise TypeError(field.name)
        if kinds == (list,) and field.name in row and not all(isinstance(text, str) for text in row[field.name]):
            raise TypeError(field.name)


def _noun(cls: type[Any], row: Document) -> Any:  # noqa: ANN401  # one reader for all flat nouns
    return cls(**{field.name: row[field.name] for field in fields(cls)})


def _item(row: Document) -> Item:
    fate = None if row["fate"] is None else Fate(row["fate"])
    return Item(row["number"], row["heading"], row["text"], tuple(row["notes"]), fate, row["ask"])


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


_NOUNS: dict[str, type[Any]] = {"tables": Table, "people": Person, "rulings": Ruling, "notes": Note, "items": Item}
_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "bool": (bool,),
    "float": (int, float),
    "float | None": (int, float, NoneType),
    "tuple[str, ...]": (list,),
}
_READ: dict[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "approved_on": _day,
    "questions": tuple,
    "let_be": tuple,
}
