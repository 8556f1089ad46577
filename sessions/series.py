"""A series: what was answered after each meeting of a group, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sessions.ballots import Ballots
from sessions.mask.shown import Names, veil_of
from sessions.people import Person, names_only
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.group import Group
    from sessions.session import Session


class SeriesError(TroubleError):
    """A group that there is nothing to show of."""


class Ticks(NamedTuple):
    """How many found it little useful, useful, very useful."""

    little: int
    useful: int
    very: int


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
    """The meetings of a group by their number. `threshold` is how many have to answer before numbers are shown.

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
        return Ticks(*map(sum, zip(*shown_ones, strict=True))) if shown_ones else Ticks(0, 0, 0)

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

    Themes come without names, in `language` where something was taken out. Raises SeriesError when there is nothing.
    """
    leader = names_of(group)
    veil = veil_of(Names(leader, language))
    rows = [
        (cafe.number, veil.shown(cafe.theme), cafe.present, _of_past(cafe.little, cafe.useful, cafe.very))
        for cafe in group.past
    ]
    rows += [
        (one.number, _title_of(one, leader, language), one.present, ballots_of(one))
        for one in meetings
        if was_held(one)
    ]
    if not rows:
        raise SeriesError("series.nothing", name=group.name)
    cafes = (
        Cafe(number, theme, ballots.answered, present, _shown_ticks(ballots, group.threshold))
        for number, theme, present, ballots in sorted(rows, key=lambda row: row[:2])
    )
    return Series(veil.shown(group.name), group.threshold, tuple(cafes))


def _title_of(meeting: Session, leader: tuple[Person, ...], language: str) -> str:
    return veil_of(Names((*names_only(meeting.people), *leader), language, meeting.rulings)).shown(meeting.title)


def ballots_of(session: Session) -> Ballots:
    """Give what was answered after a meeting."""
    found: Ballots = getattr(session, "ballots", Ballots())
    return found


def was_held(session: Session) -> bool:
    """Tell whether a meeting has been held: the group has approved what came of it, or answered the evaluation."""
    return session.approved or ballots_of(session).answered > 0


def names_of(group: Group) -> tuple[Person, ...]:
    """Give the people whose names are known of a group outside its meetings: its leader."""
    return (Person(group.leader),) if group.leader else ()


def _of_past(little: int, useful: int, very: int) -> Ballots:
    return Ballots(little, useful, very, answered=little + useful + very)


def _shown_ticks(ballots: Ballots, threshold: int) -> Ticks | None:
    return Ticks(ballots.little, ballots.useful, ballots.very) if ballots.answered >= threshold else None
