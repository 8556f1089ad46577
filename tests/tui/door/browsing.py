"""A host's phone in a real browser, and what she does with it."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, BrowserContext, Page, Route

    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 780},
    "is_mobile": True,
    "has_touch": True,
    "locale": "nb-NO",
}
SAVED = "Lagret på maskinen ✓"


@asynccontextmanager
async def phone(browser: Browser, **unlike: object) -> AsyncIterator[BrowserContext]:
    """A phone that has not been here before; whatever its page throws fails the test."""
    context = await browser.new_context(**(PHONE | unlike))
    context.set_default_timeout(10_000)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    await context.close()
    assert not errors


async def seated(context: BrowserContext, hall: Hall, table: int = 2) -> Page:
    """Scan, tap the table, and wait until the page listens."""
    page = await context.new_page()
    await page.goto(hall.door.url())
    await page.get_by_role("button", name=f"Bord {table}").tap()
    await expect(page.locator("#text")).to_be_visible()
    await hall.until(lambda: table in hall.wall.here)
    return page


@asynccontextmanager
async def without_its_script(page: Page, script: str) -> AsyncIterator[None]:
    """Hold the page's script back, as a slow network does; at the end it comes."""
    comes = asyncio.Event()

    async def hold(route: Route) -> None:
        await comes.wait()
        await route.continue_()

    await page.route(f"**/{script}", hold)
    async with page.expect_response(f"**/{script}"):
        yield
        comes.set()
    await page.unroute(f"**/{script}")


async def write(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.get_by_role("button", name="Send").tap()


def texts_in(store: TinyStore) -> list[str]:
    return [note.text for note in store.sessions()[0].notes.values()]
