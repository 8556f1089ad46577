"""A group is kept between meetings, and its book is one wherever it is opened."""

from dataclasses import replace
from pathlib import Path

from sessions.desk import Desk
from sessions.group import Group
from sessions.store import TinyStore
from tests.sessions.building import session


def test_a_group_is_known_from_the_session_that_names_it(desk: Desk) -> None:
    desk.keep(session(group="Hjemmetjenesten"))
    desk.keep(session(id="b", group=""))
    assert desk.groups() == [Group("Hjemmetjenesten", kind="dialogkafe")]


def test_what_is_settled_of_a_group_is_there_when_the_folder_is_opened_again(desk: Desk, tmp_path: Path) -> None:
    del desk
    with TinyStore(tmp_path / "again") as store:
        first = Desk(store, None, None)  # type: ignore[arg-type]  # a group asks neither the clock nor the minutes
        book = first.book("Natt")
        heard: list[Group] = []
        book.listen(heard.append)
        book.settle(replace(book.group, leader="Tone Eksempel", threshold=5)).result()
        assert heard == [book.group]
    with TinyStore(tmp_path / "again") as store:
        again = Desk(store, None, None)  # type: ignore[arg-type]  # as above
        assert again.groups() == [Group("Natt", leader="Tone Eksempel", threshold=5)]


def test_the_desk_and_the_room_have_the_same_book(desk: Desk) -> None:
    room = desk.keep(session(group="Natt"))
    assert room.book is desk.book("Natt")
    assert [meeting.id for meeting in desk.book("Natt").meetings()] == [room.session.id]
    assert desk.keep(session(id="c", group="")).book is None
