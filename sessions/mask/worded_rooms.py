"""Rooms whose number is written in words: "rom tolv", "seng B", "leilighet hundre og fire"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.wordings import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.note import Note

_NUMBER_SIGNS = frozenset({"nr", "nummer", "no"})
_LETTERS = frozenset("ABCDEFGH")
_ARTICLES = frozenset({"en", "ein", "ei", "et", "ett"})


def find_worded_rooms(note: Note) -> Iterator[Finding]:
    """Find a room, bed or flat with its number in words, unless the number counts something that follows."""
    if words_of("rooms").isdisjoint(note.folded):
        return
    for index, low in enumerate(note.folded):
        if low in words_of("rooms") and note.gaps[index] in {" ", ". "}:
            first = index + 1 + (index + 1 < note.size and note.folded[index + 1] in _NUMBER_SIGNS)
            last = _last_of_number(note, first)
            if last < first and low in words_of("lettered") and _is_letter(note, first):
                yield Finding(note.starts[index], note.ends[first], Kind.ROOM, reason="room")
            if last >= first and not _counts(note, last):
                yield Finding(note.starts[index], note.ends[last], Kind.ROOM, reason="room")


def _is_letter(note: Note, index: int) -> bool:
    """Say whether a bed or a room has a capital for a number: "seng B"."""
    return index < note.size and note.words[index] in _LETTERS


def _last_of_number(note: Note, first: int) -> int:
    """Give the last word of the number that begins at `first`, or a place before it where none does."""
    if first < note.size and note.folded[first] in _ARTICLES:
        return first - 1
    last = first - 1
    while last + 1 < note.size and note.folded[last + 1] in _numbers():
        last += 1
        if last + 2 < note.size and note.folded[last + 1] == "og" and "hundre" in note.folded[last]:
            last += note.folded[last + 2] in _numbers()
    return last


def _counts(note: Note, last: int) -> bool:
    return last + 1 < note.size and note.folded[last + 1] in words_of("counted_after")


@cache
def _numbers() -> frozenset[str]:
    small = words_of("ones") | words_of("teens") | words_of("tens")
    joined = {ten + one for ten in words_of("tens") for one in words_of("ones")}
    hundreds = {"hundre", *(one + "hundre" for one in words_of("ones"))}
    with_rest = {f"{hundred}{link}{rest}" for hundred in hundreds for link in ("", "og") for rest in small | joined}
    return small | joined | hundreds | with_rest | {"null"}
