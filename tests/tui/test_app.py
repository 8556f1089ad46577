"""The facilitator's keys, from the lobby to the files, in the real app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList, TextArea

from sessions.items import Fate
from sessions.programme import StepKind
from tests.tui.stage import ONE_O_CLOCK, press, stage
from tui.screens.help import HelpScreen
from tui.screens.leave import LeaveScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.note import NoteScreen
from tui.screens.round import RoundScreen
from tui.screens.setup import SetupScreen
from tui.screens.small import SmallScreen
from tui.screens.start import StartScreen
from tui.widgets.large import LargeTime
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from sessions.session import Session
    from tests.tui.stage import Stage

NASTY = [
    "[/b]",
    "<script>alert(1)</script>",
    "# heading",
    "| a | b |",
    "\u202eabc",
    "👩‍🔧 🇳🇴",
    "[@click=app.quit]x[/]",
    "$accent",
]


async def beat(pilot: Pilot[None]) -> None:
    """Let the app look at the clock, without waiting for its interval."""
    pilot.app._beat()  # type: ignore[attr-defined]
    await pilot.pause()


async def test_space_starts_pauses_and_goes_on(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "space")
        assert (room.session.step.kind, room.session.timer.running) == (StepKind.ROUND, True)
        await press(pilot, "space")
        assert not room.session.timer.running
        on_stage.clock.time += 100
        await press(pilot, "space")
        assert room.session.timer.left_at(room.now) == 15 * 60


async def test_what_changes_together_is_shown_once(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time and the session change with one key; the wall is gone through once for both."""
    shown: list[float] = []
    show = RoundScreen.show

    def counted(screen: RoundScreen, session: Session, now: float) -> None:
        shown.append(now)
        show(screen, session, now)

    monkeypatch.setattr(RoundScreen, "show", counted)
    monkeypatch.setattr("tui.app.BEAT", 3600)  # a busy machine's key takes longer than a look at the clock
    async with on_stage.app(on_stage.room()).run_test() as pilot:
        await press(pilot, "space")
        shown.clear()
        on_stage.clock.time += 3
        await press(pilot, "plus")
        assert shown == [on_stage.clock.time]


@pytest.mark.parametrize(("on", "back"), [("n", "b"), ("pagedown", "pageup")])
async def test_back_gives_the_remaining_time_again(on_stage: Stage, on: str, back: str) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "space")
        on_stage.clock.time += 461
        await press(pilot, on)
        assert room.session.at == 2
        on_stage.clock.time += 7
        await press(pilot, back)
        assert room.session.at == 1
        assert pilot.app.screen.query_one(LargeTime).time == "07:19"


async def test_a_longer_round_shows_what_it_costs_the_plenary(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "space", *["plus"] * 8)
        assert room.session.timer.length == 23 * 60
        assert "plenum får 17 min" in str(pilot.app.screen.query_one("#pace", Words).render())
        await press(pilot, *["minus"] * 8)
        assert "i rute" in str(pilot.app.screen.query_one("#pace", Words).render())


async def test_words_and_bell_come_with_the_time(on_stage: Stage) -> None:
    room = on_stage.room()
    app = on_stage.app(room)
    bells: list[float] = []
    app.bell = lambda: bells.append(on_stage.clock.time)  # type: ignore[method-assign]
    seen = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "space")
        for at in (0, 460, 719, 721, 854, 856, 899, 901, 942):
            on_stage.clock.time = ONE_O_CLOCK + at
            await beat(pilot)
            instruction = pilot.app.screen.query_one("#instruction").text  # type: ignore[attr-defined]
            seen[at] = (
                instruction,
                pilot.app.screen.query_one(LargeTime).time,
                sorted(pilot.app.screen.classes & {"-soon", "-last"}),
            )
    assert seen[460][0] == "Har alle fått sagt noe?"
    assert seen[719][2] == []
    assert seen[721][0].startswith("3 minutter igjen")
    assert seen[721][2] == ["-soon"]
    assert seen[856][::2] == ("Skriv ferdig.", ["-last"])
    assert seen[901][:2] == ("Vi runder av.", "+0:01")
    assert seen[942][1] == "+0:42"
    assert bells == [ONE_O_CLOCK + 901]


async def test_a_note_is_written_for_a_table_and_undone(on_stage: Stage) -> None:
    room = on_stage.room()
    before = len(room.session.notes)
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "space", "e")
        assert isinstance(pilot.app.screen, NoteScreen)
        pilot.app.screen.query_one("#table", Input).value = "3"
        await press(pilot, *"Nye ord", "ctrl+s")
        note = list(room.session.notes.values())[-1]
        assert (note.table, note.round, note.text) == (3, 1, "Nye ord")
        await press(pilot, "u")
        assert len(room.session.notes) == before


async def test_an_empty_note_and_a_table_that_is_not_there_are_said_kindly(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "e", "ctrl+s")
        assert "Innspillet er tomt" in str(pilot.app.screen.query_one("#wrong", Words).render())
        pilot.app.screen.query_one("#table", Input).value = "9"
        await press(pilot, "a", "ctrl+s")
        assert "ikke noe bord 9" in str(pilot.app.screen.query_one("#wrong", Words).render())
        assert isinstance(pilot.app.screen, NoteScreen)


async def test_nasty_words_are_text_on_every_screen(on_stage: Stage) -> None:
    """Law 4: what looks like markup, Markdown or a control stays text, from the note to the closing."""
    room = on_stage.room()
    for number, text in enumerate(NASTY, start=1):
        room.write(1, text)
        room.make_item_of([list(room.session.notes)[-1]])
        room.decide(number, Fate.RAISED)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        for _ in range(len(room.session.steps)):
            await press(pilot, "n")
        await press(pilot, "b", "a")
    assert room.session.approved


async def test_leaving_asks_while_a_session_runs(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "space", "q")
        assert isinstance(pilot.app.screen, LeaveScreen)
        await press(pilot, "escape", "ctrl+c")
        assert isinstance(pilot.app.screen, LeaveScreen)
        await press(pilot, "enter")
    assert room.session.step.kind is StepKind.ROUND


async def test_a_session_is_set_up_with_its_title_alone(on_stage: Stage) -> None:
    async with on_stage.app().run_test() as pilot:
        assert isinstance(pilot.app.screen, StartScreen)
        await press(pilot, "n", "ctrl+s")
        assert "trenger en tittel" in str(pilot.app.screen.query_one("#wrong", Words).render())
        assert isinstance(pilot.app.screen, SetupScreen)
        await press(pilot, *"Vakter", "ctrl+s")
        assert isinstance(pilot.app.screen, LobbyScreen)
    [session] = on_stage.desk.sessions()
    assert (session.title, session.rounds, len(session.tables)) == ("Vakter", 3, 5)


async def test_a_session_that_was_cut_off_is_the_first_choice(on_stage: Stage) -> None:
    room = on_stage.room()
    room.next()
    room.next()
    room.next().result()
    on_stage.clock.time += 439
    async with on_stage.app().run_test() as pilot:
        first = pilot.app.screen.query_one(OptionList).get_option_at_index(0)
        assert "Fortsett" in str(first.prompt)
        assert "runde 2 av 3 · 07:41 igjen" in str(first.prompt)
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(LargeTime).time == "07:41"


async def test_every_screen_has_help(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        for _ in room.session.steps:
            await press(pilot, "question_mark")
            assert isinstance(pilot.app.screen, HelpScreen)
            await press(pilot, "escape", "n")


async def test_a_small_window_says_what_it_needs_and_waits(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert isinstance(pilot.app.screen, SmallScreen)
        assert "60×18" in str(pilot.app.screen.query_one("#small", Words).render())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(pilot.app.screen, LobbyScreen)


async def test_a_long_note_is_written_and_shown(on_stage: Stage) -> None:
    room = on_stage.room()
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(TextArea).text = "a " * 25_000
        await press(pilot, "ctrl+s", "n", "n", "n", "n", "n", "n")
        assert len(list(room.session.notes.values())[-1].text) == 49_999


async def test_damaged_data_is_told_and_what_can_be_read_is_there(tmp_path: Path) -> None:
    with stage(tmp_path) as first:
        first.room().write(1, "Et innspill")
    lines = (tmp_path / "dialogkafe.journal").read_bytes().splitlines(keepends=True)
    middle = len(lines) // 2
    (tmp_path / "dialogkafe.journal").write_bytes(b"".join([*lines[:middle], b"garbage\n", *lines[middle:]]))
    with stage(tmp_path) as again:
        assert again.store.damaged
        async with again.app(told=f"skadet: {again.store.damaged}").run_test() as pilot:
            assert again.store.damaged.name in str(pilot.app.screen.query_one("#told", Words).render()).replace(
                "\n", ""
            )
            assert "Utviklingssenteret" in str(pilot.app.screen.query_one(OptionList).get_option_at_index(1).prompt)
