"""The people of the session, found by their names: full, first, middle or last, in any case, with a genitive s."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.note import WORD, Note, fold, plain
from sessions.mask.placeholders import genitive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sessions.people import Person

_JOIN = re.compile(r"[ \u00a0]?[-‐.’']?[ \u00a0]?")
_PARTICLES = frozenset({"van", "von", "de", "da", "del", "der", "den", "la", "bin", "al", "el", "abu", "ibn"})


@lru_cache(maxsize=8)
def names_of(people: tuple[Person, ...]) -> Mapping[str, bool]:
    """Give every folded word by which one of `people` can be named, and whether it is a genitive.

    One letter is no name: it stands for anything.
    """
    parts = {fold(part) for person in people for part in WORD.findall(person.name)}
    parts = {part for part in parts if len(part) > 1 and part not in _PARTICLES}
    parts |= {plain(part) for part in parts}
    return {part + "s": True for part in parts} | dict.fromkeys(parts, False)


def find_listed(note: Note, people: Sequence[Person]) -> Iterator[Finding]:
    """Find the names of `people`; words of one name that stand together are one finding."""
    names = names_of(tuple(people))
    index = 0
    while index < len(note):
        last = _last_of_name(note, index, names)
        if last is None:
            index += 1
            continue
        instead = genitive(Kind.PARTICIPANT) if names[note.folded[last]] else ""
        yield Finding(note.starts[index], note.ends[last], Kind.PARTICIPANT, reason="listed", instead=instead)
        index = last + 1


def _last_of_name(note: Note, index: int, names: Mapping[str, bool]) -> int | None:
    last = None
    while index < len(note) and note.folded[index] in names and index not in note.shielded:
        last = index
        if not _JOIN.fullmatch(note.between(index)):
            break
        index += 1
    return last
