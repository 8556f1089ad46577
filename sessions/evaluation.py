"""The evaluation of a meeting: when it is open, who may answer, and what may be shown. Pure functions of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.ballots import SENTENCES
from sessions.programme import StepKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sessions.ballots import Ballot, Ticks
    from sessions.session import Session
    from sessions.texts import Texts

ENOUGH = 5  # ticks before leaders get the numbers, whatever the group has settled


def is_open(session: Session) -> bool:
    """Tell whether forms are taken: at its step, until the facilitator has closed it or the group has approved."""
    return session.step.kind is StepKind.EVALUATION and not (session.evaluation_closed or session.approved)


def may_answer(session: Session) -> int:
    """Give how many may answer: those present, and as many more as the facilitator has let in."""
    return session.present + session.more_may_answer if session.present else 0


def counted(session: Session, forms: Mapping[str, Ballot], threshold: int) -> Session:
    """Give the session with forms counted, by their marks. The same forms give the same session in any order."""
    ballots = session.ballots
    for ballot in forms.values():
        ballots = ballots.with_ballot(ballot)
    return replace(session, ballots=ballots, forms=tuple(sorted({*session.forms, *forms})), threshold=threshold)


def may_be_shown(session: Session) -> bool:
    """Tell whether the group may see the result: when as many have answered as its threshold; else one could guess."""
    return session.ballots.answered >= session.threshold


def for_leaders(session: Session) -> Ticks | None:
    """Give the numbers that leaders get: from five ticks on, or from the group's threshold where that is higher."""
    ticks = session.ballots.ticks
    return ticks if ticks.all >= enough_for_leaders(session.threshold) else None


def enough_for_leaders(threshold: int) -> int:
    """Give from how many ticks on leaders get the numbers, of a group with this threshold."""
    return max(ENOUGH, threshold)


def beginnings(session: Session, words: Texts) -> dict[str, str]:
    """Give how the sentences begin that people finish, by kind; without rounds it is no café but a meeting."""
    about = "cafe" if session.rounds else "meeting"
    return {kind: words(f"sentence.{about}.{kind}") for kind in SENTENCES}
