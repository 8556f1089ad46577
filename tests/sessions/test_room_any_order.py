"""Whatever a group does with its notes and items in whatever order, undo goes all the way back on the disk too."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions.desk import Desk
from sessions.items import Fate
from sessions.minutes.files import MinutesFolder
from sessions.session import Session
from sessions.sorting import SortingError
from sessions.store import TinyStore
from tests.sessions.building import KARI, SENSES, TEXTS, TestClock, session

NAMES = st.sampled_from("abcd")
NUMBERS = st.integers(1, 5)
Parts = tuple[list[object], tuple[object, ...]]


def parts(whole: Session) -> Parts:
    return list(whole.notes.values()), (whole.items, whole.rulings)


class AnyOrder(RuleBasedStateMachine):
    """A group that sorts, changes its mind, and undoes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = TinyStore(Path(self.folder.name) / "data")
        self.clock = TestClock()
        minutes = MinutesFolder(Path(self.folder.name))
        self.room = Desk(self.store, self.clock, minutes).keep(session(people=(KARI,)))
        self.before: list[Parts] = []

    def teardown(self) -> None:
        """Undo everything, and see that each state on the way is on disk when the program is opened again."""
        self.reopened()
        while self.room.can_undo:
            self.undo()
        assert not self.before
        self.reopened()
        self.store.close()
        self.folder.cleanup()

    def reopened(self) -> None:
        self.store.close()
        self.store = self.room._store = TinyStore(Path(self.folder.name) / "data")
        assert self.store.sessions() == [self.room.session]

    def remember(self, was: Parts) -> None:
        self.before.append(was)
        self.clock.sleep(1)

    @rule(name=NAMES, text=TEXTS, table=st.integers(1, 3))
    def write(self, name: str, text: str, table: int) -> None:
        was = parts(self.room.session)
        self.room.write(table, text, name)
        self.remember(was)

    @rule(name=NAMES)
    def take_back(self, name: str) -> None:
        if name in self.room.session.notes:
            was = parts(self.room.session)
            self.room.take_back(name)
            self.remember(was)

    @rule(do=st.sampled_from(["make", "make_of", "word", "merge", "split", "remove", *Fate]), data=st.data())
    def sort(self, do: str | Fate, data: st.DataObject) -> None:
        was, room = parts(self.room.session), self.room
        number, text = data.draw(NUMBERS), data.draw(TEXTS)
        names = sorted(data.draw(st.sets(NAMES)) & set(room.session.notes))
        try:
            match do:
                case "make":
                    room.make_item(text, names)
                case "make_of":
                    room.make_item_of(names)
                case "word":
                    room.word_item(number, heading="", text=f"{text}\n\nMat", ask=text)
                case "merge":
                    room.merge(data.draw(st.lists(NUMBERS, max_size=3)))
                case "split":
                    room.split(number)
                case "remove":
                    room.remove_item(number)
                case Fate():
                    room.decide(number, do)
        except SortingError:
            assert parts(room.session) == was
        else:
            self.remember(was)

    @rule(sense=st.sampled_from(SENSES), masked=st.booleans())
    def choose(self, sense: tuple[str, str], masked: bool) -> None:
        was = parts(self.room.session)
        self.room.rule(sense, masked=masked)
        self.remember(was)

    @rule()
    def undo(self) -> None:
        if self.room.undo() is not None:
            assert parts(self.room.session) == self.before.pop()

    @rule()
    def next(self) -> None:
        self.room.next()

    @invariant()
    def what_is_there_can_be_undone(self) -> None:
        assert self.room.can_undo is bool(self.before)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=25, stateful_step_count=20)
