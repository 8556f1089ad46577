"""A session keeps its time: whoever sleeps, pauses, goes on or goes back, the second on the wall is the right one."""

from dataclasses import replace
from datetime import date

import pytest

from sessions.programme import Step, StepKind
from sessions.room import Room
from sessions.session import Session
from sessions.timer import MINUTE, Timer
from tests.sessions.building import NOON, TestClock, note, noted, session


def at(kind: StepKind, **changes: object) -> Session:
    """Give a session at its first step of a kind, its time going since noon."""
    whole = session(**changes)
    while whole.step.kind is not kind:
        whole = whole.next(NOON)
    return whole


def test_the_lobby_waits_and_its_key_starts_the_first_round() -> None:
    lobby = session()
    assert not lobby.begun
    assert lobby.longer(5, NOON) == lobby
    begun = lobby.toggled(NOON)
    assert (begun.step.kind, begun.timer.deadline, begun.begun) == (StepKind.ROUND, NOON + 15 * MINUTE, True)
    assert not begun.timers[0].running


def test_a_pause_costs_the_end_and_not_the_round() -> None:
    paused = at(StepKind.ROUND).toggled(NOON + 60)
    assert paused.timer.left_at(NOON + 600) == 14 * MINUTE
    assert paused.expected_end(NOON + 600) == paused.expected_end(NOON + 60) + 540
    assert paused.toggled(NOON + 600).timer.deadline == NOON + 600 + 14 * MINUTE


def test_there_is_nothing_before_the_lobby_and_nothing_after_the_closing() -> None:
    lobby, closing = session(), at(StepKind.CLOSING)
    assert lobby.back(NOON) == lobby
    assert closing.next(NOON + 5) == closing


def test_going_back_to_the_lobby_lets_no_time_go() -> None:
    lobby = session().next(NOON).back(NOON + 30)
    assert not any(timer.running for timer in lobby.timers)
    assert lobby == session()


def test_undoing_next_gives_the_remaining_time_back_and_the_step_that_is_left_is_as_new() -> None:
    change = at(StepKind.ROUND).next(NOON + 400)
    back = change.back(NOON + 400 + 90)
    assert back.timer.left_at(NOON + 490) == 500
    assert back.timers[2] == Timer.of(2)


def test_undoing_next_while_paused_leaves_it_paused() -> None:
    back = at(StepKind.ROUND).next(NOON + 400).toggled(NOON + 430).back(NOON + 500)
    assert not back.timer.running
    assert back.timer.left == 500


def test_over_time_comes_back_as_over_time() -> None:
    back = at(StepKind.ROUND).next(NOON + 1000).back(NOON + 1010)
    assert back.timer.left_at(NOON + 1010) == -100


def test_rounds_are_counted_as_people_count_them() -> None:
    whole, rounds, writing = session(), [], []
    for _ in whole.steps:
        rounds.append(whole.round)
        writing.append(whole.writing_round)
        whole = whole.next(NOON)
    assert rounds == [0, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3]
    assert writing == [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3]


def test_each_round_has_its_question_and_the_last_one_stays() -> None:
    whole, asked = session(purpose="Hvorfor?", questions=("En?", "To?")), []
    for _ in whole.steps[:7]:
        asked.append(whole.question)
        whole = whole.next(NOON)
    assert asked == ["En?", "En?", "To?", "To?", "To?", "To?", "To?"]
    assert session(purpose="Hvorfor?").question == "Hvorfor?"


def test_a_round_made_longer_shows_what_it_costs_the_plenary() -> None:
    whole = at(StepKind.ROUND)
    whole = replace(whole, ends=whole.expected_end(NOON))
    assert (whole.minutes_late(NOON), whole.plenary_if_on_time(NOON)) == (0, 20)
    longer = whole.longer(5, NOON)
    assert (longer.minutes_late(NOON), longer.plenary_if_on_time(NOON)) == (5, 15)
    assert longer.longer(30, NOON).plenary_if_on_time(NOON) == 0
    assert at(StepKind.PLENARY).plenary_if_on_time(NOON) is None
    assert session().minutes_late(NOON) == 0


def test_without_a_promised_end_nobody_is_late() -> None:
    assert at(StepKind.ROUND, ends=None).minutes_late(NOON + 10**6) == 0


def test_a_note_taken_back_is_taken_out_of_its_items_too() -> None:
    from sessions.sorting import made

    whole = made(noted(note("a"), note("b")), "Vikarer", ["a", "b"])
    assert whole.open_notes() == ()
    less = whole.without_note("a")
    assert (less.items[0].notes, list(less.notes)) == (("b",), ["b"])
    assert less.without_note("a") == less


def test_a_theme_is_that_of_the_table() -> None:
    whole = session()
    assert [whole.theme_of(note("a", table=number)) for number in (1, 2, 9)] == ["Måltider", "Overlapp", ""]


def test_what_was_approved_has_to_be_approved_again_after_a_change() -> None:
    approved = noted(note("a")).approve(date(2010, 11, 16))
    for change in (approved.with_note(note("b")), approved.without_note("a"), approved.with_items(())):
        assert approved.approved
        assert not change.approved
    assert not approved.finished
    assert replace(approved, at=len(approved.steps) - 1).finished


@pytest.mark.parametrize("asleep", [3, 4, 6])
def test_three_hours_with_eight_minutes_of_sleep_end_at_the_right_second(
    asleep: int, room: Room, clock: TestClock
) -> None:
    """Each step is driven to its end by looks at the clock; in one of them the lid is closed for eight minutes."""
    long = tuple(Step(step.kind, step.minutes * 2.2) for step in session().steps)
    room._session = replace(room.session, steps=long, timers=tuple(Timer.of(step.minutes) for step in long))
    assert sum(step.minutes for step in long) > 180
    room.toggle()
    for step in range(1, len(long)):
        assert room.session.at == step
        if step == asleep:
            before = room.session.timer.left_at(room.now)
            clock.sleep(8 * MINUTE)
            assert room.session.timer.left_at(room.now) == pytest.approx(before - 8 * MINUTE, abs=1e-3)
        while room.session.timer.left_at(room.now) > 0:
            assert room.session.expected_end(room.now) >= room.now
            clock.sleep(0.25)
        if step < len(long) - 1:
            room.next()
    over = max(0.0, 8 - long[asleep].minutes) * MINUTE
    planned = sum(step.minutes for step in long[1:]) * MINUTE
    assert clock.now() - NOON == pytest.approx(planned + over, abs=0.25 * len(long))
