"""A table host's phone on a bad network, in a real browser: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

from tests.tui.door.browsing import SAVED, phone, seated, texts_in, write
from tests.tui.door.conftest import NAME
from tests.tui.door.hall import opened
from tests.tui.door.phone import path_of

if TYPE_CHECKING:
    from playwright.async_api import Browser, Route

    from sessions.room import Room
    from sessions.store import TinyStore


async def test_the_laptop_goes_and_comes_back_and_nothing_is_lost_or_doubled(
    browser: Browser, room: Room, store: TinyStore
) -> None:
    """The red bar within five seconds; notes wait on the phone, through a reload of the program, and go up in order."""
    room.next()
    async with phone(browser) as context:
        async with opened(room, NAME) as hall:
            page = await seated(context, hall)
            await write(page, "Før")
            await expect(page.locator("#told")).to_have_text(SAVED)
        await expect(page.locator("#bar")).to_be_visible(timeout=5_000)
        for text in ("Først", "Så", "Til slutt"):
            await write(page, text)
        await expect(page.locator("#notes li small").first).to_have_text("Runde 1 · ⟳ venter på nett")
        assert texts_in(store) == ["Før"]
        async with opened(room, NAME):
            await expect(page.locator("#bar")).to_be_hidden(timeout=10_000)
            await expect(page.get_by_text("✓ på maskinen")).to_have_count(4)
            assert texts_in(store) == ["Før", "Først", "Så", "Til slutt"]


async def test_a_phone_without_a_network_keeps_what_is_written(browser: Browser, room: Room, store: TinyStore) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await context.set_offline(True)
        await expect(page.locator("#bar")).to_be_visible(timeout=5_000)
        await write(page, "Uten nett")
        await expect(page.get_by_text("venter på nett")).to_be_visible()
        assert texts_in(store) == []
        await context.set_offline(False)
        await expect(page.locator("#told")).to_have_text(SAVED)
        assert texts_in(store) == ["Uten nett"]


async def test_a_phone_that_is_full_sends_what_is_written(browser: Browser, room: Room, store: TinyStore) -> None:
    """Nothing more can be kept on it; what it kept before does not come in the way of what is new."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await context.set_offline(True)
        await write(page, "Før den var full")
        full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
        await page.evaluate(f"void ({full})")
        await write(page, "Da den var full")
        await expect(page.get_by_text("venter på nett")).to_have_count(2)
        await context.set_offline(False)
        await expect(page.get_by_text("✓ på maskinen")).to_have_count(2)
        assert texts_in(store) == ["Før den var full", "Da den var full"]


async def test_an_answer_that_is_lost_makes_no_second_note(browser: Browser, room: Room, store: TinyStore) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        lost = 0

        async def swallow(route: Route) -> None:
            nonlocal lost
            lost += 1
            if lost <= 2:
                await hall.phone.post(path_of(route.request.url), route.request.post_data_json)
                await route.abort()
            else:
                await route.continue_()

        await page.route(re.compile("/notes"), swallow)
        await write(page, "Sendt tre ganger")
        await expect(page.locator("#told")).to_have_text(SAVED)
        assert lost >= 3
        assert texts_in(store) == ["Sendt tre ganger"]


async def test_what_the_network_has_held_back_changes_nothing_when_it_comes(
    browser: Browser, room: Room, store: TinyStore
) -> None:
    """The note as it first was, a change of it and its taking back, each of them once more and out of order."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        sent: list[Any] = []
        page.on("request", lambda request: sent.append(request.post_data_json) if "/notes" in request.url else None)
        await write(page, "Først")
        await page.get_by_role("button", name="Endre").tap()
        await page.locator("#text").fill("Så")
        await page.get_by_role("button", name="Lagre endringen").tap()
        await expect(page.locator("#notes li p")).to_have_text("Så")
        await expect(page.locator("#notes li small")).to_have_text("Runde 1 · ✓ på maskinen")
        assert (await hall.phone.post(f"{hall.seat(2)}/notes", sent[0])).json["note"]["text"] == "Så"
        assert texts_in(store) == ["Så"]
        await page.get_by_role("button", name="Ta tilbake").tap()
        await page.get_by_role("button", name="Ta det bort?").tap()
        await expect(page.locator("#told")).to_have_text("Tatt tilbake ✓")
        for late in (sent[1], sent[0], sent[2]):
            assert (await hall.phone.post(f"{hall.seat(2)}/notes", late)).json == {"note": None}
            assert texts_in(store) == []
