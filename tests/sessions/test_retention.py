"""Raw notes and names are kept for as long as people were promised and no longer, and nothing can bring them back."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from sessions.ballots import Ballots
from sessions.desk import Desk
from sessions.items import Fate
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.people import Person
from sessions.programme import Step, StepKind
from sessions.retention import overdue, without_raw
from sessions.room import Room
from sessions.session import Session
from sessions.store import TinyStore
from sessions.tables import Table
from tests.sessions.building import DAY, KARI, PER, TestClock, note, noted, session, sessions

DAYS = 24 * 3600.0


@pytest.mark.parametrize(
    ("kept", "after", "gone"), [(14, 13, False), (14, 14, True), (1, 0, False), (1, 1, True), (0, 0, True)]
)
def test_what_was_promised_is_kept_to_the_day(kept: int, after: int, gone: bool) -> None:
    approved = noted(note("a"), retention_days=kept).approve(DAY)
    assert overdue(approved, DAY + timedelta(days=after)) is gone


def test_what_was_never_approved_waits_for_the_group() -> None:
    assert not overdue(noted(note("a")), date(2090, 1, 1))


def test_what_is_written_after_an_erasure_is_erased_in_its_turn() -> None:
    bare = without_raw(noted(note("a"), people=(KARI,)).approve(DAY))
    late = date(2090, 1, 1)
    assert not overdue(bare, late)
    assert overdue(bare.with_note(note("b")).approve(DAY), late)
    assert overdue(replace(bare, people=(KARI,)), late)
    assert overdue(replace(bare, ballots=Ballots(answered=1, well=("raw",))), late)


@settings(max_examples=60)
@given(sessions())
def test_leaders_read_the_same_words_afterwards(whole: Session) -> None:
    """Names that the mask took out then are out for good now. The group's name is not touched by the erasure."""

    def words(one: Session) -> set[str]:
        return set(re.findall(r"\w+", leaders_minutes(report_of(one)).casefold()))

    whole = replace(whole, group="Solsida")
    bare = without_raw(whole)
    assert not bare.notes
    assert not bare.people
    assert words(bare) == words(whole)
    assert without_raw(bare) == bare


def approve(room: Room) -> None:
    """Approve, and wait for the disk."""
    room.approve()
    room._commit(room.session).result()


def told(room: Room) -> Room:
    """Give a session in which names stand everywhere they can, approved."""
    whole = replace(
        room.session,
        ballots=Ballots(very=4, answered=4, well=("Nordmann fikk innlogging",)),
        title="Kari vil vite",
        purpose="Hva mener Nordmann?",
        questions=("Spurte Hovland?",),
        tables=(Table(1, "Karis bord", "Er Nordmann her?"),),
        steps=(Step(StepKind.LOBBY, 5, "Kari åpner"), *room.session.steps[1:]),
    )
    room._commit(whole).result()
    room.write(1, "Kari Nordmann får ikke innlogging", "a")
    room.make_item("Nordmann og Hovland venter\n\nring 91234567", ["a"], heading="Kari venter", ask="at Hovland svarer")
    room.decide(1, Fate.RAISED)
    room.make_item("Hovland beholdes", heading="Hovland")
    approve(room)
    return room


def names_in(folder: Path) -> set[str]:
    data = b"".join(file.read_bytes() for file in folder.iterdir()).decode(errors="replace").casefold()
    return {name for name in ("nordmann", "hovland", "91234567", "innlogging") if name in data}


def test_names_and_notes_are_gone_from_every_file_when_their_time_is_over(
    room: Room, desk: Desk, clock: TestClock, tmp_path: Path
) -> None:
    told(room)
    clock.sleep(13 * DAYS)
    assert desk.keep_promises() == []
    assert desk.sessions() == [room.session]
    assert names_in(tmp_path / "data") == {"nordmann", "hovland", "91234567", "innlogging"}
    clock.sleep(DAYS)
    assert [one.id for one in desk.keep_promises()] == [room.session.id]
    assert names_in(tmp_path / "data") == set()
    (bare,) = desk.sessions()
    assert bare == without_raw(room.session)
    assert bare.erased
    assert bare.items[0].text == "En kollega og en kollega venter\n\nring [telefon]"
    assert bare.title == "En kollega vil vite"
    assert group_minutes(bare).count("slettet, slik gruppa ble lovet") == 2
    assert bare.ballots == Ballots(very=4, answered=4)
    assert desk.keep_promises() == []


def test_old_words_of_items_are_gone_too_where_there_were_no_notes(
    desk: Desk, clock: TestClock, tmp_path: Path
) -> None:
    room = desk.keep(session())
    room.make_item("Ring 91234567")
    approve(room)
    clock.sleep(20 * DAYS)
    desk.keep_promises()
    assert names_in(tmp_path / "data") == set()


def test_a_list_of_the_names_that_were_masked_does_not_outlive_the_names(
    desk: Desk, clock: TestClock, tmp_path: Path
) -> None:
    room = desk.keep(session(people=(Person("Vår Nordmann"), Person("Stein Hovland"))))
    room.write(1, "Vår i lufta", "a")
    room.make_item_of(["a"])
    for word, masked in (("Vår", True), ("Stein", False), ("Nordmann", True), ("Hovland", False)):
        room.rule((word, "also_a_word"), masked=masked)
    room.let_be("a")
    approve(room)
    clock.sleep(20 * DAYS)
    desk.keep_promises()
    data = b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir()).decode(errors="replace")
    assert not re.search("vår |stein|nordmann|hovland", data, re.IGNORECASE)
    (bare,) = desk.sessions()
    assert (bare.rulings, bare.let_be) == ((), ())
    assert (bare.items[0].text, bare.items[0].heading) == ("En kollega i lufta", "En kollega i lufta")


def test_an_erasure_that_was_cut_off_is_done_again(
    room: Room, store: TinyStore, clock: TestClock, tmp_path: Path
) -> None:
    """The program is killed, or the disk fails, between any two things that the erasure does."""

    class Killed(Exception):  # noqa: N818 - it is no error
        pass

    class Mortal(TinyStore):
        left = 0

        def __getattribute__(self, name: str) -> object:
            if name in {"save", "erase"}:
                if Mortal.left == 0:
                    raise Killed
                Mortal.left -= 1
            return super().__getattribute__(name)

    told(room)
    whole = room.session
    clock.sleep(20 * DAYS)
    store.close()
    for steps in (0, 1, 2):
        mortal = Mortal(tmp_path / "data")
        Mortal.left = steps
        with pytest.raises(Killed):
            Desk(mortal, clock, room._minutes).keep_promises()
        mortal.close()
    again = TinyStore(tmp_path / "data")
    assert len(Desk(again, clock, room._minutes).keep_promises()) == 1
    assert again.sessions() == [without_raw(whole)]
    again.close()
    assert names_in(tmp_path / "data") == set()


def test_only_sessions_whose_time_is_over_are_touched(desk: Desk, clock: TestClock) -> None:
    people = (KARI, PER, Person("Åse"))
    old, kept, open_one = (desk.keep(replace(noted(note("a")), id=name, people=people)) for name in "abc")
    approve(old)
    clock.sleep(10 * DAYS)
    approve(kept)
    clock.sleep(5 * DAYS)
    assert [one.id for one in desk.keep_promises()] == ["a"]
    assert [one.people for one in desk.sessions()] == [people, people, ()]
    assert desk.sessions()[:2] == [open_one.session, kept.session]
