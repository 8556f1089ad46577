"""How the trials went is put down with one key each, and a new one is put down while the owner writes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import OptionList, TextArea

from sessions.plan import plan_of
from sessions.programme import StepKind
from sessions.trials import HowItWent
from tests.tui.stage import press
from tui.screens.sorting import SortingScreen
from tui.screens.trial import TrialScreen
from tui.screens.trials import TrialsScreen
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage

BEFORE = date(2026, 11, 10)
TEXTS = ("Si fra før jeg går inn", "Spørre [/b] hva de er redde for", "Ta fem minutter alene")


def asking(stage: Stage, *trials: str, group: str = "Natt") -> Room:
    """Open a meeting at the step that asks how trials went."""
    plan = plan_of({"title": "Møte", "group": group, "programme": "situasjonslogg", "present": 6}, stage.desk.today)
    room = stage.desk.found(plan, "nb")
    for text in trials:
        assert room.book is not None
        room.book.try_out(text, "nb", BEFORE)
    room.next()
    room.next()
    return room


def listed(pilot: Pilot[None]) -> list[str]:
    options = pilot.app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]


async def test_one_key_each_and_undo(on_stage: Stage) -> None:
    room = asking(on_stage, *TEXTS)
    assert room.book is not None
    book = room.book
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, TrialsScreen)
        await press(pilot, "1", "2", "3")
        assert [report.went for report in book.group.reports] == [*HowItWent]
        assert listed(pilot)[1] == "… Spørre [/b] hva de er redde for · Ikke prøvd ennå"
        await press(pilot, "u")
        assert listed(pilot)[2] == "· Ta fem minutter alene"


async def test_what_happened_is_put_down_with_it(on_stage: Stage) -> None:
    room = asking(on_stage, *TEXTS)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "o", *"Det gikk", "ctrl+s")
        assert listed(pilot)[0] == "✓ Si fra før jeg går inn · Prøvd\n    Det gikk"
        await press(pilot, "2", "home", "enter")
        assert isinstance(pilot.app.screen, TrialScreen)
        assert pilot.app.screen.query_one(TextArea).text == "Det gikk"
        await press(pilot, "escape")
        assert listed(pilot)[0].startswith("… Si fra før jeg går inn · Ikke prøvd ennå\n    Det gikk")


async def test_a_trial_is_begun_and_taken_away(on_stage: Stage) -> None:
    room = asking(on_stage, "Si fra")
    assert room.book is not None
    book = room.book
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "p", "ctrl+s")
        assert "Utprøvingen er tom" in str(pilot.app.screen.query_one("#wrong", Words).render())
        await press(pilot, *"Puste", "ctrl+s")
        assert [trial.text for trial in book.group.trials] == ["Si fra", "Puste"]
        assert listed(pilot) == ["· Si fra"]
        await press(pilot, "x")
        assert [trial.text for trial in book.group.trials] == ["Puste"]
        assert "Ingen utprøvinger" in str(pilot.app.screen.query_one("#none", Words).render())
        await press(pilot, "1", "o", "u")
        assert listed(pilot) == ["· Si fra"]


async def test_the_owner_s_trial_is_put_down_while_she_writes_and_when_the_group_sorts(on_stage: Stage) -> None:
    room = asking(on_stage)
    assert room.book is not None
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "p")
        assert not isinstance(pilot.app.screen, TrialScreen)
        while room.session.step.name != "write":
            await press(pilot, "n")
        await press(pilot, "p", *"Puste", "ctrl+s")
        while room.session.step.kind is not StepKind.SORTING:
            await press(pilot, "n")
        assert isinstance(pilot.app.screen, SortingScreen)
        await press(pilot, "p", *"Lytte", "ctrl+s")
        assert [(trial.text, trial.begun_on) for trial in room.book.group.trials] == [
            ("Puste", room.session.day),
            ("Lytte", room.session.day),
        ]


async def test_people_who_do_not_meet_again_try_nothing_together(on_stage: Stage) -> None:
    room = asking(on_stage, group="")
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "p", "1", "o", "x")
        assert isinstance(pilot.app.screen, TrialsScreen)
        assert "Ingen utprøvinger" in str(pilot.app.screen.query_one("#none", Words).render())
