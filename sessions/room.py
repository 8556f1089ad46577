"""The room: the one place where a session changes. It asks the clock, calls the session, saves, and tells listeners."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions import doubts, sorting
from sessions.clock import today
from sessions.mask.shown import veil_of
from sessions.notes import Note, Notes, one_line, plain
from sessions.people import Person
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from concurrent.futures import Future
    from datetime import date

    from sessions.book import GroupBook
    from sessions.clock import Clock
    from sessions.doubts import Sense
    from sessions.entry import Entry
    from sessions.items import Fate
    from sessions.minutes.files import MinutesFolder, Written
    from sessions.session import Session
    from sessions.store import Store

    Listener = Callable[[Session], None]

LONGEST_NOTE = 50_000  # characters: a note is a few sentences; this is where a paste gone wrong is stopped
MOST_UNDONE = 100


class NoteError(TroubleError):
    """A note that cannot be kept as it is."""


@dataclass(frozen=True, slots=True)
class _WayBack:
    """How to undo one change of notes, items, or what was ruled on."""

    undo: Callable[[Session], Session]
    notes: tuple[str, ...] = ()


class Room:
    """One session that is being run. All methods are called from one thread.

    What a change gives back is done when it is on disk; a caller that owes someone a receipt waits for it.
    """

    def __init__(
        self, session: Session, store: Store, clock: Clock, minutes: MinutesFolder, book: GroupBook | None = None
    ) -> None:
        """`book` is that of the group whose meeting it is; None for people who do not meet again."""
        self.book = book
        self._session = session
        self._store = store
        self._clock = clock
        self._minutes = minutes
        self._listeners: list[Listener] = []
        self._listeners_to_keys: list[Listener] = []  # and not to hosts
        self._ways_back: list[_WayBack] = []

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
        note = self._written(table, text, note_id)
        return self._change(self.session.with_note(note), self._as_now(note.id), [note.id])

    def take_back(self, note_id: str) -> Future[None]:
        """Take a note away; what its phone sends late does not bring it back."""
        note = self.session.notes.get(note_id)
        after = self._without(note.taken_back()) if note else self.session
        return self._change(after, self._as_now(note_id), [note_id])

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
        known = self._note_of(table, note_id)
        note = replace(self._written(table, text, note_id, begun_in), lift=lift, edit=edit)
        if known and (edit < known.edit or known == replace(note, written=known.written)):
            return self._commit(self.session, by_host=True)
        return self._commit(self.session.with_note(note), [note_id], by_host=True)

    def host_takes_back(self, table: int, note_id: str, edit: int = 0) -> Future[None]:
        """Take away a note of a table; one that is gone already is gone. `edit` and NoteError are as above.

        Without an `edit` it is the newest change. A note that has not come yet is gone when it comes.
        """
        known = self._note_of(table, note_id)
        if known and (edit <= known.edit if known.gone else 0 < edit < known.edit):
            return self._commit(self.session, by_host=True)
        note = known or Note(note_id, table, self.session.writing_round, "", self.now)
        return self._commit(self._without(note.taken_back(edit)), [note_id], by_host=True)

    def let_write(self, writing: bool) -> Future[None]:
        """Open writing for the hosts, or close it."""
        return self._commit(replace(self.session, writing=writing))

    def admit(self, entry: Entry) -> Future[None]:
        """Keep how phones get in."""
        return self._commit(replace(self.session, entry=entry))

    def _note_of(self, table: int, note_id: str) -> Note | None:
        """Give the note if the table has it or has taken it back; NoteError when the table may not touch it."""
        note = self.session.notes.find(note_id)
        if not self.session.hosts_may_write:
            raise NoteError("note.closed")
        if note and note.table != table:
            raise NoteError("note.other_table")
        return note

    def _written(self, table: int, text: str, note_id: str, begun_in: int = 0) -> Note:
        text = plain(text)
        if not text:
            raise NoteError("note.empty")
        if len(text) > LONGEST_NOTE:
            raise NoteError("note.long", most=LONGEST_NOTE)
        if known := self.session.notes.get(note_id):
            return replace(known, table=table, text=text, written=self.now, edit=known.edit + 1)
        latest = self.session.writing_round
        number = min(begun_in, latest) if begun_in > 0 else latest
        return Note(note_id or secrets.token_hex(8), table, number, text, self.now)

    def _without(self, gone: Note) -> Session:
        after = self.session.without_note(gone.id)
        return replace(after, notes=after.notes.put(gone))

    # Words in doubt

    def rule(self, sense: Sense, *, masked: bool) -> Future[None]:
        """Put down that a word in doubt is taken out wherever others see it, or that it stays."""
        return self._choose(doubts.ruled(self.session, sense, masked=masked))

    def let_be(self, note_id: str) -> Future[None]:
        """Put down that a note's way of writing is fine as it is."""
        return self._choose(replace(self.session, let_be=(*self.session.let_be, note_id), approved_on=None))

    def _choose(self, after: Session) -> Future[None]:
        was = self.session
        return self._change(after, _WayBack(lambda now: doubts.as_ruled_before(was, now)))

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
        """Whether there is a change of notes, items or rulings to undo."""
        return bool(self._ways_back)

    def undo(self) -> Future[None] | None:
        """Undo the last change of notes, items or rulings; None when there is none."""
        if not self._ways_back:
            return None
        way_back = self._ways_back.pop()
        return self._commit(way_back.undo(self.session), way_back.notes)

    # Minutes

    def approve(self) -> Written:
        """Put down that the group approves what it has read, and write the minutes.

        Raises MinutesError when the folder cannot be written; then nothing is approved.
        """
        approved = self.session.approve(self.today)
        written = self._minutes.write(approved)
        self._commit(approved)
        return written

    def minutes_files(self) -> Written:
        """Give where the minutes are, or will be."""
        return self._minutes.files(self.session)

    def minutes_exist(self) -> bool:
        """Whether minutes of this session have been written before."""
        return self.minutes_files().leaders.exists()

    def _sort(self, after: Session) -> Future[None]:
        return self._change(after, self._as_now())

    def _as_now(self, *notes: str) -> _WayBack:
        """Give the way back to the notes and items as they are, in their order; `notes` are those that will change."""
        was = self.session
        return _WayBack(lambda now: _as_before(was, now, notes), notes)

    def _change(self, after: Session, way_back: _WayBack, notes: Collection[str] = ()) -> Future[None]:
        self._ways_back = [*self._ways_back[1 - MOST_UNDONE :], way_back]
        return self._commit(after, notes)

    def _commit(self, after: Session, notes: Collection[str] = (), *, by_host: bool = False) -> Future[None]:
        before, self._session = self._session, after
        kept = self._store.save(before, after, notes)
        for listener in self._listeners if by_host else (*self._listeners, *self._listeners_to_keys):
            listener(after)
        return kept


def _as_before(was: Session, now: Session, changed: Collection[str]) -> Session:
    """Give `now` with the items as they were, and the changed notes too; what hosts have written since stays."""
    old = (was.notes[i] if i in changed else now.notes[i] for i in was.notes if i in changed or i in now.notes)
    new = (note for i, note in now.notes.items() if i not in was.notes and i not in changed)
    kept = Notes((*old, *new, *now.notes.gone))
    items = tuple(replace(item, notes=tuple(known for known in item.notes if known in kept)) for item in was.items)
    return replace(now.with_items(items), notes=kept)
