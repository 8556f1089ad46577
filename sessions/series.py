"""A series: what was answered after each meeting of a group, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.ballots import Ticks, Usefulness
from sessions.evaluation import ENOUGH
from sessions.mask.shown import Names, naming_veil_of, settled_veil_of
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sessions.group import Group
    from sessions.people import Person
    from sessions.rulings import Ruling
    from sessions.session import Session


class SeriesError(TroubleError):
    """A group that there is nothing to show of."""


@dataclass(frozen=True, slots=True)
class Cafe:
    """One meeting in the series. `ticks` is None where too few have answered for the three numbers to be shown."""

    number: int
    theme: str
    answered: int
    present: int
    ticks: Ticks | None


@dataclass(frozen=True, slots=True)
class Held:
    """One meeting that was held. `day` is None for a café from before the program came. Nothing here is masked."""

    number: int
    theme: str
    day: date | None
    present: int
    answered: int
    ticks: Ticks
    people: tuple[Person, ...] = ()
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The meetings of a group by their number. `threshold` is how many have to tick before their numbers are shown.

    The three numbers of all together are those of the meetings that are shown: with the others among them, theirs could
    be worked out.
    """

    group: str
    threshold: int
    cafes: tuple[Cafe, ...]

    @property
    def ticks(self) -> Ticks:
        """The three numbers of all that are shown."""
        shown_ones = [cafe.ticks for cafe in self.cafes if cafe.ticks]
        return Ticks(*(sum(getattr(ticks, kind.value) for ticks in shown_ones) for kind in Usefulness))

    @property
    def answered(self) -> int:
        """How many have answered in all."""
        return sum(cafe.answered for cafe in self.cafes)

    @property
    def present(self) -> int:
        """How many there were in all; who came several times is counted each time."""
        return sum(cafe.present for cafe in self.cafes)

    @property
    def whole(self) -> bool:
        """Whether no numbers are held back."""
        return all(cafe.ticks or not cafe.answered for cafe in self.cafes)


def series_of(group: Group, meetings: Iterable[Session], language: str) -> Series:
    """Give the series of a group: its cafés from before, and its meetings that were held.

    It is made to be carried out of the group, so numbers are shown as leaders get them: from five ticks, or from the
    group's threshold where that is higher. Themes come without names, in `language` where something was taken out.
    Raises SeriesError when there is nothing.
    """
    threshold = threshold_of(group)

    def cafe(one: Held) -> Cafe:
        ticks = one.ticks if one.ticks.all >= threshold else None
        theme = settled_veil_of(names_of(group, language, one)).shown(one.theme)
        return Cafe(one.number, theme, one.answered, one.present, ticks)

    cafes = tuple(cafe(one) for one in some_held(group, meetings))
    return Series(naming_veil_of(names_of(group, language)).shown(group.name), threshold, cafes)


def held(group: Group, meetings: Iterable[Session]) -> list[Held]:
    """Give every meeting that was held, here or before, by its number."""
    every = [Held(one.number, one.theme, None, one.present, one.answered, one.ticks) for one in group.past]
    every += [
        Held(
            one.number,
            one.title,
            one.day,
            one.present,
            one.ballots.answered,
            one.ballots.ticks,
            one.people,
            one.rulings,
        )
        for one in meetings
        if was_held(one)
    ]
    return sorted(every, key=lambda one: one.number)


def some_held(group: Group, meetings: Iterable[Session]) -> list[Held]:
    """Give the same; SeriesError when there is none."""
    every = held(group, meetings)
    if not every:
        raise SeriesError("series.nothing", name=group.name)
    return every


def was_held(session: Session) -> bool:
    """Tell whether a meeting has been held: the group has approved what came of it, or answered the evaluation."""
    return session.approved or session.ballots.answered > 0


def threshold_of(group: Group) -> int:
    """Give how many have to tick before their numbers leave the group."""
    return max(ENOUGH, group.threshold)


def names_of(group: Group, language: str, meeting: Held | None = None) -> Names:
    """Give what the mask goes by: the leader's name, and those of a meeting with what the group ruled there."""
    people, rulings = (meeting.people, meeting.rulings) if meeting else ((), ())
    return Names(people, language, rulings, group.leader, group.threshold)
