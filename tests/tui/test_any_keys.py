"""Any keys in any order, at any size: the app stays, and the room is in a legal state."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.plan import plan_of
from tests.tui.stage import press

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.room import Room
    from tests.tui.stage import Stage

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.sweep) for seed in range(1, 10))]
KEYS = (
    *(
        "space",
        "n",
        "b",
        "pagedown",
        "pageup",
        "plus",
        "minus",
        "e",
        "u",
        "t",
        "question_mark",
        "escape",
        "ctrl+s",
        "p",
    ),
    *(
        "s",
        "m",
        "l",
        "k",
        "g",
        "d",
        "x",
        "o",
        "r",
        "tab",
        "up",
        "down",
        "home",
        "end",
        "a",
        "enter",
        "ctrl+t",
        "f",
        "v",
        "left",
        "right",
        "1",
        "v",
    ),
)


def circle(stage: Stage) -> Room:
    """Open a meeting of a group, with a theme that waits and a trial to ask about."""
    programme = {"title": "Møte", "group": "Natt", "programme": "situasjonslogg", "present": 6}
    room = stage.desk.found(plan_of(programme, stage.desk.today), "nb")
    assert room.book is not None
    room.book.want_theme("Uro", "nb").result()
    room.book.try_out("Puste", "nb", date(2026, 11, 1)).result()
    return room


@pytest.mark.parametrize("seed", SEEDS)
async def test_any_keys_in_any_order(on_stage: Stage, seed: int) -> None:
    await strike(on_stage, on_stage.room(), random.Random(seed), (0, 1, 5, 6, 7, 8))


@pytest.mark.parametrize("seed", SEEDS)
async def test_any_keys_in_any_order_at_a_meeting_of_a_group(on_stage: Stage, seed: int) -> None:
    await strike(on_stage, circle(on_stage), random.Random(seed), (0, 1, 2, 6, 12))


SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.sweep) for seed in range(1, 10))]


async def strike(on_stage: Stage, room: Room, rng: random.Random, steps: Sequence[int]) -> None:
    """Go some steps on, and strike eighty keys."""
    for _ in range(rng.choice(steps)):
        room.next()
    async with on_stage.app(room).run_test(size=rng.choice([(60, 18), (80, 24), (120, 40)])) as pilot:
        for _ in range(80):
            on_stage.clock.time += rng.choice([0, 0, 1, 60, 600])
            await press(pilot, rng.choice(KEYS))
            session = room.session
            running = [place for place, timer in enumerate(session.timers) if timer.running]
            assert running in ([], [session.at])
            assert 0 <= session.at < len(session.steps)
            numbers = [item.number for item in session.items]
            assert len(set(numbers)) == len(numbers)
            assert max(numbers, default=0) <= session.items_made
        assert pilot.app.return_code is None
