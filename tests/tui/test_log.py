"""A situation log at the laptop: dots on the wall, a word that opens it, and what is handed in is written for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, Select

from sessions.situation_log import PROMPTS, EpisodeKind
from sessions.texts import texts
from tests.sessions.test_situation_log import raw
from tests.tui.stage import press
from tests.tui.test_opening import meeting
from tui.screens.log import LogScreen
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from sessions.book import GroupBook
    from tests.tui.stage import Stage

WORD = "lakris og eple"


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spend little on keys; what they cost is held elsewhere."""
    monkeypatch.setattr("nacl.pwhash.argon2id.OPSLIMIT_MODERATE", 1)
    monkeypatch.setattr("nacl.pwhash.argon2id.MEMLIMIT_MODERATE", 8192)


async def opening_log(pilot: Pilot[None]) -> LogScreen:
    await press(pilot, "down", "enter", "l")
    screen = pilot.app.screen
    assert isinstance(screen, LogScreen)
    return screen


def group(stage: Stage) -> GroupBook:
    """Found a meeting of a group."""
    meeting(stage)
    return stage.desk.book("Natt")


def said(screen: LogScreen, name: str) -> str:
    return str(screen.query_one(f"#{name}", Words).render())


async def done(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what is done beside the wall."""
    await press(pilot, *keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def written(pilot: Pilot[None], screen: LogScreen) -> None:
    """Write and lock a log."""
    await press(pilot, *"Uro seks")
    screen.query_one("#kind", Select).value = "tasks"
    screen.query_one("#word", Input).value = WORD
    await done(pilot, "ctrl+s")


async def test_it_warns_and_shows_dots_until_its_owner_asks(on_stage: Stage) -> None:
    group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        screen = await opening_log(pilot)
        assert "Alle som ser veggen" in said(screen, "warning")
        await press(pilot, *"Uro seks")
        assert "Uro" not in pilot.app.export_screenshot()
        await press(pilot, "f2")
        assert "Uro" in pilot.app.export_screenshot()
        assert screen.query_one("#word", Input).password
        await press(pilot, "f2")
        assert "Uro" not in pilot.app.export_screenshot()


async def test_a_log_is_locked_opened_and_erased(on_stage: Stage, tmp_path: Path) -> None:
    book = group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        screen = await opening_log(pilot)
        await written(pilot, screen)
        (log,) = book.group.logs
        assert str(texts("nb").words["log.marks"][log.mark]) in said(screen, "told")
        assert [screen.query_one(f"#{name}", Input).value for name in (*PROMPTS, "word")] == [""] * 7
        assert b"Uro seks" not in raw(tmp_path)
        screen.query_one("#word", Input).value = "feil ord"
        await done(pilot, "ctrl+o")
        assert "ikke ordet til den loggen" in said(screen, "wrong")
        screen.query_one("#word", Input).value = WORD
        await done(pilot, "ctrl+o")
        assert screen.query_one("#episode", Input).value == "Uro seks"
        assert screen.query_one("#kind", Select).value == "tasks"
        assert "Uro" not in pilot.app.export_screenshot()
        screen.query_one("#word", Input).value = WORD
        await done(pilot, "ctrl+t")
        assert "Loggen er slettet" in said(screen, "told")
        assert book.group.logs == ()
        assert log.box.encode() not in raw(tmp_path)


async def test_a_log_that_is_changed_takes_its_word(on_stage: Stage) -> None:
    book = group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        screen = await opening_log(pilot)
        await written(pilot, screen)
        (log,) = book.group.logs
        screen.query_one("#hard", Input).value = "Natta"
        screen.query_one("#word", Input).value = "et annet ord"
        await done(pilot, "ctrl+s")
        assert book.group.logs == (log,)
        screen.query_one("#word", Input).value = WORD
        await done(pilot, "ctrl+s")
        assert [one.mark for one in book.group.logs] == [log.mark]
        assert book.group.logs != (log,)


async def test_what_is_wrong_is_said_and_what_was_written_stays(on_stage: Stage) -> None:
    group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        screen = await opening_log(pilot)
        await done(pilot, "ctrl+s")
        assert "Loggen er tom" in said(screen, "wrong")
        await press(pilot, *"Uro")
        await done(pilot, "ctrl+s")
        assert "minst 6 tegn" in said(screen, "wrong")
        assert screen.query_one("#episode", Input).value == "Uro"
        await done(pilot, "ctrl+o", "ctrl+t")
        assert isinstance(pilot.app.screen, LogScreen)


async def test_what_is_handed_in_is_written_for_it(on_stage: Stage) -> None:
    book = group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        screen = await opening_log(pilot)
        await press(pilot, *"Hemmelig")
        screen.query_one("#kind", Select).value = "behaviour"
        await press(pilot, "f3", *"Uro om kvelden", "enter")
        assert [theme.text for theme in book.group.themes] == ["Uro om kvelden"]
        assert [one.kind for one in book.group.handed_in] == [EpisodeKind.BEHAVIOUR]
        assert said(screen, "told").startswith("Det ligger blant temaene")
