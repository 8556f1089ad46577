"""The book of a group: the one place where what a group remembers changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.clock import today
from sessions.group_fields import checked
from sessions.group_undo import undone
from sessions.hindsight import with_hindsight
from sessions.inviting import with_invitation
from sessions.past import with_past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future
    from datetime import date

    from sessions.clock import Clock
    from sessions.group import Group
    from sessions.hindsight import LaterForm
    from sessions.invitation import Invitation
    from sessions.past import PastCafe
    from sessions.session import Session
    from sessions.store import Store

MOST_UNDONE = 100


class GroupBook:
    """One group, during its meetings and between them. All methods are called from one thread.

    What a change gives back is done when it is on disk.
    """

    def __init__(self, group: Group, store: Store, clock: Clock, meetings: Callable[[], Sequence[Session]]) -> None:
        """`meetings` gives the group's sessions, the oldest first."""
        self._group = group
        self._store = store
        self._clock = clock
        self._meetings = meetings
        self._listeners: list[Callable[[Group], None]] = []
        self._ways_back: list[tuple[Group, Group]] = []

    @property
    def group(self) -> Group:
        """The group as it is now."""
        return self._group

    def meetings(self) -> Sequence[Session]:
        """Give the group's sessions, the oldest first."""
        return self._meetings()

    @property
    def next_number(self) -> int:
        """The number of the group's next meeting, from 1."""
        numbers = (*(meeting.number for meeting in self.meetings()), *(cafe.number for cafe in self.group.past))
        return 1 + max(numbers, default=0)

    def listen(self, listener: Callable[[Group], None]) -> None:
        """Call `listener` with the group after each change."""
        self._listeners.append(listener)

    def settle(self, group: Group) -> Future[None]:
        """Put down what is settled of the group itself: its unit, its leader, its threshold and the like.

        Raises GroupError for what cannot be.
        """
        return self._change(checked(group))

    # Going back

    @property
    def can_undo(self) -> bool:
        """Whether a change can be undone."""
        return bool(self._ways_back)

    @property
    def last_change(self) -> tuple[Group, Group] | None:
        """The last change that can be undone: the group before it and after it."""
        return self._ways_back[-1] if self._ways_back else None

    def undo(self, change: tuple[Group, Group] | None = None) -> Future[None] | None:
        """Undo the last change, or the one given; None when there is none."""
        way_back = change or self.last_change
        if way_back is None:
            return None
        self._ways_back = [known for known in self._ways_back if known is not way_back]
        return self._commit(undone(self.group, *way_back))

    def _change(self, after: Group) -> Future[None]:
        """Make a change that can be undone."""
        if after != self.group:
            self._ways_back = [*self._ways_back[1 - MOST_UNDONE :], (self.group, after)]
        return self._commit(after)

    def add_past(self, cafes: Iterable[PastCafe], *, anew: bool = False) -> Future[None]:
        """Put down cafés of which there is no session; with `anew` in place of others of their number. PastError."""
        return self._commit(with_past(self.group, cafes, {meeting.number for meeting in self.meetings()}, anew=anew))

    def invite(self, invitation: Invitation) -> Future[None]:
        """Put down the invitation to a meeting, in place of the one made before to the same."""
        return self._commit(replace(self.group, invitations=with_invitation(self.group.invitations, invitation)))

    def add_hindsight(self, number: int, forms: Iterable[LaterForm]) -> Future[None]:
        """Count forms about a meeting that came in later; they are without names, and no order of them is kept."""
        return self._commit(with_hindsight(self.group, number, forms, self.today))

    @property
    def today(self) -> date:
        """The day it is where the laptop is."""
        return today(self._clock)

    def _commit(self, after: Group) -> Future[None]:
        before, self._group = self._group, after
        kept = self._store.save_group(before, after)
        for listener in self._listeners:
            listener(after)
        return kept
