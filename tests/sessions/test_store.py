"""What a store keeps comes back equal; it writes what has changed, and what is damaged costs its own session alone."""

import json
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from sessions.ballots import Ballots
from sessions.database import Change, Database
from sessions.items import Fate
from sessions.notes import Notes
from sessions.rulings import Ruling
from sessions.session import Session
from sessions.sorting import made
from sessions.store import TinyStore
from tests.sessions.building import KARI, PER, note, noted, session, sessions

Document = dict[str, Any]


def whole(name: str) -> Session:
    """Give a session with something in every part."""
    cafe = made(noted(note("a"), note("b"), id=name, people=(KARI, PER), questions=("Hva?",)), "Vikarer", ["a"])
    cafe = replace(cafe, rulings=(Ruling("Vår", "also_a_word", masked=True),), let_be=("b",))
    return cafe.next(100)


@settings(max_examples=60)
@given(sessions())
def test_any_session_comes_back_equal_when_the_program_is_opened_again(session: Session) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = TinyStore(Path(folder))
        store.save(None, session)
        store.close()
        store = TinyStore(Path(folder))
        (found,) = store.sessions()
        store.close()
    assert found == session
    assert list(found.notes) == list(session.notes)


@settings(max_examples=30)
@given(sessions(), sessions())
def test_one_session_that_becomes_any_other_is_that_other(before: Session, after: Session) -> None:
    after = replace(after, id=before.id)
    with tempfile.TemporaryDirectory() as folder:
        store = TinyStore(Path(folder))
        store.save(None, before)
        store.save(before, after, {*before.notes, *after.notes}).result()
        found = store.sessions()
        store.close()
    assert found == [after]


def test_the_newest_session_comes_first(store: TinyStore) -> None:
    for day, name in [("2010-11-16", "a"), ("2010-11-17", "b"), ("2010-11-16", "c")]:
        store.save(None, session(id=name, day=session().day.fromisoformat(day))).result()
    assert [one.id for one in store.sessions()] == ["b", "c", "a"]


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The tables and keys of what was saved last."""
    last: list[tuple[str, str]] = []
    save = Database.save

    def seen(self: Database, changes: Sequence[Change], *, traced: bool) -> Future[None]:
        last[:] = [(change.table, change.key) for change in changes]
        return save(self, changes, traced=traced)

    monkeypatch.setattr(Database, "save", seen)
    return last


def test_only_what_has_changed_is_written(store: TinyStore, changes: list[tuple[str, str]]) -> None:
    cafe = whole("a")

    def written(before: Session, after: Session, *notes: str) -> list[tuple[str, str]]:
        store.save(before, after, notes).result()
        return changes

    store.save(None, cafe).result()
    paused = cafe.toggled(200)
    assert written(cafe, paused) == [("steps", "a/1")]
    assert written(paused, paused.next(300)) == [("sessions", "a"), ("steps", "a/2")]
    more = cafe.with_note(note("c"))
    assert written(cafe, more, "c") == [("notes", "a/c")]
    assert written(more, more.without_note("c"), "c") == [("notes", "a/c")]
    raised = cafe.with_items((replace(cafe.items[0], fate=Fate.RAISED),))
    assert written(cafe, raised) == [("items", "a/1")]
    assert written(raised, replace(raised, people=(KARI,))) == [("people", "a/1")]
    one = replace(cafe, ballots=Ballots(very=1, answered=1))
    assert written(cafe, one) == [("ticks", "a/all")]
    assert written(one, replace(one, ballots=Ballots(very=1, answered=1, well=("x",)))) == [("sentences", "a/all")]
    assert written(cafe, cafe) == []


def test_what_is_erased_is_gone_and_the_others_stay(store: TinyStore, tmp_path: Path) -> None:
    one, other = replace(whole("a"), title="Hemmelig tema"), whole("a-2")
    store.save(None, one)
    store.save(None, other)
    store.erase(one)
    assert store.sessions() == [other]
    assert not any(b"Hemmelig" in file.read_bytes() for file in (tmp_path / "data").iterdir())


def test_raw_words_can_be_erased_alone(store: TinyStore) -> None:
    one, other = whole("a"), whole("a-2")
    store.save(None, one)
    store.save(None, other)
    store.erase(one, raw_only=True)
    assert store.sessions() == [other, replace(one, notes=Notes(), people=(), rulings=())]


DAMAGE: dict[str, tuple[str, Callable[[Document], object]]] = {
    "no title": ("sessions", lambda d: d.pop("title")),
    "a title that is a number": ("sessions", lambda d: d.update(title=5)),
    "an id that is a number": ("sessions", lambda d: d.update(id=5)),
    "no id": ("sessions", lambda d: d.pop("id")),
    "no day": ("sessions", lambda d: d.pop("day")),
    "a day that is a number": ("sessions", lambda d: d.update(day=20101116)),
    "a day that no month has": ("sessions", lambda d: d.update(day="2010-02-30")),
    "a step that is not there": ("sessions", lambda d: d.update(at=99)),
    "a step before the first": ("sessions", lambda d: d.update(at=-1)),
    "a step in words": ("sessions", lambda d: d.update(at="to")),
    "an end in words": ("sessions", lambda d: d.update(ends="halv tre")),
    "a question that is a number": ("sessions", lambda d: d.update(questions=[1])),
    "questions that are text": ("sessions", lambda d: d.update(questions="Hva?")),
    "no kind of step": ("steps", lambda d: d.pop("kind")),
    "an unknown kind of step": ("steps", lambda d: d.update(kind="lunsj")),
    "minutes in words": ("steps", lambda d: d.update(minutes="femten")),
    "time left in words": ("steps", lambda d: d.update(left="mye")),
    "a deadline that is a list": ("steps", lambda d: d.update(deadline=[])),
    "no place": ("steps", lambda d: d.pop("place")),
    "a place in words": ("steps", lambda d: d.update(place="først")),
    "a table without a number": ("tables", lambda d: d.pop("number")),
    "a theme that is nothing": ("tables", lambda d: d.update(theme=None)),
    "a name that is a list": ("people", lambda d: d.update(name=["Kari"])),
    "a note without text": ("notes", lambda d: d.pop("text")),
    "a note that is a number": ("notes", lambda d: d.update(text=5)),
    "a note written in words": ("notes", lambda d: d.update(written="nå")),
    "a ruling that is neither yes nor no": ("rulings", lambda d: d.update(masked="kanskje")),
    "a note let be that is a number": ("sessions", lambda d: d.update(let_be=[1])),
    "an unknown fate": ("items", lambda d: d.update(fate="kanskje")),
    "an item of no notes": ("items", lambda d: d.update(notes=None)),
    "an item with an ask that is a number": ("items", lambda d: d.update(ask=7)),
}


@pytest.mark.parametrize(("table", "do"), DAMAGE.values(), ids=DAMAGE)
def test_a_document_damaged_by_hand_costs_its_own_session_alone(
    table: str, do: Callable[[Document], object], tmp_path: Path
) -> None:
    """Someone has edited the file, or another version of the program has written it."""
    store = TinyStore(tmp_path)
    store.save(None, whole("hel"))
    store.save(None, whole("skadet"))
    store.erase(session())  # erases nothing, and leaves all in one file
    store.close()
    file = tmp_path / "dialogkafe.json"
    data = json.loads(file.read_bytes())
    own = "id" if table == "sessions" else "session"
    do(next(d for d in data[table].values() if isinstance(d, dict) and d.get(own) == "skadet"))
    file.write_text(json.dumps(data), encoding="utf-8")
    store = TinyStore(tmp_path)
    assert store.sessions() == [whole("hel")]
    store.close()


def test_a_session_of_an_older_program_gets_what_it_lacks(tmp_path: Path) -> None:
    store = TinyStore(tmp_path)
    store.save(None, whole("a"))
    store.erase(session())
    store.close()
    file = tmp_path / "dialogkafe.json"
    data = json.loads(file.read_bytes())
    for document in data["sessions"].values():
        document.pop("retention_days")
        document.pop("let_be")
    del data["rulings"]
    file.write_text(json.dumps(data), encoding="utf-8")
    store = TinyStore(tmp_path)
    assert store.sessions() == [replace(whole("a"), rulings=(), let_be=())]
    store.close()
