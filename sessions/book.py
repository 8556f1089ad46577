"""The book of a group: the one place where what a group remembers changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.answers import Judgement, with_answers, with_judgement, without_meeting
from sessions.answers_masked import is_known, members, nameless_answer
from sessions.clock import today
from sessions.contract import with_agreement, with_contract
from sessions.group_fields import checked
from sessions.group_undo import undone
from sessions.hindsight import with_hindsight
from sessions.inviting import with_invitation
from sessions.nameless import nameless, without_names
from sessions.past import with_past
from sessions.path import earlier_items
from sessions.people import Person
from sessions.situation_log import with_kind, with_log, without_log
from sessions.themes import with_theme, with_theme_used, without_theme
from sessions.trials import with_report, with_trial, without_trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Future
    from datetime import date

    from sessions.answers import Answer, Outcome, Verdict
    from sessions.clock import Clock
    from sessions.group import Group
    from sessions.hindsight import LaterForm
    from sessions.invitation import Invitation
    from sessions.past import PastCafe
    from sessions.path import EarlierItem
    from sessions.session import Session
    from sessions.situation_log import EpisodeKind, SealedLog
    from sessions.store import Store
    from sessions.themes import Theme
    from sessions.trials import HowItWent

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

    # The contract

    def write_contract(self, text: str, on: date) -> Future[None]:
        """Put down the contract in these words. Raises ContractError for none, and for far too many."""
        return self._change(with_contract(self.group, text, on))

    def agree(self, people: int, on: date) -> Future[None]:
        """Put down that so many have said yes to the contract. Raises ContractError without a contract or people."""
        return self._change(with_agreement(self.group, people, on))

    # Themes. A name is taken out before anything is kept.

    def want_theme(self, text: str, language: str, *, undoable: bool = True) -> Future[None]:
        """Put down a theme that someone wants; what a phone has a receipt for is not `undoable`. Raises ThemeError."""
        after = with_theme(self.group, self._nameless(text, language))
        return self._change(after) if undoable else self._commit(after)

    def use_theme(self, theme: Theme, on: date, instead_of: str = "") -> Future[None]:
        """Put down that a theme is talked about on a day, in place of the one that was chosen before, if any."""
        return self._change(with_theme_used(self.group, theme, on, instead_of))

    def drop_theme(self, theme: Theme) -> Future[None]:
        """Take a theme away."""
        return self._change(without_theme(self.group, theme))

    # Trials. A name is taken out before anything is kept.

    def try_out(self, text: str, language: str, on: date) -> Future[None]:
        """Put down what someone will try. Raises TrialError."""
        return self._change(with_trial(self.group, self._nameless(text, language), on))

    def tell_trial(self, number: int, on: date, went: HowItWent, happened: str, language: str) -> Future[None]:
        """Put down how it stands with a trial, and what happened, in place of what was said that day. TrialError."""
        return self._change(with_report(self.group, number, on, went, self._nameless(happened, language)))

    def drop_trial(self, number: int) -> Future[None]:
        """Take a trial away, and what was said of it."""
        return self._change(without_trial(self.group, number))

    # Situation logs. They are their owners'; nothing of this is undone.

    def keep_log(self, log: SealedLog) -> Future[None]:
        """Keep a locked log, in the place of the one with the same mark."""
        return self._commit(with_log(self.group, log))

    def erase_log(self, mark: int) -> Future[int]:
        """Erase a log for good; done when its bytes are in no file."""
        self._commit(without_log(self.group, mark))
        return self._store.forget()

    def hand_in(self, text: str, kind: EpisodeKind | None, trial: str, language: str, on: date) -> Future[None]:
        """Put down what the owner of a log wants the group to know: a theme, the kind, and what she will try, if any.

        Raises ThemeError or TrialError; then nothing is put down.
        """
        after = with_theme(self.group, self._nameless(text, language))
        after = with_trial(after, self._nameless(trial, language), on) if trial.strip() else after
        return self._commit(with_kind(after, kind, on) if kind else after)

    # Names

    def take_names_out(self, people: Sequence[Person], language: str) -> Future[None]:
        """Take the names of people who are about to be erased out of what is remembered, for good.

        Someone may have been put on the list after her name was written.
        """
        self._ways_back = []
        return self._commit(without_names(self.group, people, language))

    def _nameless(self, text: str, language: str) -> str:
        """Give people's words without the name of anyone who is known to have met here, or of the leader."""
        met = dict.fromkeys(person for meeting in self.meetings() for person in meeting.people)
        people = (*met, *([Person(self.group.leader)] if self.group.leader else []))
        return nameless(text, people, language)

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

    # Answers

    def earlier(self, number: int) -> tuple[EarlierItem, ...]:
        """Give what the group raised before its meeting `number`, and what had come of it by then."""
        return earlier_items(self._group, self.meetings(), number)

    def as_kept(self, answers: Iterable[Answer], language: str) -> list[Answer]:
        """Give answers as they are kept: dated today, and without the names of anyone known to be of the group."""
        meetings, day = self.meetings(), self.today
        held = [one.number for one in meetings if one.approved] + [one.session for one in self._group.judgements]
        people, after = members(meetings), max(held, default=0)
        return [nameless_answer(replace(one, taken_in=day, after=after), people, language) for one in answers]

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
        said = Judgement(item, self.today, session, verdict, outcome)
        return self._change(with_judgement(self._group, item, session, said))

    def forget(self, number: int) -> Future[None]:
        """Forget what belongs to a meeting that is erased: answers to what it raised, and what was said at it."""
        self._ways_back = []
        return self._commit(without_meeting(self._group, number))

    def _commit(self, after: Group) -> Future[None]:
        before, self._group = self._group, after
        kept = self._store.save_group(before, after)
        for listener in self._listeners:
            listener(after)
        return kept
