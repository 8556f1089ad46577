"""The desk: all the sessions of a data folder, and the rooms that are opened from it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sessions.book import GroupBook
from sessions.clock import today
from sessions.group import Group
from sessions.programme import Step, StepKind
from sessions.retention import masked_for_good, overdue, without_raw
from sessions.shelf import Shelf
from sessions.trials import told_on
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from sessions.clock import Clock
    from sessions.minutes.files import MinutesFolder, Written
    from sessions.path import EarlierItem
    from sessions.plan import Plan
    from sessions.room import Room
    from sessions.session import Session
    from sessions.store import Store
    from sessions.trials import ToldTrial

PATIENCE = 2.0  # seconds
ANSWERS_MINUTES = 5


class DeskError(TroubleError):
    """A session that is not there."""


class Desk:
    """Sessions are found here by name, founded from plans, opened as rooms, and erased."""

    def __init__(self, store: Store, clock: Clock, minutes: MinutesFolder, shelf: Shelf | None = None) -> None:
        """Without a `shelf` there are only the programmes that come with the program."""
        self.shelf = shelf or Shelf()
        self._store = store
        self._clock = clock
        self._books: dict[str, GroupBook] = {}
        self.minutes = minutes

    @property
    def now(self) -> float:
        """The time, in UTC seconds."""
        return self._clock.now()

    @property
    def today(self) -> date:
        """The day it is where the laptop is."""
        return today(self._clock)

    def sessions(self) -> list[Session]:
        """Give every session, the newest first."""
        return self._store.sessions()

    def find(self, name: str) -> Session:
        """Give the session with this id, or the only one whose id holds the name. DeskError when there is none."""
        sessions = self.sessions()
        exact = [session for session in sessions if session.id == name]
        close = exact or [session for session in sessions if name and name.casefold() in session.id]
        if len(close) != 1:
            raise DeskError("no_session", name=name)
        return close[0]

    def find_approved(self, name: str) -> Session:
        """Give the session found so. DeskError, too, when its group has not approved what leaders get."""
        session = self.find(name)
        if not session.approved:
            raise DeskError("not_approved", name=session.id)
        return session

    def found(self, plan: Plan, language: str) -> Room:
        """Make a session of a plan, keep it, and open it."""
        from sessions.plan import session_of

        taken = {session.id for session in self.sessions()}
        session = session_of(plan, language, taken, self.next_number(plan.group))
        if plan.group and plan.retention_days is None:
            session = replace(session, retention_days=self.book(plan.group).group.retention_days)
        return self.keep(session)

    def next_number(self, group: str) -> int:
        """Give the number that the next meeting of a group has; 1 for people who do not meet again."""
        return self.book(group).next_number if group else 1

    def keep(self, session: Session) -> Room:
        """Keep a new session, and open it; on a full disk it is opened all the same, and kept when there is room."""
        with suppress(TimeoutError):
            self._store.save(None, session).result(PATIENCE)
        return self.open(session)

    def open(self, session: Session) -> Room:
        """Open a session as a room, with the book of its group if it has one.

        One that has not begun goes by what is settled of the group now, its leader's name and its threshold; and it
        begins with what came of earlier items, if there are any, whatever its programme is.
        """
        from sessions.room import Room

        if not session.group:
            return Room(session, self._store, self._clock, self.minutes)
        book = self.book(session.group)
        if not session.begun:
            session = self._as_settled(session, book)
        return Room(session, self._store, self._clock, self.minutes, book)

    def _as_settled(self, session: Session, book: GroupBook) -> Session:
        after = replace(session, leader=book.group.leader, threshold=book.group.threshold)
        if any(item.open for item in book.earlier(session.number)):
            after = after.with_first(Step(StepKind.ANSWERS, ANSWERS_MINUTES))
        with suppress(TimeoutError):
            self._store.save(session, after).result(PATIENCE)
        return after

    def groups(self) -> list[Group]:
        """Give every group, by name: those that something is put down of, and those that a session names."""
        settled = {group.name: group for group in self._store.groups()}
        named = {session.group: Group(session.group, kind=session.programme) for session in self.sessions()}
        named.pop("", None)
        open_ones = {name: book.group for name, book in self._books.items() if book.group != Group(name)}
        return sorted((named | settled | open_ones).values(), key=lambda group: group.name.casefold())

    def find_group(self, name: str) -> Group:
        """Give the group with this name, or the only one whose name holds it. DeskError when there is none."""
        groups, wanted = self.groups(), name.casefold()
        exact = [group for group in groups if group.name.casefold() == wanted]
        close = exact or [group for group in groups if wanted and wanted in group.name.casefold()]
        if len(close) != 1:
            raise DeskError("no_group", name=name)
        return close[0]

    def book(self, name: str) -> GroupBook:
        """Give the book of the group with this name; there is one for each group, also before anything is in it."""
        if name not in self._books:
            group = next((group for group in self.groups() if group.name == name), Group(name))
            self._books[name] = GroupBook(group, self._store, self._clock, partial(self._meetings, name))
        return self._books[name]

    def earlier(self, session: Session) -> tuple[EarlierItem, ...]:
        """Give what the session's group raised before it, and what had come of it by then."""
        return self.book(session.group).earlier(session.number) if session.group else ()

    def _meetings(self, name: str) -> list[Session]:
        return sorted((s for s in self.sessions() if s.group == name), key=lambda s: (s.number, s.day))

    def write_minutes(self, session: Session) -> Written:
        """Write both files of minutes of a meeting. Raises MinutesError; then they are as they were."""
        return self.minutes.write(session, tried=self.tried(session), earlier=self.earlier(session))

    def tried(self, session: Session) -> tuple[ToldTrial, ...]:
        """Give the trials that the group spoke of at a meeting."""
        return told_on(self.book(session.group).group, session.day) if session.group else ()

    def erase(self, session: Session) -> None:
        """Erase a session for good, with the answers to what it raised."""
        if session.group:
            self.book(session.group).forget(session.number).result()
        self._store.erase(session)

    def keep_promises(self) -> list[Session]:
        """Erase the raw notes, sentences and names of every session whose time is over; gives those sessions."""
        gone = [session for session in self.sessions() if overdue(session, self.today)]
        for session in gone:
            masked = masked_for_good(session)
            if session.group:
                self.book(session.group).take_names_out(session.people, session.language).result()
            self._store.save(session, masked).result()  # first, since what is erased then takes the old words with it
            self._store.erase(masked, raw_only=True)
            bare = replace(masked, people=(), rulings=(), ballots=masked.ballots.without_sentences())
            self._store.save(bare, without_raw(masked)).result()  # last: killed before, it is due again
        return gone


def next_start(now: float, minutes: float) -> datetime:
    """Give the end that a session of so many minutes has if it begins now, on a whole five minutes, in local time."""
    end = datetime.fromtimestamp(now).astimezone() + timedelta(minutes=minutes)
    return end + timedelta(minutes=-end.minute % 5, seconds=-end.second, microseconds=-end.microsecond)
