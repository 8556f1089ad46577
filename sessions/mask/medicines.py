"""Medicines, whose names are capitalised and look like no word: known ones, and what a dose or a form gives away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.context import directly_after, directly_before, word
from sessions.mask.lexicon import endings, lists, looks

if TYPE_CHECKING:
    from sessions.mask.note import Note

_AMOUNT = re.compile(r"\d+(?:mg|ml|mcg|µg|g|ie)?")
_SHORTEST_SUBSTANCE = 7


def is_medicine(note: Note, index: int) -> bool:
    """Say whether the word is a medicine: "Selo-Zok", "Concerta 36 mg", "tablett Orfiril", "kandesartan"."""
    low = note.folded[index]
    if low in lists()["medicines"] or _is_half(note, index):
        return True
    if max(looks(low).name):
        return False
    ends = len(low) >= _SHORTEST_SUBSTANCE and low.endswith(endings("substance_endings"))
    return ends or directly_before(note, index) in lists()["medicine_forms"] or _is_dosed(note, index)


def _is_dosed(note: Note, index: int) -> bool:
    """Say whether an amount follows in the units of medicines, with or without a form between: "depot 36 mg"."""
    place = index + 2 if directly_after(note, index) in lists()["medicine_forms"] else index + 1
    amount = word(note, place)
    return bool(_AMOUNT.fullmatch(amount)) and (not amount.isdigit() or word(note, place + 1) in lists()["dose_units"])


def _is_half(note: Note, index: int) -> bool:
    """Say whether the word is one of two that a hyphen makes one medicine of."""
    known = lists()["medicines"]
    low = note.folded[index]
    if note.gaps[index] == "-" and f"{low}-{word(note, index + 1)}" in known:
        return True
    return index > 0 and note.gaps[index - 1] == "-" and f"{word(note, index - 1)}-{low}" in known
