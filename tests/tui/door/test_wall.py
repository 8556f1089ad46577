"""What the room sees of the phones: a code that can be scanned from any screen, who is here, and who asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image

from sessions.desk import Desk
from tests.tui.door.wall import CELL, picture, pressed_keys, wall
from tests.tui.stage import HandClock, to_evaluation
from tui.screens.code import wifi_code
from tui.themes import THEMES
from tui.widgets.qr import QrCode

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from sessions.room import Room
    from sessions.store import TinyStore

HERE = ("192.168.100.117",)  # as long as the addresses of a room are
SIZES = [(80, 24), (120, 40), (240, 67)]
NO_NETWORK: dict[str, Any] = {}
NETWORK: dict[str, Any] = {"wifi": "Møterom Solsida", "wifi_password": "kaffe og kaker"}
MODULE = 3  # picture points that a module of the code has left: a phone far back in the room


def read(image: Image.Image, scale: int) -> set[str]:
    """Read the codes in a picture of the wall, made so small that a module has three points."""
    share = MODULE / (CELL * scale)
    small = image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BOX)
    return {code.text for code in zxingcpp.read_barcodes(small)}


@pytest.mark.parametrize("size", SIZES)
async def test_the_code_on_the_wall_can_be_read_in_every_theme(
    desk: Desk, room: Room, browser: Browser, size: tuple[int, int]
) -> None:
    async with wall(desk, room, size, HERE) as seen:
        for theme in THEMES:
            seen.app.theme = theme.name
            await seen.pilot.pause()
            code = seen.app.screen.query_one(QrCode)
            assert code.scale == (2 if size[0] >= 160 else 1)
            assert read(await picture(seen.app, browser), code.scale) == {seen.door.url()}


@pytest.mark.parametrize("size", SIZES)
async def test_the_large_code_can_be_read_with_the_networks_beside_it(
    desk: Desk, room: Room, browser: Browser, size: tuple[int, int]
) -> None:
    async with wall(desk, room, size, HERE) as seen:
        await seen.pilot.press("w")
        await seen.pilot.pause()
        scale = seen.app.screen.query_one("#page QrCode", QrCode).scale
        assert scale >= (2 if size[0] >= 120 else 1)
        assert read(await picture(seen.app, browser), scale) == {seen.door.url()}
        await seen.pilot.press("f", *"Sal;2", "tab", *"kaffe", "ctrl+s")
        await seen.pilot.pause()
        scale = seen.app.screen.query_one("#page QrCode", QrCode).scale
        assert room.session.entry.wifi == "Sal;2"
        network = "WIFI:T:WPA;S:Sal\\;2;P:kaffe;;"
        assert wifi_code(room.session.entry) == network
        assert read(await picture(seen.app, browser), scale) == {network, seen.door.url()}


@pytest.mark.parametrize("size", [(60, 18), (70, 20)])
@pytest.mark.parametrize("network", [NO_NETWORK, NETWORK])
async def test_where_the_large_code_has_no_room_the_way_in_stands_there_in_words(
    desk: Desk, room: Room, size: tuple[int, int], network: dict[str, Any]
) -> None:
    room.admit(replace(room.session.entry, **network))
    async with wall(desk, room, size, HERE) as seen:
        await seen.pilot.press("w")
        title = "2. Skriv adressen på telefonen" if network else "Skriv adressen på telefonen"
        assert await seen.shows("#page .for") == title
        assert await seen.shows("#page .under") == seen.door.phones.short
        assert seen.app.screen.query_one("#network").display is bool(network)
        if network:
            assert await seen.shows("#network .under") == "Nett: Møterom Solsida\nPassord: kaffe og kaker"
        said = "Her er det ikke plass til koden. Den kommer når vinduet er større eller skriften mindre."
        assert (await seen.shows("#no-room")).split() == said.split()
        assert not any(code.region for code in seen.app.screen.query(QrCode))


@pytest.mark.parametrize("size", [(80, 24), (100, 24)])
async def test_two_codes_that_have_no_room_side_by_side_come_one_after_the_other(
    desk: Desk, room: Room, browser: Browser, size: tuple[int, int]
) -> None:
    room.admit(replace(room.session.entry, **NETWORK))
    async with wall(desk, room, size, HERE) as seen:
        await seen.pilot.press("w")
        await seen.pilot.pause()
        assert read(await picture(seen.app, browser), 1) == {wifi_code(room.session.entry)}
        await seen.pilot.press("space")
        await seen.pilot.pause()
        assert read(await picture(seen.app, browser), 1) == {seen.door.url()}


@pytest.mark.parametrize("size", SIZES)
async def test_the_code_of_the_evaluation_can_be_read_and_its_large_one_too(
    desk: Desk, room: Room, browser: Browser, size: tuple[int, int]
) -> None:
    room.gather(8, ())
    to_evaluation(room)
    async with wall(desk, room, size, HERE) as seen:
        form = seen.door.phones.form
        code = seen.app.screen.query_one(QrCode)
        assert read(await picture(seen.app, browser), code.scale) == {form}
        await seen.pilot.press("w")
        await seen.pilot.pause()
        large = seen.app.screen.query_one("#page QrCode", QrCode)
        assert large.scale >= code.scale
        assert read(await picture(seen.app, browser), large.scale) == {form}
        assert "Skann og svar" in await seen.shows("#page .for")
        await seen.pilot.press("escape", "v")
        await seen.pilot.pause()
        assert read(await picture(seen.app, browser), 1) == set()


async def test_every_cell_of_the_code_is_black_on_white(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24), HERE) as seen:
        for theme in THEMES:
            seen.app.theme = theme.name
            await seen.pilot.pause()
            code = seen.app.screen.query_one(QrCode)
            styles = {segment.style for y in range(code.size.height) for segment in code.render_line(y)}
            colours = {(s.color.triplet.hex, s.bgcolor.triplet.hex) for s in styles if s and s.color and s.bgcolor}  # type: ignore[union-attr]  # colours of the code are exact
            assert colours == {("#000000", "#ffffff")}


async def test_a_window_that_is_too_low_for_the_code_shows_the_address(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (60, 18), HERE) as seen:
        assert not seen.app.screen.query_one(QrCode).display
        assert seen.door.phones.short in await seen.shows("#address")


async def test_the_lobby_shows_which_tables_have_a_phone_and_how_many_have_come(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24), HERE) as seen:
        assert await seen.shows("#tables") == "1 ○   2 ○   3 ○   4 ○"
        assert "Ingen telefoner har nådd oss ennå." in await seen.shows("#reached")
        seen.door.greet()
        seen.door.heard(3)
        assert await seen.shows("#tables") == "1 ○   2 ○   3 ●   4 ○"
        assert await seen.shows("#reached") == "1 telefon har nådd oss."


@pytest.mark.parametrize(
    ("size", "told"), [((80, 24), "3 ○ borte ✎2"), ((120, 40), "3 ○ telefonen borte 2 min Pårørende ✎ 2 min")]
)
async def test_the_lobby_tells_which_phone_has_gone_silent_and_when_its_table_wrote(
    store: TinyStore, desk: Desk, room: Room, size: tuple[int, int], told: str
) -> None:
    room.host_writes(3, "Før vi begynte", "abcdef012345").result()
    later = Desk(store, HandClock(room.now + 150), desk.minutes)
    async with wall(later, later.open(room.session), size, HERE) as seen:
        seen.door.heard(3)
        seen.door._last_word[3] -= 150
        seen.door.tell()
        assert told in " ".join((await seen.shows("#tables")).split())


@pytest.mark.parametrize("columns", [60, 66, 72, 80, 90])
async def test_a_line_of_tables_breaks_between_two_of_them(desk: Desk, room: Room, columns: int) -> None:
    async with wall(desk, room, (columns, 18), HERE) as seen:
        lines = (await seen.shows("#tables")).splitlines()
        assert "   ".join(lines) == "1 ○ Rapport og overlapp   2 ○ Måltider   3 ○ Pårørende   4 ○ Nye kolleger"


async def test_one_key_lets_a_second_phone_in(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24)) as seen:
        seen.door.heard(2)
        first, second = seen.door.ask(2), seen.door.ask(2)
        assert first
        assert second
        assert "En telefon til vil skrive for bord 2." in await seen.shows("#asks")
        await seen.pilot.press("j")
        assert seen.door.asked(first) == (2, True)
        await seen.pilot.press("escape")
        await seen.pilot.pause()
        assert seen.door.asked(second) == (2, False)
        assert not seen.app.screen.query_one("#asks").display


async def test_d_closes_the_door_and_writing(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24), HERE) as seen:
        await seen.pilot.press("d", "d", "i")
        assert not room.session.entry.open
        assert not room.session.writing
        await seen.pilot.press("escape")
        await seen.pilot.pause()
        assert not seen.app.screen.query_one(QrCode).display
        assert "Døra er stengt for nye telefoner." in (await seen.shows("#reached")).replace("\n", " ")


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_both_switches_of_the_door_stand_with_their_keys(desk: Desk, room: Room, size: tuple[int, int]) -> None:
    async with wall(desk, room, size, HERE) as seen:
        await seen.pilot.press("d")
        assert (await seen.shows("KeyLine")).strip() == "esc lukk   d nye telefoner   i nye innspill"


async def test_the_large_code_is_there_while_someone_can_come_in(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24), HERE) as seen:
        await seen.pilot.press("w", "d", "d", "escape")
        assert "Døra er stengt for nye telefoner." in await seen.shows("#reached")
        assert not any(code.region for code in seen.app.screen.query(QrCode))
        await seen.pilot.press("d", "d", "escape")
        assert "Ingen telefoner har nådd oss ennå." in await seen.shows("#reached")
        assert any(code.region for code in seen.app.screen.query(QrCode))


async def test_no_code_of_the_evaluation_leads_to_a_door_that_is_closed(desk: Desk, room: Room) -> None:
    room.gather(8, ())
    to_evaluation(room)
    async with wall(desk, room, (80, 24), HERE) as seen:
        await seen.pilot.press("w")
        assert "Ingen telefoner har nådd oss ennå." in await seen.shows("#reached")
        assert any(code.region for code in seen.app.screen.query(QrCode))
        await seen.pilot.press("d", "d", "escape")
        assert "Døra er stengt for nye telefoner." in await seen.shows("#reached")
        assert not any(code.region for code in seen.app.screen.query(QrCode))


async def test_a_leads_to_the_next_address_where_there_is_one(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (80, 24), ("192.168.1.7", "10.0.0.4")) as seen:
        await seen.pilot.press("a")
        await seen.pilot.pause()
        assert "10.0.0.4" in await seen.shows("#address")
        assert seen.app.screen.query_one(QrCode).text.startswith("http://10.0.0.4:")


async def test_without_a_network_the_wall_says_what_to_try(desk: Desk, room: Room) -> None:
    async with wall(desk, room, (120, 40)) as seen:
        assert not seen.app.screen.query_one(QrCode).display
        assert "Bare denne maskinen" in await seen.shows("#reached")


async def test_keys_that_are_measured_again_are_measured_alone(desk: Desk, room: Room) -> None:
    """What a bench compares: a key that is pressed later is none of those before."""
    room.next()
    async with wall(desk, room, (80, 24)) as seen:
        first = await pressed_keys(seen, 0.5)
        as_measured = list(first)
        assert await pressed_keys(seen, 0.5)
        assert first == as_measured
