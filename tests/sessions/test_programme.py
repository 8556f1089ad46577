"""The programmes that come with the program are whole cafés, and a plan changes no more of them than it says."""

import pytest

from sessions.programme import Programme, Step, StepKind, changed
from sessions.shelf import PROGRAMMES, built_in, programme_of
from sessions.trouble import PlanError


def kinds(programme: Programme) -> str:
    """Give the steps as a word: the first letter of each."""
    return "".join(step.kind.value[0] for step in programme.steps)


def test_a_dialogkafe_has_three_rounds_of_a_quarter_and_a_change_between_two() -> None:
    programme = built_in("dialogkafe")
    assert kinds(programme) == "lrcrcrpserc"
    assert [s.minutes for s in programme.steps if s.kind in {StepKind.ROUND, StepKind.CHANGE}] == [15, 2, 15, 2, 15]
    assert (programme.rounds, programme.seats, programme.minutes) == (3, 5, 90)


def test_the_short_one_is_an_hour_with_two_rounds_of_twelve() -> None:
    programme = built_in("dialogkafe-kort")
    assert kinds(programme) == "lrcrpserc"
    assert [s.minutes for s in programme.steps if s.kind is StepKind.ROUND] == [12, 12]
    assert sum(step.minutes for step in programme.steps) == 60


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_programme_goes_from_lobby_to_closing_with_room_to_think(name: str) -> None:
    steps = built_in(name).steps
    assert [step.kind for step in (steps[0], *steps[-2:])] == [StepKind.LOBBY, StepKind.READING, StepKind.CLOSING]
    assert any(step.kind in {StepKind.ROUND, StepKind.TALK} and step.minutes >= 8 for step in steps)
    assert steps[-3].kind is StepKind.EVALUATION, "its numbers stand in the minutes that are read aloud"


@pytest.mark.parametrize(
    ("name", "minutes"),
    [("refleksjonsgruppe", 60), ("situasjonslogg", 120), ("sme", 60), ("reflekterende-team", 40), ("ks-dialog", 60)],
)
def test_a_programme_takes_the_time_it_is_known_for(name: str, minutes: int) -> None:
    assert built_in(name).minutes == minutes


def test_an_episode_is_told_asked_about_thought_over_and_written_of_and_there_are_two() -> None:
    steps = built_in("situasjonslogg").steps
    episode = [("tell", 10), ("clarify", 5), ("together", 20), ("write", 5)]
    for part in "AB":
        assert [(step.name, step.minutes) for step in steps if step.part == part] == episode


def test_a_plan_changes_every_step_of_a_name() -> None:
    longer = changed(built_in("situasjonslogg"), {"steps": {"tell": 15}})
    assert [step.minutes for step in longer.steps if step.name == "tell"] == [15, 15]


def test_a_change_of_nothing_changes_nothing() -> None:
    assert changed(built_in("dialogkafe"), {}) == built_in("dialogkafe")


def test_a_plan_changes_what_it_says_and_nothing_else() -> None:
    usual = built_in("dialogkafe")
    steps = {"round": 12.5, "plenary": {"minutes": 30, "prompt": "Hva går igjen?"}, "lobby": {"prompt": "Hei"}}
    other = changed(usual, {"rounds": 1, "seats": 4, "steps": steps})
    assert kinds(other) == "lrpserc"
    assert other.seats == 4
    assert other.steps[:3] == (
        Step(StepKind.LOBBY, 5, "Hei"),
        Step(StepKind.ROUND, 12.5),
        Step(StepKind.PLENARY, 30, "Hva går igjen?"),
    )
    assert other.steps[3:] == usual.steps[7:]


def test_lobby_reading_and_closing_stand_in_every_programme_also_where_nobody_wrote_them() -> None:
    steps = programme_of("ny", {"step": [{"kind": "talk", "minutes": 10}]}).steps
    kinds = [step.kind for step in steps]
    assert kinds == [StepKind.LOBBY, StepKind.TALK, StepKind.READING, StepKind.CLOSING]
    assert [step.minutes for step in steps] == [0, 10, 0, 0]


@pytest.mark.parametrize("minutes", [0, 240, 0.5])
def test_minutes_go_from_none_to_four_hours(minutes: float) -> None:
    assert changed(built_in("dialogkafe"), {"steps": {"round": minutes}}).steps[1].minutes == minutes


@pytest.mark.parametrize("minutes", [-1, 240.5, True, "15", None, float("nan"), float("inf"), []])
def test_other_minutes_are_refused_by_the_name_of_their_step(minutes: object) -> None:
    with pytest.raises(PlanError) as caught:
        changed(built_in("dialogkafe"), {"steps": {"round": {"minutes": minutes}}})
    assert (caught.value.key, caught.value.values["field"]) == ("plan.minutes", "steps.round")
