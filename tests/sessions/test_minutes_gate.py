"""Nothing that the mask is certain of is in what leaders get, however it came there; else nothing is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from sessions.doubts import doubts, ruled
from sessions.items import Fate
from sessions.mask.shown import veil_of
from sessions.minutes.escape import escaped, paragraphs
from sessions.minutes.files import MinutesError
from sessions.minutes.gate import Held, held_back, people_s_words, plain_line
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.minutes.masked import Scribe
from sessions.notes import one_line
from sessions.people import Person
from sessions.sorting import decided, made
from sessions.texts import LANGUAGES, texts
from tests.mask_score import CORPUS, read_marked
from tests.sessions import rich
from tests.sessions.building import KARI, NASTY, PER, noted, session, sessions

if TYPE_CHECKING:
    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.session import Session


GOLD = [gold for half in ("tune", "score") for gold in read_marked(CORPUS / f"{half}.txt", half)]


def leaders(whole: Session) -> str:
    return leaders_minutes(report_of(whole))


def raised(text: str, **words: str) -> Session:
    whole = made(noted(people=(KARI, PER)), text, **words)
    return decided(whole, whole.items_made, Fate.RAISED)


def leak(monkeypatch: pytest.MonkeyPatch, *ways: str) -> None:
    """Let the writer forget the mask, as a change of the program some day may."""
    for way in ways:
        monkeypatch.setattr(Scribe, way, lambda _, text: escaped(one_line(text)))


@settings(max_examples=100)
@given(sessions())
def test_whatever_is_in_the_leaders_file_nothing_is_left_in_it(whole: Session) -> None:
    assert held_back(leaders(whole), whole) is None


@pytest.mark.parametrize("place", range(3))
def test_nothing_is_left_of_notes_as_people_write_them(place: int) -> None:
    """Each note of the corpus as an item, its words in doubt ruled on in turn, in one language or another."""
    for number, gold in enumerate(GOLD[place::3]):
        whole = replace(noted(people=gold.people), language=LANGUAGES[number % 3])
        whole = decided(made(whole, gold.text, ask=gold.text), 1, Fate.RAISED)
        for doubt in doubts(whole):
            whole = ruled(whole, doubt.sense, masked=number % 2 == 0)
        assert held_back(leaders(whole), whole) is None, gold.text


@settings(max_examples=100)
@given(NASTY)
def test_the_file_is_read_as_it_was_meant(text: str) -> None:
    """Out of the finished Markdown come the words that went in, escapes, emphasis and line breaks gone."""
    known = session(people=(KARI, PER))
    read = [plain_line(line) for line in Scribe(known).block(text).split("\n") if line]
    lines = [line for block in paragraphs(text) for line in block]
    assert read == [veil_of(known).shown(line) for line in lines]


@pytest.mark.parametrize("way", ["line", "block"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_leaks_into_an_item_holds_the_minutes_back(
    way: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = replace(raised("x\n\nKari Nordmann venter", heading="Kari venter", ask="at Kari får svar"), number=3)
    whole = replace(whole, language=language)
    assert held_back(leaders(whole), whole) is None
    leak(monkeypatch, way)
    assert held_back(leaders(whole), whole) == Held("3-1", texts(language)("placeholder.participant"))


@pytest.mark.parametrize("field", ["title", "group"])
def test_a_name_beside_the_items_holds_them_back_too_and_a_unit_does_not(
    field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "Solsida med Kari Nordmann"
    whole = replace(raised("Mat"), title=named) if field == "title" else replace(raised("Mat"), group=named)
    assert "Solsida" in leaders(whole)
    assert held_back(leaders(whole), whole) is None
    leak(monkeypatch, "title", "name")
    assert held_back(leaders(whole), whole) == Held("", "en kollega")


def test_a_unit_in_an_item_holds_back_what_it_may_not_in_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = raised("Vi på Solsida er få")
    leak(monkeypatch, "block", "line")
    assert held_back(leaders(whole), whole) == Held("1-1", "[arbeidssted]")


def test_what_the_group_had_masked_is_certain_and_what_it_kept_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = replace(raised("Vår i lufta"), people=(Person("Vår Vik"),))
    leak(monkeypatch, "line", "block")
    assert held_back(leaders(whole), whole) is None
    assert held_back(leaders(whole), ruled(whole, ("Vår", "also_a_word"), masked=False)) is None
    assert held_back(leaders(whole), ruled(whole, ("Vår", "also_a_word"), masked=True)) == Held("1-1", "en kollega")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_s_own_words_are_nobody_s_name(language: str) -> None:
    """A colleague called Mai, one called Frist, and the only leader in the room."""
    names = ["Mai Frist", "May Gruppe", "Svar Group", "Program Programme", "Sak Item", "Dato Date", "Til Stede"]
    people = (*(Person(name, "Dialogkafé", "leder") for name in names[:2]), *map(Person, names))
    whole = replace(rich.rich(language), people=people, day=rich.rich(language).day.replace(month=5))
    whole = whole.approve(whole.day)
    assert held_back(leaders(whole), whole) is None
    own = {text for line in leaders(whole).split("\n") for text, _ in people_s_words(plain_line(line), language)}
    assert not any("Frist" in text or "Deadline" in text or "2010" in text for text in own)


def test_people_cannot_hide_a_name_behind_the_program_s_words(monkeypatch: pytest.MonkeyPatch) -> None:
    leak(monkeypatch, "line", "block")
    for text in (
        "Dato: Kari",
        "Frist: Kari vil ha svar 1. mai 2026",
        "Sak 1-1: Kari",
        "Skrevet uten navn. Kari",
        "Kari: til ledelsen",
    ):
        whole = raised("Mat", ask=text)
        assert held_back(leaders(whole), whole) == Held("1-1", "en kollega"), text


def test_minutes_that_are_held_back_are_not_written_and_not_approved(
    room: Room, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.make_item("Kari venter")
    room.decide(1, Fate.RAISED)
    room.approve()
    before = room.minutes_files().leaders.read_bytes()
    room.word_item(1, heading="Kari venter ennå", text="", ask="").result()
    leak(monkeypatch, "line")
    with pytest.raises(MinutesError) as caught:
        room.approve()
    assert not room.session.approved
    assert room.minutes_files().leaders.read_bytes() == before
    assert not desk.sessions()[0].approved
    for language in LANGUAGES:
        sentence = texts(language).trouble(caught.value)
        assert "1-1" in sentence
        assert "Kari" not in sentence


@pytest.mark.parametrize("house", ["Solbakken, gruppe 2", "Lillehagen", "Skogly", "Bergheim avd. 2"])
def test_a_house_that_is_called_as_someone_may_be_called_is_called_so_in_the_minutes(house: str) -> None:
    whole = session(group=house, people=(KARI,))
    assert f"- Gruppe: {house}\n" in leaders(whole)
    assert held_back(leaders(whole), whole) is None
    named = session(group=f"{house} med Kari Nordmann", people=(KARI,))
    assert "Nordmann" not in leaders(named)
    assert held_back(leaders(named).replace("*En kollega*", "Nordmann").replace("*en kollega*", "Nordmann"), named)
