"""Cards to print: one for each table, with a code that leads to it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image

from tests.tui.door.hall import opened
from tests.tui.door.phone import path_of
from tui.door.cards import write_cards

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser

    from sessions.room import Room


async def test_each_table_has_a_card_whose_code_leads_to_it(room: Room, tmp_path: Path, browser: Browser) -> None:
    path = write_cards(room, ["127.0.0.1"], tmp_path)
    page = await browser.new_page()
    await page.goto(path.as_uri())
    assert "Pårørende" in await page.inner_text("body")
    cards = [await card.screenshot() for card in await page.locator("article").all()]
    codes = [zxingcpp.read_barcodes(Image.open(io.BytesIO(card)))[0].text for card in cards]
    assert [code.rpartition("table=")[2] for code in codes] == ["1", "2", "3", "4"]
    async with opened(room) as hall:
        assert f"/{hall.door.keys.door}" in codes[1]  # on whichever port is free
        only = await hall.phone.get(f"{path_of(codes[1])}?table=2")
        assert "Måltider" in only.text
        assert "Pårørende" not in only.text
