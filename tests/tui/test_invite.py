"""The invitation from a group's page and from the closing: filled in with what is known, written when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from sessions.plan import plan_of
from sessions.texts import texts
from tests.tui.sizes import at_sizes
from tests.tui.stage import press
from tests.tui.test_series import aalesund
from tui.screens.closing import ClosingScreen
from tui.screens.group import GroupScreen
from tui.screens.invite import InviteScreen
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage


async def rested(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is written."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def value(pilot: Pilot[None], name: str) -> str:
    return pilot.app.screen.query_one(f"#{name}", Input).value


async def fill(pilot: Pilot[None], **values: str) -> None:
    for name, text in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
    await press(pilot, "ctrl+s")
    await rested(pilot)


def closed(stage: Stage, group: str = "Natt") -> Room:
    """Give a café of a group that has been approved."""
    plan = plan_of({"title": "Vakter", "group": group, "end": "14:30", "present": 9}, stage.desk.today)
    room = stage.desk.found(plan, "nb")
    while room.session.at < len(room.session.steps) - 1:
        room.next()
    room.approve()
    return room


async def test_from_a_group_s_page_an_invitation_is_filled_in_and_written(on_stage: Stage, tmp_path: Path) -> None:
    name = aalesund(on_stage).group.name
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        pilot.app.push_screen(GroupScreen(on_stage.desk, texts("nb"), name))
        await press(pilot, "v")
        assert value(pilot, "minutes") == "90"
        await fill(pilot, place="Kantina")
        wrong = pilot.app.screen.query_one("#wrong", Words)
        assert str(wrong.render()) == "Fyll ut dag, begynner kl., tema først."
        await fill(pilot, date="1.12.2026", time="13", theme="Kvalitet")
        assert not wrong.display
        shown = str(pilot.app.screen.query_one("#written", Words).render())
    folder = tmp_path / "Dokumenter" / "dialogkafe"
    stem = "2026-12-01-dialogkafe-utviklingssenteret-invitasjon"
    assert sorted(path.name for path in folder.iterdir()) == [f"{stem}.{ending}" for ending in ("html", "ics", "md")]
    assert all(f"{stem}.{ending}" in shown for ending in ("html", "ics", "md"))
    [made] = on_stage.desk.book(name).group.invitations
    assert (made.number, made.begins, made.place, made.theme) == (7, "13:00", "Kantina", "Kvalitet")


async def test_from_the_closing_time_and_length_are_known(on_stage: Stage) -> None:
    async with on_stage.app(closed(on_stage)).run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, InviteScreen)
        assert (value(pilot, "time"), value(pilot, "date"), value(pilot, "theme")) == ("13:00", "", "")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ClosingScreen)


async def test_people_who_do_not_meet_again_are_not_invited(on_stage: Stage) -> None:
    async with on_stage.app(closed(on_stage, group="")).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, ClosingScreen)


async def test_a_meeting_that_is_not_approved_invites_to_no_other(on_stage: Stage) -> None:
    room = closed(on_stage)
    room.gather(3, ())
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, ClosingScreen)


async def test_what_cannot_be_is_said_and_nothing_is_written(on_stage: Stage, tmp_path: Path) -> None:
    async with on_stage.app(closed(on_stage)).run_test(size=(80, 24)) as pilot:
        before = sorted((tmp_path / "Dokumenter" / "dialogkafe").iterdir())
        await press(pilot, "v")
        await fill(pilot, date="i morgen", place="Kantina", theme="Uro")
        assert "«i morgen» er ikke en dato" in str(pilot.app.screen.query_one("#wrong", Words).render())
    assert sorted((tmp_path / "Dokumenter" / "dialogkafe").iterdir()) == before
    assert on_stage.desk.book("Natt").group.invitations == ()


@at_sizes
def test_picture(on_stage: Stage, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        await fill(pilot, date="2026-12-08", place="Kantina", theme="Uro")

    assert snap_compare(on_stage.app(closed(on_stage)), terminal_size=size, run_before=show)
