"""What was raised earlier and waits for an answer goes through the same gate, in the file, the form and the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from sessions.minutes.escape import escaped
from sessions.minutes.files import MinutesError
from sessions.minutes.gate import held_back, people_s_words, plain_line
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.minutes.masked import Scribe
from sessions.notes import one_line
from sessions.people import Person
from sessions.texts import LANGUAGES
from tests.sessions.building import KARI
from tests.sessions.grouped import OVERLAP, TRAINING, hold, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.desk import Desk
    from sessions.session import Session

KVIST = Person("Kvist Olderdal")  # a name that nobody knows who does not have it on a list
NAMED = ("Vakta til kvist", "Jeg og Kvist venter på svar.", "at vi og Kvist får svar")


def both(desk: Desk) -> Session:
    """Hold two meetings: only the second has Kvist on its list, and only the first has an item that names him."""
    hold(desk, meeting(1, [NAMED]))
    return hold(desk, meeting(2, [OVERLAP], people=(KVIST,)))


def written(desk: Desk, whole: Session) -> list[Path]:
    folder, earlier = desk.minutes, desk.earlier(whole)
    return [
        folder.write(whole, earlier=earlier).leaders,
        folder.write_form(whole, earlier),
        folder.write_letter(whole, earlier),
    ]


def test_a_name_that_only_this_meeting_knows_is_taken_out_of_what_was_raised_before(desk: Desk) -> None:
    whole = both(desk)
    minutes, form, letter = written(desk, whole)
    draft = message_from_bytes(letter.read_bytes(), policy=default)
    parts = [part.get_content() for part in draft.walk() if not part.is_multipart()]
    parts = [part.decode() if isinstance(part, bytes) else part for part in parts]
    assert desk.earlier(whole)[0].ask == NAMED[2]
    for text in (minutes.read_text(encoding="utf-8"), form.read_text(encoding="utf-8"), *parts):
        assert "1-1" in text
        assert "kvist" not in text.casefold()


@pytest.mark.parametrize("way", ["line", "block"])
def test_a_name_that_leaks_from_what_was_raised_before_holds_all_three_back(
    way: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = both(desk)
    before = {path: path.read_bytes() for path in desk.minutes.folder.iterdir()}
    monkeypatch.setattr(Scribe, way, lambda _, text: escaped(one_line(text)))
    for write in (desk.minutes.write_form, desk.minutes.write_letter):
        with pytest.raises(MinutesError, match=r"minutes\.held"):
            write(whole, desk.earlier(whole))
    with pytest.raises(MinutesError):
        desk.write_minutes(whole)
    assert {path: path.read_bytes() for path in desk.minutes.folder.iterdir()} == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_words_about_what_waits_are_nobody_s_name(language: str, desk: Desk) -> None:
    """A colleague called Mai, when an item was raised in May; and others who are called as our own words."""
    names = ("Mai Løftet", "May Raised", "Nye Saker", "Svar Forberede", "Har Ventet", "Venta Lyfta", "Still Waiting")
    may = date(2026, 5, 3)
    hold(desk, replace(meeting(1, [TRAINING], language=language), day=may))
    second = replace(meeting(2, [OVERLAP], language=language, people=tuple(map(Person, names))), day=may)
    text = leaders_minutes(report_of(second.approve(may), desk.earlier(second)))
    assert "●○○○○" in text
    assert held_back(text, second) is None


@pytest.mark.parametrize("line", ["Løftet Kari. Har ventet i 3 dager.", "●○○○○ Kari · løftet", "Nå · Kari Nordmann"])
def test_people_cannot_hide_a_name_behind_them(line: str) -> None:
    assert held_back(line, meeting(2, people=(KARI,))) is not None
    assert any("Kari" in text for text, _ in people_s_words(plain_line(line), "nb"))
