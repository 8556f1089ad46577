"""The book of a group: the one place where what a group remembers changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.answers import Judgement, judgement_of, with_answers, with_judgement, without_meeting
from sessions.answers_masked import is_known, members, nameless
from sessions.clock import today
from sessions.path import earlier_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future

    from sessions.answers import Answer, Outcome, Verdict
    from sessions.clock import Clock
    from sessions.group import Group
    from sessions.path import EarlierItem
    from sessions.people import Person
    from sessions.session import Session
    from sessions.store import Store


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
        self._said_before: list[tuple[str, int, Judgement | None]] = []

    @property
    def group(self) -> Group:
        """The group as it is now."""
        return self._group

    def meetings(self) -> Sequence[Session]:
        """Give the group's sessions, the oldest first."""
        return self._meetings()

    def listen(self, listener: Callable[[Group], None]) -> None:
        """Call `listener` with the group after each change."""
        self._listeners.append(listener)

    def settle(self, group: Group) -> Future[None]:
        """Put down what is settled of the group itself: its unit, its leader, its threshold and the like."""
        return self._commit(group)

    # Answers

    def earlier(self, number: int) -> tuple[EarlierItem, ...]:
        """Give what the group raised before its meeting `number`, and what had come of it by then."""
        return earlier_items(self._group, self.meetings(), number)

    def as_kept(self, answers: Iterable[Answer], language: str) -> list[Answer]:
        """Give answers as they are kept: dated today, and without the names of anyone known to be of the group."""
        meetings, day = self.meetings(), today(self._clock)
        held = [one.number for one in meetings if one.approved] + [one.session for one in self._group.judgements]
        people, after = members(meetings), max(held, default=0)
        return [nameless(replace(one, taken_in=day, after=after), people, language) for one in answers]

    def is_known(self, answer: Answer) -> bool:
        """Tell whether an answer, as it is kept, was taken in before."""
        return is_known(answer, self._group.answers)

    def take_answers(self, answers: Iterable[Answer], language: str) -> Future[None]:
        """Take in what is new of a leader's answers; a newer one keeps the older, one that is known is passed over."""
        new = [one for one in self.as_kept(answers, language) if not self.is_known(one)]
        return self._commit(with_answers(self._group, new))

    def judge(
        self, item: str, session: int, verdict: Verdict | None = None, outcome: Outcome | None = None
    ) -> Future[None]:
        """Put down what the group says of an item at a meeting, in place of what it said; nothing takes it back."""
        self._said_before.append((item, session, judgement_of(self._group, item, session)))
        said = Judgement(item, today(self._clock), session, verdict, outcome)
        return self._commit(with_judgement(self._group, item, session, said))

    @property
    def can_undo(self) -> bool:
        """Whether something that the group said of an item can be undone."""
        return bool(self._said_before)

    def undo(self) -> Future[None] | None:
        """Undo what was said last of an item; None when there is nothing."""
        if not self._said_before:
            return None
        return self._commit(with_judgement(self._group, *self._said_before.pop()))

    def take_names_out(self, people: Sequence[Person], language: str) -> Future[None]:
        """Take the names of people who are about to be erased out of the answers, for good."""
        answers = tuple(nameless(answer, people, language) for answer in self._group.answers)
        return self._commit(replace(self._group, answers=answers))

    def forget(self, number: int) -> Future[None]:
        """Forget what belongs to a meeting that is erased: answers to what it raised, and what was said at it."""
        return self._commit(without_meeting(self._group, number))

    def _commit(self, after: Group) -> Future[None]:
        before, self._group = self._group, after
        kept = self._store.save_group(before, after)
        for listener in self._listeners:
            listener(after)
        return kept
