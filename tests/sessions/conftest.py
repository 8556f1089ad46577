"""A data folder, a clock to set, and what stands on them."""

from pathlib import Path

import pytest

from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.room import Room
from sessions.store import TinyStore
from tests.sessions.building import KARI, PER, TestClock, session


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def desk(store: TinyStore, clock: TestClock, tmp_path: Path) -> Desk:
    return Desk(store, clock, MinutesFolder(tmp_path / "referat"))


@pytest.fixture
def room(desk: Desk) -> Room:
    """A café in its lobby, with two people known."""
    return desk.keep(session(people=(KARI, PER), present=8))
