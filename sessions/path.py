"""The path of a raised item, from the meeting that raised it to the leader and back, in five phases.

The phases are those of the improvement circle that Norwegian care services know: forberede, planlegge, utføre,
kontrollere, følge opp (Konsmo, de Vibe, Bakke, Udness, Eggesvik, Norheim, Brudvik, Vege: Modell for
kvalitetsforbedring, Notat om kvalitetsutvikling nr. 1, Nasjonalt kunnskapssenter for helsetjenesten, 2015). What brings
an item to a phase is what somebody did, never a date that has passed:

    raised        the group has approved the minutes of the meeting in which it raised the item     forberede
    received      the leader has written something, but not yet what is done                        forberede
    answered      she has written what is done, or that nothing is ("Nei, fordi …")                 planlegge
    tried         the group has read in an earlier meeting what is done, so it is at work           utføre
    judged        the group has said bedre, likt or dårligere after the newest answer               kontrollere
    followed up   the group has said that it is followed up: the item is closed                     følge opp
    back          the group has raised it again: it waits for an answer, and the circle begins anew forberede
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from sessions.answers import Outcome
from sessions.mask.shown import Names, veil_of
from sessions.minutes.parts import item_id
from sessions.texts import LANGUAGES, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sessions.answers import Answer, Judgement, Verdict
    from sessions.group import Group
    from sessions.items import Item
    from sessions.session import Session
    from sessions.texts import Texts

_WORD = re.compile(r"[^\W\d_]+")


class Phase(Enum):
    """The five phases, in their order."""

    PREPARE = "prepare"
    PLAN = "plan"
    CARRY_OUT = "carry_out"
    CHECK = "check"
    FOLLOW_UP = "follow_up"


class Stage(Enum):
    """How far an item has come."""

    RAISED = "raised"
    RECEIVED = "received"
    ANSWERED = "answered"
    TRIED = "tried"
    JUDGED = "judged"
    FOLLOWED_UP = "followed_up"
    BACK = "back"


PHASES = {
    Stage.RAISED: Phase.PREPARE,
    Stage.RECEIVED: Phase.PREPARE,
    Stage.ANSWERED: Phase.PLAN,
    Stage.TRIED: Phase.CARRY_OUT,
    Stage.JUDGED: Phase.CHECK,
    Stage.FOLLOWED_UP: Phase.FOLLOW_UP,
    Stage.BACK: Phase.PREPARE,
}
OUTCOMES = {Outcome.FOLLOWED_UP: Stage.FOLLOWED_UP, Outcome.RAISED_AGAIN: Stage.BACK}
"""How far an item has come when the group has left it so."""
_WAITING = frozenset({Stage.RAISED, Stage.RECEIVED, Stage.BACK})


@dataclass(frozen=True, slots=True)
class EarlierItem:
    """An item that the group raised at an earlier meeting, and what has come of it, as known at the meeting `at`.

    Made by `earlier_items` alone, of raised items of approved meetings. Its words have no names in them, and what the
    mask put in is in bokmål until it is shown; nothing is masked before it is asked for. `answers` and `judgements` are
    this item's, the newest last. `read` says whether the newest answer was read at an earlier meeting.
    """

    id: str
    item: Item = field(repr=False)
    known: Names = field(repr=False)
    raised_on: date
    at: int
    answers: tuple[Answer, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    read: bool = False

    @property
    def heading(self) -> str:
        """Its heading, without names."""
        return veil_of(self.known).shown(self.item.heading)

    @property
    def text(self) -> str:
        """What it is about, without names."""
        return veil_of(self.known).shown(self.item.text)

    @property
    def ask(self) -> str:
        """What the group asks for, without names."""
        return veil_of(self.known).shown(self.item.ask)

    @property
    def answer(self) -> Answer | None:
        """The newest answer."""
        return self.answers[-1] if self.answers else None

    @property
    def judgement(self) -> Judgement | None:
        """What the group said last of the newest answer."""
        after = self.answer.after if self.answer else 0
        return next((one for one in reversed(self.judgements) if one.session > after), None)

    @property
    def stage(self) -> Stage:
        """How far the item has come."""
        judgement = self.judgement
        if judgement and judgement.outcome:
            return OUTCOMES[judgement.outcome]
        if judgement:
            return Stage.JUDGED
        if self.answer is None:
            return Stage.RAISED
        if not is_whole(self.answer):
            return Stage.RECEIVED
        return Stage.TRIED if self.read and self.answer.does else Stage.ANSWERED

    @property
    def waits(self) -> bool:
        """Whether an answer is waited for."""
        return self.stage in _WAITING

    @property
    def waits_since(self) -> date:
        """The day since when: that of the approval, or that on which the group raised it again."""
        judgement = self.judgement
        return judgement.on if judgement and self.stage is Stage.BACK else self.raised_on

    @property
    def open(self) -> bool:
        """Whether it was open when the meeting began: not followed up at an earlier one."""
        judgement = self.judgement
        return self.stage is not Stage.FOLLOWED_UP or bool(judgement and judgement.session == self.at)

    def days(self, day: date) -> int:
        """Give for how many whole days it has waited on a day, 0 or more."""
        return max(0, (day - self.waits_since).days)


def is_whole(answer: Answer) -> bool:
    """Tell whether it says what is done, or that nothing is: an answer that begins with "no" is a full one."""
    first = _WORD.search(answer.understood)
    return bool(answer.does) or (first is not None and first[0].casefold() in _noes())


@cache
def _noes() -> frozenset[str]:
    return frozenset(texts(language)("path.no") for language in LANGUAGES)


def earlier_items(group: Group, meetings: Iterable[Session], number: int) -> tuple[EarlierItem, ...]:
    """Give the items that a group raised before its meeting `number`, in the order in which they were raised.

    `meetings` are the group's sessions, any of them. What came to be known after that meeting was approved is left out,
    so that its minutes can be written again and be the same.
    """
    before = sorted((one for one in meetings if one.number < number and one.approved), key=lambda one: one.number)
    numbers = [one.number for one in before]
    return tuple(_earlier(group, one, item, number, numbers) for one in before for item in one.items if item.raised)


def waiting(items: Sequence[EarlierItem]) -> tuple[EarlierItem, ...]:
    """Give those that wait for an answer, the one that has waited longest first."""
    return tuple(sorted((item for item in items if item.waits), key=lambda item: item.waits_since))


def unread(items: Sequence[EarlierItem]) -> tuple[EarlierItem, ...]:
    """Give those whose answer has come since the last meeting."""
    return tuple(item for item in items if item.answer and not item.read and item.open)


def path_of(item: EarlierItem, words: Texts) -> str:
    """Give the path of an item on one line; of a judged one with what the group said."""
    judged = item.judgement.verdict if item.judgement and item.stage is Stage.JUDGED else None
    return path_line(item.stage, words, judged)


def path_line(stage: Stage, words: Texts, verdict: Verdict | None = None) -> str:
    """Give the five marks, the word of the phase, and how far an item has come: "●●○○○ planlegge · svar er kommet"."""
    phase = PHASES[stage]
    reached = list(Phase).index(phase) + 1
    said = words(f"path.verdict.{verdict.value}" if verdict else f"path.stage.{stage.value}")
    marks = "●" * reached + "○" * (len(Phase) - reached)
    return words("path.line", marks=marks, phase=words(f"path.phase.{phase.value}"), stage=said)


def _earlier(group: Group, session: Session, item: Item, number: int, held: Sequence[int]) -> EarlierItem:
    own = item_id(session, item)
    answers = tuple(one for one in group.answers if one.item == own and one.after < number)
    judged = (one for one in group.judgements if one.item == own and one.session <= number)
    return EarlierItem(
        id=own,
        item=item,
        known=Names(session.people, "nb", session.rulings, session.leader, session.threshold),
        raised_on=session.approved_on or session.day,
        at=number,
        answers=answers,
        judgements=tuple(sorted(judged, key=lambda one: one.session)),
        read=any(one > answers[-1].after for one in held) if answers else False,
    )
