"""Phones in a real browser that answer the evaluation. Run as `python -m tests.tui.door.forms URL PHONES SECONDS`.

Says "ready" when every page is open, and waits for a line; then lets them answer one after the other within so many
seconds, and prints the seconds that each took from the tap until it was told that its form is delivered. In a room each
phone has a processor of its own; here they share the laptop's, and give way to the wall.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright, expect

if TYPE_CHECKING:
    from playwright.async_api import Page

GIVE_WAY = 10  # how much nicer than the wall; much more, and on a busy machine they would not get to answer at all
PATIENCE = 120_000  # milliseconds until a form that is not delivered is given up
TICKS = ("lite nyttig", "nyttig", "svært nyttig")


async def answer(page: Page, number: int, wait: float) -> float:
    """Fill in the form and hand it in, after some seconds; gives how long the receipt took."""
    await asyncio.sleep(wait)
    await page.get_by_label(TICKS[number % 3], exact=True).check()
    await page.locator("#well").fill(f"grunn nummer {number:02}")
    begun = perf_counter()
    await page.get_by_role("button", name="Lever").tap()
    await expect(page.locator("#state")).to_have_text("Levert ✓", timeout=PATIENCE)
    return perf_counter() - begun


async def main(url: str, phones: int, seconds: float) -> list[float]:
    """Open the pages, wait for the word, and let them all answer."""
    async with async_playwright() as playwright:
        flags = ["--no-sandbox", "--no-first-run", "--disable-gpu"]
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        pages = []
        for _ in range(phones):
            context = await browser.new_context(viewport={"width": 390, "height": 780}, is_mobile=True, has_touch=True)
            pages.append(await context.new_page())
            await pages[-1].goto(url)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        answers = [answer(page, number, number * seconds / phones) for number, page in enumerate(pages)]
        taken = await asyncio.gather(*answers)
        await browser.close()
    return list(taken)


if __name__ == "__main__":
    os.nice(GIVE_WAY)
    print(json.dumps(asyncio.run(main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))))
