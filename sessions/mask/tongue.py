"""In which tongue a note is written, and which notes are alone with theirs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sessions.mask.unattributed import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sessions.notes import Note

_FEWEST = 3  # notes of a table: with fewer there is nothing to be unlike


def lone_voices(notes: Iterable[Note]) -> frozenset[str]:
    """Give the ids of the notes that are in a language or dialect which only one at their table writes."""
    tables: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        tables[note.table][language_of(note.text)].append(note.id)
    return frozenset(
        ids[0]
        for tongues in tables.values()
        if sum(map(len, tongues.values())) >= _FEWEST
        for ids in tongues.values()
        if len(ids) == 1
    )
