"""The evaluation on real phones: a roomful of them, one that goes from hand to hand, and one that loses the laptop."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from sessions.ballots import Ballots
from tests.tui.door.browsing import phone, without_its_script
from tests.tui.door.conftest import NAME
from tests.tui.door.hall import opened
from tests.tui.door.wall import wall
from tests.tui.stage import to_evaluation

if TYPE_CHECKING:
    from re import Pattern

    from playwright.async_api import Browser, BrowserContext, Page

    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall

PHONES = 12  # tests.bench.evaluation has forty
DELIVERED, WAITS = "Levert ✓", "Svaret er kommet fram."


@pytest.fixture
def room(room: Room) -> Room:
    room.gather(PHONES, ())
    to_evaluation(room)
    return room


async def scanned(context: BrowserContext, url: str) -> Page:
    page = await context.new_page()
    await page.goto(url)
    await expect(page.locator("#form")).to_be_visible()
    return page


async def answer(page: Page, tick: str, well: str = "") -> None:
    await page.get_by_label(tick, exact=True).check()
    await page.locator("#well").fill(well)
    await page.get_by_role("button", name="Lever").tap()


async def fill(hall: Hall, count: int = 2) -> None:
    """Let so many others answer."""
    for number in range(count):
        await hall.phone.post(hall.form, {"id": f"another-{number:08}", "tick": "useful"})


async def test_a_roomful_of_phones_answers_and_the_wall_counts_them(
    browser: Browser, desk: Desk, room: Room, store: TinyStore
) -> None:
    """Each is told when its form is on disk; while it is open the wall says how many have answered, and no more."""
    async with wall(desk, room, (80, 24), [NAME]) as seen, AsyncExitStack() as stack:
        contexts = [await stack.enter_async_context(phone(browser)) for _ in range(PHONES)]
        assert await seen.shows("#answered") == f"0 av {PHONES} svar"

        at_once = asyncio.Semaphore(8)  # two of them at most wait for a third

        async def one(number: int) -> None:
            async with at_once:
                page = await scanned(contexts[number], seen.door.phones.form)
                await answer(page, ("lite nyttig", "nyttig", "svært nyttig")[number % 3], f"grunn nummer {number:02}")
                await expect(page.locator("#state")).to_have_text(DELIVERED, timeout=60_000)
                await page.close()

        async with asyncio.timeout(120):
            await asyncio.gather(*map(one, range(PHONES)))
        [kept] = store.sessions()
        assert (kept.ballots.little, kept.ballots.useful, kept.ballots.very) == (4, 4, 4)
        assert kept.ballots.well == tuple(f"grunn nummer {number:02}" for number in range(PHONES))
        assert await seen.shows("#answered") == f"{PHONES} av {PHONES} svar"
        assert "grunn nummer" not in seen.app.export_screenshot()


async def test_one_phone_passes_from_hand_to_hand(browser: Browser, room: Room) -> None:
    """The next does not see what the one before has written, and nobody has to wait for the others' receipts."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await scanned(context, hall.wall.form)
        for number in range(5):
            await expect(page.locator("#well")).to_have_value("")
            await expect(page.locator(":checked")).to_have_count(0)
            await answer(page, "nyttig", f"person {number}")
            await expect(page.locator("#state")).to_have_text(DELIVERED if number == 2 else _starts(WAITS))
            await page.get_by_role("button", name="Neste person").tap()
        await expect(page.locator("#others")).to_have_text("Svar fra denne telefonen som venter på å bli lagret: 2.")
        room.let_evaluate(False)
        await expect(page.locator("#others")).to_have_text("")
        assert room.session.ballots.well == tuple(f"person {number}" for number in range(5))
        assert await page.evaluate("Object.values(localStorage).filter((v) => v.includes('person'))") == []


def _starts(text: str) -> Pattern[str]:
    return re.compile(f"^{re.escape(text)}")


async def test_what_is_written_is_there_after_a_reload_until_it_is_delivered(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await scanned(context, hall.wall.form)
        await page.get_by_label("svært nyttig").check()
        await page.locator("#better").press_sequentially("mer tid, é og ø")
        await page.get_by_role("link", name="Nynorsk").tap()
        await expect(page.get_by_label("Dialogkafeen kan bli betre gjennom")).to_have_value("mer tid, é og ø")
        await expect(page.get_by_label("svært nyttig")).to_be_checked()
        await page.get_by_role("button", name="Lever").tap()
        await expect(page.locator("#state")).to_have_text(_starts("Svaret er kome fram."))
        await page.reload()
        await expect(page.locator("#state")).to_have_text(_starts("Svaret er kome fram."))
        await fill(hall)
        await expect(page.locator("#state")).to_have_text(DELIVERED)
        await page.reload()
        await expect(page.locator("#state")).to_have_text(DELIVERED)
        assert room.session.ballots.better == ("mer tid, é og ø",)


async def test_what_is_written_before_the_page_is_all_there_is_kept(browser: Browser, room: Room) -> None:
    """On a slow network the script comes late, and somebody has begun."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await context.new_page()
        for typed, stands in (("mer tid", "mer tid"), ("og ro", "mer tid\nog ro")):
            async with without_its_script(page, "form.js"):
                await page.goto(hall.wall.form, wait_until="commit")
                await page.locator("#better").fill(typed)
            await expect(page.locator("#better")).to_have_value(stands)
        await page.get_by_role("button", name="Lever").tap()
        await expect(page.locator("#state")).to_have_text(_starts(WAITS))
        await fill(hall)
        await expect(page.locator("#state")).to_have_text(DELIVERED)
        assert room.session.ballots.better == ("mer tid og ro",)


async def test_a_form_that_waited_when_the_laptop_was_killed_is_sent_again(
    browser: Browser, room: Room, desk: Desk
) -> None:
    """It is not on disk and has no receipt; one that is on disk and whose receipt was lost is not counted twice."""
    async with phone(browser) as context:
        async with opened(room, NAME) as hall:
            page = await scanned(context, hall.wall.form)
            await answer(page, "lite nyttig", "tida gikk fort")
            await expect(page.locator("#state")).to_have_text(_starts(WAITS))
        await expect(page.locator("#state")).to_have_text(_starts("Ikke kontakt."), timeout=10_000)
        again = desk.open(desk.sessions()[0])
        assert again.box.answered == 0
        async with opened(again, NAME) as hall:
            await expect(page.locator("#state")).to_have_text(_starts(WAITS), timeout=10_000)
            await fill(hall)
            await expect(page.locator("#state")).to_have_text(DELIVERED, timeout=10_000)
        assert again.session.ballots == Ballots(little=1, useful=2, answered=3, well=("tida gikk fort",))


async def test_who_is_refused_keeps_her_words_and_can_hand_in_when_the_facilitator_lets_her(
    browser: Browser, room: Room
) -> None:
    room.gather(2, ())
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await scanned(context, hall.wall.form)
        await fill(hall)
        await answer(page, "nyttig", "jeg kom sent")
        await expect(page.locator("#told")).to_have_text(_starts("Det er kommet like mange svar"))
        await expect(page.locator("#well")).to_have_value("jeg kom sent")
        room.let_one_more_answer()
        await page.get_by_role("button", name="Lever").tap()
        await expect(page.locator("#state")).to_have_text(DELIVERED)


async def test_an_empty_form_is_told_so_on_the_phone(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await scanned(context, hall.wall.form)
        await page.locator("#well").fill("   ")
        await page.get_by_role("button", name="Lever").tap()
        await expect(page.locator("#told")).to_have_text(_starts("Skjemaet er tomt."))
        assert room.box.answered == 0


async def test_the_page_opens_by_itself_when_the_facilitator_has_come_so_far(browser: Browser, room: Room) -> None:
    room.back()
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await context.new_page()
        await page.goto(hall.wall.form)
        await expect(page.locator("#shut")).to_have_text(_starts("Evalueringen er ikke åpen ennå."))
        room.next()
        await expect(page.locator("#form")).to_be_visible(timeout=10_000)


async def test_without_javascript_there_is_a_plain_form_and_a_plain_receipt(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser, java_script_enabled=False) as context:
        page = await scanned(context, hall.wall.form)
        await answer(page, "svært nyttig", "uten skript")
        await expect(page.get_by_role("heading")).to_have_text("Svaret er kommet fram")
        await fill(hall)
        await page.get_by_role("button", name="Se om det er levert").tap()
        await expect(page.get_by_role("heading")).to_have_text(DELIVERED)
        await page.get_by_role("link", name="Neste person").tap()
        await expect(page.locator("#well")).to_have_value("")
        assert room.session.ballots.well == ("uten skript",)


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (320, "200%"), (390, "200%")])
async def test_nothing_is_cut_off_on_a_narrow_phone_with_large_text(
    browser: Browser, room: Room, width: int, size: str
) -> None:
    async with opened(room, NAME) as hall, phone(browser, viewport={"width": width, "height": 640}) as context:
        page = await scanned(context, hall.wall.form)
        await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        for target in await page.locator("button:visible, nav a, .tick").all():
            box = await target.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["width"] >= 44
