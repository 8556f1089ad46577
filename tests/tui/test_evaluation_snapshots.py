"""The evaluation as a picture, at four sizes: while it is open, and when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sessions.ballots import Ballot, Usefulness
from tests.tui.sizes import at_sizes
from tests.tui.stage import to_evaluation
from tests.tui.test_snapshots import pressing
from tui.phones import Phones

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage

    Compare = Callable[..., bool]

PHONES = Phones("http://192.168.43.17:8080/abcdefghijkl", "192.168.43.17:8080/bcdf", "bcdf", reached=14)
TICKS = [*[Usefulness.LITTLE] * 2, *[Usefulness.USEFUL] * 15, *[Usefulness.VERY] * 6]
WELL = ("alle fikk sagt noe", "vi ble hørt, og Ingrid holdt tida", "temaet traff", "det var lov å være uenig")
BADLY = ("tida var knapp", "det var trangt ved bord 3")
BETTER = ("å ha mer tid i plenum", "å få svar fra ledelsen før neste gang")

# The forms that have come, and the keys that are pressed then.
PICTURES: dict[str, tuple[int, list[str]]] = {
    "open": (12, []),
    "everybody": (27, []),
    "paper": (12, ["s", "2", *"alle"]),
    "result": (23, ["v"]),
    "sentences": (23, ["v", "s"]),
    "few": (2, ["v"]),
    "nobody": (0, ["v"]),
}

pytestmark = at_sizes


def answered(stage: Stage, count: int) -> Room:
    """Open the ready café at its evaluation, when so many have answered."""
    room = stage.room()
    to_evaluation(room)
    for number in range(count):
        sentences = (words[number] if number < len(words) else "" for words in (WELL, BADLY, BETTER))
        room.box.put(Ballot(TICKS[number % len(TICKS)], *sentences))
    return room


def with_phones(*keys: str) -> Callable[[Pilot[None]], object]:
    """Let the wall know of phones, then press keys."""

    async def run(pilot: Pilot[None]) -> None:
        pilot.app._reached(PHONES)  # type: ignore[attr-defined]
        await pressing(*keys)(pilot)

    return run


@pytest.mark.parametrize("name", PICTURES)
def test_evaluation(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    count, keys = PICTURES[name]
    app = on_stage.app(answered(on_stage, count))
    assert snap_compare(app, terminal_size=size, run_before=with_phones(*keys))


def test_without_phones_people_answer_on_paper(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(on_stage.app(answered(on_stage, 4)), terminal_size=size, run_before=pressing())


def test_while_nobody_is_known_to_be_here_it_says_what_to_do(
    on_stage: Stage, snap_compare: Compare, size: tuple[int, int]
) -> None:
    room = answered(on_stage, 0)
    room.gather(0, ())
    assert snap_compare(on_stage.app(room), terminal_size=size, run_before=with_phones())
