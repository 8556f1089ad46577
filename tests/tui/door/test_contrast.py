"""All that a phone shows can be read, in daylight and in a dark room: WCAG 2.2, level AA."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.tui.door.browsing import SAVED, phone, seated, write
from tests.tui.door.conftest import NAME
from tests.tui.door.contrast import contrasts
from tests.tui.door.hall import opened

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from sessions.room import Room

SCHEMES = ("light", "dark")


async def readable(page: Page, *shown: str) -> None:
    """All that is visible has the contrast it must have; what should be `shown` is among it."""
    found = await contrasts(page)
    for text in shown:
        assert any(text in what for what, _, _ in found), f"{text} is not visible"
    faint = [f"{what}: {ratio} of {least}" for what, ratio, least in found if ratio < least]
    assert not faint


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_way_in_can_be_read(browser: Browser, room: Room, scheme: str) -> None:
    """The code, a wrong one, the tables, one that is taken, the answers of the facilitator, and a closed door."""
    async with opened(room, NAME) as hall, phone(browser, color_scheme=scheme) as context:
        page = await context.new_page()
        await page.goto(hall.door.url().rpartition("/")[0])
        await readable(page, "Skriv de fire bokstavene på veggen", "edge of #code", "ring of focus")
        await page.locator("#code").fill("aaaa")
        await page.get_by_role("button").tap()
        await expect(page.get_by_role("alert")).to_have_text(re.compile("Det var ikke koden på veggen"))
        await readable(page, "Det var ikke koden på veggen.", "edge of #code")
        hall.door.heard(2)
        await page.goto(hall.door.url())
        await page.keyboard.press("Tab")
        await readable(page, "Måltider", "har en telefon", "ring of focus", "Nynorsk", "slettes 14 dager")
        await page.get_by_role("button", name="Bord 2").tap()
        await expect(page.get_by_role("heading")).to_have_text("Bord 2 har en telefon fra før")
        await readable(page, "Prosesslederen blir spurt.", "Velg bord")
        hall.door.answer(yes=False)
        await expect(page.get_by_role("heading")).to_have_text("Bord 2 blir hos den telefonen det har")
        await readable(page, "Skriv sammen med den som har bordet", "Velg bord")
        room.admit(replace(room.session.entry, open=False))
        await page.goto(hall.door.url())
        await readable(page, "Det er stengt for nye telefoner")


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_page_to_write_on_can_be_read(browser: Browser, room: Room, scheme: str) -> None:
    """Empty, with what is written, while it is changed and taken back, without contact, and when writing is closed."""
    room.next()
    async with phone(browser, color_scheme=scheme) as context:
        async with opened(room, NAME) as hall:
            page = await seated(context, hall)
            await page.keyboard.press("Tab")
            await readable(page, "Runde 1 av 3", "Det bordet sier", "Send", "Ingenting ennå.", "tick", "ring of focus")
            await page.locator("#lift").check()
            await write(page, "Radioen står på under middagen")
            await expect(page.locator("#told")).to_have_text(SAVED)
            await readable(page, SAVED, "Radioen står på", "bør løftes? · ✓ på maskinen", "Endre", "Ta tilbake")
            await page.get_by_role("button", name="Endre").tap()
            await page.get_by_role("button", name="Ta tilbake").tap()
            await readable(page, "La det stå", "Lagre endringen", "Ta det bort?")
            await page.get_by_role("button", name="La det stå").tap()
            await page.locator("#text").fill("Rakk ikke")
            room.let_write(False)
            await expect(page.locator("#send")).to_be_disabled()
            await readable(page, "Prosesslederen har stengt", "Rakk ikke", "Send")
            room.let_write(True)
            await expect(page.locator("#send")).to_be_enabled()
        await expect(page.locator("#bar")).to_be_visible()
        await write(page, "Skrevet uten nett")
        room.let_write(False)
        await readable(page, "Ikke kontakt.", "⟳ venter på nett")
        async with opened(room, NAME):
            await expect(page.locator("#notes .bad")).to_be_visible(timeout=15_000)
            await readable(page, "Ikke tatt imot: Prosesslederen har stengt", "Prosesslederen har stengt")


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_page_without_the_script_can_be_read(browser: Browser, room: Room, scheme: str) -> None:
    async with opened(room, NAME) as hall, phone(browser, color_scheme=scheme, java_script_enabled=False) as context:
        page = await seated(context, hall)
        await write(page, "Uten skript")
        await expect(page.locator("#told")).to_have_text(SAVED)
        await readable(page, SAVED, "Hent nytt", "Uten skript", "Endre", "Ta tilbake")
        await page.get_by_role("link", name="Endre").tap()
        await expect(page.locator("#text")).to_have_value("Uten skript")
        await readable(page, "Lagre endringen")
