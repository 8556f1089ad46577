"""Bars fit the room there is, at every size, and are as long as their numbers say."""

from __future__ import annotations

import pytest

from tui.drawn.bars import bars

ROWS = (("lite nyttig", 5), ("nyttig", 93), ("svært nyttig", 31))


@pytest.mark.parametrize("columns", [20, 56, 76, 116, 236])
@pytest.mark.parametrize("lines", [6, 9, 14, 27, 50])
def test_they_stay_within_their_columns_and_lines(columns: int, lines: int) -> None:
    drawn = bars(ROWS, columns, lines).split("\n")
    assert len(drawn) <= lines
    assert max(map(len, drawn)) <= columns
    assert {len(line) for line in drawn if set(line) <= {"█", "▌"} and len(line) > columns * 0.9} == {columns}


def test_where_there_is_room_words_are_drawn_and_else_they_are_written() -> None:
    assert "93 nyttig" in bars(ROWS, 76, 14)
    assert "93 nyttig" not in bars(ROWS, 116, 30)


def test_a_bar_is_as_long_as_its_share_of_the_largest() -> None:
    drawn = bars((("a", 1), ("b", 4), ("c", 0)), 40, 6).split("\n")
    assert [drawn[1], drawn[3], drawn[5]] == ["█" * 10, "█" * 40, "▏"]


def test_without_any_number_there_is_no_bar() -> None:
    assert bars((("a", 0), ("b", 0)), 40, 4).split("\n") == ["0 a", "▏", "0 b", "▏"]
