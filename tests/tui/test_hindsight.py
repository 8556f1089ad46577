"""Asking again from the wall: the sheet is written, and forms are typed in together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.sizes import at_sizes
from tests.tui.stage import press
from tests.tui.test_series import aalesund, shown
from tui.screens.hindsight import HindsightScreen
from tui.screens.series import SeriesScreen
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from sessions.hindsight import Hindsight
    from tests.tui.stage import Stage


def told(pilot: Pilot[None], name: str) -> str:
    return str(pilot.app.screen.query_one(f"#{name}", Words).render())


async def opened(pilot: Pilot[None], stage: Stage) -> None:
    await shown(pilot, aalesund(stage))
    await press(pilot, "h")
    assert isinstance(pilot.app.screen, HindsightScreen)


def kept(stage: Stage) -> tuple[Hindsight, ...]:
    return stage.desk.book("Dialogkafé Utviklingssenteret").group.hindsight


async def test_forms_are_typed_one_after_the_other_and_saved_together(on_stage: Stage) -> None:
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, on_stage)
        await press(pilot, "2", "enter", *"Uro", "enter", *"Ro", "enter")
        assert told(pilot, "count") == "1 skjema skrevet inn, og ikke lagret."
        assert pilot.app.screen.query_one("#remember", Input).value == ""
        await press(pilot, "3", "enter", "enter", "enter", "1")
        assert kept(on_stage) == ()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SeriesScreen)
    [counted] = kept(on_stage)
    assert (counted.number, counted.answered) == (6, 3)
    assert (counted.little, counted.useful, counted.very) == (1, 1, 1)
    assert (counted.remember, counted.came) == (("Uro",), ("Ro",))


async def test_another_meeting_can_be_asked_about_until_the_first_form_is_taken(on_stage: Stage) -> None:
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, on_stage)
        pilot.app.screen.query_one("#meeting", Input).value = "9"
        await press(pilot, "2", "ctrl+s")
        assert told(pilot, "wrong") == "Samling 9 er ikke holdt. Den siste er nummer 6."
        pilot.app.screen.query_one("#meeting", Input).value = "4"
        await press(pilot, "enter", "enter", "enter")
        assert pilot.app.screen.query_one("#meeting", Input).disabled
        await press(pilot, "ctrl+s")
    assert [one.number for one in kept(on_stage)] == [4]


async def test_esc_throws_forms_away_only_when_it_is_pressed_twice(on_stage: Stage) -> None:
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, on_stage)
        await press(pilot, "2", "enter", "enter", "enter", "escape")
        assert "ikke lagret" in told(pilot, "wrong")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SeriesScreen)
    assert kept(on_stage) == ()


async def test_a_form_that_cannot_be_taken_is_told_and_stays_in_the_fields(on_stage: Stage) -> None:
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, on_stage)
        await press(pilot, "7", "ctrl+s")
        assert "«7» er ikke 1, 2 eller 3" in told(pilot, "wrong")
        assert pilot.app.screen.query_one("#tick", Input).value == "7"
        await press(pilot, "backspace", "enter", "enter", "enter")
        assert "Skjemaet er tomt" in told(pilot, "wrong")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SeriesScreen)
    assert kept(on_stage) == ()


async def test_the_sheet_is_written_and_told_where(on_stage: Stage, tmp_path: Path) -> None:
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await opened(pilot, on_stage)
        await press(pilot, "f2")
        assert "i-ettertid.html" in told(pilot, "count")
    page = tmp_path / "Dokumenter" / "dialogkafe-utviklingssenteret-6-i-ettertid.html"
    assert "Hva husker du best?" in page.read_text(encoding="utf-8")


@at_sizes
def test_picture(on_stage: Stage, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[None]) -> None:
        await opened(pilot, on_stage)
        await press(pilot, "2", "enter", *"Uro", "enter", *"Ro", "enter", "3")

    assert snap_compare(on_stage.app(), terminal_size=size, run_before=show)
