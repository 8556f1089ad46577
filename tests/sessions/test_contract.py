"""The contract is versioned, agreed to by so many on a day, and begins with good words in each language."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.checklist import Check, ticked, toggled
from sessions.contract import (
    LONGEST_CONTRACT,
    ContractError,
    agreement_of,
    contract_of,
    not_for_of,
    purpose_of,
    with_agreement,
    with_contract,
)
from sessions.desk import Desk
from sessions.group import Group
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import session

FIRST, LATER = date(2026, 9, 1), date(2026, 9, 15)


def test_a_version_that_was_agreed_to_is_kept_and_one_that_was_not_is_replaced() -> None:
    group = with_contract(with_contract(Group("Natt"), "Vi lytter", FIRST), "Vi lytter ferdig", FIRST)
    assert [(one.version, one.text) for one in group.contracts] == [(1, "Vi lytter ferdig")]
    group = with_contract(with_agreement(group, 6, FIRST), "Vi lytter ferdig\n\n  Vi er   vennlige", LATER)
    assert [(one.version, one.text, one.written_on) for one in group.contracts] == [
        (1, "Vi lytter ferdig", FIRST),
        (2, "Vi lytter ferdig\nVi er vennlige", LATER),
    ]
    assert agreement_of(group) is None
    group = with_agreement(group, 7, LATER)
    assert [(one.version, one.people) for one in group.agreements] == [(1, 6), (2, 7)]


def test_the_same_words_are_the_same_version() -> None:
    group = with_agreement(with_contract(Group("Natt"), "Vi lytter", FIRST), 6, FIRST)
    assert with_contract(group, " Vi lytter\n", LATER) == group


def test_a_second_yes_of_a_day_counts_once_and_one_of_another_day_is_added() -> None:
    group = with_contract(Group("Natt"), "Vi lytter", FIRST)
    for people, day in ((5, FIRST), (6, FIRST), (7, LATER)):
        group = with_agreement(group, people, day)
    assert [(one.people, one.agreed_on) for one in group.agreements] == [(6, FIRST), (7, LATER)]


@pytest.mark.parametrize("text", ["", " \n\x00\n", "a" * (LONGEST_CONTRACT + 1)])
def test_a_contract_that_nobody_would_read_aloud_is_refused(text: str) -> None:
    with pytest.raises(ContractError):
        with_contract(Group("Natt"), text, FIRST)


def test_nobody_agrees_to_nothing() -> None:
    with pytest.raises(ContractError):
        with_agreement(Group("Natt"), 6, FIRST)
    with pytest.raises(ContractError):
        with_agreement(with_contract(Group("Natt"), "Vi lytter", FIRST), 0, FIRST)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_to_begin_from_can_be_kept_and_so_can_the_purpose(language: str) -> None:
    words = texts(language)
    group = with_contract(Group("Natt"), words("contract.start"), FIRST)
    contract = contract_of(group)
    assert contract is not None
    assert contract.text.count("\n") == 6
    assert purpose_of(group, words) == words("opening.purpose")
    assert not_for_of(Group("Natt", not_for="Ikke klager"), words) == "Ikke klager"


@given(st.lists(st.sampled_from(Check)))
def test_a_tick_is_put_and_taken_away(checks: list[Check]) -> None:
    ready: tuple[str, ...] = ("what is no check",)
    for check in checks:
        ready = toggled(ready, check)
    assert ticked(ready) == {check for check in Check if checks.count(check) % 2}


def test_contract_and_checklist_are_in_no_minutes(desk: Desk) -> None:
    bare = session(group="Natt")
    ready = session(group="Natt", ready=tuple(check.value for check in Check), newcomers=3)
    assert group_minutes(ready) == group_minutes(bare)
    assert leaders_minutes(report_of(ready)) == leaders_minutes(report_of(bare))
    room = desk.keep(ready)
    room.remember(lambda book: book.write_contract("Hemmelig pakt", FIRST))
    room.remember(lambda book: book.agree(6, FIRST))
    written = room.approve()
    assert "pakt" not in written.group.read_text(encoding="utf-8") + written.leaders.read_text(encoding="utf-8")


def test_one_undo_takes_back_what_was_changed_together(desk: Desk) -> None:
    room = desk.keep(session(group="Natt", newcomers=1))
    assert room.book is not None
    room.remember(lambda book: book.write_contract("Vi lytter", FIRST), newcomers=2)
    room.adjust(newcomers=3)
    room.book.settle(replace(room.book.group, unit="Solsida"))
    room.undo()
    assert room.session.newcomers == 2
    room.undo()
    assert (room.session.newcomers, room.book.group) == (1, Group("Natt", unit="Solsida"))
    assert not room.can_undo


def test_a_meeting_without_a_group_remembers_nothing(desk: Desk) -> None:
    room = desk.keep(session())
    room.remember(lambda book: book.write_contract("Vi lytter", FIRST), newcomers=2)
    assert room.session.newcomers == 2
    room.undo()
    assert room.session.newcomers == 0
