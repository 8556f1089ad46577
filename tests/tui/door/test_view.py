"""What a table's phone is told to show, from the lobby to the end, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.texts import texts
from tests.tui.door.hall import opened
from tests.tui.stage import ONE_O_CLOCK, HandClock
from tui.door.view import view

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.room import Room
    from sessions.store import TinyStore

WORDS = texts("nb")
MINUTE = 60


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(store: TinyStore, tmp_path: Path, clock: HandClock) -> Desk:
    return Desk(store, clock, MinutesFolder(tmp_path))


@pytest.mark.parametrize(
    ("minutes", "say"),
    [
        (0, "Skriv det som er viktig mens dere snakker."),
        (7, "Skriv det som er viktig mens dere snakker."),
        (8, "Har alle fått sagt noe?"),
        (12.5, "Hva er viktigst av det dere har snakket om?"),
        (14.5, "Skriv ferdig."),
        (16, "Skriv ferdig. Vi runder av."),
    ],
)
def test_the_phone_says_one_thing_for_each_part_of_a_round(room: Room, minutes: float, say: str) -> None:
    room.next()
    shown = view(room.session, room.session.tables[0], WORDS, ONE_O_CLOCK + minutes * MINUTE)
    assert (shown["say"], shown["where"], shown["round"]) == (say, "Runde 1 av 3", 1)
    assert shown["deadline"] == ONE_O_CLOCK + 15 * MINUTE


async def test_at_half_time_the_phone_asks_by_itself_whether_all_have_spoken(room: Room, clock: HandClock) -> None:
    room.next()
    async with opened(room) as hall, hall.phone.listening(f"{hall.seat(1)}/events") as events:
        assert (await events.next("view"))["say"] == "Skriv det som er viktig mens dere snakker."
        clock.time += 8 * MINUTE
        assert (await events.next("view"))["say"] == "Har alle fått sagt noe?"


def test_late_notes_are_welcome_until_the_facilitator_or_the_group_closes(room: Room, clock: HandClock) -> None:
    """During the change, in the plenary, while it is sorted; a note written then belongs to the round that was."""
    del clock
    table = room.session.tables[0]
    for place in range(1, len(room.session.steps)):
        room.next()
        assert view(room.session, table, WORDS, room.now)["writing"]
        room.host_writes(1, f"steg {place}", f"note-{place}")
    assert [note.round for note in room.session.notes.values()] == [1, 1, 2, 2, 3, 3, 3, 3, 3, 3]
    room.let_write(False)
    shut = view(room.session, table, WORDS, room.now)
    assert (shut["writing"], shut["say"]) == (False, WORDS("phone.closed"))
    room.let_write(True)
    room.approve()
    assert not view(room.session, table, WORDS, room.now)["writing"]


def test_the_newcomers_can_be_told_what_the_table_has_written_in_all_rounds(room: Room) -> None:
    for number in (1, 2):
        room.next()
        room.host_writes(1, f"fra runde {number}", f"note-{number}")
        room.host_writes(2, "fra et annet bord", f"other-{number}")
        room.next()
    shown = view(room.session, room.session.tables[0], WORDS, room.now)
    assert [(note["round"], note["text"]) for note in shown["notes"]] == [(2, "fra runde 2"), (1, "fra runde 1")]


def test_a_table_with_a_question_of_its_own_shows_it(room: Room) -> None:
    one, other = room.session.tables[:2]
    own = replace(one, question="Hva vil dere ha på tallerkenen?")
    assert view(room.session, own, WORDS, room.now)["question"] == "Hva vil dere ha på tallerkenen?"
    assert view(room.session, other, WORDS, room.now)["question"] == room.session.purpose
