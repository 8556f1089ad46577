"""Whatever list of people is put down, the café goes on; where the mask must choose, the group is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from sessions.items import Fate
from tests.tui.stage import press
from tests.tui.test_doubts import listed, sheet, told
from tui.screens.gather import GatherScreen
from tui.screens.lobby import LobbyScreen
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage

STEMS = ("Berg", "Dal", "Fjell", "Haug", "Lie", "Mo", "Nes", "Sol", "Vik", "Ås")
MANY = "\n".join(f"Per{chr(97 + n % 26)} {STEMS[n % 10]}{n}, Enhet {n % 40}, sykepleier" for n in range(500))
LISTS = {
    "empty": ("", 0),
    "blank": (" \n\t\n,,\n , x, y\n", 0),
    "one letter": ("X\nY\nå\nK.", 4),
    "the same twice": ("Kari Nordmann, Solsida, vernepleier\n" * 3, 3),
    "ordinary words": ("Liv\nBo\nDag Stein\nVår Li", 4),
    "five hundred": (MANY, 500),
    "an open quote": ('"Kari Nordmann, Solsida\nPer Hovland, Nord, kokk', 2),
    "signs": ("[/b] *x*\n<script>\n\u202eKari\n👩\u200d👧 Per\n" + "Å" * 3000, 5),
}


async def put_down(pilot: Pilot[None], people: str) -> None:
    """Write who is here, as a facilitator does who pastes a list."""
    await press(pilot, "p")
    assert isinstance(pilot.app.screen, GatherScreen)
    pilot.app.screen.query_one("#people", TextArea).text = people
    await press(pilot, "ctrl+s")


@pytest.fixture
async def lobby(on_stage: Stage) -> AsyncIterator[tuple[Room, Pilot[None]]]:
    room = on_stage.room()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        yield room, pilot


@pytest.mark.parametrize(("people", "known"), LISTS.values(), ids=LISTS)
async def test_any_list_is_taken_and_the_cafe_goes_on_to_its_files(
    people: str, known: int, lobby: tuple[Room, Pilot[None]]
) -> None:
    room, pilot = lobby
    await put_down(pilot, people)
    assert isinstance(pilot.app.screen, LobbyScreen)
    assert len(room.session.people) == known
    room.write(1, "X, y og Kari Nordmann sa at liv og død er en del av dagen, og vi må bo et sted")
    room.make_item("Vi må bo et sted", ask="et sted å bo, og x kroner")
    room.decide(1, Fate.RAISED)
    await press(pilot, *["n"] * 7, "v", "escape", "n", "n", "a")
    assert room.session.approved
    leaders = room.minutes_files().leaders.read_text(encoding="utf-8")
    assert "Vi må bo et sted" in leaders
    assert "et sted å bo, og x kroner" in leaders


async def test_a_list_that_is_no_list_is_told_and_nothing_is_changed(lobby: tuple[Room, Pilot[None]]) -> None:
    room, pilot = lobby
    before = room.session.people
    await put_down(pilot, "x" * 200_000)
    assert isinstance(pilot.app.screen, GatherScreen)
    assert "én person på hver linje" in str(pilot.app.screen.query_one("#wrong").render())
    assert room.session.people == before


async def test_names_that_are_ordinary_words_are_asked_about(lobby: tuple[Room, Pilot[None]]) -> None:
    room, pilot = lobby
    await put_down(pilot, "Liv Aas\nBo Dahl\nVår Vik\nStein Moe")
    room.write(1, "Vår i lufta", "a")
    room.write(1, "Stein og is på gangveien", "b")
    room.write(1, "Stein sa at vår er fin, og at vi må bo godt", "c")
    await press(pilot, *["n"] * 7)
    assert told(pilot) == "2 ord kan peke på noen: trykk v."
    shown = listed(pilot.app.screen.query_one(NoteList))
    assert "Vår i lufta" in shown
    assert "Det ble sagt at vår er fin, og at vi må bo godt" in shown
    await press(pilot, "v")
    assert "«Vår i lufta»" in sheet(pilot)


async def test_one_who_stands_there_three_times_is_one_when_holders_of_a_role_are_counted(
    lobby: tuple[Room, Pilot[None]],
) -> None:
    room, pilot = lobby
    await put_down(pilot, "Kari Nordmann, Solsida, vernepleier\n" * 3 + "Per Moe, Nord, kokk")
    room.write(1, "vernepleieren på Solsida er alene om kvelden", "a")
    await press(pilot, *["n"] * 7)
    shown = listed(pilot.app.screen.query_one(NoteList))
    assert "alene om kvelden" in shown
    assert "vernepleier" not in shown
    assert "Solsida" not in shown
