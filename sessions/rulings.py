"""Rulings: what the group chose for a word of which the mask could not tell whether it points at someone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruling:
    """A word that was in doubt, and what became of it.

    `word` is as it was written. `reason` is the key of why it was in doubt, which is its sense: the same word in doubt
    for another reason is another question. `masked` says that it is taken out wherever it is found so; else it stays.
    """

    word: str
    reason: str
    masked: bool
