"""What the hosts may do from their phones, and what the room keeps of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions import documents
from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.entry import Entry
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.retention import without_raw
from sessions.writing import NoteError

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.room import Room
    from sessions.session import Session
    from sessions.store import TinyStore


@pytest.fixture
def room(store: TinyStore, tmp_path: Path) -> Room:
    plan = plan_of({"title": "Kafé", "tables": [{"number": 1}, {"number": 2}]}, date(2026, 11, 24))
    room = Desk(store, SteadyClock(), MinutesFolder(tmp_path)).keep(session_of(plan, "nb"))
    room.next()
    return room


def kept(store: TinyStore) -> dict[str, str]:
    return {note.id: note.text for note in store.sessions()[0].notes.values()}


def test_a_note_sent_three_times_is_one_note(room: Room, store: TinyStore) -> None:
    receipts = [room.host_writes(1, "Dagslys på stua", "n1") for _ in range(3)]
    assert [receipt.result() for receipt in receipts] == [None] * 3
    assert kept(store) == {"n1": "Dagslys på stua"}


def test_the_receipt_of_a_repeated_note_waits_for_the_disk_too(room: Room, store: TinyStore) -> None:
    room.host_writes(1, "Dagslys", "n1")
    room.host_writes(1, "Dagslys", "n1").result()
    assert kept(store) == {"n1": "Dagslys"}


def test_a_note_belongs_to_the_round_it_was_begun_in(room: Room) -> None:
    room.next()
    room.next()
    assert room.session.round == 2
    room.host_writes(1, "begun before the bell", "n1", 1)
    room.host_writes(1, "begun now", "n2", 2)
    room.host_writes(1, "no word of the round", "n3")
    room.host_writes(1, "a round that is not yet", "n4", 9)
    room.host_writes(1, "changed later", "n1", 2)
    assert {note.id: note.round for note in room.session.notes.values()} == {"n1": 1, "n2": 2, "n3": 2, "n4": 2}


def test_a_table_may_not_touch_what_another_has_written(room: Room, store: TinyStore) -> None:
    room.host_writes(1, "vårt", "n1").result()
    with pytest.raises(NoteError, match=r"note\.other_table"):
        room.host_writes(2, "deres", "n1")
    with pytest.raises(NoteError, match=r"note\.other_table"):
        room.host_takes_back(2, "n1")
    assert kept(store) == {"n1": "vårt"}


def test_writing_can_be_closed_and_opened(room: Room, store: TinyStore) -> None:
    room.let_write(False).result()
    assert not store.sessions()[0].writing
    with pytest.raises(NoteError, match=r"note\.closed"):
        room.host_writes(1, "for sent", "n1")
    room.write(1, "fra maskinen").result()
    room.let_write(True)
    room.host_writes(1, "i tide", "n1").result()
    assert set(kept(store).values()) == {"fra maskinen", "i tide"}


def test_what_the_group_has_approved_no_phone_can_change(room: Room) -> None:
    room.approve()
    with pytest.raises(NoteError, match=r"note\.closed"):
        room.host_writes(1, "for sent", "n1")


def test_a_note_taken_back_is_gone_and_can_be_taken_back_again(room: Room, store: TinyStore) -> None:
    room.host_writes(1, "angrer", "n1")
    room.host_takes_back(1, "n1")
    room.host_takes_back(1, "n1").result()
    assert kept(store) == {}


def test_a_note_that_comes_late_does_not_undo_what_came_after_it(room: Room, store: TinyStore) -> None:
    """Neither a host's later change, nor the facilitator's, nor a taking back by either."""
    for note_id in ("changed", "mended", "taken-back", "taken-away"):
        room.host_writes(1, "først", note_id, edit=5)
    room.host_writes(1, "så", "changed", edit=6)
    room.write(1, "rettet på maskinen", "mended")
    room.host_takes_back(1, "taken-back", edit=6)
    room.take_back("taken-away")
    for note_id in ("changed", "mended", "taken-back", "taken-away"):
        room.host_writes(1, "først", note_id, edit=5).result()
    assert kept(store) == {"changed": "så", "mended": "rettet på maskinen"}


def test_a_note_that_comes_after_it_was_taken_back_never_was(room: Room, store: TinyStore) -> None:
    room.host_takes_back(1, "n1", edit=6)
    room.host_writes(1, "kom sent fram", "n1", edit=5).result()
    assert kept(store) == {}


def test_of_two_phones_changes_the_newer_one_counts(room: Room, store: TinyStore) -> None:
    """Also when the other phone has taken the note back in the meantime."""
    room.host_writes(1, "først", "n1", edit=5)
    room.host_takes_back(1, "n1", edit=7)
    room.host_writes(1, "eldre", "n1", edit=6)
    assert kept(store) == {}
    room.host_writes(1, "nyere", "n1", edit=8).result()
    room.host_takes_back(1, "n1", edit=7).result()
    assert kept(store) == {"n1": "nyere"}


def test_a_table_may_not_write_where_another_has_taken_back(room: Room) -> None:
    room.host_writes(1, "vårt", "n1")
    room.host_takes_back(1, "n1")
    with pytest.raises(NoteError, match=r"note\.other_table"):
        room.host_writes(2, "deres", "n1")


def test_what_a_note_said_is_gone_with_it_and_undo_at_the_laptop_brings_it_back(room: Room, store: TinyStore) -> None:
    room.host_writes(1, "angrer", "n1")
    room.take_back("n1")
    assert [(note.id, note.text) for note in room.session.notes.gone] == [("n1", "")]
    undone = room.undo()
    assert undone is not None
    undone.result()
    assert kept(store) == {"n1": "angrer"}
    assert not room.session.notes.gone


def test_notes_from_before_changes_were_counted_are_read(room: Room) -> None:
    room.host_writes(1, "fra i går", "n1", lift=True)
    parts = {part: [row for _, row in documents.rows(room.session, part)] for part in documents.PARTS}
    for row in parts["notes"]:
        del row["edit"], row["gone"]
    assert dict(documents.session_of(documents.head(room.session), parts).notes) == dict(room.session.notes)


def test_the_hint_that_it_should_be_raised_is_kept(room: Room, store: TinyStore) -> None:
    room.host_writes(1, "Vikarer får ikke innlogging", "n1", lift=True).result()
    assert store.sessions()[0].notes["n1"].lift
    room.host_writes(1, "Vikarer får ikke innlogging", "n1").result()
    assert not store.sessions()[0].notes["n1"].lift


def test_who_listens_to_the_keys_alone_is_not_told_what_the_hosts_write(room: Room) -> None:
    every: list[Session] = []
    keys: list[Session] = []
    room.listen(every.append)
    room.listen(keys.append, hosts=False)
    room.host_writes(1, "fra telefonen", "n1")
    room.host_takes_back(1, "n1")
    assert (len(every), keys) == (2, [])
    room.write(1, "fra maskinen")
    assert (len(every), keys) == (3, [room.session])


def test_undo_at_the_laptop_does_not_take_a_note_that_a_host_has_a_receipt_for(room: Room, store: TinyStore) -> None:
    room.write(1, "fra maskinen", "laptop")
    room.host_writes(1, "fra telefonen", "phone")
    undone = room.undo()
    assert undone is not None
    undone.result()
    assert kept(store) == {"phone": "fra telefonen"}


def test_how_phones_get_in_outlives_the_program_and_dies_with_the_session(room: Room, store: TinyStore) -> None:
    entry = Entry("of which keys are made", 2, 8081, False, "Sal 2", "kaffe")
    room.admit(entry).result()
    assert store.sessions()[0].entry == entry
    assert without_raw(replace(room.session)).entry == Entry()
    store.erase(room.session)
    assert store.sessions() == []


def test_undo_at_the_laptop_leaves_what_hosts_have_done_since(room: Room, store: TinyStore) -> None:
    for note_id in ("n1", "n2", "n3"):
        room.host_writes(1, note_id, note_id)
    room.make_item("Sak", ["n1", "n2"])
    room.host_takes_back(1, "n1")
    room.host_writes(1, "n2, endret", "n2")
    room.host_writes(1, "n4", "n4")
    room.take_back("n3")
    for _ in range(2):
        undone = room.undo()
        assert undone is not None
        undone.result()
    assert kept(store) == {"n2": "n2, endret", "n3": "n3", "n4": "n4"}
    assert dict(room.session.notes) == dict(store.sessions()[0].notes)
    assert room.session.items == ()
