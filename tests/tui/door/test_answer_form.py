"""The leaders' form in a real browser, opened as a file without a network: what is typed in it comes back."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from sessions.intake import take_in
from sessions.items import Fate
from sessions.sorting import decided
from tests.sessions.editors import canonical
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, hold, meeting
from tests.tui.door.browsing import phone
from tests.tui.door.contrast import contrasts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Locator, Page

    from sessions.desk import Desk
    from sessions.session import Session

LABELS = ("Slik forstår vi saken:", "Dette gjør vi:", "Ansvarlig:", "Frist:")
TYPED = {
    "1-1": (
        'Vi ser det, både på dag og natt.\nDet gjelder «alle»: 100 % av vikarene – og "flere".\n\nFrist: viktig.',
        "# Nei\n- én\n- *to*, [tre](http://x.no) og `fire`\n\n1. mai\n| a | b |\n---\n<b>&amp;</b> \\ ~~x~~",
        "Tone Eksempel, tone_e@kommune.no",
        "1. desember",
    ),
    "2-1": ("- Ansvarlig: ikke oss\n### Sak 1-2: Nei", "Nei, fordi …", "Slettes", "### Frist\n\n  før jul  "),
}


@pytest.fixture
def second(desk: Desk) -> Session:
    """The second meeting of a group, two items of the first still waiting."""
    hold(desk, meeting(1, [TRAINING, OVERLAP]))
    return hold(desk, meeting(2, [MEALS]))


@asynccontextmanager
async def opened(browser: Browser, form: Path, **unlike: object) -> AsyncIterator[Page]:
    """The form as a leader opens it from an attachment: no network, and nothing asked for but the file itself."""
    asked: list[str] = []
    async with phone(browser, offline=True, **unlike) as context:
        context.on("request", lambda request: asked.append(request.url))
        context.on("dialog", lambda dialog: dialog.accept())
        page = await context.new_page()
        await page.goto(form.as_uri())
        yield page
    assert {url for url in asked if not url.startswith("blob:")} == {form.as_uri()}


def field(page: Page, item: str, label: str) -> Locator:
    return page.get_by_role("group", name=f"Svar fra leder på sak {item}", exact=True).get_by_label(label, exact=True)


async def saved(page: Page, folder: Path) -> Path:
    """Press the button, and give the file that the browser puts among its downloads."""
    async with page.expect_download() as coming:
        await page.get_by_role("button", name="Lagre svarene").click()
    download = await coming.value
    path = folder / download.suggested_filename
    await download.save_as(path)
    return path


async def test_what_is_typed_comes_back_whatever_it_looks_like(
    browser: Browser, desk: Desk, second: Session, tmp_path: Path
) -> None:
    """From a folder that nothing can be written in; after a reload; and the draft is gone when it is saved."""
    form = desk.minutes.write_form(second, desk.earlier(second))
    form.chmod(0o444)
    async with opened(browser, form) as page:
        for item, lines in TYPED.items():
            for label, text in zip(LABELS, lines, strict=True):
                await field(page, item, label).fill(text)
        await page.reload()
        await expect(page.locator("#told")).to_have_text("Det du begynte på sist, er hentet fram.")
        await expect(field(page, "1-1", LABELS[1])).to_have_value(TYPED["1-1"][1])
        await page.get_by_text("Kommer det ingen fil?").click()
        await field(page, "2-1", LABELS[2]).fill("")
        path = await saved(page, tmp_path)
        assert path.name == form.name.replace("-ledelse.html", "-ledelse-svar.md")
        await expect(page.locator("#told")).to_contain_text(f"Lagret som {path.name}")
        assert await page.locator("#whole").input_value() == path.read_text(encoding="utf-8")
        await page.reload()
        await expect(field(page, "1-1", LABELS[1])).to_have_value("")
    intake = take_in(desk, path)
    assert intake.doubts == ()
    typed = TYPED | {"2-1": (*TYPED["2-1"][:2], "", TYPED["2-1"][3])}
    given = {one.item: one.lines for one in desk.book(GROUP).group.answers}
    assert given == {item: tuple(map(canonical, lines)) for item, lines in typed.items()}


async def test_with_nothing_typed_it_gives_back_the_file_that_it_was_made_from(
    browser: Browser, desk: Desk, second: Session, tmp_path: Path
) -> None:
    written = desk.minutes.write(second, earlier=desk.earlier(second)).leaders
    async with opened(browser, desk.minutes.write_form(second, desk.earlier(second))) as page:
        path = await saved(page, tmp_path)
    assert path.read_bytes() == written.read_bytes()


async def test_a_draft_stays_with_its_item_when_the_minutes_are_approved_anew(
    browser: Browser, desk: Desk, second: Session
) -> None:
    """The group has changed its mind about the first item, and the leader gets the page again, under the same name."""
    earlier = desk.earlier(second)
    async with opened(browser, desk.minutes.write_form(second, earlier)) as page:
        await field(page, "1-2", LABELS[0]).fill("Om overlapp")
        first = replace(desk.find("2026-09-01"), approved_on=None)
        desk.keep(decided(first, 1, Fate.KEPT).approve(first.day))
        desk.minutes.write_form(second, desk.earlier(second))
        await page.reload()
        await expect(page.locator("fieldset")).to_have_count(2)
        await expect(field(page, "1-2", LABELS[0])).to_have_value("Om overlapp")
        await expect(field(page, "2-1", LABELS[0])).to_have_value("")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_of_it_can_be_read_and_used_on_a_narrow_screen(
    browser: Browser, desk: Desk, second: Session, scheme: str
) -> None:
    form = desk.minutes.write_form(second, desk.earlier(second))
    async with opened(browser, form, color_scheme=scheme, viewport={"width": 320, "height": 640}) as page:
        await page.get_by_text("Kommer det ingen fil?").click()
        await page.keyboard.press("Tab")
        await expect(page.get_by_text("Denne siden trenger JavaScript")).to_have_count(0)
        found = await contrasts(page)
        for text in ("Lagre svarene", "Slik forstår vi saken:", "Måltider", "Utkastet ligger bare", "ring of focus"):
            assert any(text in what for what, _, _ in found), text
        assert not [f"{what}: {ratio} of {least}" for what, ratio, least in found if ratio < least]
        for size in ("100%", "200%"):
            await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
            assert await page.evaluate("document.documentElement.scrollWidth") <= 320
        for target in await page.locator("button, summary, fieldset textarea").all():
            box = await target.bounding_box()
            assert box is not None
            assert min(box["height"], box["width"]) >= 44


async def test_without_the_script_it_says_where_to_answer_instead(
    browser: Browser, desk: Desk, second: Session
) -> None:
    form = desk.minutes.write_form(second, desk.earlier(second))
    async with opened(browser, form, java_script_enabled=False) as page:
        await expect(page.get_by_text("Svar i stedet i filen som slutter på .md")).to_be_visible()
        await expect(page.get_by_role("heading", name="Sak 2-1: Måltider")).to_be_visible()
