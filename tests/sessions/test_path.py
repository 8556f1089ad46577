"""An item's path from raised to followed up, by what somebody did, and only for what was raised and approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sessions.answers import Answer, Judgement, Outcome, Verdict
from sessions.group import Group
from sessions.items import Fate
from sessions.path import EarlierItem, Phase, Stage, earlier_items, path_of, waiting
from sessions.sorting import decided
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import KARI
from tests.sessions.grouped import FIRST, MEALS, OVERLAP, TRAINING, meeting

DAY = date(2026, 9, 8)
MET = [meeting(number, [TRAINING] if number == 1 else []).approve(FIRST) for number in (1, 2, 3, 4, 5)]
ANSWER = Answer("1-1", DAY, "Vi ser det", "Vi ordner det", "Tone", "1. mai", after=1)


def judged(session: int, verdict: Verdict | None = None, outcome: Outcome | None = None) -> Judgement:
    return Judgement("1-1", date(2026, 9, session), session, verdict, outcome)


def item(number: int, *answers: Answer, judgements: tuple[Judgement, ...] = ()) -> EarlierItem:
    [found] = earlier_items(Group("g", answers=answers, judgements=judgements), MET, number)
    return found


BETTER, AGAIN, DONE = (
    judged(3, Verdict.BETTER),
    judged(3, outcome=Outcome.RAISED_AGAIN),
    judged(3, Verdict.SAME, Outcome.FOLLOWED_UP),
)


@pytest.mark.parametrize(
    ("found", "stage", "line"),
    [
        (item(2), Stage.RAISED, "●○○○○ forberede · løftet"),
        (item(2, replace(ANSWER, does="")), Stage.RECEIVED, "●○○○○ forberede · mottatt"),
        (item(2, replace(ANSWER, does="", understood="«Nei, fordi»")), Stage.ANSWERED, "●●○○○ planlegge · besvart"),
        (item(2, ANSWER), Stage.ANSWERED, "●●○○○ planlegge · besvart"),
        (item(3, replace(ANSWER, does="", understood="Nei")), Stage.ANSWERED, "●●○○○ planlegge · besvart"),
        (item(3, ANSWER), Stage.TRIED, "●●●○○ utføre · under utprøving"),
        (item(3, ANSWER, judgements=(BETTER,)), Stage.JUDGED, "●●●●○ kontrollere · bedre"),
        (item(5, ANSWER, judgements=(BETTER,)), Stage.JUDGED, "●●●●○ kontrollere · bedre"),
        (item(3, ANSWER, judgements=(DONE,)), Stage.FOLLOWED_UP, "●●●●● følge opp · fulgt opp"),
        (item(4, ANSWER, judgements=(AGAIN,)), Stage.BACK, "●○○○○ forberede · løftet igjen"),
        (item(4, ANSWER, replace(ANSWER, after=3), judgements=(AGAIN,)), Stage.ANSWERED, "●●○○○ planlegge · besvart"),
    ],
)
def test_what_somebody_did_brings_an_item_to_its_phase(found: EarlierItem, stage: Stage, line: str) -> None:
    assert found.stage is stage
    assert path_of(found, texts("nb")) == line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_verdict_and_phase_has_its_word(language: str) -> None:
    words = texts(language)
    assert all(words(f"path.stage.{stage.value}") for stage in Stage)
    assert all(words(f"path.verdict.{verdict.value}") for verdict in Verdict)
    assert len({words(f"path.phase.{phase.value}") for phase in Phase}) == 5


def test_an_item_waits_until_it_is_answered_and_anew_when_it_is_raised_again() -> None:
    assert item(2).waits
    assert item(2).waits_since == FIRST
    assert item(2).days(date(2026, 9, 30)) == 29
    assert item(2).days(date(2026, 8, 1)) == 0
    assert item(2, replace(ANSWER, does="")).waits
    assert not item(2, ANSWER).waits
    back = item(4, ANSWER, judgements=(AGAIN,))
    assert back.waits
    assert back.waits_since == date(2026, 9, 3)


def test_an_item_is_open_until_the_meeting_after_the_one_that_followed_it_up() -> None:
    assert item(3, ANSWER, judgements=(DONE,)).open
    assert not item(4, ANSWER, judgements=(DONE,)).open


def test_the_longest_waiting_comes_first() -> None:
    met = [
        meeting(1, [TRAINING]).approve(date(2026, 9, 20)),
        meeting(2, [OVERLAP, MEALS]).approve(date(2026, 9, 15)),
    ]
    assert [one.id for one in waiting(earlier_items(Group("g"), met, 3))] == ["2-1", "2-2", "1-1"]


def test_only_raised_items_of_approved_earlier_meetings_are_known() -> None:
    met = [
        meeting(1, [TRAINING], kept=[MEALS]).approve(FIRST),
        meeting(2, [OVERLAP]),
        meeting(3, [OVERLAP]).approve(FIRST),
    ]
    assert [one.id for one in earlier_items(Group("g"), met, 3)] == ["1-1"]
    undecided = decided(met[0], 1, None).approve(FIRST)
    kept = decided(met[0], 1, Fate.KEPT).approve(FIRST)
    assert earlier_items(Group("g"), [undecided], 9) == earlier_items(Group("g"), [kept], 9) == ()


def test_what_came_after_a_meeting_was_approved_is_not_known_to_it() -> None:
    """So its minutes can be written again, and are the same."""
    later = replace(ANSWER, after=3, does="Senere")
    group = Group("g", answers=(ANSWER, later), judgements=(BETTER, judged(4, Verdict.WORSE)))
    [then] = earlier_items(group, MET, 3)
    assert then.answers == (ANSWER,)
    assert then.judgements == (BETTER,)
    assert earlier_items(group, MET, 3) == earlier_items(group, MET[:3], 3)


def test_names_are_not_in_what_is_known_of_an_item() -> None:
    raised = meeting(1, [("Til Kari", "Kari Nordmann sa at hun var alene.\n\nTo linjer.", "Karis tid")], people=(KARI,))
    [found] = earlier_items(Group("g"), [raised.approve(FIRST)], 2)
    assert found.heading == "Til en kollega"
    assert found.text == "Det ble sagt at hun var alene.\n\nTo linjer."
    assert found.ask == "En kollegas tid"
