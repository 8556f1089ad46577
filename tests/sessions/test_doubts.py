"""Where the mask must choose, it asks; what the group chooses holds for every place where its words are seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.doubts import Doubt, doubts, open_doubts, ruled, voices
from sessions.items import Fate
from sessions.mask.shown import veil_of
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.people import Person
from sessions.sorting import decided, made
from sessions.tables import Table
from tests.sessions.building import note, noted, sessions

if TYPE_CHECKING:
    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.session import Session

PEOPLE = (Person("Liv Stein"), Person("Bo Dag Li"), Person("Vår Vik"), Person("Kari Nordmann"))
SPRING = ("Vår", "also_a_word")


def in_doubt(*texts: str, people: tuple[Person, ...] = PEOPLE) -> tuple[Doubt, ...]:
    return doubts(noted(*(note(str(place), text) for place, text in enumerate(texts)), people=people))


def spring() -> Session:
    """Give a session with a word that is a name and a season, everywhere people see it."""
    whole = noted(note("a", "Vår i lufta på avdelinga"), note("b", "Vår i hagen, og Kari er med"), people=PEOPLE)
    whole = replace(whole, title="Vår i sikte", tables=(Table(1, "Vår i hagen"),))
    whole = made(whole, "Vår i møte", heading="Vår i lufta", ask="Vår i nytt bygg")
    return decided(whole, 1, Fate.RAISED)


def files(whole: Session) -> str:
    return group_minutes(whole) + leaders_minutes(report_of(whole))


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Vår i lufta på avdelinga", "Vår", "also_a_word"),
        ("Stein og is på gangveien", "Stein", "also_a_word"),
        ("hun er den eneste som kan dette", "eneste", "the_only_one"),
        ("Rose på bordet og duk, så enkelt kan det være", "Rose", "may_be_a_name"),
    ],
)
def test_a_word_in_doubt_is_asked_about_and_stands_until_it_is_ruled_on(text: str, word: str, reason: str) -> None:
    (doubt,) = in_doubt(text)
    assert (doubt.word, doubt.reason, doubt.masked) == (word, reason, None)
    (sentence,) = doubt.sentences
    assert sentence.before + doubt.word + sentence.after == text


def test_what_the_mask_is_sure_of_is_not_asked_about() -> None:
    assert in_doubt("Kari Nordmann sa at Liv Stein kommer", "ring 91234567", "vi treng meir tid") == ()


def test_a_word_is_asked_about_once_with_every_sentence_it_stands_in() -> None:
    (doubt,) = in_doubt("Vår i lufta. Kari ler.", "Vi er ute. Vår i lufta.", "Vår i hagen, jf. møtet med Kari", "Mat")
    assert [sentence.before + "*" + sentence.after for sentence in doubt.sentences] == [
        "* i lufta.",
        "* i hagen, jf. møtet med en kollega",
    ]


def test_a_sentence_of_a_thousand_words_is_cut_where_it_tells_enough() -> None:
    (doubt,) = in_doubt("Vår " + "i lufta " * 500)
    (sentence,) = doubt.sentences
    assert len(sentence.after) < 130
    assert set(sentence.after.rstrip("…").split()) == {"i", "lufta"}


def test_items_and_what_was_settled_before_are_asked_about_too() -> None:
    whole = made(noted(people=PEOPLE), "Vi har det travelt\nVår i lufta", heading="Stein og is", ask="Vår i hus")
    whole = replace(whole, title="Stein og grus", purpose="", group="Vår i vest")
    assert {(doubt.word, sentence.after) for doubt in doubts(whole) for sentence in doubt.sentences} == {
        *[("Vår", " i lufta"), ("Vår", " i hus"), ("Vår", " i vest"), ("Stein", " og is"), ("Stein", " og grus")]
    }
    assert open_doubts(whole) == 2


def test_what_is_masked_is_masked_wherever_it_is_seen() -> None:
    whole = ruled(spring(), SPRING, masked=True)
    assert "Vår" not in files(whole)
    assert "*En kollega* i lufta" in files(whole)
    assert veil_of(whole).shown("Vår i lufta") == "En kollega i lufta"
    assert open_doubts(whole) == 0


def test_what_is_kept_stands_wherever_it_stood_and_is_not_asked_about_again() -> None:
    whole = ruled(spring(), SPRING, masked=False)
    assert files(whole) == files(spring())
    assert open_doubts(whole) == 0
    assert open_doubts(whole.with_note(note("c", "Vår i lufta igjen"))) == 0
    assert [doubt.masked for doubt in doubts(whole)] == [False]


def test_the_same_word_in_another_sense_is_another_question() -> None:
    whole = ruled(spring(), ("Vår", "may_be_a_place"), masked=False)
    assert open_doubts(whole) == 1


@pytest.mark.parametrize("masked", [True, False])
def test_nothing_that_is_certain_is_unmasked_by_what_was_ruled(masked: bool) -> None:
    whole = noted(note("a", "Kari Nordmann sa at Vår er syk i dag"), people=PEOPLE)
    seen = veil_of(whole).shown("Kari Nordmann sa at Vår er syk i dag")
    for word in ("Kari", "Nordmann", "Kari Nordmann", "Vår"):
        for reason in ("", "listed", "also_a_word"):
            whole = ruled(whole, (word, reason), masked=masked)
    assert veil_of(whole).shown("Kari Nordmann sa at Vår er syk i dag") == seen


def test_one_can_choose_otherwise_and_the_last_choice_holds() -> None:
    whole = ruled(ruled(spring(), SPRING, masked=False), SPRING, masked=True)
    assert len(whole.rulings) == 1
    assert [doubt.masked for doubt in doubts(whole)] == [True]
    assert "Vår" not in files(whole)


def test_choosing_asks_for_the_group_s_yes_again() -> None:
    assert not ruled(spring().approve(spring().day), SPRING, masked=False).approved


@settings(max_examples=100)
@given(sessions(), st.data())
def test_whatever_is_in_doubt_can_be_ruled_on_until_nothing_is(whole: Session, data: st.DataObject) -> None:
    for _ in range(60):
        waiting = [doubt for doubt in doubts(whole) if doubt.masked is None]
        assert len(waiting) == open_doubts(whole)
        if not waiting:
            return
        whole = ruled(whole, waiting[0].sense, masked=data.draw(st.booleans()))
        assert waiting[0].sense not in {one.sense for one in doubts(whole) if one.masked is None}
    pytest.fail("there is always one more")


def test_a_choice_is_on_disk_and_can_be_undone(room: Room, desk: Desk) -> None:
    room.gather(4, PEOPLE)
    room.write(1, "Vår i lufta", "a")
    room.rule(SPRING, masked=True).result()
    assert desk.sessions()[0].rulings == room.session.rulings != ()
    room.rule(SPRING, masked=False).result()
    assert desk.sessions() == [room.session]
    room.let_be("a").result()
    assert desk.sessions()[0].let_be == ("a",)
    for left in (1, 1, 0):
        undone = room.undo()
        assert undone is not None
        undone.result()
        assert desk.sessions() == [room.session]
        assert len(room.session.rulings) == left
    assert room.session.let_be == ()
    assert len(room.session.notes) == 1


def test_a_note_that_is_written_anew_is_not_let_be(room: Room) -> None:
    room.write(1, "Ikkje noko", "a")
    room.write(1, "Eg veit da", "b")
    room.let_be("a")
    room.let_be("b")
    room.host_writes(1, "Eg veit ikkje da", "b")
    assert room.session.let_be == ("a",)
    room.undo()
    assert room.session.let_be == ("a",)


def alone() -> Session:
    """Give a session in which one note of a table is in nynorsk."""
    told = ("Vi har det ikke bra på natta", "Hvorfor er det ingen som spør", "Jeg vet ikke noe mer enn det")
    notes = (note(note_id, text) for note_id, text in zip("abc", told, strict=True))
    return noted(*notes, note("nn", "Eg veit ikkje korleis dei har det\n\nKari sa at dei ikkje frys"), people=PEOPLE)


def test_a_note_that_is_alone_with_its_tongue_is_told_of_until_it_is_let_be() -> None:
    (voice,) = voices(alone())
    assert (voice.note, voice.waits) == ("nn", True)
    assert voice.text == "Eg veit ikkje korleis dei har det\n\nDet vart sagt at dei ikkje frys"
    assert [voice.waits for voice in voices(replace(alone(), let_be=("nn",)))] == [False]


@pytest.mark.parametrize(("heading", "text", "told"), [("", "", 1), ("Kaldt", "De fryser", 0), ("Kaldt", "", 1)])
def test_it_is_told_of_while_an_item_has_its_words(heading: str, text: str, told: int) -> None:
    (voice,) = voices(alone())
    whole = made(alone(), text or f"Jeg vet ikke noe mer enn det\n\n{voice.text}", ["nn"], heading=heading)
    assert len(voices(whole)) == told


def test_nobody_is_alone_where_all_write_alike() -> None:
    assert voices(noted(*(note(str(n), "Eg veit ikkje korleis") for n in range(4)))) == ()
