"""Trials: what the owner of an episode will try, in her words and without her name, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from sessions.notes import plain
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from datetime import date

    from sessions.group import Group

LONGEST_TRIAL = 1000  # characters


class TrialError(TroubleError):
    """A trial that cannot be kept as it is."""


class HowItWent(Enum):
    """How it stands with a trial when the group asks."""

    TRIED = "tried"
    NOT_YET = "not_yet"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Trial:
    """What someone will try. `number` counts within the group."""

    number: int
    text: str
    begun_on: date


@dataclass(frozen=True, slots=True)
class TrialReport:
    """What was said of a trial on the day the group asked; the group asks again until it was tried or let go."""

    number: int
    asked_on: date
    went: HowItWent
    happened: str = ""


ToldTrial = tuple[Trial, TrialReport | None]


def with_trial(group: Group, text: str, on: date) -> Group:
    """Give the group with one more trial. Raises TrialError without a word, and for more than 1000 characters."""
    number = 1 + max((trial.number for trial in group.trials), default=0)
    return replace(group, trials=(*group.trials, Trial(number, _cleaned(text), on)))


def with_report(group: Group, number: int, on: date, went: HowItWent, happened: str = "") -> Group:
    """Give the group with what was said of a trial on a day, in the place of what was said earlier that day.

    Raises TrialError when the trial is not there, or when far too much is said.
    """
    if not any(trial.number == number for trial in group.trials):
        raise TrialError("trials.gone")
    if len(happened := plain(happened)) > LONGEST_TRIAL:
        raise TrialError("trials.long", most=LONGEST_TRIAL)
    others = tuple(one for one in group.reports if (one.number, one.asked_on) != (number, on))
    return replace(group, reports=(*others, TrialReport(number, on, went, happened)))


def without_trial(group: Group, number: int) -> Group:
    """Give the group without a trial and what was said of it."""
    return replace(
        group,
        trials=tuple(one for one in group.trials if one.number != number),
        reports=tuple(one for one in group.reports if one.number != number),
    )


def report_on(group: Group, number: int, day: date) -> TrialReport | None:
    """Give what was said of a trial on a day; None when nothing was."""
    return next((one for one in group.reports if (one.number, one.asked_on) == (number, day)), None)


def last_report(group: Group, number: int) -> TrialReport | None:
    """Give what was said last of a trial; None while it was not asked about."""
    return max((one for one in group.reports if one.number == number), key=lambda one: one.asked_on, default=None)


def told_on(group: Group, day: date) -> tuple[ToldTrial, ...]:
    """Give the trials that were spoken of on a day, with what was said; None stands with one that was begun then."""
    pairs = ((trial, report_on(group, trial.number, day)) for trial in group.trials)
    return tuple((trial, report) for trial, report in pairs if report or trial.begun_on == day)


def to_ask(group: Group, day: date) -> tuple[Trial, ...]:
    """Give the trials that the group asks about on a day: begun before it, and not tried or let go before it."""

    def settled(trial: Trial) -> bool:
        told = (one for one in group.reports if one.number == trial.number and one.asked_on < day)
        return any(one.went is not HowItWent.NOT_YET for one in told)

    return tuple(trial for trial in group.trials if trial.begun_on < day and not settled(trial))


def _cleaned(text: str) -> str:
    text = plain(text)
    if not text:
        raise TrialError("trials.empty")
    if len(text) > LONGEST_TRIAL:
        raise TrialError("trials.long", most=LONGEST_TRIAL)
    return text
