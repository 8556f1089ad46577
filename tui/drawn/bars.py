"""Bars that are read from the back row: each under its number and its word, as large as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.drawn.letters import LARGEST, large_words, scale_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = 5  # lines that letters of scale 1 take; twice as many for scale 2, less the half line under the last
_WORDS, _BAR = 0.6, 0.5  # of the lines of a row, at most
_NOTHING = "▏"


def bars(rows: Sequence[tuple[str, int]], columns: int, lines: int) -> str:
    """Draw words with their numbers, and a bar for each, in at most `columns` by `lines` cells.

    The largest number is as wide as there is room for. All words are drawn in the same size.
    """
    height = max(2, lines // len(rows))
    scale = min(_scale(f"{number} {word}", columns, height) for word, number in rows)
    most = max((number for _, number in rows), default=0)
    drawn = [_row(f"{number} {word}", number / most if most else 0.0, columns, height, scale) for word, number in rows]
    return "\n".join(drawn).rstrip("\n")


def _scale(text: str, columns: int, height: int) -> int:
    return next((s for s in range(LARGEST, 0, -1) if s * _LETTERS <= _WORDS * height and _fits(text, columns, s)), 0)


def _fits(text: str, columns: int, scale: int) -> bool:
    return scale_for(text, columns, scale * _LETTERS) >= scale


def _row(text: str, share: float, columns: int, height: int, scale: int) -> str:
    words = (large_words(text, columns, scale) if scale else text).split("\n")
    gap = 1 if height > len(words) + 1 else 0
    thick = max(1, min(height - len(words) - gap, round(height * _BAR)))
    bar = [_bar(share, columns)] * thick
    return "\n".join([*words, *bar, *[""] * (height - len(words) - thick)])


def _bar(share: float, columns: int) -> str:
    halves = round(share * columns * 2)
    return "█" * (halves // 2) + "▌" * (halves % 2) or _NOTHING
