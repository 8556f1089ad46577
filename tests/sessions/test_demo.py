"""The ready café is whole in every language: people, tables, notes of two rounds, and an end that can be kept."""

from datetime import datetime

import pytest

from sessions.demo import demo
from sessions.desk import Desk
from sessions.mask import mask
from sessions.minutes.group import group_minutes
from sessions.programme import StepKind
from sessions.tables import Crowding, crowding
from tests.sessions.building import LANGUAGES, NOON, TestClock


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_waits_in_its_lobby_with_five_tables_and_27_people(language: str) -> None:
    cafe = demo(language, NOON)
    assert (cafe.step.kind, cafe.language, cafe.programme) == (StepKind.LOBBY, language, "dialogkafe")
    assert (len(cafe.tables), len(cafe.people), cafe.present) == (5, 27, 27)
    assert crowding(cafe.present, len(cafe.tables)) is Crowding.FINE
    assert cafe.title
    assert cafe.purpose
    assert cafe.group
    assert all(table.theme for table in cafe.tables)
    assert all(person.name and person.unit and person.profession for person in cafe.people)
    assert len({person.name for person in cafe.people}) == 27


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_notes_are_of_two_rounds_at_every_table_and_written_before_now(language: str) -> None:
    notes = list(demo(language, NOON).notes.values())
    assert len(notes) == 24
    assert {(note.table, note.round) for note in notes} == {
        (table, number) for table in range(1, 6) for number in (1, 2)
    }
    written = [note.written for note in notes]
    assert written == sorted(written)
    assert NOON - 3600 < written[0] < written[-1] < NOON


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_what_the_mask_takes_out(language: str) -> None:
    cafe = demo(language, NOON)
    named = [note.text for note in cafe.notes.values() if mask(note.text, cafe.people).findings]
    assert any("Ingrid" in text for text in named)
    assert any("Per Olav" in text for text in named)
    assert "Ingrid" not in group_minutes(cafe)


@pytest.mark.parametrize("hour", [0, 12, 13.37, 22.9])
def test_it_ends_on_time_if_it_begins_now(hour: float) -> None:
    now = NOON - 12 * 3600 + hour * 3600
    cafe = demo("nb", now)
    assert cafe.ends is not None
    assert 0 <= cafe.ends - now - sum(step.minutes for step in cafe.steps) * 60 < 300
    assert cafe.minutes_late(now) == 0
    assert cafe.day == datetime.fromtimestamp(cafe.ends).astimezone().date()


def test_a_language_that_there_is_not_gets_the_bokmaal_one() -> None:
    assert demo("sv", NOON) == demo("nb", NOON)


def test_its_notes_are_kept_on_disk_like_others(desk: Desk, clock: TestClock) -> None:
    room = desk.keep(demo("nb", clock.now()))
    assert desk.sessions() == [room.session]
    assert len(desk.sessions()[0].notes) == 24
