"""What the round shows of the tables: what comes from their phones, and who writes."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.plan import plan_of, session_of
from tests.tui.door.wall import wall

if TYPE_CHECKING:
    from sessions.desk import Desk
    from sessions.room import Room


async def test_what_a_phone_sends_is_on_the_wall(desk: Desk, room: Room) -> None:
    """Also when it looks like markup, escapes and orders: it is text."""
    async with wall(desk, room, (120, 40)) as seen:
        await seen.pilot.press("space")
        seat = f"/{seen.door.keys.door}/{seen.door.keys.seat(2)}"
        sent = {"id": "abcdef012345", "text": "[/foo] [red]rødt[/] \u001b[31m\u202e Radioen står på", "round": 1}
        assert (await seen.phone.post(f"{seat}/notes", sent)).status == 200
        async with asyncio.timeout(5):
            while "2 ✎ nå" not in await seen.shows("TableLine"):  # notes are shown with the beat
                await seen.pilot.pause(0.02)
        room.next()
        while room.session.step.kind.value != "plenary":
            room.next()
        assert "[/foo] [red]rødt[/] [31m Radioen står på" in await seen.shows("NoteList")


async def test_the_round_tells_which_phone_has_gone_silent(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (120, 40)) as seen:
        await seen.pilot.press("space")
        seen.door.heard(1)
        seen.door._last_word[1] -= 150
        seen.door.tell()
        seen.door.heard(2)
        said = await seen.shows("TableLine")
        assert "1 – ingen ennå ○ telefonen borte 2 min   2 – ingen ennå ●   3 – ingen ennå   4" in said


@pytest.mark.parametrize(
    ("columns", "tables", "told"),
    [
        (120, 5, "4 – ingen ennå ●   5 ✎ nå"),
        (80, 5, "4 – ●   5 ✎0"),
        (80, 14, "4–● 5✎0 6–"),
        (80, 40, "1 av 40 bord har skrevet · 1 telefon borte"),
        (60, 40, "1 av 40 bord har skrevet · 1 telefon borte"),
    ],
)
async def test_the_tables_of_a_large_cafe_have_room_on_a_small_wall(
    desk: Desk, columns: int, tables: int, told: str
) -> None:
    data = {"title": "Kafé", "purpose": "Hva vet vi?", "tables": [{"number": n} for n in range(1, tables + 1)]}
    room = desk.keep(session_of(plan_of(data, date(2026, 11, 24)), "nb"))
    room.next()
    room.host_writes(5, "Radioen står på", "abcdef012345")
    async with wall(desk, room, (columns, 24)) as seen:
        for table in (3, 4):
            seen.door.heard(table)
        seen.door._last_word[3] -= 150
        seen.door.tell()
        assert told in await seen.shows("TableLine")
