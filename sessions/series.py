"""A series: what was answered after each meeting of a group, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.ballots import Ticks, Usefulness
from sessions.evaluation import ENOUGH
from sessions.mask.shown import Names, settled_veil_of, veil_of
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.group import Group
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


def series_of(group: Group, meetings: Sequence[Session], language: str) -> Series:
    """Give the series of a group: its cafés from before, and its meetings that were held.

    It is made to be carried out of the group, so numbers are shown as leaders get them: from five ticks, or from the
    group's threshold where that is higher. Themes come without names, in `language` where something was taken out.
    Raises SeriesError when there is nothing.
    """
    threshold, veil = threshold_of(group), veil_of(Names((), language, leader=group.leader))

    def row(number: int, theme: str, answered: int, present: int, ticks: Ticks) -> Cafe:
        return Cafe(number, theme, answered, present, ticks if ticks.all >= threshold else None)

    cafes = [row(one.number, veil.shown(one.theme), one.answered, one.present, one.ticks) for one in group.past]
    cafes += [
        row(one.number, _title_of(one, group.leader, language), one.ballots.answered, one.present, one.ballots.ticks)
        for one in meetings
        if was_held(one)
    ]
    if not cafes:
        raise SeriesError("series.nothing", name=group.name)
    cafes.sort(key=lambda cafe: (cafe.number, cafe.theme))
    return Series(veil.shown(group.name), threshold, tuple(cafes))


def _title_of(meeting: Session, leader: str, language: str) -> str:
    return settled_veil_of(Names(meeting.people, language, meeting.rulings, leader)).shown(meeting.title)


def was_held(session: Session) -> bool:
    """Tell whether a meeting has been held: the group has approved what came of it, or answered the evaluation."""
    return session.approved or session.ballots.answered > 0


def threshold_of(group: Group) -> int:
    """Give how many have to tick before their numbers leave the group."""
    return max(ENOUGH, group.threshold)
