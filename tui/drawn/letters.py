"""Words drawn large, for the question on a wall that has the room. The shapes lie in `letters.txt`, a letter a line."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

from tui.drawn.canvas import Dot, drawn

PITCH = 10  # dots from one line of letters to the next: seven up, two down, one between
_DOWN = 9  # dots that the last line takes
_SPACE = 3  # dots between two words
LARGEST = 3  # more than three times as large, and a sentence no longer fits a glance


@lru_cache(maxsize=64)
def scale_for(text: str, columns: int, lines: int) -> int:
    """Give how many times as large as its shapes, 1 to 3, a sentence can be drawn in `columns` by `lines` cells.

    0 where it does not fit, or is written in an alphabet that has no shapes here.
    """
    if any(_shape(character) is None for character in "".join(text.split())):
        return 0
    for scale in range(LARGEST, 0, -1):
        rows = _wrapped(text, columns // scale)
        if rows and (len(rows) - 1) * PITCH * scale + _DOWN * scale <= 2 * lines:
            return scale
    return 0


@lru_cache(maxsize=64)
def large_words(text: str, columns: int, scale: int) -> str:
    """Draw a sentence in rows of at most `columns` cells, `scale` times as large as its shapes.

    A character without a shape of its own is drawn as the letter it is made from.
    """
    return _drawn(_wrapped(text, columns // scale), scale)


def _drawn(rows: list[str], scale: int) -> str:
    dots: list[Dot] = []
    for number, row in enumerate(rows):
        dots += [(x, y + number * PITCH) for x, y in _row(row)]
    large = [(x * scale + dx, y * scale + dy) for x, y in dots for dx in range(scale) for dy in range(scale)]
    width = max(_width(row) for row in rows) * scale
    return drawn(large, width, ((len(rows) - 1) * PITCH + _DOWN) * scale)


def _row(text: str) -> list[Dot]:
    dots: list[Dot] = []
    left = 0
    for character in text:
        shape = _shape(character) or ()
        dots += [(left + x, y) for y, line in enumerate(shape) for x, dot in enumerate(line) if dot == "#"]
        left += _advance(character)
    return dots


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into rows of at most `width` dots, as even as they can be; empty when a word is too long."""
    words = text.split()
    if not words or any(_width(word) > width for word in words):
        return []
    rows = _filled(words, width)
    narrower = next((w for w in range(width // 2, width) if _fits(words, w, len(rows))), width)
    return _filled(words, narrower)


def _fits(words: list[str], width: int, rows: int) -> bool:
    return all(_width(word) <= width for word in words) and len(_filled(words, width)) <= rows


def _filled(words: list[str], width: int) -> list[str]:
    rows = [words[0]]
    for word in words[1:]:
        longer = f"{rows[-1]} {word}"
        if _width(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _width(text: str) -> int:
    return sum(_advance(character) for character in text) - 1


def _advance(character: str) -> int:
    shape = _shape(character)
    return len(shape[0]) + 1 if shape else _SPACE


def _shape(character: str) -> tuple[str, ...] | None:
    known = _shapes()
    return known.get(character) or known.get(unicodedata.normalize("NFD", character)[0])


@cache
def _shapes() -> dict[str, tuple[str, ...]]:
    text = resources.files("tui.drawn").joinpath("letters.txt").read_text(encoding="utf-8")
    return {line[0]: tuple(line[2:].split()) for line in text.splitlines()}
