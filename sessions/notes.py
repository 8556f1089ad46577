"""Notes: what the hosts write at the tables. Raw, they never leave the laptop."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, replace

# What acts on a terminal or turns the order of what is shown around: control characters but the line end, Unicode's
# bidirectional controls (UAX #9), line and paragraph separators, lone surrogates, and what looks like nothing. The
# joiners U+200C and U+200D stay: emoji and some scripts need them.
_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\u200b\u2060\ufeff\u00ad]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """What was written at one table in one round.

    `id` is made by the writer's side, so that the same note sent twice is one note. `round` counts from 1; 0 is before
    the first. `written` is in UTC seconds. `edit` grows with each change of the note, so that one that comes late is
    known as older; `gone` says that it has been taken back, and then nothing of what it said is left.
    """

    id: str
    table: int
    round: int
    text: str
    written: float
    lift: bool = False
    edit: int = 0
    gone: bool = False

    def taken_back(self, edit: int = 0) -> Note:
        """Give what is left of it when it is taken back; `edit` is the number of that change, where it has one."""
        return replace(self, text="", lift=False, edit=max(edit, self.edit + 1), gone=True)


class Notes(Mapping[str, Note]):
    """Notes by id, in the order in which they were written. Never changed: `put` gives others, and shares most of them.

    So one note more costs the same however many there are. Those that have been taken back are not among them, but are
    remembered, so that what a phone sends late does not bring them back.
    """

    __slots__ = ("_gone", "_pages")
    _PAGE = 128  # notes that are copied at most when one is added

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        found = list(notes)
        kept = {note.id: note for note in found if not note.gone}
        self._gone = {note.id: note for note in found if note.gone and note.id not in kept}
        every = list(kept.values())
        starts = range(0, len(every), self._PAGE)
        self._pages = tuple({note.id: note for note in every[start : start + self._PAGE]} for start in starts)

    def __getitem__(self, note_id: str) -> Note:
        for page in self._pages:
            if note_id in page:
                return page[note_id]
        raise KeyError(note_id)

    def __iter__(self) -> Iterator[str]:
        return (note_id for page in self._pages for note_id in page)

    def __len__(self) -> int:
        return sum(map(len, self._pages))

    def values(self) -> ValuesView[Note]:
        """Give the notes, the first written first."""
        return self._one_page().values()

    def items(self) -> ItemsView[str, Note]:
        """Give the notes with their ids, the first written first."""
        return self._one_page().items()

    @property
    def gone(self) -> ValuesView[Note]:
        """What is left of the notes that were taken back."""
        return self._gone.values()

    def find(self, note_id: str) -> Note | None:
        """Give a note, also one that has been taken back."""
        return self.get(note_id) or self._gone.get(note_id)

    def _one_page(self) -> dict[str, Note]:
        return {note_id: note for page in self._pages for note_id, note in page.items()}

    def put(self, note: Note) -> Notes:
        """Give these notes with one more, or with a changed one, last; without one that has been taken back."""
        notes = self.without(note.id)
        pages, gone = notes._pages, notes._gone  # noqa: SLF001  # its own kind
        if note.gone:
            return _of(pages, {**gone, note.id: note})
        if pages and len(pages[-1]) < self._PAGE:
            return _of((*pages[:-1], {**pages[-1], note.id: note}), gone)
        return _of((*pages, {note.id: note}), gone)

    def without(self, note_id: str) -> Notes:
        """Give these notes but the one with this id, which is not remembered either."""
        if self.find(note_id) is None:
            return self
        pages = (_but(note_id, page) for page in self._pages)
        return _of(tuple(page for page in pages if page), _but(note_id, self._gone))


def _but(note_id: str, notes: dict[str, Note]) -> dict[str, Note]:
    return {known: note for known, note in notes.items() if known != note_id} if note_id in notes else notes


def _of(pages: tuple[dict[str, Note], ...], gone: dict[str, Note]) -> Notes:
    notes = Notes()
    notes._pages, notes._gone = pages, gone  # noqa: SLF001  # its own kind
    return notes


def plain(text: str) -> str:
    """Text as text: NFC, one kind of line end, no control characters, no bidi overrides, no lone surrogates, trimmed.

    What is left can be shown in a terminal and stored as UTF-8 without acting on either.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", harmless(text)).strip()


def harmless(text: str) -> str:
    """Text without what acts on a terminal, turns the order of what is shown, or cannot be seen."""
    return _ACTING.sub("", text)


def one_line(text: str) -> str:
    """Text as `plain` gives it, on one line: for headings and names."""
    return " ".join(plain(text).split())
