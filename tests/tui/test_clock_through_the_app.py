"""Three hours through the real app: the laptop sleeps, someone sets its clock, and the wall shows the right second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions import clock
from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of
from sessions.store import TinyStore
from tests.tui.stage import ONE_O_CLOCK
from tui.app import CafeApp
from tui.widgets.large import LargeTime

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


@dataclass
class Laptop:
    """A laptop's two clocks: one that only goes on, and one that can be set."""

    up: float = 5_000.0
    wall: float = ONE_O_CLOCK

    def pass_time(self, seconds: float) -> None:
        """Let time pass, awake or asleep: the steady clock counts both."""
        self.up += seconds
        self.wall += seconds


async def test_right_second_after_three_hours_with_sleep_and_set_clocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = Laptop()
    monkeypatch.setattr(clock, "steady", lambda: laptop.up)
    monkeypatch.setattr("sessions.clock.time.time", lambda: laptop.wall)
    store = TinyStore(tmp_path)
    desk = Desk(store, SteadyClock(), MinutesFolder(tmp_path / "minutes"))
    room = desk.found(plan_of({"title": "Lang", "rounds": 1, "steps": {"round": 200}}, desk.today), "nb")
    app = CafeApp(desk, lambda: room, "nb", room)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space")
        for minute in range(1, 181):
            laptop.pass_time(8 * 60 if minute == 50 else 60 if not 50 < minute <= 57 else 0)
            laptop.wall += {30: 3600, 90: -7200, 120: 3600}.get(minute, 0)
            app._beat()
        await pilot.pause()
        assert app.screen.query_one(LargeTime).time == "20:00"
        assert room.now == ONE_O_CLOCK + 3 * 3600
    store.close()
