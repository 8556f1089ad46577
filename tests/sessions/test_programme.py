"""The programmes that come with the program are whole cafés, and a plan changes no more of them than it says."""

import pytest

from sessions.programme import PROGRAMMES, Programme, Step, StepKind, built_in, changed, from_data
from sessions.trouble import PlanError


def kinds(programme: Programme) -> str:
    """Give the steps as a word: the first letter of each."""
    return "".join(step.kind.value[0] for step in programme.steps)


def test_a_dialogkafe_has_three_rounds_of_a_quarter_and_a_change_between_two() -> None:
    programme = built_in("dialogkafe")
    assert kinds(programme) == "lrcrcrpsrc"
    assert [s.minutes for s in programme.steps if s.kind in {StepKind.ROUND, StepKind.CHANGE}] == [15, 2, 15, 2, 15]
    assert (programme.rounds, programme.seats) == (3, 5)


def test_the_short_one_is_an_hour_with_two_rounds_of_twelve() -> None:
    programme = built_in("dialogkafe-kort")
    assert kinds(programme) == "lrcrpsrc"
    assert [s.minutes for s in programme.steps if s.kind is StepKind.ROUND] == [12, 12]
    assert sum(step.minutes for step in programme.steps) == 60


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_programme_goes_from_lobby_to_closing_with_room_to_think(name: str) -> None:
    steps = built_in(name).steps
    assert (steps[0].kind, steps[-1].kind) == (StepKind.LOBBY, StepKind.CLOSING)
    assert all(step.minutes > 0 for step in steps)


def test_a_change_of_nothing_changes_nothing() -> None:
    assert changed(built_in("dialogkafe"), {}) == built_in("dialogkafe")


def test_a_plan_changes_what_it_says_and_nothing_else() -> None:
    usual = built_in("dialogkafe")
    steps = {"round": 12.5, "plenary": {"minutes": 30, "prompt": "Hva går igjen?"}, "lobby": {"prompt": "Hei"}}
    other = changed(usual, {"rounds": 1, "seats": 4, "steps": steps})
    assert kinds(other) == "lrpsrc"
    assert other.seats == 4
    assert other.steps[:3] == (
        Step(StepKind.LOBBY, 5, "Hei"),
        Step(StepKind.ROUND, 12.5),
        Step(StepKind.PLENARY, 30, "Hva går igjen?"),
    )
    assert other.steps[3:] == usual.steps[7:]


def test_a_step_that_is_in_no_programme_takes_no_time() -> None:
    assert from_data("ny", {"rounds": 1, "seats": 5, "steps": {"round": 10}}).steps[0] == Step(StepKind.LOBBY, 0)


@pytest.mark.parametrize("minutes", [0, 240, 0.5])
def test_minutes_go_from_none_to_four_hours(minutes: float) -> None:
    assert changed(built_in("dialogkafe"), {"steps": {"round": minutes}}).steps[1].minutes == minutes


@pytest.mark.parametrize("minutes", [-1, 240.5, True, "15", None, float("nan"), float("inf"), []])
def test_other_minutes_are_refused_by_the_name_of_their_step(minutes: object) -> None:
    with pytest.raises(PlanError) as caught:
        changed(built_in("dialogkafe"), {"steps": {"round": {"minutes": minutes}}})
    assert (caught.value.key, caught.value.values["field"]) == ("plan.minutes", "steps.round")
