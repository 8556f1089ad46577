"""Themes that people want stand by their words: nobody can see who wanted them, or in which order they came."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.desk import Desk
from sessions.group import Group
from sessions.store import TinyStore
from sessions.themes import (
    LONGEST_THEME,
    MOST_THEMES,
    Theme,
    ThemeError,
    waiting,
    with_theme,
    with_theme_used,
    without_theme,
)
from tests.sessions.building import KARI, PER, session

DAY = date(2026, 9, 1)


@given(st.permutations(["Uro", "alenearbeid", "Ålesund", "Vakter", "uro om natta"]))
def test_the_same_themes_are_the_same_whatever_order_they_came_in(themes: list[str]) -> None:
    group = Group("Natt")
    for theme in themes:
        group = with_theme(group, theme)
    assert [theme.text for theme in group.themes] == ["alenearbeid", "Uro", "uro om natta", "Vakter", "Ålesund"]


def test_a_theme_that_waits_is_one_and_one_that_was_used_can_be_wanted_again() -> None:
    group = with_theme(with_theme(Group("Natt"), "Uro "), "uro")
    assert group.themes == (Theme("Uro"),)
    group = with_theme(with_theme_used(group, Theme("Uro"), DAY), "Uro")
    assert waiting(group) == (Theme("Uro"),)
    assert len(group.themes) == 2


def test_a_theme_chosen_instead_of_another_lets_that_one_wait_again() -> None:
    group = with_theme(with_theme(Group("Natt"), "Uro"), "Vakter")
    group = with_theme_used(group, Theme("Uro"), DAY)
    group = with_theme_used(group, Theme("Vakter"), DAY, instead_of="Uro")
    assert group.themes == (Theme("Uro"), Theme("Vakter", DAY))
    assert with_theme_used(group, Theme("Vakter"), DAY) == group


def test_a_theme_is_taken_away_and_one_that_is_not_there_changes_nothing() -> None:
    group = with_theme(Group("Natt"), "Uro")
    assert without_theme(group, Theme("Uro")) == Group("Natt")
    assert without_theme(group, Theme("Vakter")) == group


@pytest.mark.parametrize("text", ["", " \n", "a" * (LONGEST_THEME + 1)])
def test_what_is_no_theme_is_refused(text: str) -> None:
    with pytest.raises(ThemeError):
        with_theme(Group("Natt"), text)


def test_there_is_an_end_to_how_many_wait() -> None:
    group = Group("Natt", themes=tuple(Theme(f"{number:03}") for number in range(MOST_THEMES)))
    with pytest.raises(ThemeError):
        with_theme(group, "ett til")
    assert with_theme(group, "007") == group


def test_no_name_is_kept_with_a_theme_nor_the_order_it_came_in(desk: Desk, store: TinyStore, tmp_path: Path) -> None:
    """Names of all who are known to have met, and the leader's, are taken out before anything is on disk."""
    desk.keep(session(group="Natt", people=(KARI,)))
    book = desk.keep(session(id="b", group="Natt", people=(PER,), number=2)).book
    assert book is not None
    book.settle(replace(book.group, leader="Tone Eksempelsen")).result()
    wanted = ["Hovland og matserveringen", "Uroen når Nordmann er alene", "At Eksempelsen aldri svarer"]
    random.Random(0).shuffle(wanted)
    for text in wanted:
        book.want_theme(text, "nb").result()
    store.close()
    with TinyStore(tmp_path / "data") as again:
        (group,) = again.groups()
    assert [theme.text for theme in group.themes] == sorted(theme.text for theme in group.themes)
    data = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir()).decode()
    kept = " ".join(theme.text for theme in group.themes)
    assert not {"Nordmann", "Hovland", "Eksempelsen"} & set(kept.split())
    assert "Uroen når Nordmann" not in data
    assert "matserveringen" in data


def test_what_a_phone_has_a_receipt_for_is_not_undone(desk: Desk) -> None:
    room = desk.keep(session(group="Natt"))
    assert room.book is not None
    room.remember(lambda book: book.want_theme("Vakter", "nb"))
    room.book.want_theme("Uro", "nb", undoable=False)
    room.undo()
    assert room.book.group.themes == (Theme("Uro"),)
    assert not room.can_undo


def test_choosing_a_theme_and_undoing_it_changes_both_the_meeting_and_the_group(desk: Desk) -> None:
    room = desk.keep(session(group="Natt", questions=("Hva nå?",)))
    assert room.book is not None
    room.book.want_theme("Uro", "nb")
    room.remember(lambda book: book.use_theme(Theme("Uro"), DAY), questions=("Uro",))
    assert (room.session.question, waiting(room.book.group)) == ("Uro", ())
    room.undo()
    assert (room.session.question, waiting(room.book.group)) == ("Hva nå?", (Theme("Uro"),))
