"""Answers: what a leader wrote of a raised item, and what the group says came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sessions.group import Group


class Verdict(Enum):
    """How a matter is now, in the words of the group."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Outcome(Enum):
    """How the group leaves an item that has been answered."""

    FOLLOWED_UP = "followed_up"
    RAISED_AGAIN = "raised_again"


@dataclass(frozen=True, slots=True)
class Answer:
    """What stood in the four lines under an item, as the leader wrote it but without names of the group's members.

    `item` is the id of the item ("3-2"); a line that was left empty is empty. `after` is the number of the last meeting
    that the group had approved when the answer was taken in, 0 for none: the next meeting is the first to read it.
    """

    item: str
    taken_in: date
    understood: str = ""
    does: str = ""
    responsible: str = ""
    deadline: str = ""
    after: int = 0

    @property
    def lines(self) -> tuple[str, str, str, str]:
        """The four lines, in the order of the minutes."""
        return self.understood, self.does, self.responsible, self.deadline


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the group said of an answered item at one meeting; `session` is the number of the meeting."""

    item: str
    on: date
    session: int
    verdict: Verdict | None = None
    outcome: Outcome | None = None


def with_answers(group: Group, answers: Iterable[Answer]) -> Group:
    """Put answers last: a newer one of the same item keeps the older."""
    return replace(group, answers=(*group.answers, *answers))


def judgement_of(group: Group, item: str, session: int) -> Judgement | None:
    """Give what the group said of an item at a meeting, or None when it has said nothing."""
    return next((one for one in group.judgements if (one.item, one.session) == (item, session)), None)


def with_judgement(group: Group, item: str, session: int, judgement: Judgement | None) -> Group:
    """Put what the group says of an item in place of what it said of it at the same meeting; None takes that back."""
    others = tuple(one for one in group.judgements if (one.item, one.session) != (item, session))
    said = judgement is not None and (judgement.verdict or judgement.outcome)
    return replace(group, judgements=(*others, judgement) if judgement and said else others)


def without_meeting(group: Group, number: int) -> Group:
    """Forget a meeting: the answers to what it raised, and what was said of any item at it."""
    return replace(
        group,
        answers=tuple(one for one in group.answers if not _raised_at(one.item, number)),
        judgements=tuple(j for j in group.judgements if j.session != number and not _raised_at(j.item, number)),
    )


def _raised_at(item: str, number: int) -> bool:
    return item.startswith(f"{number}-")
