"""Medicines, whose names are capitalised and look like no word: known ones, and what a dose or a form gives away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask.context import directly_before, word
from sessions.mask.lexicon import endings, lists, looks

if TYPE_CHECKING:
    from sessions.mask.note import Note

_AMOUNT = re.compile(r"\d+(?:mg|ml|mcg|µg|g|ie)?")
_SHORTEST_SUBSTANCE = 7


def is_medicine(note: Note, index: int) -> bool:
    """Say whether the word is a medicine: "Selo-Zok", "Concerta 36 mg", "tablett Orfiril", "kandesartan"."""
    low = note.folded[index]
    if _is_substance(low) or _is_half(note, index):
        return True
    given = directly_before(note, index) in lists()["medicine_forms"] or _is_dosed(note, index)
    return given and not max(looks(low).name)


@lru_cache(maxsize=20_000)
def _is_substance(low: str) -> bool:
    """Say whether a folded word is a known medicine, or ends as substances do."""
    if low in lists()["medicines"]:
        return True
    return len(low) >= _SHORTEST_SUBSTANCE and low.endswith(endings("substance_endings")) and not max(looks(low).name)


def _is_dosed(note: Note, index: int) -> bool:
    """Say whether an amount follows in the units of medicines, with or without a form between: "depot 36 mg"."""
    amount, place = word(note, index + 1), index + 1
    if amount in lists()["medicine_forms"]:
        amount, place = word(note, index + 2), index + 2
    if not amount[:1].isdigit():
        return False
    return bool(_AMOUNT.fullmatch(amount)) and (not amount.isdigit() or word(note, place + 1) in lists()["dose_units"])


def _is_half(note: Note, index: int) -> bool:
    """Say whether the word is one of two that a hyphen makes one medicine of."""
    low = note.folded[index]
    if note.gaps[index] == "-" and f"{low}-{word(note, index + 1)}" in lists()["medicines"]:
        return True
    return index > 0 and note.gaps[index - 1] == "-" and f"{word(note, index - 1)}-{low}" in lists()["medicines"]
