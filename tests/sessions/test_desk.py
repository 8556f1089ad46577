"""At the desk every session of the folder is found by a name that a person can type, and gets a number in its group."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from sessions.desk import Desk, DeskError, next_start
from sessions.plan import Plan, plan_of
from tests.sessions.building import DAY, NOON, TestClock, note, noted, session


def plan(title: str, group: str = "", language: str = "") -> Plan:
    return plan_of({"title": title, "group": group, "language": language}, DAY)


def test_a_founded_session_is_on_disk_and_open(desk: Desk) -> None:
    room = desk.found(plan("Måltider"), "nn")
    assert desk.sessions() == [room.session]
    assert (room.session.id, room.session.language) == ("2010-11-16-maltider", "nn")
    assert desk.found(plan("Måltider", language="en"), "nn").session.language == "en"


def test_two_sessions_of_a_name_are_two(desk: Desk) -> None:
    ids = [desk.found(plan("Måltider"), "nb").session.id for _ in range(3)]
    assert ids == ["2010-11-16-maltider", "2010-11-16-maltider-2", "2010-11-16-maltider-3"]


def test_sessions_of_a_group_are_numbered_and_the_others_are_not(desk: Desk) -> None:
    founded = [desk.found(plan("x", group), "nb") for group in ("Solsida", "Solsida", "Nattevakta", "", "", "Solsida")]
    assert [room.session.number for room in founded] == [1, 2, 1, 1, 1, 3]


def test_the_notes_that_a_session_comes_with_are_kept(desk: Desk) -> None:
    ready = noted(note("a"), note("b"))
    desk.keep(ready)
    assert desk.sessions() == [ready]


def test_a_session_is_found_by_its_name_or_a_part_that_no_other_has(desk: Desk) -> None:
    for name in ("2010-11-16-mat", "2010-11-16-mat-2", "2010-11-17-natt"):
        desk.keep(session(id=name))
    assert desk.find("2010-11-16-mat").id == "2010-11-16-mat"
    assert desk.find("NATT").id == "2010-11-17-natt"
    assert desk.find("mat-2").id == "2010-11-16-mat-2"
    for name in ("mat", "frokost", "", "2010-11-16"):
        with pytest.raises(DeskError) as caught:
            desk.find(name)
        assert caught.value.values == {"name": name}


def test_an_erased_session_is_not_there(desk: Desk) -> None:
    room = desk.found(plan("Måltider"), "nb")
    other = desk.found(plan("Natt"), "nb")
    desk.erase(room.session)
    assert desk.sessions() == [other.session]


def test_a_session_goes_on_where_it_was(desk: Desk, clock: TestClock) -> None:
    room = desk.found(plan("Måltider"), "nb")
    room.toggle().result()
    clock.sleep(100)
    again = desk.open(desk.find("maltider"))
    assert again.session == room.session
    assert again.session.timer.left_at(again.now) == 15 * 60 - 100


def test_the_day_is_the_one_it_is_where_the_laptop_is(desk: Desk, clock: TestClock) -> None:
    clock.at = datetime(2011, 6, 30, 22, 30).astimezone().timestamp()
    assert desk.today == date(2011, 6, 30)
    clock.sleep(2 * 3600)
    assert desk.today == date(2011, 7, 1)
    assert desk.now == clock.at


@pytest.mark.parametrize(
    ("begin", "minutes", "end"),
    [(0, 90, "13:30"), (59, 90, "13:30"), (60, 90, "13:35"), (0, 92, "13:35"), (299, 90, "13:35")],
)
def test_a_session_that_begins_now_ends_on_a_whole_five_minutes(begin: float, minutes: float, end: str) -> None:
    assert f"{next_start(NOON + begin, minutes):%H:%M}" == end


def test_a_session_is_replaced_by_one_of_the_same_id(desk: Desk) -> None:
    room = desk.keep(session())
    desk.keep(replace(room.session, title="Annet"))
    assert [one.title for one in desk.sessions()] == ["Annet"]
