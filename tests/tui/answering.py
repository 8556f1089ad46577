"""A group whose leader has answered some of what it raised: the meeting that reads the answers, on a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.answers import Answer
from sessions.plan import plan_of
from sessions.programme import StepKind
from tests.sessions.building import KARI
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, hold, meeting

if TYPE_CHECKING:
    from sessions.room import Room
    from tests.tui.stage import Stage

SHORT = Answer(
    "1-1",
    meeting(1).day,
    "Vikarer kommer ikke inn i rapportsystemet, og da blir lapper det som gjelder.",
    "Kari Nordmann lager innlogging før første vakt. Avdelingene får én ansvarlig hver.",
    "Tone Eksempel",
    "1. desember",
)
PARAGRAPH = "Vi har sett på turnusen for desember og januar, og på hva et kvarter til koster hver vakt. "
LONG = Answer("1-2", SHORT.taken_in, "", "\n\n".join(f"{n}. {PARAGRAPH * 3}" for n in range(1, 6)), "", "")


def answered(stage: Stage, *answers: Answer) -> Room:
    """Open the group's third meeting at its answers: two items of the first, one of the second."""
    hold(stage.desk, meeting(1, [TRAINING, OVERLAP], people=(KARI,)))
    stage.desk.book(GROUP).take_answers(answers, "nb").result()
    hold(stage.desk, meeting(2, [MEALS]))
    return at_answers(stage, group=GROUP)


def at_answers(stage: Stage, group: str = "") -> Room:
    """Open a new meeting at its answers, five people present."""
    plan = {"title": "Møte 3", "group": group, "programme": "refleksjonsgruppe", "present": 5, "end": "14:00"}
    room = stage.desk.found(plan_of(plan, stage.desk.today), "nb")
    while room.session.step.kind is not StepKind.ANSWERS:
        room.next()
    return room
