"""A stage for tests: the real app over a real store in a folder, with a clock that the test sets."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.demo import demo
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.programme import StepKind
from sessions.store import TinyStore
from tui.app import CafeApp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from sessions.room import Room

ONE_O_CLOCK = datetime(2026, 11, 24, 13, 0).astimezone().timestamp()


@dataclass
class HandClock:
    """A clock that stands until a test moves it."""

    time: float = ONE_O_CLOCK

    def now(self) -> float:
        """Give the time in UTC seconds."""
        return self.time


@dataclass
class Stage:
    """Everything a test may want to look at."""

    store: TinyStore
    clock: HandClock
    desk: Desk
    language: str

    def room(self) -> Room:
        """Open the ready café."""
        return self.desk.keep(demo(self.language, self.clock.now()))

    def app(self, room: Room | None = None, told: str = "") -> CafeApp:
        """Make the app, on the start screen or in a room."""
        return CafeApp(self.desk, self.room, self.language, room, told)


@contextmanager
def stage(folder: Path, language: str = "nb", minutes: Path = Path("Dokumenter/dialogkafe")) -> Iterator[Stage]:
    """Set a stage over a data folder; minutes go to a folder that is told from where the test runs."""
    store, clock = TinyStore(folder), HandClock()
    try:
        yield Stage(store, clock, Desk(store, clock, MinutesFolder(minutes)), language)
    finally:
        store.close()


def to_evaluation(room: Room) -> None:
    """Go on to the evaluation."""
    while room.session.step.kind is not StepKind.EVALUATION:
        room.next()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, and let the app come to rest after each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
