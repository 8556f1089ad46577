"""A timer gives the right second however long nobody asks, and never plans a step shorter than what has gone of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.timer import MINUTE, Phase, Timer

MOMENTS = st.integers(0, 10**5).map(float)


def test_a_timer_that_stands_keeps_its_time() -> None:
    assert Timer.of(15).left_at(0) == Timer.of(15).left_at(10**6) == 15 * MINUTE


def test_a_running_timer_counts_whatever_passes_between_two_looks() -> None:
    timer = Timer.of(15).start(100)
    assert timer.left_at(100) == 900
    assert timer.left_at(100 + 8 * MINUTE) == 7 * MINUTE
    assert timer.left_at(100 + 16 * MINUTE) == -MINUTE


def test_starting_twice_changes_nothing() -> None:
    timer = Timer.of(15).start(100)
    assert timer.start(500) == timer


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2000)), max_size=20))
def test_only_the_time_between_start_and_stop_goes(turns: list[tuple[bool, int]]) -> None:
    timer, now, gone = Timer.of(15), 0.0, 0.0
    for run, seconds in turns:
        timer = timer.start(now) if run else timer.stop(now)
        now += seconds
        gone += seconds if run else 0
    assert timer.left_at(now) == 15 * MINUTE - gone


@given(MOMENTS, st.lists(st.tuples(st.integers(0, 1200), st.integers(-900, 900)), max_size=12), st.booleans())
def test_length_is_what_has_gone_and_what_is_left(start: float, turns: list[tuple[int, int]], running: bool) -> None:
    """And taking time ends at nothing left: it never makes a step late by itself."""
    timer, now = Timer.of(10), start
    timer = timer.start(now) if running else timer
    for seconds, more in turns:
        now += seconds
        before = timer.left_at(now)
        gone = timer.length - before
        timer = timer.longer(more, now)
        assert timer.running is running
        assert timer.length == max(gone + timer.left_at(now), 0)
        assert timer.left_at(now) >= min(before, 0)
        if more > 0:
            assert timer.left_at(now) == max(before, 0) + more


def test_over_time_a_minute_more_is_a_minute_from_now() -> None:
    timer = Timer.of(1).start(0).longer(MINUTE, now=100)
    assert timer.left_at(100) == MINUTE
    assert timer.length == 160


@pytest.mark.parametrize(
    ("left", "phase"),
    [
        *[(100, Phase.EARLY), (51, Phase.EARLY), (50, Phase.HALF), (21, Phase.HALF), (20, Phase.SOON), (6, Phase.SOON)],
        *[(5, Phase.LAST), (0.1, Phase.LAST), (0, Phase.OVER), (-1, Phase.OVER)],
    ],
)
def test_colour_and_words_change_at_half_a_fifth_and_a_twentieth(left: float, phase: Phase) -> None:
    assert Timer(100, 100, deadline=1000).phase(1000 - left) is phase


def test_a_step_of_no_length_is_never_over() -> None:
    assert Timer.of(0).start(0).phase(500) is Phase.EARLY
