"""Groups on the start screen, a group's page, and how its next meeting is set up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, OptionList, Select

from sessions.answers import Answer
from sessions.group import Group
from sessions.items import Fate
from sessions.plan import plan_of
from sessions.sorting import decided, made
from sessions.texts import texts
from tests.sessions.building import session
from tests.tui.stage import press
from tui.screens.group import GroupScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.settle import SettleScreen
from tui.screens.setup import SetupScreen
from tui.screens.start import StartScreen
from tui.widgets.lines import group_facts, news
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.stage import Stage

NAME = "Hjemmetjenesten, gruppe 1"
TUESDAY = date(2026, 11, 24)


def group(stage: Stage, meetings: int = 1) -> None:
    """Settle a group, and found meetings of it, a week apart; the last is today."""
    book = stage.desk.book(NAME)
    book.settle(
        replace(book.group, kind="refleksjonsgruppe", leader="Tone Eksempel", purpose="Her tenker vi.")
    ).result()
    for number in range(1, meetings + 1):
        day = TUESDAY - timedelta(weeks=meetings - number)
        stage.desk.found(plan_of({"title": f"Tema {number}", "group": NAME, "programme": "sme"}, day), "nb")


def listed(pilot: Pilot[None]) -> list[str]:
    options = pilot.app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]


async def test_the_start_has_what_was_cut_off_then_groups_then_other_sessions_then_the_demo(on_stage: Stage) -> None:
    group(on_stage, meetings=2)
    on_stage.desk.keep(session(id="alone", title="Måltider", day=TUESDAY))
    room = on_stage.desk.keep(session(id="cut", title="Uro", day=TUESDAY))
    room.next().result()
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        shown = listed(pilot)
        assert [line.split()[0] for line in shown] == ["Fortsett", "Ny", "Hjemmetjenesten,", "24.", "Prøv"]
        assert shown[2].endswith("møte 2 i dag")


async def test_a_meeting_is_opened_from_its_group_s_page(on_stage: Stage) -> None:
    group(on_stage, meetings=3)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, GroupScreen)
        assert [line.split("  ")[-1].strip()[:6] for line in listed(pilot)] == ["Tema 3", "Tema 2", "Tema 1"]
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, LobbyScreen)
        assert pilot.app.session is not None  # type: ignore[attr-defined]
        assert pilot.app.session.title == "Tema 2"  # type: ignore[attr-defined]


async def test_the_next_meeting_is_filled_in_from_the_group(on_stage: Stage) -> None:
    group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "down", "enter", "n")
        assert isinstance(pilot.app.screen, SetupScreen)
        values = {line.id: line.value for line in pilot.app.screen.query(Input)}
        assert (values["name"], values["purpose"], values["group"]) == ("Møte 2", "Her tenker vi.", NAME)
        assert pilot.app.screen.query_one(Select).value == "refleksjonsgruppe"
        assert str(pilot.app.screen.query_one("#summary", Words).render()).startswith("Møte 2. 7 i én ring.")
        await press(pilot, "ctrl+s")
        meeting = on_stage.desk.book(NAME).meetings()[-1]
        assert (meeting.group, meeting.number, meeting.programme) == (NAME, 2, "refleksjonsgruppe")


async def test_typing_the_name_of_a_group_offers_it_and_fills_in(on_stage: Stage) -> None:
    group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "tab", "tab", *"hjem")
        line = pilot.app.screen.query_one("#group", Input)
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "right")
        assert line.value.casefold() == NAME.casefold()
        await press(pilot, "ctrl+s")
        assert on_stage.desk.sessions()[0].group == NAME


async def test_a_group_is_settled_and_that_is_undone(on_stage: Stage) -> None:
    group(on_stage)
    book = on_stage.desk.book(NAME)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "down", "enter", "i")
        pilot.app.screen.query_one("#threshold", Input).value = "2"
        await press(pilot, "ctrl+s")
        assert "fra 3 til 10" in str(pilot.app.screen.query_one("#wrong", Words).render())
        pilot.app.screen.query_one("#threshold", Input).value = "5"
        await press(pilot, "ctrl+s")
        assert book.group.threshold == 5
        await press(pilot, "u")
        assert book.group.threshold == 3


async def test_a_new_group_is_on_the_list_and_a_known_name_is_not_taken_twice(on_stage: Stage) -> None:
    group(on_stage)
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "g", *NAME.lower().replace(",", ""), "ctrl+s")
        assert isinstance(pilot.app.screen, StartScreen)
        assert listed(pilot)[1].startswith("hjemmetjenesten gruppe 1")
        await press(pilot, "g")
        pilot.app.screen.query_one("#name", Input).value = NAME.upper()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SettleScreen)
        assert "allerede en gruppe" in str(pilot.app.screen.query_one("#wrong", Words).render())
        pilot.app.screen.query_one("#name", Input).value = ""
        await press(pilot, "ctrl+s")
        assert "trenger et navn" in str(pilot.app.screen.query_one("#wrong", Words).render())


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "møte 1 i dag"), (2, "møte 1 torsdag"), (7, "møte 1 1. desember"), (-1, "1 kafé · siste 23. november")],
)
def test_a_group_tells_of_the_meeting_to_come(on_stage: Stage, days: int, told: str) -> None:
    on_stage.desk.keep(session(group=NAME, day=TUESDAY + timedelta(days)))
    book = on_stage.desk.book(NAME)
    assert group_facts(book.group, book.meetings(), texts("nb"), TUESDAY) == told


def test_a_group_without_a_meeting_says_so() -> None:
    assert group_facts(Group(NAME), [], texts("nb"), TUESDAY) == "ingen møter ennå"


@pytest.mark.parametrize(
    ("ago", "answered", "told"),
    [
        (0, False, ""),
        (1, False, "1 sak venter på svar i 1 dag"),
        (41, False, "1 sak venter på svar i 41 dager"),
        (41, True, "1 svar fra leder er kommet"),
    ],
)
def test_a_group_tells_of_answers_that_have_come_and_else_of_what_waits(
    on_stage: Stage, ago: int, answered: bool, told: str
) -> None:
    day = TUESDAY - timedelta(ago)
    whole = decided(made(session(group=NAME, day=day, number=1), "Overlapp"), 1, Fate.RAISED)
    on_stage.desk.keep(whole.next(0.0).approve(day))
    book = on_stage.desk.book(NAME)
    if answered:
        book.take_answers([Answer("1-1", day, does="Vi ordner det")], "nb").result()
    assert news(book.group, book.meetings(), texts("nb"), TUESDAY) == told
