"""The one place where a session changes: what is acknowledged is on disk, and what was sorted can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sessions.items import Fate
from sessions.people import Person
from sessions.room import MOST_UNDONE, Room
from sessions.sorting import SortingError
from tests.sessions.building import KARI, NOON, PER, TestClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from sessions.desk import Desk
    from sessions.session import Session

    Do = Callable[[Room], Future[None]]

KEYS: dict[str, Do] = {
    "space": lambda room: room.toggle(),
    "next": lambda room: room.next(),
    "back": lambda room: room.back(),
    "longer": lambda room: room.longer(1),
    "those present": lambda room: room.gather(3, [KARI]),
    "a note": lambda room: room.write(1, "Vikarer"),
    "a note taken back": lambda room: room.take_back("a"),
    "an item": lambda room: room.make_item_of(["a", "b"]),
    "other words": lambda room: room.word_item(1, heading="x", text="y\n\nz", ask="w"),
    "a decision": lambda room: room.decide(1, Fate.RAISED),
    "a merger": lambda room: room.merge([1, 2]),
    "a split": lambda room: room.split(2),
    "an item removed": lambda room: room.remove_item(1),
}


@pytest.fixture
def busy(room: Room) -> Room:
    """A room in its first round, with two notes and two items."""
    room.next()
    room.write(1, "Vikarer", "a")
    room.write(2, "Mat", "b")
    room.make_item_of(["a"])
    room.make_item("Natt\n\nDag")
    return room


@pytest.mark.parametrize("do", KEYS.values(), ids=KEYS)
def test_what_is_acknowledged_is_on_disk_and_the_listeners_know(busy: Room, do: Do, desk: Desk) -> None:
    heard: list[Session] = []
    busy.listen(heard.append)
    before = busy.session
    do(busy).result()
    assert desk.sessions() == [busy.session]
    assert heard == [busy.session]
    assert busy.session != before


def test_a_note_sent_twice_is_one_note(busy: Room, clock: TestClock) -> None:
    clock.sleep(5)
    busy.write(2, "Vikarer, mest", "a")
    assert [(n.id, n.table, n.text, n.written) for n in busy.session.notes.values()] == [
        ("b", 2, "Mat", NOON),
        ("a", 2, "Vikarer, mest", NOON + 5),
    ]


def test_a_note_belongs_to_the_round_in_which_it_was_first_written(busy: Room) -> None:
    busy.next()
    busy.write(1, "Skrevet i bordbyttet", "c")
    busy.next()
    busy.write(1, "Rettet i runde to", "c")
    busy.write(1, "Ny i runde to", "d")
    assert [busy.session.notes[name].round for name in "cd"] == [1, 2]


def test_notes_without_an_id_get_one_each(room: Room) -> None:
    for _ in range(20):
        room.write(1, "Likt")
    assert len(room.session.notes) == 20


def test_an_item_of_notes_is_in_the_words_that_the_mask_leaves(busy: Room) -> None:
    busy.write(1, "Kari Nordmann får ikke innlogging", "k")
    busy.make_item_of(["k", "b"])
    item = busy.session.items[-1]
    assert item.text == "En kollega får ikke innlogging\n\nMat"
    assert item.notes == ("k", "b")
    assert "Kari" not in item.heading


UNDONE = [name for name in KEYS if name not in {"space", "next", "back", "longer", "those present"}]


@pytest.mark.parametrize("name", UNDONE)
def test_a_change_of_notes_or_items_is_undone_whole(busy: Room, name: str, desk: Desk) -> None:
    before = busy.session
    KEYS[name](busy)
    undone = busy.undo()
    assert undone is not None
    undone.result()
    assert (list(busy.session.notes), busy.session.items) == (list(before.notes), before.items)
    assert busy.session.notes == before.notes
    assert desk.sessions() == [busy.session]


def test_undo_leaves_the_clock_alone(busy: Room) -> None:
    busy.next()
    at = busy.session.at
    busy.undo()
    assert busy.session.at == at


def test_when_there_is_nothing_to_undo_nothing_happens(room: Room) -> None:
    assert not room.can_undo
    assert room.undo() is None


def test_a_hundred_changes_can_be_undone(room: Room) -> None:
    for number in range(MOST_UNDONE + 3):
        room.write(1, "Likt", str(number))
    while room.can_undo:
        room.undo()
    assert list(room.session.notes) == ["0", "1", "2"]


def test_what_cannot_be_done_changes_nothing_and_leaves_nothing_to_undo(room: Room) -> None:
    with pytest.raises(SortingError):
        room.merge([1, 2])
    assert not room.can_undo


def test_people_are_put_down_in_plain_words_and_have_to_be_approved_with(room: Room) -> None:
    room.approve()
    room.gather(-3, [Person(" Kari\u202e  Bø\x00", "Sol\tsida", "kokk\n"), Person(" "), PER])
    assert room.session.people == (Person("Kari Bø", "Sol sida", "kokk"), PER)
    assert room.session.present == 0
    assert not room.session.approved


def test_an_approved_session_has_its_minutes_and_its_day(room: Room, clock: TestClock, desk: Desk) -> None:
    clock.sleep(13 * 3600)  # the laptop's own day has changed: it is past midnight where the laptop is
    assert not room.minutes_exist()
    written = room.approve()
    assert room.minutes_exist()
    assert (written.group.exists(), written.leaders.exists()) == (True, True)
    assert written == room.minutes_files()
    assert str(room.session.approved_on) == "2010-11-17" == str(room.today)
    room.write(1, "etterpå").result()
    assert not desk.sessions()[0].approved
