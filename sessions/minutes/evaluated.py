"""What the minutes tell of the evaluation: to the group numbers and sentences, to leaders the numbers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions import evaluation
from sessions.ballots import Usefulness

if TYPE_CHECKING:
    from sessions.ballots import Ticks
    from sessions.minutes.masked import Scribe
    from sessions.session import Session
    from sessions.texts import Texts


def evaluated(session: Session, words: Texts, scribe: Scribe) -> list[str]:
    """Give the group's section as blocks; none when nobody has answered.

    Sentences stand by their words, masked, so that neither order nor form can be read.
    """
    ballots = session.ballots
    if not ballots.answered:
        return []
    heading = f"## {words('kind.evaluation')}"
    if not evaluation.may_be_shown(session):
        return [heading, words("evaluation.too_few", least=session.threshold)]
    answered = words("evaluation.answered", answered=ballots.answered, may=max(session.present, ballots.answered))
    numbers = "\n".join(f"- {name}: {number}" for name, number in _numbers(ballots.ticks, words))
    if session.erased:
        return [heading, answered, numbers, words("evaluation.erased")]
    blocks = [heading, answered, numbers]
    for kind, beginning in evaluation.beginnings(session, words).items():
        if sentences := sorted(map(scribe.line, getattr(ballots, kind)), key=lambda s: (s.casefold(), s)):
            blocks += [f"### {beginning}", "\n".join(f"- {sentence}" for sentence in sentences)]
    return [*blocks, words("evaluation.will_be_erased")] if ballots.sentences else blocks


def numbers_line(ticks: Ticks, words: Texts) -> str:
    """Give the numbers on one line, as leaders get them."""
    told = ", ".join(f"{name} {number}" for name, number in _numbers(ticks, words))
    return f"{words('kind.evaluation')}: {told}."


def _numbers(ticks: Ticks, words: Texts) -> list[tuple[str, int]]:
    return [(words(f"usefulness.{tick.value}"), getattr(ticks, tick.value)) for tick in Usefulness]
