"""The wall is read in a lit room: with black lifted to 60 and white lowered to 180 of 255 the contrast still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from tui.themes import THEMES

if TYPE_CHECKING:
    from textual.theme import Theme

PAPERS = ["paper", "paper-soon", "paper-last"]
TIME, TEXT = 4.5, 3.0  # contrast ratios, WCAG 2.2


def washed_out(color: str) -> Color:
    """Give a colour as a projector in a lit room shows it."""
    red, green, blue = (round(60 + part * 120 / 255) for part in Color.parse(color).rgb)
    return Color(red, green, blue)


def contrast(one: Color, other: Color) -> float:
    """Give the contrast ratio of WCAG 2.2 from the relative luminances."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in color.rgb]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_time_question_and_instruction_are_read_on_a_washed_out_wall(theme: Theme, paper: str) -> None:
    behind = washed_out(theme.variables[paper])
    assert contrast(washed_out(theme.variables["ink"]), behind) >= TIME
    assert contrast(washed_out(theme.variables["quiet"]), behind) >= TEXT
