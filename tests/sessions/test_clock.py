"""The clock of a session counts sleep, and does not follow a wall clock that somebody sets."""

import time

import pytest

from sessions.clock import FastClock, SteadyClock, steady
from tests.sessions.building import NOON, TestClock


def test_it_tells_the_time_of_day() -> None:
    assert SteadyClock().now() == pytest.approx(time.time(), abs=1)


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_a_wall_clock_that_jumps_an_hour_changes_nothing(jump: float, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SteadyClock()
    before = clock.now()
    wall = time.time
    monkeypatch.setattr(time, "time", lambda: wall() + jump)
    assert abs(SteadyClock().now() - before) > 3000
    assert 0 <= clock.now() - before < 60


def test_it_never_goes_back() -> None:
    clock = SteadyClock()
    seen = [clock.now() for _ in range(1000)]
    assert seen == sorted(seen)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system's usual steady clock counts sleep")
def test_sleep_counts_on_linux() -> None:
    assert steady() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=1)


def test_where_no_clock_can_be_chosen_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        monkeypatch.delattr(time, name, raising=False)
    assert steady() == pytest.approx(time.monotonic(), abs=1)


def test_a_fast_clock_begins_now_and_lets_a_minute_pass_in_a_second() -> None:
    laptop = TestClock()
    laptop.sleep(100)
    fast = FastClock(laptop, 60)
    assert fast.now() == NOON + 100
    laptop.sleep(1)
    assert fast.now() == NOON + 160
