"""The form of the evaluation on any phone: taken once, in any language, with a receipt from the disk alone."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sessions.ballots import LONGEST_SENTENCE, Ballots
from tests.tui.door.hall import opened
from tests.tui.stage import to_evaluation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall
    from tests.tui.door.phone import Answer

FORM = {"id": "abcdef012345", "tick": "very", "well": "alle fikk sagt noe", "badly": "", "better": ""}


@pytest.fixture
def room(room: Room) -> Room:
    """The café at its evaluation, with eight present."""
    room.gather(8, ())
    to_evaluation(room)
    return room


@pytest.fixture
async def hall(room: Room) -> AsyncIterator[Hall]:
    async with opened(room) as hall:
        yield hall


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a phone be told at once that its form waits."""
    monkeypatch.setattr("tui.door.evaluation.PATIENCE", 0.05)


async def hand_in(hall: Hall, *numbers: int, **unlike: str) -> list[Answer]:
    """Send forms at the same time, each with an id of its own."""
    forms = [FORM | {"id": f"form-{number:08}"} | unlike for number in numbers]
    return await asyncio.gather(*(hall.phone.post(hall.form, form) for form in forms))


async def test_three_forms_are_delivered_together(hall: Hall, store: TinyStore) -> None:
    assert [answer.status for answer in await hand_in(hall, 1, 2, 3)] == [200, 200, 200]
    assert store.sessions()[0].ballots == Ballots(very=3, answered=3, well=("alle fikk sagt noe",) * 3)


@pytest.mark.usefixtures("impatient")
async def test_one_that_waits_is_told_so_and_delivered_when_others_have_come(hall: Hall, store: TinyStore) -> None:
    [first] = await hand_in(hall, 1)
    assert (first.status, store.sessions()[0].ballots) == (202, Ballots())
    assert [answer.status for answer in await hand_in(hall, 2, 3)] == [200, 200]
    [again] = await hand_in(hall, 1)
    assert again.status == 200
    assert store.sessions()[0].ballots.answered == 3


@pytest.mark.usefixtures("impatient")
async def test_a_form_sent_ten_times_is_one_ballot(hall: Hall, room: Room) -> None:
    """Also at the same time, after it is closed, and when the laptop was started again in between."""
    await hand_in(hall, *[1] * 10)
    assert room.box.answered == 1
    room.let_evaluate(False)
    assert [answer.status for answer in await hand_in(hall, 1, 1)] == [200, 200]
    assert room.session.ballots.answered == 1


async def test_a_restart_between_the_disk_and_the_receipt_doubles_nothing(room: Room, desk: Desk) -> None:
    async with opened(room) as hall:
        await hand_in(hall, 1, 2, 3)
    again = desk.open(desk.sessions()[0])
    async with opened(again) as hall:
        assert [answer.status for answer in await hand_in(hall, 1, 2, 3)] == [200, 200, 200]
    assert again.session.ballots.answered == 3


async def test_while_the_disk_takes_nothing_nothing_is_delivered(
    hall: Hall, store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.door.evaluation.PATIENCE", 0.3)
    with monkeypatch.context() as patched:
        patched.setattr("sessions.storage.pair.write_snapshot", full)
        assert [answer.status for answer in await hand_in(hall, 1, 2, 3)] == [202, 202, 202]
        assert store.sessions()[0].ballots == Ballots()
    monkeypatch.setattr("tui.door.evaluation.PATIENCE", 10)
    assert [answer.status for answer in await hand_in(hall, 1, 2, 3)] == [200, 200, 200]
    assert store.sessions()[0].ballots.answered == 3


@pytest.mark.usefixtures("impatient")
async def test_without_a_script_there_is_a_page_for_each_answer(hall: Hall, room: Room) -> None:
    page = await hall.phone.get(hall.form)
    form_id = re.findall(r'name="id" value="([^"]+)"', page.text)
    waits = await hall.phone.post(hall.form, FORM | {"id": form_id[0], "badly": "<b>Kari</b>"}, form=True)
    assert waits.status == 202
    assert "Svaret er kommet fram" in waits.text
    assert 'name="badly" value="&lt;b&gt;Kari&lt;/b&gt;"' in waits.text
    room.let_evaluate(False)
    delivered = await hall.phone.post(hall.form, FORM | {"id": form_id[0]}, form=True)
    assert delivered.status == 303
    told = await hall.phone.get(delivered.headers["location"])
    assert "Levert ✓" in told.text
    assert "Neste person" in told.text
    assert room.session.ballots.badly == ("<b>Kari</b>",)


BAD = {
    "an unknown tick": ({"tick": "great"}, "Det er ikke noe slikt kryss. Velg lite nyttig, nyttig eller svært nyttig."),
    "nothing": ({"tick": "", "well": " "}, "Skjemaet er tomt. Kryss av, eller gjør ferdig en av setningene."),
    "ten thousand characters": ({"well": "x" * 10_000}, f"En av setningene er lengre enn {LONGEST_SENTENCE} tegn."),
    "more than the door lets in": ({"badly": "æ" * 10_000}, f"En av setningene er lengre enn {LONGEST_SENTENCE} tegn."),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("plain", [True, False])
async def test_what_cannot_be_taken_is_refused_in_one_sentence_and_changes_nothing(
    hall: Hall, room: Room, bad: str, *, plain: bool
) -> None:
    unlike, sentence = BAD[bad]
    before = room.session
    answer = await hall.phone.post(hall.form, FORM | unlike, form=plain)
    assert answer.status == 409
    assert sentence in (answer.text if plain else answer.json["refusal"])
    assert room.session is before
    assert room.box.answered == 0


async def test_a_refused_form_comes_back_as_it_was_filled_in(hall: Hall) -> None:
    answer = await hall.phone.post(hall.form, FORM | {"well": "</textarea>" + "x" * 600}, form=True)
    assert "&lt;/textarea&gt;xxx" in answer.text
    assert 'value="very" checked' in answer.text
    assert 'name="id" value="abcdef012345"' in answer.text


@pytest.mark.parametrize(
    "bad", [{"id": "kort"}, {"id": 7}, {"id": None}, {"tick": 1}, {"well": ["x"]}, {"better": None}]
)
async def test_what_is_no_form_is_no_form(hall: Hall, room: Room, bad: dict[str, object]) -> None:
    assert (await hall.phone.post(hall.form, FORM | bad)).status == 400
    assert room.box.answered == 0


@pytest.mark.usefixtures("impatient")
async def test_one_more_than_are_present_has_to_ask_the_facilitator(hall: Hall, room: Room) -> None:
    room.gather(3, ())
    await hand_in(hall, 1, 2, 3)
    [refused] = await hand_in(hall, 4)
    assert refused.status == 409
    assert "like mange svar som det er folk her. Spør prosesslederen" in refused.json["refusal"]
    room.let_one_more_answer()
    assert [answer.status for answer in await hand_in(hall, 4)] == [200]


async def test_before_and_after_there_is_no_form(hall: Hall, room: Room) -> None:
    room.back()
    page = (await hall.phone.get(hall.form)).text
    assert "Siden åpner seg selv" in page
    assert 'http-equiv="refresh"' in page
    room.next()
    assert "Du svarer uten navn" in (await hall.phone.get(hall.form)).text
    room.let_evaluate(False)
    page = (await hall.phone.get(hall.form)).text
    assert "Evalueringen er over. Takk." in page
    assert 'http-equiv="refresh"' not in page
    assert (await hand_in(hall, 1))[0].json == {"refusal": "Evalueringen er ikke åpen nå."}


@pytest.mark.parametrize("path", ["/aaaaaaaaaaaa/e", "/e", "/%00/e"])
async def test_another_key_leads_nowhere(hall: Hall, path: str) -> None:
    assert (await hall.phone.get(path)).status == 404
    assert (await hall.phone.post(path, FORM)).status == 404


async def test_a_closed_door_shows_no_form_and_takes_those_that_are_filled_in(hall: Hall, room: Room) -> None:
    room.admit(replace(room.session.entry, open=False))
    assert "stengt for nye telefoner" in (await hall.phone.get(hall.form)).text
    assert [answer.status for answer in await hand_in(hall, 1, 2, 3)] == [200, 200, 200]


async def test_while_it_is_open_the_short_code_leads_to_the_form(hall: Hall, room: Room) -> None:
    assert (await hall.phone.get(f"/{hall.door.code}")).headers["location"] == f"{hall.form}?l=nb"
    room.let_evaluate(False)
    assert (await hall.phone.get(f"/{hall.door.code}")).headers["location"] == f"{hall.way}?l=nb"


async def test_a_host_is_told_where_to_answer(hall: Hall) -> None:
    assert "Evalueringen er åpen. Skann koden på veggen og svar." in (await hall.phone.get(hall.seat(1))).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Dialogkafeen kan forbedres gjennom\u00a0…"),
        ("nn", "Dialogkafeen kan bli betre gjennom\u00a0…"),
        ("en", "The café can be improved by\u00a0…"),
    ],
)
async def test_each_language_has_its_form(hall: Hall, language: str, text: str) -> None:
    page = (await hall.phone.get(f"{hall.form}?l={language}")).text
    assert text in page
    assert f'<html lang="{language}">' in page


async def test_in_a_circle_the_sentences_are_about_the_meeting(desk: Desk, room: Room) -> None:
    steps = tuple(step for step in room.session.steps if step.kind.value not in {"round", "change"})
    circle = desk.open(replace(room.session, id="circle", at=3, steps=steps, timers=room.session.timers[: len(steps)]))
    async with opened(circle) as hall:
        page = (await hall.phone.get(hall.form)).text
        assert "Møtet fungerte godt fordi" in page
        assert "Dialogkafeen" not in page


@pytest.mark.parametrize(("threshold", "least"), [(3, 5), (8, 8)])
async def test_the_form_says_from_how_many_leaders_get_the_numbers(
    desk: Desk, room: Room, threshold: int, least: int
) -> None:
    book = desk.book("Natt")
    book.settle(replace(book.group, threshold=threshold))
    meeting = desk.open(replace(room.session, id="natt", group="Natt"))
    async with opened(meeting) as hall:
        assert f"bare når minst {least} har krysset av" in (await hall.phone.get(hall.form)).text


async def test_the_address_of_the_form_fits_a_code(hall: Hall) -> None:
    hall.door.found_addresses(["192.168.100.117"])
    assert len(hall.wall.form) <= 50
    assert hall.wall.form == f"{hall.wall.url}/e"


async def test_nothing_of_the_phone_is_kept(hall: Hall, room: Room) -> None:
    """The room has the parts of the form, and a mark that is none of them; the form page sets nothing on the phone."""
    page = await hall.phone.get(hall.form, **{"User-Agent": "Telefonen til Kari", "Cookie": "a=b"})
    assert "set-cookie" not in page.headers
    await hand_in(hall, 1, 2, 3)
    assert "form-00000001" not in repr(room.session)
    assert "Telefonen" not in repr(room.session)
    assert vars(room.box)["_forms"] == {}
