"""The room: the one place where a session changes. It asks the clock, calls the session, saves, and tells listeners."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sessions import doubts, sorting, writing
from sessions.ballot_box import BallotBox
from sessions.clock import today
from sessions.group import LEAST_THRESHOLD
from sessions.mask.shown import veil_of
from sessions.notes import one_line
from sessions.people import Person
from sessions.trials import told_on
from sessions.way_back import WayBack, as_before

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from sessions.book import GroupBook
    from sessions.clock import Clock
    from sessions.doubts import Sense
    from sessions.entry import Entry
    from sessions.items import Fate
    from sessions.minutes.files import MinutesFolder, Written
    from sessions.path import EarlierItem
    from sessions.session import Session
    from sessions.store import Store

    Listener = Callable[[Session], None]

MOST_UNDONE = 100


class Room:
    """One session that is being run. All methods are called from one thread.

    What a change gives back is done when it is on disk; a caller that owes someone a receipt waits for it.
    """

    def __init__(
        self, session: Session, store: Store, clock: Clock, minutes: MinutesFolder, book: GroupBook | None = None
    ) -> None:
        """`book` is that of the group whose meeting it is; None for people who do not meet again."""
        self.book = book
        self.box = BallotBox(lambda: self._session, self._commit, lambda: self.threshold)
        self._session = session
        self._store = store
        self._clock = clock
        self._minutes = minutes
        self._listeners: list[Listener] = []
        self._listeners_to_keys: list[Listener] = []  # and not to hosts
        self._ways_back: list[WayBack] = []

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session

    @property
    def now(self) -> float:
        """The time of the session, in UTC seconds."""
        return self._clock.now()

    @property
    def today(self) -> date:
        """The day it is where the laptop is."""
        return today(self._clock)

    @property
    def trouble(self) -> OSError | None:
        """Why the disk does not take what is written, while it does not."""
        return self._store.trouble

    def listen(self, listener: Listener, *, hosts: bool = True) -> None:
        """Call `listener` with the session after each change; without `hosts`, not when a phone has written."""
        (self._listeners if hosts else self._listeners_to_keys).append(listener)

    # Time

    def toggle(self) -> Future[None]:
        """Pause, or go on; in the lobby, begin."""
        return self._commit(self.session.toggled(self.now))

    def next(self) -> Future[None]:
        """Go to the next step."""
        return self._commit(self.session.next(self.now))

    def back(self) -> Future[None]:
        """Go back to the step before; its remaining time comes back."""
        return self._commit(self.session.back(self.now))

    def longer(self, minutes: float) -> Future[None]:
        """Give this step more minutes, or fewer with a negative number."""
        return self._commit(self.session.longer(minutes, self.now))

    # People and notes

    def gather(self, present: int, people: Sequence[Person]) -> Future[None]:
        """Put down how many are present, and who takes part: both stand in, or are taken out of, what leaders get."""
        known = tuple(Person(*map(one_line, (p.name, p.unit, p.profession))) for p in people if one_line(p.name))
        return self._commit(replace(self.session, present=max(0, present), people=known, approved_on=None))

    def write(self, table: int, text: str, note_id: str = "") -> Future[None]:
        """Write a note for a table, or change the one with that id. NoteError when it is empty or far too long."""
        note = writing.note_of(self.session, table, text, note_id, self.now)
        return self._change(self.session.with_note(note), self._as_now(note.id), [note.id])

    def take_back(self, note_id: str) -> Future[None]:
        """Take a note away."""
        return self._change(writing.without(self.session, note_id), self._as_now(note_id), [note_id])

    # The hosts' phones. The facilitator's "undo" does not reach what a host has got a receipt for.

    def host_writes(
        self, table: int, text: str, note_id: str, begun_in: int = 0, *, lift: bool = False, edit: int = 0
    ) -> Future[None]:
        """Take a note from a table, or a change of it; the same note sent again is one note.

        `note_id` is made by the phone. `begun_in` is the round the note was begun in, 0 for the one that is written in
        now; a note stays in its round. `lift` says that the table means it should be raised. `edit` grows with each
        change: one that comes after a newer one, or after the taking back, changes nothing, for the newer is kept.
        NoteError when it is empty or too long, when it is another table's, and when writing is closed.
        """
        note = writing.note_of(self.session, table, text, note_id, self.now, begun_in)
        return self._hosts(writing.host_wrote(self.session, replace(note, lift=lift, edit=edit)), note_id)

    def host_takes_back(self, table: int, note_id: str, edit: int = 0) -> Future[None]:
        """Take away a note of a table; one that is gone already is gone. `edit` and NoteError are as above.

        Without an `edit` it is the newest change. A note that has not come yet is gone when it comes.
        """
        return self._hosts(writing.host_took_back(self.session, table, note_id, edit, self.now), note_id)

    def _hosts(self, after: Session, note_id: str) -> Future[None]:
        return self._commit(after, [note_id] if after is not self.session else (), by_host=True)

    def let_write(self, writing: bool) -> Future[None]:
        """Open writing for the hosts, or close it."""
        return self._commit(replace(self.session, writing=writing))

    def admit(self, entry: Entry) -> Future[None]:
        """Keep how phones get in."""
        return self._commit(replace(self.session, entry=entry))

    # Words in doubt

    def rule(self, sense: Sense, *, masked: bool) -> Future[None]:
        """Put down that a word in doubt is taken out wherever others see it, or that it stays."""
        return self._choose(doubts.ruled(self.session, sense, masked=masked))

    def let_be(self, note_id: str) -> Future[None]:
        """Put down that a note's way of writing is fine as it is."""
        return self._choose(replace(self.session, let_be=(*self.session.let_be, note_id), approved_on=None))

    def _choose(self, after: Session) -> Future[None]:
        was = self.session
        return self._change(after, WayBack(lambda now: doubts.as_ruled_before(was, now)))

    # Items

    def make_item(self, text: str, notes: Sequence[str] = (), *, heading: str = "", ask: str = "") -> Future[None]:
        """Make an item of a text and the notes that it came from."""
        return self._sort(sorting.made(self.session, text, notes, heading=heading, ask=ask))

    def make_item_of(self, notes: Sequence[str]) -> Future[None]:
        """Make an item of notes, in the words that the mask leaves of them."""
        veil = veil_of(self.session)
        return self.make_item("\n\n".join(veil.shown(self.session.notes[note].text) for note in notes), notes)

    def word_item(self, number: int, *, heading: str, text: str, ask: str) -> Future[None]:
        """Give an item other words."""
        return self._sort(sorting.worded(self.session, number, heading=heading, text=text, ask=ask))

    def decide(self, number: int, fate: Fate | None) -> Future[None]:
        """Keep an item, raise it, or leave it undecided."""
        return self._sort(sorting.decided(self.session, number, fate))

    def merge(self, numbers: Sequence[int]) -> Future[None]:
        """Make one item of several."""
        return self._sort(sorting.merged(self.session, numbers))

    def split(self, number: int) -> Future[None]:
        """Make an item of each paragraph of one."""
        return self._sort(sorting.split(self.session, number))

    def remove_item(self, number: int) -> Future[None]:
        """Take an item away; its notes wait to be sorted again."""
        return self._sort(sorting.removed(self.session, number))

    @property
    def can_undo(self) -> bool:
        """Whether a change can be undone."""
        return bool(self._ways_back)

    def undo(self) -> Future[None] | None:
        """Undo the last change of notes, items, rulings or what is remembered; None when there is none."""
        if not self._ways_back:
            return None
        way_back = self._ways_back.pop()
        if self.book and way_back.in_book:
            self.book.undo(way_back.in_book)
        return self._commit(way_back.undo(self.session), way_back.notes)

    # What the group raised at earlier meetings

    def earlier(self) -> tuple[EarlierItem, ...]:
        """Give what the group raised before this meeting, and what has come of it."""
        return self.book.earlier(self.session.number) if self.book else ()

    # The evaluation

    @property
    def threshold(self) -> int:
        """From how many answers on the group may see what was answered, as it has settled."""
        return self.book.group.threshold if self.book else LEAST_THRESHOLD

    def let_evaluate(self, is_open: bool) -> Future[None]:
        """Open the evaluation again, or close it: then what was answered may be shown."""
        return self._commit(replace(self.session, evaluation_closed=not is_open))

    def let_one_more_answer(self) -> Future[None]:
        """Let one more answer than are present; undone as changes of notes and items are."""
        more = self.session.more_may_answer
        after = replace(self.session, more_may_answer=more + 1)
        return self._change(after, WayBack(lambda now: replace(now, more_may_answer=more)))

    # What is put down of the meeting, and what its group remembers

    def adjust(self, **changed: Any) -> Future[None]:  # noqa: ANN401  # fields of a session, checked by `replace`
        """Put down something of the meeting itself, such as how many are new; it can be undone."""
        was = {name: getattr(self.session, name) for name in changed}
        return self._change(replace(self.session, **changed), WayBack(lambda now: replace(now, **was)))

    def remember(self, change: Callable[[GroupBook], object], **changed: Any) -> Future[None]:  # noqa: ANN401  # as above
        """Change what the group remembers, and the meeting with it; one undo takes back both.

        Without a group only the meeting is changed. Raises what the book raises; then nothing is changed.
        """
        was = {name: getattr(self.session, name) for name in changed}
        before = self.book.last_change if self.book else None
        if self.book:
            change(self.book)
        after = self.book.last_change if self.book else None
        way_back = WayBack(lambda now: replace(now, **was), in_book=None if after is before else after)
        return self._change(replace(self.session, **changed), way_back)

    # Minutes

    def approve(self) -> Written:
        """Put down that the group approves what it has read, and write the minutes.

        Raises MinutesError when the folder cannot be written; then nothing is approved.
        """
        self.box.count()
        approved = self.session.approve(self.today)
        tried = told_on(self.book.group, approved.day) if self.book else ()
        written = self._minutes.write(approved, tried=tried, earlier=self.earlier())
        self._commit(approved)
        return written

    def write_letter(self, to: str) -> Path:
        """Write a draft of an e-mail to the leader beside the minutes, and give where; `to` may be empty.

        Raises MailError for what is no address, and MinutesError when the folder cannot be written.
        """
        return self._minutes.write_letter(self.session, self.earlier(), to)

    def minutes_files(self) -> Written:
        """Give where the minutes are, or will be."""
        return self._minutes.files(self.session)

    def minutes_exist(self) -> bool:
        """Whether minutes of this session have been written before."""
        return self.minutes_files().leaders.exists()

    def _sort(self, after: Session) -> Future[None]:
        return self._change(after, self._as_now())

    def _as_now(self, *notes: str) -> WayBack:
        """Give the way back to the notes and items as they are, in their order; `notes` are those that will change."""
        was = self.session
        return WayBack(lambda now: as_before(was, now, notes), notes)

    def _change(self, after: Session, way_back: WayBack, notes: Collection[str] = ()) -> Future[None]:
        self._ways_back = [*self._ways_back[1 - MOST_UNDONE :], way_back]
        return self._commit(after, notes)

    def _commit(self, after: Session, notes: Collection[str] = (), *, by_host: bool = False) -> Future[None]:
        after, saved = self.box.emptied_into(after)
        before, self._session = self._session, after
        kept = self._store.save(before, after, notes)
        kept.add_done_callback(saved)
        for listener in self._listeners if by_host else (*self._listeners, *self._listeners_to_keys):
            listener(after)
        return kept
