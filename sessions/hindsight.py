"""Hindsight: what people say of a meeting months later. The forms cannot be linked, as those of the day cannot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.ballots import LONGEST_SENTENCE, Ticks, Usefulness
from sessions.notes import one_line
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sessions.group import Group

SENTENCES = ("remember", "came")
_ONE_ASKING = 42  # days in which paper may come back


class HindsightError(TroubleError):
    """A form that cannot be taken, or a meeting that cannot be asked about."""


@dataclass(frozen=True, slots=True)
class LaterForm:
    """One form as it is handed in: a tick, what is remembered, and what came of it; each may be left out."""

    tick: Usefulness | None = None
    remember: str = ""
    came: str = ""


@dataclass(frozen=True, slots=True)
class Hindsight:
    """All forms of one asking about one meeting, taken apart.

    `number` is the meeting's in its group, `day` that on which the first forms were put down. Sentences are without
    names, by their words; the same forms give the same value in any order. `answered` counts the forms, also those
    without a tick.
    """

    number: int
    day: date
    little: int = 0
    useful: int = 0
    very: int = 0
    answered: int = 0
    remember: tuple[str, ...] = ()
    came: tuple[str, ...] = ()

    @property
    def ticks(self) -> Ticks:
        """How many ticked what."""
        return Ticks(self.little, self.useful, self.very)

    def with_form(self, form: LaterForm) -> Hindsight:
        """Take a form apart, and add each part where it belongs."""
        ticks = {form.tick.value: getattr(self, form.tick.value) + 1} if form.tick else {}
        return replace(
            self,
            **ticks,
            answered=self.answered + 1,
            remember=_added(self.remember, form.remember),
            came=_added(self.came, form.came),
        )


def checked(form: LaterForm) -> LaterForm:
    """Give a form with each sentence on one line. HindsightError when it is empty, or a sentence is too long."""
    remember, came = (one_line(getattr(form, name)) for name in SENTENCES)
    if max(len(remember), len(came)) > LONGEST_SENTENCE:
        raise HindsightError("hindsight.long", most=LONGEST_SENTENCE)
    if not (form.tick or remember or came):
        raise HindsightError("hindsight.empty")
    return LaterForm(form.tick, remember, came)


def tick_of(typed: str) -> Usefulness | None:
    """Give the tick for 1, 2 or 3, none for nothing. HindsightError for anything else."""
    kinds = dict(zip("123", Usefulness, strict=True))
    if typed.strip() and typed.strip() not in kinds:
        raise HindsightError("hindsight.tick", value=typed)
    return kinds.get(typed.strip())


def with_hindsight(group: Group, number: int, forms: Iterable[LaterForm], today: date) -> Group:
    """Give the group with forms about a meeting; those that come in within six weeks of the first are one asking."""
    same = [one for one in group.hindsight if one.number == number and abs((today - one.day).days) <= _ONE_ASKING]
    counted = same[-1] if same else Hindsight(number, today)
    others = [one for one in group.hindsight if one not in same[-1:]]
    for form in forms:
        counted = counted.with_form(form)
    return replace(group, hindsight=tuple(sorted([*others, counted], key=lambda one: (one.number, one.day))))


def _added(sentences: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    return tuple(sorted([*sentences, sentence], key=lambda s: (s.casefold(), s))) if sentence else sentences
