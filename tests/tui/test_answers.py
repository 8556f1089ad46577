"""The first step of a meeting: what the leader answered, page by page, and what the group says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sessions.answers import Outcome, Verdict, judgement_of
from sessions.programme import StepKind
from tests.sessions.building import PER
from tests.sessions.grouped import GROUP
from tests.tui.answering import LONG, SHORT, answered, at_answers
from tests.tui.sizes import at_sizes
from tests.tui.stage import press
from tests.tui.test_snapshots import pressing
from tui.widgets.key_line import KeyLine
from tui.widgets.large import LargeWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from sessions.answers import Judgement
    from sessions.room import Room
    from tests.tui.stage import Stage


def told(pilot: Pilot[None], name: str) -> str:
    widget = pilot.app.screen.query_one(f"#{name}")
    return widget.text if isinstance(widget, LargeWords) else str(widget.render())


def shown(pilot: Pilot[None], name: str) -> bool:
    return bool(pilot.app.screen.query_one(f"#{name}").display)


def keys(pilot: Pilot[None]) -> list[str]:
    return [key for key, _ in pilot.app.screen.query_one(KeyLine).bindings]


def scrolled(pilot: Pilot[None]) -> float:
    return pilot.app.screen.query_one("#paper").scroll_offset.y


def step(room: Room) -> StepKind:
    return room.session.step.kind


def approved(room: Room) -> bool:
    return room.session.approved


def said(room: Room, item: str) -> Judgement | None:
    assert room.book is not None
    return judgement_of(room.book.group, item, room.session.number)


async def test_a_clicker_is_enough_for_every_answer_what_waits_and_the_next_step(on_stage: Stage) -> None:
    """A long answer is read to its end; Page Up goes the same way back."""
    room = answered(on_stage, SHORT)
    assert room.book is not None
    room.book.take_answers([replace(LONG, after=2)], "nb").result()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(pilot, "where") == "Svar siden sist · 1 av 2"
        places = [scrolled(pilot)]
        while told(pilot, "heading").startswith("1-2"):
            await press(pilot, "pagedown")
            places.append(scrolled(pilot))
        assert len(places) > 2
        assert places[:-1] == sorted(set(places[:-1]))
        assert places[-1] == 0
        assert told(pilot, "where") == "Svar siden sist · 2 av 2"
        while told(pilot, "heading").startswith("1-1"):
            await press(pilot, "pagedown")
        assert told(pilot, "where") == "Svar siden sist · venter på svar"
        await press(pilot, "pageup")
        assert told(pilot, "heading").startswith("1-1")
        while step(room) is StepKind.ANSWERS:
            await press(pilot, "pagedown")
        assert step(room) is StepKind.THEME
        room.back()
        await pilot.pause()
        await press(pilot, "pageup")
        assert step(room) is StepKind.OPENING


async def test_each_page_says_what_was_asked_for_what_she_wrote_and_how_far_it_has_come(on_stage: Stage) -> None:
    """What the group has not read stands first; members are not named; a line left empty takes no room."""
    room = answered(on_stage, SHORT)
    assert room.book is not None
    room.book.take_answers([replace(LONG, does="Nei, ikke nå.")], "nb").result()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(pilot, "heading") == "1-2  Overlapp mellom vaktene"
        assert told(pilot, "path") == "●●○○○ planlegge · besvart"
        assert told(pilot, "rest") == "Vi ba om: et kvarter til"
        assert told(pilot, "do") == "Nei, ikke nå."
        assert not shown(pilot, "understand")
        assert not shown(pilot, "who")
        await press(pilot, "pagedown")
        assert told(pilot, "path") == "●●●○○ utføre · under utprøving"
        assert told(pilot, "understand") == SHORT.understood
        assert told(pilot, "do") == "En kollega lager innlogging før første vakt. Avdelingene får én ansvarlig hver."
        assert told(pilot, "who") == "Ansvarlig: Tone Eksempel     Frist: 1. desember"
        await press(pilot, "pagedown")
        assert told(pilot, "heading") == "Én sak venter på svar"
        assert told(pilot, "rest").splitlines() == [
            "2-1  Måltider",
            "      har ventet i 70 dager · ●○○○○ forberede · løftet",
        ]
        assert "f" not in keys(pilot)
        await press(pilot, "1", "f", "l")
        assert not room.can_undo


@pytest.mark.parametrize(("does", "largest"), [("Vi ordner det før jul.", [0, 2, 2]), ("- én\n- to", [0, 0, 0])])
async def test_an_answer_is_as_large_as_the_wall_allows_and_keeps_its_lines(
    on_stage: Stage, does: str, largest: list[int]
) -> None:
    """The page never has to be turned for its size alone, and a window that grows shows it larger at once."""
    room = answered(on_stage, replace(SHORT, does=does))
    async with on_stage.app(room).run_test(size=(60, 18)) as pilot:
        for size, scale in zip([(60, 18), (120, 40), (240, 67)], largest, strict=True):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert pilot.app.screen.query_one("#do", LargeWords).largest == scale
            assert pilot.app.screen.query_one("#paper").max_scroll_y == 0


async def test_the_group_says_what_came_of_it_and_can_take_each_word_back(on_stage: Stage) -> None:
    room = answered(on_stage, SHORT)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert told(pilot, "said") == "Hvordan er det nå?"
        assert keys(pilot)[:4] == ["PgDn", "1 2 3", "f", "l"]
        for key, verdict, word in (("1", "better", "bedre"), ("3", "worse", "dårligere"), ("2", "same", "likt")):
            await press(pilot, key)
            judged = said(room, "1-1")
            assert judged is not None
            assert judged.verdict is Verdict(verdict)
            assert told(pilot, "said") == f"Vi sier: {word}."
        assert told(pilot, "path") == "●●●●○ kontrollere · likt"
        await press(pilot, "f")
        assert told(pilot, "said") == "Vi sier: likt, fulgt opp."
        assert told(pilot, "path") == "●●●●● følge opp · fulgt opp"
        await press(pilot, "l")
        assert told(pilot, "path") == "●○○○○ forberede · løftet igjen"
        judged = said(room, "1-1")
        assert judged is not None
        assert (judged.verdict, judged.outcome) == (Verdict.SAME, Outcome.RAISED_AGAIN)
        await press(pilot, "l", "2")
        assert said(room, "1-1") is None
        assert told(pilot, "said") == "Hvordan er det nå?"
        await press(pilot, "u", "u", "u", "u")
        judged = said(room, "1-1")
        assert judged is not None
        assert (judged.verdict, judged.outcome) == (Verdict.SAME, None)
        await press(pilot, "u", "u", "u")
        assert said(room, "1-1") is None
        assert "u" not in keys(pilot)


async def test_undo_takes_back_the_last_thing_whatever_it_was(on_stage: Stage) -> None:
    room = answered(on_stage, SHORT)
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        room.make_item("Radioen står på", heading="Radioen")
        await press(pilot, "u")
        assert not room.session.items
        assert said(room, "1-1") is not None
        await press(pilot, "u")
        assert said(room, "1-1") is None


async def test_what_is_raised_again_waits_from_today_and_is_approved_anew(on_stage: Stage) -> None:
    """What leaders get tells of it, so what was approved before it holds no more; and the file is written anew."""
    room = answered(on_stage, SHORT)
    room.approve()
    assert "1-1" not in room.minutes_files().leaders.read_text(encoding="utf-8")
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await press(pilot, "l")
        assert not approved(room)
        await press(pilot, "u")
        assert approved(room)
        await press(pilot, "l")
        while told(pilot, "heading").startswith("1-1"):
            await press(pilot, "pagedown")
        assert told(pilot, "heading") == "3 saker venter på svar"
        assert told(pilot, "rest").splitlines()[-1] == "      løftet i dag · ●○○○○ forberede · løftet igjen"
    room.approve()
    assert "### Sak 1-1: Opplæring av vikarer" in room.minutes_files().leaders.read_text(encoding="utf-8")


async def test_what_was_followed_up_is_not_read_again_and_what_was_judged_says_so(on_stage: Stage) -> None:
    room = answered(on_stage, SHORT, replace(LONG, does="Nei, ikke nå."))
    assert room.book is not None
    room.book.judge("1-1", 2, Verdict.BETTER, Outcome.FOLLOWED_UP).result()
    room.book.judge("1-2", 2, Verdict.WORSE).result()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(pilot, "where") == "Svar siden sist · 1 av 1"
        assert told(pilot, "heading").startswith("1-2")
        assert told(pilot, "said") == "Sist sa vi: dårligere. Hvordan er det nå?"


async def test_a_colleague_who_has_come_since_is_not_named_either(on_stage: Stage) -> None:
    """The answer was kept before anyone knew of her; the wall goes by the list of this meeting too."""
    room = answered(on_stage, replace(SHORT, does="Per Olav lager innlogging."))
    room.gather(5, [PER])
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told(pilot, "do") == "En kollega lager innlogging."


@pytest.mark.parametrize(
    ("group", "why"), [("", "hører ikke til en gruppe"), ("Natt", "Når gruppa løfter en sak, står svaret")]
)
async def test_a_meeting_with_nothing_to_show_says_why_and_goes_on(on_stage: Stage, group: str, why: str) -> None:
    room = at_answers(on_stage, group)
    async with on_stage.app(room).run_test(size=(60, 18)) as pilot:
        await pilot.pause()
        assert told(pilot, "where") == "Svar siden sist"
        assert told(pilot, "heading") == "Ingen svar ennå."
        assert why in told(pilot, "do")
        assert not shown(pilot, "said")
        await press(pilot, "1", "l", "pagedown")
        assert room.session.step.kind is StepKind.THEME
        assert not room.can_undo


@at_sizes
@pytest.mark.parametrize("name", ["answer", "waiting", "nothing"])
def test_picture(on_stage: Stage, snap_compare: Callable[..., bool], name: str, size: tuple[int, int]) -> None:
    if name == "nothing":
        room = at_answers(on_stage, GROUP)
    else:
        room = answered(on_stage, *([] if name == "waiting" else [SHORT]))
    assert snap_compare(on_stage.app(room), terminal_size=size, run_before=pressing())
