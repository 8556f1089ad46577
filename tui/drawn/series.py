"""A series of meetings as rows: for each a bar and its numbers, and its theme under them; all together last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sessions.minutes.series import FILLS, bar, counts
from tui.drawn.letters import large_words, scale_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.series import Cafe, Series
    from sessions.texts import Texts

_WIDE = 100  # columns from which headings are written out
_LARGE, _LARGE_FROM = 5, 160  # lines that drawn numbers take, and columns from which there is room for them
_THICKEST = 3  # lines of a bar beside plain numbers: thicker, and a wall of bars is all there is


class Line(NamedTuple):
    """One line, and whether it is a theme or a heading, which stand back behind what was counted."""

    text: str
    quiet: bool


class _Row(NamedTuple):
    number: str
    cafe: Cafe | None
    said: str
    numbers: tuple[str, ...]
    theme: str


def series_lines(series: Series, words: Texts, width: int, height: int) -> list[Line]:
    """Draw a series in lines of `width` cells; `height` of them, unless each meeting then has fewer than two."""
    thick, gap = _thickness(len(series.cafes), width, height)
    rows = [*(_of_cafe(cafe, words) for cafe in series.cafes), _of_all(series, words)]
    numbers = _column([row.number for row in rows], thick)
    heads = _headings(words, width)
    columns = [_column([row.numbers[place] for row in rows], thick, head) for place, head in enumerate(heads)]
    between = " " * (_LARGE if thick == _LARGE else 2)
    left = len(numbers[0][0]) + len(between)
    room = max(1, width - left - sum(len(column[0][0]) + len(between) for column in columns))
    most = max(cafe.answered for cafe in series.cafes)
    lines = [Line(between.join([" " * (left + room), *_over(columns, heads)]), quiet=True)]
    for place, row in enumerate(rows):
        parts = zip(numbers[place], _bars(row, most, room, thick), *(column[place] for column in columns), strict=True)
        lines += [Line(between.join(line).rstrip(), quiet=False) for line in parts]
        if row.cafe:
            lines += [Line(f"{'':{left}}{row.theme}"[:width], quiet=True), *[Line("", quiet=True)] * gap]
    spare = height > len(lines) and not gap
    return [*lines[:-thick], *[Line("", quiet=True)] * spare, *lines[-thick:]]


def _thickness(meetings: int, width: int, height: int) -> tuple[int, int]:
    """Give how many lines a bar has, and how many are empty between a theme and the next bar."""
    most = _LARGE if width >= _LARGE_FROM else _THICKEST
    for gap in (1, 0):
        thick = (height - 1 - meetings * (1 + gap)) // (meetings + 1)
        if thick >= 1 + gap:
            return min(thick, most), gap
    return 1, 0


def _of_cafe(cafe: Cafe, words: Texts) -> _Row:
    said = "" if cafe.ticks else words("series.too_few" if cafe.answered else "series.no_answers")
    numbers = [str(count) for count in counts(cafe.ticks)] if cafe.ticks else [""] * 3
    answered = words("series.of", answered=cafe.answered, present=cafe.present)
    return _Row(str(cafe.number), cafe, said, (*numbers, answered), cafe.theme)


def _of_all(series: Series, words: Texts) -> _Row:
    answered = words("series.of", answered=series.answered, present=series.present)
    return _Row("", None, words("series.total"), (*map(str, counts(series.ticks)), answered), "")


def _bars(row: _Row, most: int, room: int, thick: int) -> list[str]:
    if row.cafe and row.cafe.ticks:
        return [bar(row.cafe.ticks, most, room).ljust(room)] * thick
    return [line[:room].ljust(room) for line in _block(row.said, thick, large=not row.cafe)]


def _column(texts: Sequence[str], thick: int, head: str = "") -> list[list[str]]:
    """Give each text as lines that are all as wide as the widest of them and the heading, set to the right."""
    blocks = [_block(text, thick) for text in texts]
    width = max(len(head), *(len(line) for block in blocks for line in block))
    return [[line.rjust(width) for line in block] for block in blocks]


def _block(text: str, thick: int, *, large: bool = True) -> list[str]:
    """Give a text as `thick` lines of one width, in drawn letters where there are enough of them."""
    fits = large and thick >= _LARGE and text and scale_for(text, 10**4, thick)
    lines = large_words(text, 10**4, 1).split("\n") if fits else [text]
    above = (thick - len(lines)) // 2
    width = max(map(len, lines))
    return [line.ljust(width) for line in [*[""] * above, *lines, *[""] * (thick - len(lines) - above)]]


def _headings(words: Texts, width: int) -> list[str]:
    useful = [words(f"usefulness.{kind.value}" if width >= _WIDE else f"series.short.{kind.value}") for kind in FILLS]
    return [*useful, words("series.answered").lower()]


def _over(columns: Sequence[list[list[str]]], heads: Sequence[str]) -> list[str]:
    return [head.rjust(len(column[0][0])) for head, column in zip(heads, columns, strict=True)]
