"""The series on the wall: every number of it at every size, and nothing that too few have answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sessions.group import Group
from sessions.minutes.series import counts
from sessions.past import PastCafe
from sessions.past_sheet import read_past
from sessions.series import series_of
from sessions.texts import LANGUAGES, texts
from tests.tui.sizes import at_sizes
from tests.tui.stage import press
from tui.drawn.series import series_lines
from tui.screens.group import GroupScreen
from tui.screens.help import HelpScreen
from tui.screens.series import SeriesScreen
from tui.widgets.series_rows import SeriesRows
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from sessions.book import GroupBook
    from tests.tui.stage import Stage

AALESUND = Path(__file__).parents[1] / "sessions" / "data" / "alesund-evaluations.csv"


def aalesund(stage: Stage) -> GroupBook:
    """Give a group with the six cafés."""
    book = stage.desk.book("Dialogkafé Utviklingssenteret")
    book.add_past(read_past(AALESUND)).result()
    return book


async def shown(pilot: Pilot[None], book: GroupBook, language: str = "nb") -> SeriesScreen:
    """Show a series, and wait until it has been read."""
    screen = SeriesScreen(book, texts(language), Path("Dokumenter"))
    pilot.app.push_screen(screen)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen


@at_sizes
async def test_the_whole_series_is_in_view_at_every_size(on_stage: Stage, size: tuple[int, int]) -> None:
    async with on_stage.app().run_test(size=size) as pilot:
        screen = await shown(pilot, aalesund(on_stage))
        rows = screen.query_one("#rows")
        assert rows.max_scroll_y == 0
        text = screen.query_one(SeriesRows).render().plain
        for theme in ("Erfaringskunnskap", "Fag- og forskningskunnskap", "Oppsummering, kvalitet og visjon"):
            assert theme in text
        assert str(screen.query_one("#told", Words).render()) == "░ lite nyttig   ▒ nyttig   █ svært nyttig"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [56, 76, 116])
@pytest.mark.parametrize("height", [10, 14, 20, 34])
def test_every_number_stands_in_its_column(language: str, width: int, height: int) -> None:
    words = texts(language)
    series = series_of(Group("U", past=read_past(AALESUND)), [], language)
    lines = [line.text for line in series_lines(series, words, width, height)]
    assert max(map(len, lines)) <= width
    rows = [(cafe.ticks, cafe.answered, cafe.present) for cafe in series.cafes]
    for ticks, answered, present in [*rows, (series.ticks, series.answered, series.present)]:
        assert ticks
        wanted = [*map(str, counts(ticks)), *words("series.of", answered=answered, present=present).split()]
        assert any(line.split()[-6:] == wanted for line in lines)


@pytest.mark.parametrize("height", range(1, 80))
def test_it_takes_the_lines_there_are_when_they_are_enough(height: int) -> None:
    series = series_of(Group("U", past=read_past(AALESUND)), [], "nb")
    drawn = len(series_lines(series, texts("nb"), 236, height))
    assert drawn == 14 if height < 14 else drawn <= height


async def test_a_long_series_is_read_page_by_page(on_stage: Stage) -> None:
    book = on_stage.desk.book("Natt")
    book.add_past([PastCafe(number, f"Tema {number}", 1, 2, 3, 9) for number in range(1, 31)]).result()
    async with on_stage.app().run_test(size=(60, 18)) as pilot:
        rows = (await shown(pilot, book)).query_one("#rows")
        await press(pilot, "pagedown")
        assert rows.scroll_y == rows.size.height - 2
        await press(pilot, *["down"] * 9)
        assert rows.scroll_y == rows.max_scroll_y
        await press(pilot, *["up"] * 12)
        assert rows.scroll_y == 0


async def test_what_too_few_have_answered_is_not_on_the_wall(on_stage: Stage) -> None:
    book = on_stage.desk.book("Natt")
    book.add_past([PastCafe(1, "Uro", 1, 3, 0, 9), PastCafe(2, "Mat", 0, 4, 1, 9)]).result()
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        screen = await shown(pilot, book)
        first = next(line for line in screen.query_one(SeriesRows).render().plain.splitlines() if line.startswith("1"))
        assert first.split() == ["1", "for", "få", "svar", "til", "å", "vises", "4", "av", "9"]
        assert "færre enn 5" in str(screen.query_one("#told", Words).render())


async def test_the_page_of_a_group_leads_to_its_series_and_back(on_stage: Stage) -> None:
    name = aalesund(on_stage).group.name
    async with on_stage.app().run_test() as pilot:
        page = GroupScreen(on_stage.desk, texts("nb"), name)
        pilot.app.push_screen(page)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, SeriesScreen)
        await press(pilot, "escape")
        assert pilot.app.screen_stack[-1] is page


async def test_a_group_without_a_series_is_told_what_to_do(on_stage: Stage) -> None:
    async with on_stage.app().run_test() as pilot:
        screen = await shown(pilot, on_stage.desk.book("Natt"))
        assert "import-series" in str(screen.query_one("#told", Words).render())
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape", "escape")
        assert not isinstance(pilot.app.screen, SeriesScreen)


@at_sizes
def test_picture(on_stage: Stage, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[None]) -> None:
        await shown(pilot, aalesund(on_stage))

    assert snap_compare(on_stage.app(), terminal_size=size, run_before=show)
