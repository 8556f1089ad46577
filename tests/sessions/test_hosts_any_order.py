"""Whatever a bad network does to what a phone sends, each note ends as its newest change left it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from sessions.store import TinyStore

if TYPE_CHECKING:
    from sessions.room import Room


@dataclass(frozen=True)
class Change:
    """One thing a phone sends of a note; without a text it is taken back."""

    note: str
    edit: int
    text: str

    def arrives(self, room: Room) -> None:
        if self.text:
            room.host_writes(1, self.text, self.note, edit=self.edit).result()
        else:
            room.host_takes_back(1, self.note, self.edit).result()


@st.composite
def changes(draw: st.DrawFn) -> list[Change]:
    """What a phone sends of one note: it is written, changed, and perhaps taken back at the end."""
    note = draw(st.sampled_from(["note-a", "note-b", "note-c"]))
    edits = sorted(draw(st.sets(st.integers(1, 10**15 - 2), min_size=1, max_size=4)))
    sent = [Change(note, edit, f"endring {edit}") for edit in edits]
    return sent if draw(st.booleans()) else [*sent, Change(note, edits[-1] + 1, "")]


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[dict[str, str], list[Change]]:
    """Give the notes that there should be in the end, and what arrives: all of it, some of it again, in any order."""
    sent = {whole[0].note: whole for whole in draw(st.lists(changes(), min_size=1, max_size=3))}
    each = [change for whole in sent.values() for change in whole]
    late = draw(st.lists(st.sampled_from(each), max_size=6))
    newest = {note: whole[-1].text for note, whole in sent.items()}
    return {note: text for note, text in newest.items() if text}, draw(st.permutations(each + late))


@settings(max_examples=60)
@given(arrivals(), st.integers(0, 18))
def test_each_note_ends_as_its_newest_change_left_it(whole: tuple[dict[str, str], list[Change]], broken: int) -> None:
    """Once or often, in any order, and over a restart of the program after any of them."""
    expected, arriving = whole
    with TemporaryDirectory() as folder:
        for part in (arriving[:broken], arriving[broken:]):
            with TinyStore(Path(folder)) as store:
                room = opened(store)
                for change in part:
                    change.arrives(room)
        with TinyStore(Path(folder)) as store:
            kept = {note.id: note.text for note in store.sessions()[0].notes.values()}
    assert kept == expected


def opened(store: TinyStore) -> Room:
    desk = Desk(store, SteadyClock(), MinutesFolder(Path()))
    sessions = desk.sessions()
    plan = plan_of({"title": "Kafé", "tables": [{"number": 1}]}, date(2026, 11, 24))
    return desk.open(sessions[0]) if sessions else desk.keep(session_of(plan, "nb"))
