"""A phone's way: the code, the tables, a seat, a note, and the receipt."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.door.hall import opened
from tui.door.address import FIRST_PORT, LOOPBACK, listen
from tui.door.door import MOST_ASKING
from tui.doorway import Doorway

if TYPE_CHECKING:
    import pytest

    from sessions.room import Room
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall


async def test_the_way_from_the_code_to_a_note_on_the_disk(hall: Hall, store: TinyStore) -> None:
    """Without the script: forms and plain pages only."""
    tables = await hall.phone.get(hall.way)
    assert tables.status == 200
    assert "Måltider" in tables.text
    seated = await hall.phone.post(f"{hall.way}/seat", {"table": 2}, form=True)
    assert seated.status == 303
    seat = seated.headers["location"].partition("?")[0]
    assert seat == hall.seat(2)
    page = await hall.phone.get(seat)
    assert "Hvordan får vi vite hva brukerne trenger?" in page.text
    sent = {"id": "abcdef012345", "text": "Radioen står på under middagen.", "round": 1, "lift": 1}
    answer = await hall.phone.post(f"{seat}/notes", sent, form=True)
    assert answer.status == 303
    note = store.sessions()[0].notes["abcdef012345"]
    assert (note.table, note.round, note.text, note.lift) == (2, 1, "Radioen står på under middagen.", True)
    receipt = await hall.phone.get(answer.headers["location"])
    assert "Lagret på maskinen ✓" in receipt.text
    assert "Radioen står på under middagen." in receipt.text
    gone = await hall.phone.post(f"{seat}/notes", {"id": "abcdef012345", "gone": 1}, form=True)
    assert gone.status == 303
    assert store.sessions()[0].notes == {}
    assert "Radioen" not in (await hall.phone.get(seat)).text


async def taken(hall: Hall, table: int) -> str:
    """Take a table as a first phone does, and give the path of its page."""
    answer = await hall.phone.post(f"{hall.way}/seat", {"table": table}, form=True)
    return answer.headers["location"].partition("?")[0]


async def test_the_receipt_comes_after_the_disk_has_the_note(hall: Hall, store: TinyStore) -> None:
    """A store that is opened anew at the moment of the receipt finds the note."""
    sent = {"id": "abcdef012345", "text": "Dagslys på stua", "round": 1}
    for _ in range(3):
        answer = await hall.phone.post(f"{hall.seat(1)}/notes", sent)
        assert answer.status == 200
        assert answer.json["note"]["text"] == "Dagslys på stua"
        assert [note.text for note in store.sessions()[0].notes.values()] == ["Dagslys på stua"]


async def test_while_the_disk_takes_nothing_there_is_no_receipt(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.door.routes.PATIENCE", 0.3)
    monkeypatch.setattr("sessions.storage.journal.write_durably", _full_disk)
    sent = {"id": "abcdef012345", "text": "Dagslys på stua"}
    assert (await hall.phone.post(f"{hall.seat(1)}/notes", sent)).status == 503
    plain = await hall.phone.post(f"{hall.seat(1)}/notes", sent, form=True)
    assert plain.status == 503
    assert "Maskinen får ikke lagret akkurat nå." in plain.text
    assert ">Dagslys på stua</textarea>" in plain.text, "the text is given back"
    assert 'name="id" value="abcdef012345"' in plain.text
    monkeypatch.undo()
    assert (await hall.phone.post(f"{hall.seat(1)}/notes", sent)).status == 200


def _full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


async def test_a_second_phone_gets_a_table_when_the_facilitator_says_so(hall: Hall) -> None:
    assert await taken(hall, 2) == hall.seat(2)
    waiting = await taken(hall, 2)
    assert waiting.startswith(f"{hall.way}/ask/")
    assert hall.wall.asking == 2
    page = await hall.phone.get(waiting)
    assert "Bord 2 har en telefon fra før" in page.text
    assert 'http-equiv="refresh"' in page.text
    hall.door.answer(yes=True)
    assert hall.wall.asking == 0
    assert (await hall.phone.get(waiting)).headers["location"].startswith(hall.seat(2))


async def test_who_tapped_the_wrong_table_leaves_it_free_for_its_host(hall: Hall) -> None:
    await taken(hall, 2)
    assert "Feil bord?" in (await hall.phone.get(hall.seat(2))).text
    async with hall.phone.listening(f"{hall.seat(2)}/events") as events:
        await events.next("view")
        answer = await hall.phone.post(f"{hall.seat(2)}/leave?l=nn")
        assert (answer.status, answer.headers["location"]) == (303, f"{hall.way}?choose&l=nn")
    await hall.until(lambda: not hall.door._streams[2])
    assert hall.wall.here == frozenset()
    assert hall.wall.gone == {}
    assert await taken(hall, 2) == hall.seat(2), "nobody is asked"


async def test_a_table_with_two_phones_keeps_the_one_that_stays(hall: Hall) -> None:
    async with (
        hall.phone.listening(f"{hall.seat(2)}/events") as first,
        hall.phone.listening(f"{hall.seat(2)}/events") as second,
    ):
        for one in (first, second):
            await one.next("view")
        await hall.phone.post(f"{hall.seat(2)}/leave")
        assert hall.wall.here == {2}


async def test_behind_a_closed_door_nobody_loses_the_table_she_has(hall: Hall, room: Room) -> None:
    await taken(hall, 2)
    room.admit(replace(room.session.entry, open=False))
    assert "Feil bord?" not in (await hall.phone.get(hall.seat(2))).text
    answer = await hall.phone.post(f"{hall.seat(2)}/leave")
    assert answer.headers["location"].startswith(hall.seat(2))
    assert hall.door.has_phone(2)


async def test_a_second_phone_is_told_when_it_does_not_get_the_table(hall: Hall) -> None:
    await taken(hall, 2)
    waiting = await taken(hall, 2)
    hall.door.answer(yes=False)
    page = await hall.phone.get(waiting)
    assert "Bord 2 blir hos den telefonen det har" in page.text
    assert "refresh" not in page.text


async def test_those_who_ask_are_answered_in_turn_and_are_not_without_number(hall: Hall) -> None:
    for table in (1, 2):
        await taken(hall, table)
    asked = [await taken(hall, 1), await taken(hall, 2)]
    hall.door.answer(yes=False)
    assert hall.wall.asking == 2
    for _ in range(MOST_ASKING):
        await hall.phone.post(f"{hall.way}/seat", {"table": 1}, form=True)
    assert (await hall.phone.post(f"{hall.way}/seat", {"table": 1}, form=True)).status == 503
    assert (await hall.phone.get(asked[1])).status == 200


async def test_a_closed_door_keeps_new_phones_out_and_lets_the_others_write(hall: Hall, room: Room) -> None:
    seat = await taken(hall, 1)
    room.admit(replace(room.session.entry, open=False))
    assert "stengt for nye telefoner" in (await hall.phone.get(hall.way)).text
    assert "stengt for nye telefoner" in (await hall.phone.post(f"{hall.way}/seat", {"table": 3}, form=True)).text
    assert (await hall.phone.post(f"{seat}/notes", {"id": "abcdef012345", "text": "Inne"})).status == 200


async def test_when_writing_is_closed_the_note_comes_back_with_the_reason(hall: Hall, room: Room) -> None:
    room.let_write(False)
    refused = await hall.phone.post(f"{hall.seat(1)}/notes?l=nn", {"id": "abcdef012345", "text": "For seint"})
    assert refused.status == 409
    assert refused.json == {"refusal": "Prosessleiaren har stengt for fleire innspel."}


async def test_without_the_script_a_note_that_is_refused_is_given_back(hall: Hall, room: Room) -> None:
    room.let_write(False)
    sent = {"id": "abcdef012345", "text": "Rakk ikke", "lift": 1, "round": 1}
    refused = await hall.phone.post(f"{hall.seat(1)}/notes", sent, form=True)
    assert refused.status == 409
    assert "Prosesslederen har stengt for flere innspill." in refused.text
    assert ">Rakk ikke</textarea>" in refused.text
    assert " checked>" in refused.text


async def test_a_form_that_is_sent_again_late_changes_nothing(hall: Hall, room: Room) -> None:
    """Without the script the page says which change of the note its form is."""
    first = _form((await hall.phone.get(hall.seat(1))).text) | {"text": "Først"}
    await hall.phone.post(f"{hall.seat(1)}/notes", first, form=True)
    edit = _form((await hall.phone.get(f"{hall.seat(1)}?edit={first['id']}")).text) | {"text": "Så"}
    assert edit["id"] == first["id"]
    for sent in (edit, first, edit):
        assert (await hall.phone.post(f"{hall.seat(1)}/notes", sent, form=True)).status == 303
        assert [note.text for note in room.session.notes.values()] == ["Så"]
    await hall.phone.post(f"{hall.seat(1)}/notes", {"id": first["id"], "gone": 1}, form=True)
    for sent in (first, edit):
        assert (await hall.phone.post(f"{hall.seat(1)}/notes", sent, form=True)).status == 303
        assert room.session.notes == {}


def _form(page: str) -> dict[str, str]:
    """Give the hidden fields of the form to write in."""
    form = page.partition('<form id="write"')[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', form))


async def test_a_phone_cannot_change_another_tables_note(hall: Hall, room: Room) -> None:
    room.host_writes(2, "Bord to", "abcdef012345")
    refused = await hall.phone.post(f"{hall.seat(1)}/notes", {"id": "abcdef012345", "text": "Bord en"})
    assert refused.status == 409
    assert room.session.notes["abcdef012345"].text == "Bord to"
    assert "Bord to" not in (await hall.phone.get(hall.seat(1))).text


async def test_the_short_code_leads_to_the_tables(hall: Hall) -> None:
    for answer in (
        await hall.phone.get(f"/{hall.door.code}"),
        await hall.phone.get(f"/{hall.door.code.upper()}"),
        await hall.phone.post("/", {"code": f" {hall.door.code}"}, form=True),
    ):
        assert (answer.status, answer.headers["location"]) == (303, f"{hall.way}?l=nb")


async def test_after_ten_wrong_codes_there_is_another_and_the_wall_shows_it(hall: Hall) -> None:
    before = hall.door.code
    for _ in range(9):
        assert (await hall.phone.get("/aaaa")).status == 404
    assert hall.door.code == before
    assert (await hall.phone.post("/", {"code": "aaaa"}, form=True)).status == 403
    assert hall.wall.code == hall.door.code != before
    assert (await hall.phone.get(f"/{before}")).status == 404
    assert (await hall.phone.get(f"/{hall.door.code}")).status == 303


async def test_what_people_write_is_text_on_the_phone(hall: Hall, room: Room) -> None:
    room.host_writes(1, "<script>alert(1)</script> \" ' & </textarea>", "abcdef012345").result()
    for path in (hall.seat(1), f"{hall.seat(1)}?edit=abcdef012345"):
        page = (await hall.phone.get(path)).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


async def test_each_language_has_its_page(hall: Hall) -> None:
    for language, text in (("nb", "Skrevet ved bordet"), ("nn", "Skrive ved bordet"), ("en", "Written at the table")):
        page = (await hall.phone.get(f"{hall.seat(1)}?l={language}")).text
        assert text in page
        assert f'<html lang="{language}">' in page
        assert page.count("data-language=") == 3


async def test_keys_are_the_same_after_a_restart_and_on_the_same_port(room: Room) -> None:
    async with opened(room) as first:
        way, code, seat, port = first.way, first.door.code, first.seat(3), first.phone.port
    async with opened(room) as second:
        assert (second.way, second.door.code, second.seat(3), second.phone.port) == (way, code, seat, port)
        assert (await second.phone.get(seat)).status == 200


async def test_a_busy_port_leads_to_the_next_and_the_code_with_it(room: Room) -> None:
    with listen(FIRST_PORT, LOOPBACK) as taken_port:
        busy = taken_port.getsockname()[1]
        room.admit(replace(room.session.entry, port=busy))
        async with opened(room) as hall:
            assert hall.phone.port != busy
            assert f":{hall.phone.port}/" in hall.wall.url


async def test_a_session_that_is_over_opens_no_door(room: Room) -> None:
    while room.session.at < len(room.session.steps) - 1:
        room.next()
    room.approve()
    async with Doorway(lambda: [LOOPBACK], LOOPBACK) as doorway:
        doorway.open(room, lambda _: None)
        assert doorway.door is None


async def test_the_wall_counts_phones_and_knows_which_have_gone(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hall.wall.reached == 0
    await hall.phone.post(f"{hall.way}/hello")
    assert hall.wall.reached == 1
    async with hall.phone.listening(f"{hall.seat(2)}/events") as events:
        await events.next("view")
        assert hall.wall.here == {2}
    await hall.until(lambda: not hall.door._streams[2])
    assert hall.door.phones.here == {2}, "a page that is loaded anew is not away"
    monkeypatch.setattr("tui.door.door.SILENT", 0.0)
    assert hall.door.phones.here == frozenset()
    assert list(hall.door.phones.gone) == [2]


async def test_the_address_on_the_wall_stays_while_the_laptop_has_it(hall: Hall) -> None:
    hall.door.found_addresses(["10.0.0.4", "192.168.1.7"])
    hall.door.next_address()
    assert hall.wall.url.startswith("http://192.168.1.7:")
    hall.door.found_addresses(["172.20.10.2", "192.168.1.7"])
    assert hall.wall.short.startswith("192.168.1.7:")
    hall.door.found_addresses(["172.20.10.2"])
    assert hall.wall.short.startswith("172.20.10.2:")
    hall.door.found_addresses([LOOPBACK])
    assert hall.wall.local
