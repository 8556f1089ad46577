"""A host sees, after writing, what the wall will show of the note; nobody but the table sees the note itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import expect

from sessions.people import Person
from tests.tui.door.browsing import phone, seated, write
from tests.tui.door.conftest import NAME
from tests.tui.door.hall import opened

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from sessions.room import Room
    from tests.tui.door.hall import Hall

PEOPLE = (Person("Kari Nordmann"), Person("Vår Vik"))
WALL = "<span>Spør </span><i>en kollega</i><span> på telefon </span><i>[telefon]</i>"


async def test_without_the_script_the_page_says_what_the_wall_shows(hall: Hall, room: Room) -> None:
    room.gather(2, PEOPLE)
    sent = {"id": "abcdef012345", "text": "Spør Kari på telefon 91234567", "round": 1}
    answer = await hall.phone.post(f"{hall.seat(2)}/notes", sent, form=True)
    page = (await hall.phone.get(answer.headers["location"])).text
    assert f'<p>Spør Kari på telefon 91234567</p><p class="wall">På veggen: {WALL}</p>' in page
    assert f'<p class="wall">On the wall: {WALL}</p>' in (await hall.phone.get(f"{hall.seat(2)}?l=en")).text
    assert "Kari" not in (await hall.phone.get(hall.seat(1))).text


async def test_a_note_that_stands_as_it_was_written_says_nothing_of_the_wall(hall: Hall, room: Room) -> None:
    room.gather(2, PEOPLE)
    sent = {"id": "abcdef012345", "text": "Radioen  står på \n\n  under middagen. Vår i lufta", "round": 1}
    assert (await hall.phone.post(f"{hall.seat(2)}/notes", sent)).status == 200
    assert await walls(hall) == [[]]
    assert "class=wall" not in (await hall.phone.get(hall.seat(2))).text.replace('"', "")
    room.rule(("Vår", "also_a_word"), masked=True)
    assert "<i>En kollega</i><span> i lufta</span>" in (await hall.phone.get(hall.seat(2))).text


async def walls(hall: Hall) -> list[list[tuple[str, bool]]]:
    """Give what a phone of table 2 is told that the wall shows of each note."""
    async with hall.phone.listening(f"{hall.seat(2)}/events") as events:
        return [note["wall"] for note in (await events.next("view"))["notes"]]


async def test_what_the_wall_shows_is_text_on_the_phone(hall: Hall, room: Room) -> None:
    room.gather(2, PEOPLE)
    room.host_writes(2, "<script>alert(1)</script> Kari </i><img src=x onerror=alert(1)>", "abcdef012345").result()
    page = (await hall.phone.get(hall.seat(2))).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<i>en kollega</i><span> &lt;/i&gt;&lt;img src=x" in page


async def test_a_very_long_note_has_its_receipt_and_its_wall(hall: Hall, room: Room) -> None:
    room.gather(2, PEOPLE)
    sent = {"id": "abcdef012345", "text": "Kari sier at vi må ut. " * 400, "round": 1}
    assert (await hall.phone.post(f"{hall.seat(2)}/notes", sent)).status == 200
    [wall] = await walls(hall)
    assert wall
    assert "Kari" not in "".join(text for text, _ in wall)


async def test_with_the_script_it_stands_under_the_note_as_text(browser: Browser, room: Room) -> None:
    room.gather(2, PEOPLE)
    room.next()
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await write(page, "Spør Kari om <b>lista</b>")
        wall = page.locator("#notes li .wall")
        await expect(wall).to_have_text("På veggen: Spør en kollega om <b>lista</b>")
        await expect(wall.locator("i")).to_have_text("en kollega")
        await write(page, "Frokost klokka ni")
        await expect(page.locator("#notes li")).to_have_count(2)
        await expect(wall).to_have_count(1)
