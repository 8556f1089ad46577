"""The opening shows what the group is for, and its contract as soon as someone is new; the checklist comes before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from sessions.people import Person
from sessions.plan import plan_of
from tests.tui.stage import press
from tui.screens.checklist import ChecklistScreen
from tui.screens.contract import ContractScreen
from tui.screens.lobby import LobbyScreen
from tui.widgets.large import LargeWords
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage


def meeting(stage: Stage, group: str = "Natt", present: int = 6) -> Room:
    """Found a meeting of a reflection group, in its lobby."""
    plan = {"title": "Møte", "group": group, "programme": "refleksjonsgruppe", "present": present}
    return stage.desk.found(plan_of(plan, stage.desk.today), "nb")


def said(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one("#instruction", LargeWords).text


async def test_the_purpose_is_on_the_wall_and_what_the_group_is_not_for(on_stage: Stage) -> None:
    room = meeting(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n")
        screen = pilot.app.screen
        assert screen.query_one("#purpose", LargeWords).text.startswith("Her tenker vi sammen")
        assert "Varsling og avvik har egne veier" in screen.query_one("#not-for", LargeWords).text
        assert not screen.query_one("#contract-page").display


async def test_a_group_s_own_purpose_is_shown_without_the_names_of_those_present(on_stage: Stage) -> None:
    book = on_stage.desk.book("Natt")
    book.settle(replace(book.group, purpose="Her hjelper Kari Nordmann oss å tenke.")).result()
    room = meeting(on_stage)
    room.gather(1, [Person("Kari Nordmann")])
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n")
        text = pilot.app.screen.query_one("#purpose", LargeWords).text
        assert text.startswith("Her hjelper")
        assert "Nordmann" not in text


async def test_marking_someone_as_new_shows_the_contract_and_all_say_yes_with_a_key(on_stage: Stage) -> None:
    room = meeting(on_stage)
    assert room.book is not None
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "f", "f")
        assert pilot.app.screen.query_one("#contract-page").display
        assert said(pilot).startswith("2 er nye i dag.")
        await press(pilot, "a")
        assert said(pilot) == "6 sa ja 24. november 2026."
        (agreement,) = room.book.group.agreements
        assert (agreement.people, agreement.agreed_on) == (6, room.session.day)
        await press(pilot, "u")
        assert room.book.group.agreements == ()
        await press(pilot, "u", "u", "u")
        assert (room.book.group.contracts, room.session.newcomers) == ((), 0)


async def test_the_contract_is_written_in_other_words(on_stage: Stage) -> None:
    room = meeting(on_stage)
    assert room.book is not None
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "k", "o")
        assert isinstance(pilot.app.screen, ContractScreen)
        assert pilot.app.screen.query_one(TextArea).text.startswith("Det som blir sagt her")
        pilot.app.screen.query_one(TextArea).text = " "
        await press(pilot, "ctrl+s")
        assert "ingen ord ennå" in str(pilot.app.screen.query_one("#wrong", Words).render())
        pilot.app.screen.query_one(TextArea).text = "Vi lytter [/b]\nVi er vennlige"
        await press(pilot, "ctrl+s")
        assert "– Vi lytter [/b]" in str(pilot.app.screen.query_one("#contract", Words).render())
        await press(pilot, "a")
        assert room.book.group.contracts[0].text == "Vi lytter [/b]\nVi er vennlige"


async def test_a_yes_needs_to_know_how_many_are_here(on_stage: Stage) -> None:
    room = meeting(on_stage)
    assert room.book is not None
    room.gather(0, ())
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "k", "a")
        assert room.book.group.agreements == ()
        assert [one.message for one in pilot.app._notifications] == ["Skriv først hvor mange som er her: trykk p."]


async def test_people_who_do_not_meet_again_have_no_contract(on_stage: Stage) -> None:
    room = meeting(on_stage, group="")
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "s", "n", "k", "f", "a", "o")
        assert not pilot.app.screen.query_one("#contract-page").display
        assert room.session.newcomers == 0


async def test_the_checklist_is_ticked_and_can_be_skipped(on_stage: Stage) -> None:
    room = meeting(on_stage)
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ChecklistScreen)
        await press(pilot, "space", "down", "enter", "down", "space", "space", "escape")
        assert isinstance(pilot.app.screen, LobbyScreen)
        ready = room.session.ready
        await press(pilot, "u")
        assert (ready, room.session.ready) == (("time", "phone"), ("time", "phone", "cover"))
