"""Answers and what the group says of them stand in the group's book, without names of its members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sessions.answers import Answer, Judgement, Outcome, Verdict, judgement_of
from sessions.answers_masked import is_known, nameless_answer
from sessions.desk import Desk
from sessions.people import Person
from sessions.store import TinyStore
from tests.sessions.building import KARI, PER, TestClock
from tests.sessions.grouped import GROUP, OVERLAP, TRAINING, hold, meeting

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 9, 8)
ANSWER = Answer("1-1", DAY, "Vi ser det", "Kari ordner innlogging", "Tone Eksempel", "1. november")


def test_an_answer_is_dated_masked_and_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    with TinyStore(tmp_path) as store:
        desk = Desk(store, TestClock(), None)  # type: ignore[arg-type]  # no minutes are written here
        desk.keep(meeting(1, [TRAINING], people=(KARI, PER)).approve(DAY))
        desk.book(GROUP).take_answers([ANSWER], "nb").result()
    with TinyStore(tmp_path) as store:
        [group] = store.groups()
    today = date(2010, 11, 16)
    assert group.answers == (
        Answer("1-1", today, "Vi ser det", "En kollega ordner innlogging", "Tone Eksempel", "1. november", after=1),
    )


def test_a_newer_answer_keeps_the_older_and_a_known_one_changes_nothing(desk: Desk) -> None:
    book = desk.book(GROUP)
    newer = replace(ANSWER, does="Vi ordner to innlogginger")
    for answer in (ANSWER, newer, ANSWER, newer):
        book.take_answers([answer], "nb")
    assert [one.does for one in book.group.answers] == ["Kari ordner innlogging", "Vi ordner to innlogginger"]


def test_the_same_answer_is_known_after_names_have_been_taken_out_of_it() -> None:
    """Also when nobody knows the names any more."""
    given = replace(ANSWER, does="Kari Nordmann og Per Olavs vakt. En kollega hjelper.", responsible="Kari")
    for language in ("nb", "nn", "en"):
        kept = nameless_answer(given, (KARI, PER), language)
        assert not {"Kari", "Nordmann", "Per"} & set(kept.does.replace(".", " ").split())
        assert is_known(given, [kept])
        assert not is_known(replace(given, does="Per Olavs vakt"), [kept])
        assert not is_known(replace(given, item="1-2"), [kept])


def test_only_the_names_of_the_members_are_taken_out() -> None:
    """What the leader wrote is shown as she wrote it: who is responsible, and how she is reached, is hers to tell."""
    given = replace(
        ANSWER, understood="En ansatt sa det til Ingrid.", does="Ring 912 34 567, kari.nordmann@x.no\nKN ser på det"
    )
    kept = nameless_answer(given, (KARI,), "nb")
    assert kept.understood == given.understood
    assert kept.does == "Ring 912 34 567, [e-post]\nEn kollega ser på det"
    assert kept.responsible == "Tone Eksempel"


def test_names_are_taken_out_once_more_before_they_are_erased(desk: Desk, clock: TestClock) -> None:
    """A member who came after the answer was taken in is named in it until her name is about to be forgotten."""
    book = desk.book(GROUP)
    book.take_answers([ANSWER], "nb")
    assert book.group.answers[0].does == "Kari ordner innlogging"
    desk.keep(meeting(1, [TRAINING], people=(KARI,)).approve(date(2010, 11, 16)))
    clock.sleep(15 * 24 * 3600)
    desk.keep_promises()
    assert book.group.answers[0].does == "En kollega ordner innlogging"
    assert not any(session.people for session in desk.sessions())


def test_no_byte_of_a_name_is_left_in_the_data_folder(tmp_path: Path) -> None:
    clock = TestClock()
    with TinyStore(tmp_path) as store:
        desk = Desk(store, clock, None)  # type: ignore[arg-type]  # no minutes are written here
        desk.book(GROUP).take_answers([replace(ANSWER, does="Kvistina ordner det")], "nb").result()
        desk.keep(meeting(1, [TRAINING], people=(Person("Kvistina Bø"),)).approve(date(2010, 11, 16)))
        clock.sleep(15 * 24 * 3600)
        desk.keep_promises()
    assert b"Kvistina" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_judgement_takes_the_place_of_the_one_of_the_same_meeting_and_can_be_undone(desk: Desk) -> None:
    book = desk.book(GROUP)
    book.judge("1-1", 2, Verdict.BETTER)
    book.judge("1-1", 3, Verdict.SAME)
    book.judge("1-1", 3, Verdict.SAME, Outcome.FOLLOWED_UP)
    day = date(2010, 11, 16)
    assert list(book.group.judgements) == [
        Judgement("1-1", day, 2, Verdict.BETTER),
        Judgement("1-1", day, 3, Verdict.SAME, Outcome.FOLLOWED_UP),
    ]
    book.undo()
    assert judgement_of(book.group, "1-1", 3) == Judgement("1-1", day, 3, Verdict.SAME)
    book.undo()
    assert judgement_of(book.group, "1-1", 3) is None
    book.undo()
    assert not book.group.judgements
    assert not book.can_undo
    assert book.undo() is None


def test_saying_nothing_takes_a_judgement_back(desk: Desk) -> None:
    book = desk.book(GROUP)
    book.judge("1-1", 2, Verdict.BETTER)
    book.judge("1-1", 2)
    assert book.group.judgements == ()


def test_a_meeting_that_is_erased_takes_its_answers_with_it(desk: Desk, tmp_path: Path) -> None:
    """Its number may be given to another meeting, whose items must not inherit them."""
    hold(desk, meeting(1, [TRAINING]))
    second = hold(desk, meeting(2, [OVERLAP]))
    book = desk.book(GROUP)
    book.take_answers([ANSWER, replace(ANSWER, item="2-1", does="Hemmelig svar"), replace(ANSWER, item="12-1")], "nb")
    book.judge("1-1", 2, Verdict.BETTER)
    book.judge("2-1", 3, Verdict.BETTER)
    book.judge("1-1", 3, Verdict.WORSE)
    desk.erase(second)
    assert [one.item for one in book.group.answers] == ["1-1", "12-1"]
    assert [(one.item, one.session) for one in book.group.judgements] == [("1-1", 3)]
    assert b"Hemmelig" not in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
