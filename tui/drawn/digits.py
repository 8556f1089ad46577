"""The time, drawn as large as there is room for: strokes with round ends, seven to a digit."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from tui.drawn.canvas import Dot, drawn

# The seven strokes of a digit on a field that is 1 wide and 2 high, and which strokes each digit has.
_STROKES = {
    "a": ((0, 0), (1, 0)),
    "b": ((1, 0), (1, 1)),
    "c": ((1, 1), (1, 2)),
    "d": ((0, 2), (1, 2)),
    "e": ((0, 1), (0, 2)),
    "f": ((0, 0), (0, 1)),
    "g": ((0, 1), (1, 1)),
}
_DIGITS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    "-": "g",
}
_SMALLEST = 5  # dots high: below this a digit is no longer read


@lru_cache(maxsize=256)
def large_time(text: str, columns: int, lines: int) -> str:
    """Draw a time such as "07:41" or "+0:42" in at most `columns` by `lines` cells; plain text where it has no room."""
    height = next((h for h in range(2 * lines, _SMALLEST - 1, -1) if _width(text, h) <= columns), 0)
    if not height:
        return text
    glyphs = [_drawn_glyph(character, height) for character in text]
    gap = " " * _gap(height)
    return "\n".join(gap.join(line).rstrip() for line in zip(*glyphs, strict=True))


def _width(text: str, height: int) -> int:
    return sum(_advance(character, height) for character in text) - _gap(height)


def _thickness(height: int) -> int:
    return max(1, round(height * 0.15))


def _gap(height: int) -> int:
    return max(1, round(height * 0.14))


def _advance(character: str, height: int) -> int:
    return _glyph_width(character, height) + _gap(height)


def _glyph_width(character: str, height: int) -> int:
    if character == ":":
        return _thickness(height)
    if character == "+":
        return max(3, round(height * 0.4)) | 1
    return max(3, round(height * 0.56))


@lru_cache(maxsize=64)
def _drawn_glyph(character: str, height: int) -> tuple[str, ...]:
    """Give a character's lines, all of its width, drawn once for each height: a wall draws a time every second."""
    width = _glyph_width(character, height)
    return tuple(line.ljust(width) for line in drawn(_glyph(character, height), width, height).split("\n"))


def _glyph(character: str, height: int) -> frozenset[Dot]:
    width, thick = _glyph_width(character, height), _thickness(height)
    if character == ":":
        return frozenset(
            (x, y + dy)
            for y in (height // 4, height - height // 4 - thick)
            for x in range(thick)
            for dy in range(thick)
        )
    if character == "+":
        return _plus(width, height, thick)
    ends = [_STROKES[stroke] for stroke in _DIGITS[character]]
    field = [(x, y) for x in range(width) for y in range(height)]
    return frozenset(dot for dot in field if any(_on(dot, end, width, height, thick) for end in ends))


def _plus(width: int, height: int, thick: int) -> frozenset[Dot]:
    top = (height - width) // 2
    middle = range((width - thick) // 2, (width - thick) // 2 + thick)
    across = {(x, top + y) for x in range(width) for y in middle}
    return frozenset(across | {(x, top + y) for x in middle for y in range(width)})


def _on(dot: Dot, ends: tuple[tuple[int, int], tuple[int, int]], width: int, height: int, thick: int) -> bool:
    """Whether a dot lies on a stroke: within half a thickness of the line between its ends."""
    half = thick / 2
    (x0, y0), (x1, y1) = ((half - 0.5 + x * (width - thick), half - 0.5 + y / 2 * (height - thick)) for x, y in ends)
    x, y = dot
    length = hypot(x1 - x0, y1 - y0)
    along = 0.0 if not length else max(0.0, min(1.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2))
    return hypot(x - (x0 + along * (x1 - x0)), y - (y0 + along * (y1 - y0))) <= half
