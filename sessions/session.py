"""A session: one meeting, from lobby to minutes. Frozen; every method gives a new one."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from sessions.ballots import Ballots
from sessions.entry import Entry
from sessions.group import LEAST_THRESHOLD
from sessions.notes import Notes
from sessions.programme import Step, StepKind
from sessions.timer import MINUTE, Timer

if TYPE_CHECKING:
    from datetime import date

    from sessions.items import Item
    from sessions.notes import Note
    from sessions.people import Person
    from sessions.rulings import Ruling
    from sessions.tables import Table


@dataclass(frozen=True, slots=True)
class Session:
    """Everything there is to know of one meeting.

    `steps` and `timers` go together; only the timer of the step we are `at` may run. `ends` is the end that people were
    promised, in UTC seconds. `number` counts the sessions of the group. `items_made` counts every item ever made, so
    that a number is never given twice. `approved_on` is the day on which the group approved what leaders get.
    `erased` says that the raw notes and the names of the people are gone for good, `retention_days` after approval.
    `writing` says whether the facilitator lets the hosts write, and `entry` how their phones get in. `leader` and
    `threshold` are the group's when the session began: a name to take out, and how many there must be before a role is
    left standing or a number is shown. `ready` is what is ticked on the checklist before it, and `newcomers` how many
    are new; neither goes into any minutes.
    Of the evaluation: `more_may_answer` is how many more than those present may answer, `evaluation_closed` says that
    the facilitator has closed it, and `forms` are the marks of the forms that were counted, until the approval: by them
    a form that comes again is known, and nothing else is.
    `rulings` are what was chosen for words in doubt; `let_be` are the ids of notes whose way of writing the group lets
    be as it is.
    """

    id: str
    title: str
    day: date
    steps: tuple[Step, ...]
    timers: tuple[Timer, ...]
    purpose: str = ""
    questions: tuple[str, ...] = ()
    group: str = ""
    number: int = 1
    language: str = "nb"
    programme: str = "dialogkafe"
    ends: float | None = None
    present: int = 0
    at: int = 0
    items_made: int = 0
    approved_on: date | None = None
    retention_days: int = 14
    leader: str = ""
    threshold: int = LEAST_THRESHOLD
    ready: tuple[str, ...] = ()
    newcomers: int = 0
    erased: bool = False
    writing: bool = True
    more_may_answer: int = 0
    evaluation_closed: bool = False
    forms: tuple[str, ...] = ()
    entry: Entry = field(default_factory=Entry)
    ballots: Ballots = field(default_factory=Ballots)
    tables: tuple[Table, ...] = ()
    people: tuple[Person, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    let_be: tuple[str, ...] = ()
    notes: Notes = field(default_factory=Notes)
    items: tuple[Item, ...] = ()

    # Where we are

    @property
    def step(self) -> Step:
        """The step we are at."""
        return self.steps[self.at]

    @property
    def timer(self) -> Timer:
        """The timer of the step we are at."""
        return self.timers[self.at]

    @property
    def rounds(self) -> int:
        """How many rounds the programme has."""
        return sum(step.kind is StepKind.ROUND for step in self.steps)

    @property
    def round(self) -> int:
        """Which round it is, from 1; between two rounds the one to come; 0 in the lobby, the last one afterwards."""
        begun = sum(step.kind is StepKind.ROUND for step in self.steps[: self.at + 1])
        return begun + (self.step.kind is StepKind.CHANGE)

    @property
    def writing_round(self) -> int:
        """Which round a note that is written now belongs to: never 0, and during a change the one that just ended."""
        begun = sum(step.kind is StepKind.ROUND for step in self.steps[: self.at + 1])
        return max(begun, 1)

    @property
    def question(self) -> str:
        """What is talked about now: the round's question, else the purpose."""
        if not self.questions:
            return self.purpose
        return self.questions[min(max(self.round, 1), len(self.questions)) - 1]

    @property
    def begun(self) -> bool:
        """Whether the café has left the lobby."""
        return self.at > 0

    @property
    def approved(self) -> bool:
        """Whether the group has approved what leaders get, as it stands."""
        return self.approved_on is not None

    @property
    def hosts_may_write(self) -> bool:
        """Whether notes from the tables are taken: until the facilitator closes writing, or the group has approved."""
        return self.writing and not self.approved

    @property
    def finished(self) -> bool:
        """Whether there is nothing more to run: approved, and at the last step."""
        return self.approved and self.at == len(self.steps) - 1

    def differs_in_notes_only(self, other: Session) -> bool:
        """Tell whether all but the notes is the very same in both: a glance, however much stands in them."""
        return all(
            getattr(self, field.name) is getattr(other, field.name) for field in fields(self) if field.name != "notes"
        )

    # Time

    def expected_end(self, now: float) -> float:
        """Give when the session ends if nothing more changes, in UTC seconds. The lobby waits and takes no time."""
        waiting = self.step.kind is StepKind.LOBBY
        current = 0.0 if waiting else max(self.timer.left_at(now), 0.0)
        return now + current + sum(timer.left for timer in self.timers[self.at + 1 :] if timer.left > 0)

    def minutes_late(self, now: float) -> int:
        """Give by how many whole minutes the session will end after the promised end; 0 when it is on time."""
        if self.ends is None:
            return 0
        return max(0, round((self.expected_end(now) - self.ends) / MINUTE))

    def plenary_if_on_time(self, now: float) -> int | None:
        """Give the minutes that are left for the plenary if the promised end is kept; None when it has begun."""
        ahead = range(self.at + 1, len(self.steps))
        place = next((i for i in ahead if self.steps[i].kind is StepKind.PLENARY), None)
        if place is None:
            return None
        return max(0, round(self.timers[place].left / MINUTE) - self.minutes_late(now))

    # What the facilitator does with the time

    def toggled(self, now: float) -> Session:
        """Pause, or go on. In the lobby it starts the café."""
        if self.step.kind is StepKind.LOBBY:
            return self.next(now)
        timer = self.timer.stop(now) if self.timer.running else self.timer.start(now)
        return self._with_timer(timer)

    def next(self, now: float) -> Session:
        """Go to the next step and let its time go; at the last step nothing happens."""
        if self.at == len(self.steps) - 1:
            return self
        return _moved(self, self.at + 1, now, running=True)

    def back(self, now: float) -> Session:
        """Go back a step; its remaining time comes back, and the step that is left is as if it had not begun."""
        if self.at == 0:
            return self
        running = self.timer.running
        unbegun = replace(self.timer, left=self.timer.length, deadline=None)
        return _moved(self._with_timer(unbegun), self.at - 1, now, running=running)

    def longer(self, minutes: float, now: float) -> Session:
        """Give the step more minutes, or fewer with a negative number."""
        if self.step.kind is StepKind.LOBBY:
            return self
        return self._with_timer(self.timer.longer(minutes * MINUTE, now))

    def _with_timer(self, timer: Timer) -> Session:
        timers = (*self.timers[: self.at], timer, *self.timers[self.at + 1 :])
        return replace(self, timers=timers)

    # What is written and sorted

    def with_first(self, step: Step) -> Session:
        """Put a step first, after the lobby and the opening, if the programme has none of its kind."""
        if any(one.kind is step.kind for one in self.steps):
            return self
        place = 1 + max(at for at, one in enumerate(self.steps) if one.kind in {StepKind.LOBBY, StepKind.OPENING})
        steps = (*self.steps[:place], step, *self.steps[place:])
        return replace(self, steps=steps, timers=(*self.timers[:place], Timer.of(step.minutes), *self.timers[place:]))

    def with_note(self, note: Note) -> Session:
        """Add a note last, or put a changed one last in the place of the one with the same id."""
        let_be = tuple(i for i in self.let_be if i != note.id) if note.id in self.let_be else self.let_be
        return replace(self, notes=self.notes.put(note), let_be=let_be, approved_on=None)

    def without_note(self, note_id: str) -> Session:
        """Take a note back, also out of the items made of it."""
        items = tuple(
            replace(item, notes=tuple(i for i in item.notes if i != note_id)) if note_id in item.notes else item
            for item in self.items
        )
        return replace(self, notes=self.notes.without(note_id), items=items, approved_on=None)

    def with_items(self, items: tuple[Item, ...]) -> Session:
        """Put the items as the group now has them; what was approved before has to be read and approved again."""
        made = max((item.number for item in items), default=0)
        return replace(self, items=items, items_made=max(self.items_made, made), approved_on=None)

    def approve(self, today: date) -> Session:
        """Put down that the group approved what leaders get. No form is taken from then on, so none has to be known."""
        return replace(self, approved_on=today, forms=())

    def open_notes(self) -> tuple[Note, ...]:
        """Give the notes that no item is made of yet."""
        used = {note_id for item in self.items for note_id in item.notes}
        return tuple(note for note in self.notes.values() if note.id not in used)

    def theme_of(self, note: Note) -> str:
        """Give the theme of the table at which the note was written; empty when it has none."""
        return next((table.theme for table in self.tables if table.number == note.table), "")


def _moved(session: Session, to: int, now: float, *, running: bool) -> Session:
    timers = list(session.timers)
    timers[session.at] = timers[session.at].stop(now)
    if running and session.steps[to].kind is not StepKind.LOBBY:
        timers[to] = timers[to].start(now)
    return replace(session, at=to, timers=tuple(timers))
