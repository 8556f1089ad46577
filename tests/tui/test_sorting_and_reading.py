"""From the plenary to the files, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key

from sessions.items import Fate
from tests.tui.stage import press
from tui.screens.item import ItemScreen
from tui.widgets.item_list import ItemList
from tui.widgets.note_list import NoteList
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.tui.stage import Stage


async def test_sorting_from_the_keyboard(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(7):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "m", "down", "m", "s", "s", "s")
        assert [len(item.notes) for item in room.session.items] == [2, 1, 1]
        await press(pilot, "tab", "home", "l")
        assert isinstance(pilot.app.screen, ItemScreen)
        await press(pilot, *"tid", "ctrl+s")
        assert (room.session.items[0].fate, room.session.items[0].ask) == (Fate.RAISED, "tid")
        await press(pilot, "d")
        assert len(room.session.items) == 4
        await press(pilot, "u", "home", "down", "k", "m", "down", "m", "g")
        assert [item.number for item in room.session.items] == [1, 2]
        await press(pilot, "home", "x")
        assert [item.number for item in room.session.items] == [2]
        await press(pilot, "u")
        assert [item.number for item in room.session.items] == [1, 2]


async def test_keys_pressed_faster_than_they_are_read_go_to_the_side_they_were_meant_for(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(7):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "s")
        for key in ("tab", "l"):
            pilot.app.post_message(Key(key, "l" if key == "l" else None))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ItemScreen)


async def test_a_narrow_wall_tells_what_is_on_the_side_that_is_hidden(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(7):
        room.next()
    async with on_stage.app(room).run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        assert not across(pilot)
        await press(pilot, "s")
        assert across(pilot) == ["tab → Saker (1)"]
        await press(pilot, "tab")
        assert across(pilot) == [f"tab → Innspill ({len(room.session.open_notes())})"]
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert not across(pilot)


def across(pilot: Pilot[None]) -> list[str]:
    return [str(one.render()) for one in pilot.app.screen.query(".across") if one.region.height]


async def test_what_a_table_means_should_be_raised_is_shown_to_the_group(on_stage: Stage) -> None:
    """A hint, and no more: the note is sorted like any other."""
    room = on_stage.room()
    room.host_writes(1, "Vikarer får ikke innlogging", "abcdef012345", lift=True)
    for _ in range(6):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        shown = pilot.app.screen.query_one(NoteList)
        prompts = [str(shown.get_option_at_index(i).prompt) for i in range(shown.option_count)]
        assert [prompt for prompt in prompts if "bør løftes?" in prompt] == [
            "· Vikarer får ikke innlogging · bør løftes?"
        ]


async def test_raw_notes_are_shown_on_purpose_only(on_stage: Stage) -> None:
    """Law 6: the wall shows masked text; raw text says that the room sees it."""
    room = on_stage.room()
    for _ in range(6):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        shown = pilot.app.screen.query_one(NoteList)
        prompts = [str(shown.get_option_at_index(i).prompt) for i in range(shown.option_count)]
        assert not any("Ingrid" in prompt for prompt in prompts)
        await press(pilot, "r")
        prompts = [str(shown.get_option_at_index(i).prompt) for i in range(shown.option_count)]
        assert any("Ingrid" in prompt for prompt in prompts)
        assert "rommet ser dette" in str(pilot.app.screen.query_one("#notes-title", Words).render())


async def test_only_approving_writes_the_files_and_a_change_asks_for_it_again(on_stage: Stage, tmp_path: Path) -> None:
    room = on_stage.room()
    for _ in range(9):
        room.next()
    folder = tmp_path / "Dokumenter" / "dialogkafe"
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n")
        assert not folder.exists()
        await press(pilot, "b", "a")
        assert sorted(path.name for path in folder.iterdir()) == [
            "2026-11-24-brukerkunnskap-gruppe.md",
            "2026-11-24-brukerkunnskap-ledelse.md",
        ]
        first = (folder / "2026-11-24-brukerkunnskap-ledelse.md").read_text(encoding="utf-8")
        room.make_item("Vi trenger tid", ask="tid")
        room.decide(1, Fate.RAISED)
        await pilot.pause()
        assert not room.session.approved
        assert "les på nytt" in str(pilot.app.screen.query_one("#raised", Words).render())
        await press(pilot, "b", "a")
        assert (folder / "2026-11-24-brukerkunnskap-ledelse.md").read_text(encoding="utf-8") != first


async def test_minutes_that_cannot_be_written_are_said_and_not_approved(on_stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "Dokumenter").write_text("a file in the folder's place")
    room = on_stage.room()
    for _ in range(9):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "a")
        assert "kan ikke skrives" in str(pilot.app.screen.query_one("#page", Words).render())
        assert not room.session.approved


async def test_notes_that_are_written_meanwhile_appear_and_keep_the_cursor(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(6):
        room.next()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        notes = pilot.app.screen.query_one(NoteList)
        before = notes.option_count
        room.write(2, "Et sent innspill")
        await pilot.pause()
        assert notes.option_count == before + 1
        assert not pilot.app.screen.query_one(ItemList).display
        assert isinstance(pilot.app.screen.focused, NoteList)
