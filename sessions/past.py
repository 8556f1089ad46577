"""Cafés that were held before the program came: what was counted of their evaluations, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.ballots import Ticks
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sessions.group import Group


class PastError(TroubleError):
    """Cafés that contradict what is known of the group."""


@dataclass(frozen=True, slots=True)
class PastCafe:
    """One café of which there is no session.

    `number` is its place among the meetings of the group, from 1. `little`, `useful` and `very` are how many ticked
    that; `present` is how many there were.
    """

    number: int
    theme: str
    little: int
    useful: int
    very: int
    present: int

    @property
    def ticks(self) -> Ticks:
        """How many ticked what."""
        return Ticks(self.little, self.useful, self.very)

    @property
    def answered(self) -> int:
        """How many answered: a form without a tick was not counted."""
        return self.ticks.all


def with_past(group: Group, cafes: Iterable[PastCafe], held: Collection[int], *, anew: bool = False) -> Group:
    """Give the group with these cafés too, by number; the same ones again change nothing.

    `held` are the numbers of the meetings that there are sessions of. With `anew`, cafés take the place of others of
    their number. Raises PastError when a number is another café's.
    """
    known = {cafe.number: cafe for cafe in group.past}
    for cafe in cafes:
        if cafe.number in held:
            raise PastError("past.held", number=cafe.number)
        if not anew and known.get(cafe.number, cafe) != cafe:
            raise PastError("past.other", number=cafe.number)
        known[cafe.number] = cafe
    return replace(group, past=tuple(known[number] for number in sorted(known)))
