"""Places: which words name one, and where a name stands as one does, since many names are both."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sessions.mask.context import directly_after, directly_before, has_capital, word
from sessions.mask.lexicon import lists, looks

if TYPE_CHECKING:
    from sessions.mask.note import Note

_LISTED = 3
"""Words. How far ahead in a list of capitals a place that is no name is looked for."""
_LOOK_BACK = 4
"""Words. How far before "to" or "from" a word for going may stand."""


@cache
def _post_towns() -> frozenset[str]:
    """Give villages with a post code; many a farm and its family are called the same."""
    text = files("sessions.mask").joinpath("data", "post_towns.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def _towns() -> frozenset[str]:
    """Give towns, villages and municipalities that are no common names."""
    text = files("sessions.mask").joinpath("data", "places.txt").read_text(encoding="utf-8")
    return frozenset(text.split()) | lists()["municipalities"] | lists()["districts"]


def is_known(low: str) -> bool:
    """Say whether a folded word is a place by the lists, whatever else it is."""
    return low in lists()["places"] or low in _towns() or low in _post_towns()


def is_no_name(low: str) -> bool:
    """Say whether a folded word is a place that people are hardly called after."""
    return low in lists()["places"] or (low in _towns() and not max(looks(low).name))


def is_place(note: Note, index: int) -> bool:
    """Say whether the word is the name of a place or a thing by the lists."""
    low = note.folded[index]
    return is_no_name(low) or low in lists()["no_person"] or low in lists()["medicines"]


def in_a_place(note: Note, index: int) -> bool:
    """Say whether a place follows that the word lies in or names: "Lunde i Telemark", "Lunde kyrkje"."""
    following = directly_after(note, index)
    return following in lists()["houses"] or (following in {"i", "på"} and is_known(word(note, index + 2)))


def stands_at_place(note: Note, index: int) -> bool:
    """Say whether what stands before asks for a place: "på Solvang", but not "vente på Solveig"."""
    before = directly_before(note, index)
    if before in lists()["stands_at"]:
        return word(note, index - 2) not in lists()["on_someone"] and word(note, index - 3) not in lists()["on_someone"]
    if before in lists()["from"] and is_known(note.folded[index]) and not max(looks(note.folded[index]).name):
        return True
    if before in lists()["place_only"]:
        return True
    onward = directly_before(note, index - 1) in lists()["onward"]
    return before in lists()["from_and_to"] and (onward or _goes(note, index - 1))


def on_the_way(note: Note, index: int) -> bool:
    """Say whether the word is where a way begins or ends: "fra Skage til Harran"."""
    for first in (index, index - 2):
        if directly_before(note, first) in lists()["from"] and word(note, first + 1) in {"til", "te"}:
            return has_capital(note, first) and has_capital(note, first + 2)
    return False


def _goes(note: Note, index: int) -> bool:
    """Say whether the small word at `index` tells where someone goes: "køyrer frå Folkestad", "turen til Giske"."""
    return any(word(note, place) in lists()["going"] for place in range(index - 1, index - 1 - _LOOK_BACK, -1))


def among_places(note: Note, index: int) -> bool:
    """Say whether the word is one of several places: "Skreia, Lena og Kapp"."""
    if _is_capital_place(note, _previous(note, index)):
        return True
    for _ in range(_LISTED):
        index = _next(note, index)
        if index >= note.size or not note.words[index][0].isupper():
            return False
        if _is_capital_place(note, index):
            return True
    return False


def _is_capital_place(note: Note, index: int) -> bool:
    if not (0 <= index < note.size and note.words[index][0].isupper()):
        return False
    low = note.folded[index]
    return is_no_name(low) or (is_known(low) and not max(looks(low).name))


def _next(note: Note, index: int) -> int:
    """Give the place of the word that is listed after the one at `index`, or none beyond the text."""
    if note.gaps[index] in lists()["list_signs"] or note.gaps[index] == ", ":
        return index + 1
    return index + 2 if directly_after(note, index) in lists()["list_words"] else note.size


def _previous(note: Note, index: int) -> int:
    for place in (index - 1, index - 2):
        if place >= 0 and _next(note, place) == index:
            return place
    return -1
