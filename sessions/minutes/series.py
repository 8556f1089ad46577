"""The series of a group as a table and a small chart: for a terminal, for Markdown, and for a spreadsheet."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from sessions.ballots import Usefulness
from sessions.minutes.escape import escaped
from sessions.past_sheet import COLUMNS
from sessions.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sessions.ballots import Ticks
    from sessions.series import Cafe, Series
    from sessions.texts import Texts

FILLS = {Usefulness.LITTLE: "░", Usefulness.USEFUL: "▒", Usefulness.VERY: "█"}  # apart also where no colour is seen
HELD_BACK = "–"
_CHART = 60  # columns
_LEAST_THEME = 16  # columns: narrower, and words are broken
_GAP = "  "


def series_text(series: Series, words: Texts, width: int) -> str:
    """Give the series for a terminal of `width` columns: the table, the chart, and what the fills mean."""
    title, foot = words("series.title", group=series.group), "\n".join(_foot(series, words))
    return "\n\n".join([title, _table(series, words, width), foot, chart(series, words, width)]) + "\n"


def series_markdown(series: Series, words: Texts) -> str:
    """Give the series as Markdown: the same series gives the same text."""
    head, *rows, total = _cells(series, words)
    lines = [head, *rows, [f"**{cell}**" if cell else "" for cell in total]]
    wide = [max(len(line[column]) for line in lines) for column in range(len(head))]
    rule = ["-" * (width - 1) + ":" for width in wide[:-1]] + ["-" * wide[-1]]
    table = "\n".join(f"| {' | '.join(_aligned(line, wide))} |" for line in (head, rule, *lines[1:]))
    title = "# " + words("series.title", group=escaped(series.group))
    foot = [escaped(line) for line in _foot(series, words)]
    return "\n\n".join([title, table, *foot, f"```text\n{chart(series, words, 80)}\n```"]) + "\n"


def series_sheet(series: Series) -> str:
    """Give the series as CSV, in the columns in which cafés from before are read, with all together last."""
    rows = [
        (cafe.number, cafe.theme, *(counts(cafe.ticks) if cafe.ticks else ("", "", "")), cafe.answered, cafe.present)
        for cafe in series.cafes
    ]
    return sheet([COLUMNS, *rows, ("total", "", *counts(series.ticks), series.answered, series.present)])


def chart(series: Series, words: Texts, width: int) -> str:
    """Draw a bar for each meeting, as long as those who answered are many."""
    number = len(str(series.cafes[-1].number))
    most = max(cafe.answered for cafe in series.cafes)
    cells = max(8, min(width, _CHART) - number - len(_GAP))
    lines = [f"{cafe.number:>{number}}{_GAP}{_bar(cafe, most, cells)}".rstrip() for cafe in series.cafes]
    return "\n".join([*lines, "", legend(words)])


def legend(words: Texts) -> str:
    """Say what the fills mean."""
    return "   ".join(f"{fill} {words(f'usefulness.{kind.value}')}" for kind, fill in FILLS.items())


def bar(ticks: Ticks, most: int, cells: int) -> str:
    """Draw the three numbers one after the other, where `most` people would fill `cells`.

    Each person takes as many whole cells as there is room for; where there is less than one, whoever ticked is seen.
    """
    if most <= cells:
        lengths = [count * (cells // max(most, 1)) for count in counts(ticks)]
    else:
        lengths = [max(1, count * cells // most) if count else 0 for count in counts(ticks)]
        longest = lengths.index(max(lengths))
        lengths[longest] -= max(0, sum(lengths) - cells)
    return "".join(fill * length for fill, length in zip(FILLS.values(), lengths, strict=True))


def counts(ticks: Ticks) -> tuple[int, int, int]:
    """Give the three numbers in the order of the columns."""
    return ticks.little, ticks.useful, ticks.very


def _bar(cafe: Cafe, most: int, cells: int) -> str:
    return bar(cafe.ticks, most, cells) if cafe.ticks else HELD_BACK


def _table(series: Series, words: Texts, width: int) -> str:
    rows = _cells(series, words, plainly=True)
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    left = sum(widths) + 6 * len(_GAP)
    lines = []
    for row in rows:
        numbers = _GAP.join(cell.rjust(wide) for cell, wide in zip(row, widths, strict=False))
        theme = textwrap.wrap(row[6], max(width - left, _LEAST_THEME)) or [""]
        lines.append(f"{numbers}{_GAP}{theme[0]}".rstrip())
        lines += [" " * left + line for line in theme[1:]]
    return "\n".join(lines)


def _cells(series: Series, words: Texts, *, plainly: bool = False) -> list[list[str]]:
    """Give the head, a row for each meeting, and all together; themes escaped for Markdown unless `plainly`."""
    useful = [words(f"usefulness.{kind.value}").capitalize() for kind in FILLS]
    head = [words("series.number"), *useful, *(words(f"series.{key}") for key in ("answered", "present", "theme"))]
    rows = [
        [*_texts([cafe.number, *_shown(cafe.ticks), cafe.answered, cafe.present]), cafe.theme] for cafe in series.cafes
    ]
    if not plainly:
        rows = [[*row[:6], escaped(row[6])] for row in rows]
    return [head, *rows, [words("series.total"), *_texts([*counts(series.ticks), series.answered, series.present]), ""]]


def _shown(ticks: Ticks | None) -> Sequence[object]:
    return counts(ticks) if ticks else [HELD_BACK] * 3


def _aligned(cells: Sequence[str], wide: Sequence[int]) -> list[str]:
    numbers = [cell.rjust(width) for cell, width in zip(cells, wide[:-1], strict=False)]
    return [*numbers, cells[-1].ljust(wide[-1])]


def _texts(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values]


def _foot(series: Series, words: Texts) -> Sequence[str]:
    answered = words("series.answered_of", answered=series.answered, present=series.present)
    return [answered] if series.whole else [answered, words("series.held_back", threshold=series.threshold)]
