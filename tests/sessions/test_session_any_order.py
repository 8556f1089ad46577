"""Whatever keys are pressed in whatever order, and however long nobody presses any, the laws of a session hold."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sessions import sorting
from sessions.items import Fate
from sessions.programme import StepKind
from sessions.session import Session
from tests.sessions.building import NOON, note, session

PAUSES = st.floats(0, 40 * 60, allow_subnormal=False)
NUMBERS = st.integers(1, 6)
TODAY = date(2010, 11, 16)


class AnyOrder(RuleBasedStateMachine):
    """A facilitator who presses anything."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.session = session(ends=NOON + 90 * 60)
        self.written: dict[str, str] = {}
        self.given: set[int] = set()

    def become(self, after: Session) -> None:
        """Take what a key gave, and see that no item got a number that another one ever had."""
        new = {item.number for item in after.items} - {item.number for item in self.session.items}
        assert not new & self.given
        assert after.items_made == len(self.given | new)
        self.given |= new
        self.session = after

    def sort(self, do: Callable[[], Session]) -> None:
        before = self.session.approve(TODAY)
        self.session = before
        try:
            after = do()
        except sorting.SortingError:
            assert self.session == before
        else:
            assert not after.approved
            self.become(after)

    @rule(seconds=PAUSES)
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def space(self) -> None:
        was = self.session
        self.become(was.toggled(self.now))
        if was.at:
            assert self.session.timer.running is not was.timer.running
            assert self.session.timer.left_at(self.now) == pytest.approx(was.timer.left_at(self.now), abs=1e-3)

    @rule()
    def next(self) -> None:
        self.become(self.session.next(self.now))

    @rule()
    def back(self) -> None:
        self.become(self.session.back(self.now))

    @rule(there=PAUSES, afterwards=PAUSES)
    def next_and_back(self, there: float, afterwards: float) -> None:
        """The remaining time comes back, less what passes while the clock runs again."""
        was, left = self.session, self.session.timer.left_at(self.now)
        last = was.at == len(was.steps) - 1
        self.become(was.next(self.now))
        self.now += there
        if last:
            return
        self.become(self.session.back(self.now))
        assert self.session.at == was.at
        assert self.session.timer.left_at(self.now) == pytest.approx(left, abs=1e-3)
        self.now += afterwards
        gone = afterwards if was.step.kind is not StepKind.LOBBY else 0
        assert self.session.timer.left_at(self.now) == pytest.approx(left - gone, abs=1e-3)

    @rule(minutes=st.integers(-5, 5))
    def longer(self, minutes: int) -> None:
        self.become(self.session.longer(minutes, self.now))

    @rule(name=st.sampled_from("abc"), text=st.sampled_from(["Vikarer", "Mat"]))
    def write(self, name: str, text: str) -> None:
        self.become(self.session.approve(TODAY).with_note(note(name, text, written=self.now)))
        assert not self.session.approved
        assert list(self.session.notes)[-1] == name
        self.written[name] = text

    @rule(name=st.sampled_from("abc"))
    def take_back(self, name: str) -> None:
        self.become(self.session.approve(TODAY).without_note(name))
        assert not self.session.approved
        self.written.pop(name, None)

    @rule(text=st.sampled_from(["", "Vikarer", "Vikarer\n\nMat"]), names=st.sets(st.sampled_from("abc")))
    def make(self, text: str, names: set[str]) -> None:
        known = sorted(names & set(self.session.notes))
        self.sort(lambda: sorting.made(self.session, text, known))

    @rule(number=NUMBERS, fate=st.sampled_from([None, *Fate]))
    def decide(self, number: int, fate: Fate | None) -> None:
        self.sort(lambda: sorting.decided(self.session, number, fate))

    @rule(numbers=st.lists(NUMBERS, max_size=3))
    def merge(self, numbers: list[int]) -> None:
        self.sort(lambda: sorting.merged(self.session, numbers))

    @rule(number=NUMBERS)
    def split(self, number: int) -> None:
        self.sort(lambda: sorting.split(self.session, number))

    @precondition(lambda self: self.session.items)
    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        self.sort(lambda: sorting.removed(self.session, number))

    @invariant()
    def only_the_step_we_are_at_may_run(self) -> None:
        running = {place for place, timer in enumerate(self.session.timers) if timer.running}
        assert running <= {self.session.at} - {0}
        assert 0 <= self.session.at < len(self.session.steps) == len(self.session.timers)

    @invariant()
    def notes_are_those_that_were_written(self) -> None:
        assert {name: one.text for name, one in self.session.notes.items()} == self.written
        assert all(name in self.written for item in self.session.items for name in item.notes)

    @invariant()
    def the_end_is_that_of_going_through_the_steps_one_by_one(self) -> None:
        whole, end = self.session, self.now
        end += max(whole.timer.left_at(end), 0) if whole.at else 0
        while whole.at < len(whole.steps) - 1:
            whole = whole.next(end)
            end += max(whole.timer.left_at(end), 0)
        assert self.session.expected_end(self.now) == pytest.approx(end, abs=1e-3)

    @invariant()
    def nobody_is_early(self) -> None:
        assert self.session.minutes_late(self.now) >= 0
        assert (self.session.plenary_if_on_time(self.now) or 0) >= 0
        assert all(timer.length >= 0 for timer in self.session.timers)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=150, stateful_step_count=40)
