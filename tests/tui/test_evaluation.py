"""The evaluation from the laptop: what the wall shows and when, and forms that were filled in on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sessions import evaluation
from sessions.ballots import Ballot, Ballots, Usefulness
from sessions.programme import StepKind
from tests.tui.stage import press, to_evaluation
from tui.screens.gather import GatherScreen
from tui.screens.paper import PaperScreen
from tui.screens.sentences import SentencesScreen
from tui.widgets.bars import Bars
from tui.widgets.key_line import KeyLine
from tui.widgets.large import LargeWords
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage

FORMS = (
    Ballot(Usefulness.USEFUL, well="Ingrid Solvang lyttet", badly="tida var knapp"),
    Ballot(Usefulness.VERY, well="alle fikk sagt noe"),
    Ballot(Usefulness.LITTLE, better="[/b] å ha # mer tid"),
    Ballot(Usefulness.VERY),
)


@pytest.fixture
def room(on_stage: Stage) -> Room:
    room = on_stage.room()
    to_evaluation(room)
    return room


def large(app: App[None], name: str) -> str:
    return app.screen.query_one(f"#{name}", LargeWords).text


def keys(app: App[None]) -> set[str]:
    return {key for key, _ in app.screen.query_one(KeyLine).bindings}


async def beat(pilot: Pilot[None]) -> None:
    """Let a second pass on the wall."""
    pilot.app.now += 1  # type: ignore[attr-defined]
    await pilot.pause()


def shown(app: App[None]) -> str:
    """Give all that is on the wall, drawn or written."""
    return "\n".join(line.text for line in app.screen._compositor.render_strips())


async def test_while_it_is_open_the_wall_shows_how_many_and_nothing_of_what(on_stage: Stage, room: Room) -> None:
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert large(pilot.app, "answered") == "0 av 27 svar"
        for number, form in enumerate(FORMS, start=1):
            room.box.put(form)
            await beat(pilot)
            assert large(pilot.app, "answered") == f"{number} av 27 svar"
        assert room.session.ballots.answered == 3
        assert not pilot.app.screen.query_one("#result").display
        for word in ("nyttig", "lyttet", "sagt noe", "knapp", "mer tid"):
            assert word not in shown(pilot.app)


async def test_v_closes_it_and_shows_the_numbers_and_v_opens_it_again(on_stage: Stage, room: Room) -> None:
    for form in FORMS:
        room.box.put(form)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v")
        assert room.session.ballots.answered == 4
        assert not evaluation.is_open(room.session)
        assert large(pilot.app, "verdict") == "3 av 4 krysset av for nyttig eller svært nyttig."
        assert pilot.app.screen.query_one(Bars).rows == (("lite nyttig", 1), ("nyttig", 1), ("svært nyttig", 2))
        assert "lyttet" not in shown(pilot.app)
        await press(pilot, "v")
        assert evaluation.is_open(room.session)
        assert "nyttig" not in shown(pilot.app)


async def test_sentences_are_shown_on_purpose_without_names_and_as_text(on_stage: Stage, room: Room) -> None:
    """Law 6 and law 4, on the wall."""
    for form in FORMS:
        room.box.put(form)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "s")
        assert isinstance(pilot.app.screen, SentencesScreen)
        wall = shown(pilot.app)
        assert "· en kollega lyttet" in wall.casefold()
        assert "· [/b] å ha # mer tid" in wall
        assert "Ingrid" not in wall
        assert wall.index("· alle fikk sagt noe") < wall.casefold().index("· en kollega lyttet")
        await press(pilot, "pagedown", "pageup", "escape")
        assert "lyttet" not in shown(pilot.app)


async def test_too_few_to_show(on_stage: Stage, room: Room) -> None:
    room.box.put(FORMS[0])
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "s")
        assert large(pilot.app, "verdict").startswith("Færre enn 3 har svart.")
        assert pilot.app.screen.query_one(Bars).rows == ()
        assert "lyttet" not in shown(pilot.app)


async def test_going_on_counts_what_waits_and_going_back_opens_it_again(on_stage: Stage, room: Room) -> None:
    receipt = room.box.put(FORMS[0])
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "n")
        assert room.session.step.kind is StepKind.READING
        receipt.result(10)
        await press(pilot, "b")
        assert evaluation.is_open(room.session)
        assert large(pilot.app, "answered") == "1 av 27 svar"


async def test_once_the_group_has_approved_it_cannot_be_opened_again(on_stage: Stage, room: Room) -> None:
    for form in FORMS:
        room.box.put(form)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "n", "a", "b", "b")
        assert room.session.step.kind is StepKind.EVALUATION
        assert room.session.approved
        assert not {"v", "f", "p"} & keys(pilot.app)
        await press(pilot, "v", "v")
        assert not evaluation.is_open(room.session)
        assert large(pilot.app, "verdict").startswith("3 av 4")


async def test_f_lets_one_more_answer_and_u_undoes_it(on_stage: Stage, room: Room) -> None:
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "f", "f")
        assert large(pilot.app, "answered") == "0 av 29 svar"
        await press(pilot, "u")
        assert large(pilot.app, "answered") == "0 av 28 svar"


async def test_plus_and_minus_are_time_here_too(on_stage: Stage, room: Room) -> None:
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "plus")
        assert room.session.timer.length == 4 * 60
        assert evaluation.may_answer(room.session) == 27


async def test_while_nobody_is_known_to_be_here_p_says_who(on_stage: Stage, room: Room) -> None:
    room.gather(0, ())
    async with on_stage.app(room).run_test() as pilot:
        assert large(pilot.app, "instruction") == "Hvor mange er her? Skriv det med p."
        assert not {"s", "f"} & keys(pilot.app)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, GatherScreen)
        await press(pilot, "1", "2", "ctrl+s")
        assert large(pilot.app, "answered") == "0 av 12 svar"


async def test_paper_forms_are_typed_one_after_the_other(on_stage: Stage, room: Room) -> None:
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, PaperScreen)
        assert "Rommet ser det du skriver." in str(pilot.app.screen.query_one("#title", Words).render())
        await press(pilot, "3", *"godt", "enter", *"1 minus", "enter", *"mer", "enter")
        await press(pilot, "1", "ctrl+s")
        count = pilot.app.screen.query_one("#count", Words)
        assert str(count.render()) == "Skrevet inn her: 2. 2 av 27 har svart. 2 lagres sammen med de neste."
        assert room.session.ballots == Ballots()
        await press(pilot, "x", "enter", *"ingen kryss", "ctrl+s")
        assert str(count.render()) == "Skrevet inn her: 3. 3 av 27 har svart."
        assert room.session.ballots == Ballots(
            *(1, 0, 1, 3), well=("godt", "ingen kryss"), badly=("1 minus",), better=("mer",)
        )


async def test_a_paper_form_that_cannot_be_taken_is_told_and_stays(on_stage: Stage, room: Room) -> None:
    room.gather(1, ())
    async with on_stage.app(room).run_test() as pilot:
        await press(pilot, "s", "ctrl+s")
        wrong = pilot.app.screen.query_one("#wrong", Words)
        assert str(wrong.render()).startswith("Skjemaet er tomt.")
        await press(pilot, "2", "ctrl+s")
        assert not wrong.display
        await press(pilot, "2", *"en til", "ctrl+s")
        assert "slippe inn ett til med f" in str(wrong.render())
        assert pilot.app.screen.query_one("#well").value == "en til"  # type: ignore[attr-defined]  # a line
        await press(pilot, "escape", "f", "s", "2", "ctrl+s")
        assert room.box.answered == 2


async def test_without_minutes_there_is_no_clock(on_stage: Stage) -> None:
    from dataclasses import replace

    from sessions.shelf import built_in
    from sessions.timer import Timer

    steps = built_in("ks-dialog").steps
    room = on_stage.room()
    talk = replace(room.session, id="talk", steps=steps, timers=tuple(Timer.of(step.minutes) for step in steps))
    circle = on_stage.desk.open(talk)
    to_evaluation(circle)
    async with on_stage.app(circle).run_test() as pilot:
        assert large(pilot.app, "question") == "Hvordan var møtet?"
        assert str(pilot.app.screen.query_one("#pace", Words).render()).startswith("slutt")
