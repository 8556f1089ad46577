"""What is settled of a group is checked, kept, undone, and gone by when its people meet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.desk import Desk, DeskError
from sessions.group import Group
from sessions.group_fields import GroupError, checked
from sessions.group_undo import undone
from sessions.plan import plan_of
from sessions.themes import Theme
from tests.sessions.building import DAY, session

THEMES = st.lists(st.sampled_from("abcdef"), unique=True).map(lambda some: tuple(map(Theme, sorted(some))))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        *[({"name": " \x00 "}, "unnamed"), ({"threshold": 2}, "threshold"), ({"threshold": 11}, "threshold")],
        *[({"retention_days": -1}, "retention"), ({"retention_days": 366}, "retention")],
    ],
)
def test_what_cannot_be_settled_is_said(changes: dict[str, object], key: str) -> None:
    with pytest.raises(GroupError) as caught:
        checked(replace(Group("Natt"), **changes))  # type: ignore[arg-type]  # fields by name
    assert caught.value.key == f"group.{key}"


def test_a_group_s_own_words_stand_on_one_line() -> None:
    assert checked(Group(" Natt\n1 ", leader="\u202eTone ", purpose="Her\ntenker vi")) == Group(
        "Natt 1", leader="Tone", purpose="Her tenker vi"
    )


def test_what_is_settled_is_undone(desk: Desk) -> None:
    book = desk.book("Natt")
    assert not book.can_undo
    assert book.undo() is None
    book.settle(replace(book.group, leader="Tone"))
    book.settle(replace(book.group, threshold=5))
    book.settle(book.group)
    book.undo()
    assert book.group == Group("Natt", leader="Tone")
    book.undo()
    assert book.group == Group("Natt")
    assert not book.can_undo


@given(THEMES, THEMES, THEMES)
def test_undoing_keeps_what_came_in_between(
    before: tuple[Theme, ...], after: tuple[Theme, ...], between: tuple[Theme, ...]
) -> None:
    was, became = Group("Natt", themes=before), Group("Natt", themes=after, leader="Tone")
    assert undone(became, was, became) == was
    come = tuple(theme for theme in between if theme not in before + after)
    now = replace(became, themes=(*after, *come), unit="Solsida")
    assert undone(now, was, became).unit == "Solsida"
    assert undone(now, was, became).leader == ""
    assert set(undone(now, was, became).themes) == {*before, *come}


def test_a_meeting_goes_by_what_is_settled_until_it_begins(desk: Desk) -> None:
    book = desk.book("Natt")
    book.settle(replace(book.group, leader="Tone", threshold=5, retention_days=30)).result()
    room = desk.found(plan_of({"title": "x", "group": "Natt"}, DAY), "nb")
    assert (room.session.leader, room.session.threshold, room.session.retention_days) == ("Tone", 5, 30)
    book.settle(replace(book.group, leader="Eva", threshold=4))
    again = desk.open(room.session)
    assert (again.session.leader, again.session.threshold) == ("Eva", 4)
    again.next().result()
    book.settle(replace(book.group, leader="Ida"))
    assert desk.open(desk.sessions()[0]).session.leader == "Eva"


def test_a_plan_that_says_how_long_notes_are_kept_is_obeyed(desk: Desk) -> None:
    book = desk.book("Natt")
    book.settle(replace(book.group, retention_days=30)).result()
    plan = plan_of({"title": "x", "group": "Natt", "retention_days": 14}, DAY)
    assert desk.found(plan, "nb").session.retention_days == 14


def test_people_who_do_not_meet_again_have_no_leader(desk: Desk) -> None:
    room = desk.found(plan_of({"title": "x"}, DAY), "nb")
    assert (room.book, room.session.leader, room.session.threshold, room.session.retention_days) == (None, "", 3, 14)


def test_a_group_is_found_by_its_name_or_a_part_that_no_other_has(desk: Desk) -> None:
    for name in ("Natt", "Natt 2", "Solsida"):
        desk.book(name).settle(Group(name)).result()
    assert [desk.find_group(name).name for name in ("natt", "SOL", "2")] == ["Natt", "Solsida", "Natt 2"]
    for name in ("", "s  x", "a"):
        with pytest.raises(DeskError) as caught:
            desk.find_group(name)
        assert caught.value.values == {"name": name}


def test_the_next_number_follows_the_highest(desk: Desk) -> None:
    desk.keep(session(group="Natt", number=4, day=date(2010, 1, 1)))
    assert desk.next_number("Natt") == 5
    assert desk.next_number("Solsida") == desk.next_number("") == 1
