"""A table host's phone, in a real browser, on a name over plain http: what she sees, and what she does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from sessions.timer import MINUTE
from tests.tui.door.browsing import SAVED, phone, seated, texts_in, without_its_script, write
from tests.tui.door.conftest import NAME
from tests.tui.door.hall import opened
from tui.widgets.show_time import countdown

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from sessions.room import Room
    from sessions.store import TinyStore


async def test_she_scans_taps_her_table_writes_and_gets_a_receipt(
    browser: Browser, room: Room, store: TinyStore
) -> None:
    room.next()
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        assert await page.evaluate("isSecureContext") is False
        await expect(page.locator("#where")).to_have_text("Runde 1 av 3")
        await expect(page.locator("#question")).to_have_text("Hvordan får vi vite hva brukerne trenger?")
        await write(page, "Radioen står på under middagen. [/foo] <b>")
        await expect(page.locator("#told")).to_have_text(SAVED)
        assert texts_in(store) == ["Radioen står på under middagen. [/foo] <b>"]
        note = page.locator("#notes li")
        await expect(note.locator("p")).to_have_text("Radioen står på under middagen. [/foo] <b>")
        await expect(note.locator("small")).to_have_text("Runde 1 · ✓ på maskinen")
        await expect(page.locator("#text")).to_have_value("")
        assert hall.wall.here == {2}
        assert hall.wall.reached == 1
        assert await context.cookies() == []


async def test_she_changes_a_note_marks_it_and_takes_it_back(browser: Browser, room: Room, store: TinyStore) -> None:
    room.next()
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await write(page, "Frokost klokka ni")
        await page.get_by_role("button", name="Endre").tap()
        await page.locator("#text").fill("Frokost klokka ni passer vakta")
        await page.locator("#lift").check()
        await page.get_by_role("button", name="Lagre endringen").tap()
        await expect(page.locator("#notes li small")).to_have_text("Runde 1 · bør løftes? · ✓ på maskinen")
        assert [(n.text, n.lift) for n in store.sessions()[0].notes.values()] == [
            ("Frokost klokka ni passer vakta", True)
        ]
        await page.get_by_role("button", name="Ta tilbake").tap()
        await page.get_by_role("button", name="Ta det bort?").tap()
        await expect(page.locator("#told")).to_have_text("Tatt tilbake ✓")
        assert texts_in(store) == []
        await expect(page.locator("#nothing")).to_be_visible()


async def test_what_she_is_asked_stays_while_others_write(browser: Browser, room: Room, store: TinyStore) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await write(page, "Angrer")
        await page.get_by_role("button", name="Ta tilbake").tap()
        room.host_writes(2, "Fra en annen telefon", "abcdef012345")
        await expect(page.get_by_text("Fra en annen telefon")).to_be_visible()
        await page.get_by_role("button", name="Ta det bort?").tap()
        await expect(page.locator("#told")).to_have_text("Tatt tilbake ✓")
        assert texts_in(store) == ["Fra en annen telefon"]


async def test_what_she_was_writing_is_there_after_a_reload_and_in_a_new_tab(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await page.locator("#text").press_sequentially("Når vi sitter ned, é og ø")
        await page.reload()
        await expect(page.locator("#text")).to_have_value("Når vi sitter ned, é og ø")
        await page.close()
        again = await context.new_page()
        await again.goto(hall.door.url())
        await expect(again.locator("#text")).to_have_value("Når vi sitter ned, é og ø")


async def test_what_she_writes_before_the_page_is_all_there_is_kept(
    browser: Browser, room: Room, store: TinyStore
) -> None:
    """On a slow network the script comes late, and she has begun."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await page.close()
        for typed, stands in (("Tidlig ute", "Tidlig ute"), ("og mer", "Tidlig ute\nog mer")):
            page = await context.new_page()
            async with without_its_script(page, "page.js"):
                await page.goto(f"{hall.door.url()}/{hall.door.keys.seat(2)}", wait_until="commit")
                await page.locator("#text").fill(typed)
            await expect(page.locator("#text")).to_have_value(stands)
            await page.reload()
            await expect(page.locator("#text")).to_have_value(stands)
        await page.get_by_role("button", name="Send").tap()
        await expect(page.locator("#told")).to_have_text(SAVED)
        assert texts_in(store) == ["Tidlig ute\nog mer"]


async def test_dead_keys_on_a_slow_network_lose_nothing(browser: Browser, room: Room, store: TinyStore) -> None:
    """A letter that is put together of two keys, while what the others write comes in; each state of it is kept."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        keys = await context.new_cdp_session(page)
        slow = {"offline": False, "latency": 800, "downloadThroughput": 4000, "uploadThroughput": 4000}
        await keys.send("Network.enable")
        await keys.send("Network.emulateNetworkConditions", slow)
        await page.locator("#text").press_sequentially("En kaf")
        await keys.send("Input.imeSetComposition", {"text": "´", "selectionStart": 1, "selectionEnd": 1})
        room.host_writes(2, "Fra en annen telefon", "abcdef012345")
        await expect(page.get_by_text("Fra en annen telefon")).to_be_visible(timeout=15_000)
        await expect(page.locator("#text")).to_have_value("En kaf´")
        await keys.send("Input.insertText", {"text": "é"})
        await page.locator("#text").press_sequentially(" på ærfugløya")
        await page.reload()
        await expect(page.locator("#text")).to_have_value("En kafé på ærfugløya", timeout=15_000)
        await page.get_by_role("button", name="Send").tap()
        await expect(page.locator("#told")).to_have_text(SAVED, timeout=15_000)
        assert texts_in(store) == ["Fra en annen telefon", "En kafé på ærfugløya"]


async def test_a_note_begun_before_the_bell_belongs_to_that_round(browser: Browser, room: Room) -> None:
    room.next()
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await page.locator("#text").press_sequentially("Begynt i første")
        room.next()
        room.next()
        await expect(page.locator("#where")).to_have_text("Runde 2 av 3")
        await page.get_by_role("button", name="Send").tap()
        await expect(page.locator("#told")).to_have_text(SAVED)
        await write(page, "Begynt i andre")
        await expect(page.locator("#notes li")).to_have_count(2)
        assert [note.round for note in room.session.notes.values()] == [1, 2]


async def test_two_phones_at_one_table_after_the_facilitator_has_said_yes(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as first, phone(browser) as second:
        one = await seated(first, hall)
        two = await second.new_page()
        await two.goto(hall.door.url())
        await two.get_by_role("button", name="Bord 2").tap()
        await expect(two.get_by_role("heading")).to_have_text("Bord 2 har en telefon fra før")
        assert hall.wall.asking == 2
        hall.door.answer(yes=True)
        await expect(two.locator("#text")).to_be_visible()
        await write(two, "Fra den andre")
        await expect(one.get_by_text("Fra den andre")).to_be_visible()
        await write(one, "Fra den første")
        await expect(two.locator("#notes li p")).to_have_text(["Fra den første", "Fra den andre"])


async def test_she_tapped_the_wrong_table_and_takes_her_words_to_the_right_one(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall, table=2)
        await page.locator("#text").press_sequentially("Begynt ved feil bord")
        await page.get_by_role("button", name="Feil bord? Velg et annet").tap()
        await page.get_by_role("button", name="Bord 3").tap()
        await expect(page.locator("#text")).to_have_value("Begynt ved feil bord")
        await hall.until(lambda: hall.wall.here == {3})
        await page.get_by_role("button", name="Send").tap()
        await expect(page.locator("#told")).to_have_text(SAVED)
        assert [note.table for note in room.session.notes.values()] == [3]
        await page.get_by_role("button", name="Feil bord? Velg et annet").tap()
        await page.get_by_role("button", name="Bord 2").tap()
        await expect(page.locator("#text")).to_have_value("")


async def test_a_phone_that_is_looked_at_again_asks_what_time_it_is(browser: Browser, room: Room) -> None:
    """Its own clock may have stood while it slept."""
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        async with page.expect_request(re.compile("/events")):
            await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


async def test_when_writing_closes_she_is_told_and_keeps_her_text(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await write(page, "Rakk det")
        await expect(page.get_by_role("button", name="Ta tilbake")).to_be_visible()
        await page.locator("#text").fill("Rakk ikke")
        room.let_write(False)
        await expect(page.locator("#say")).to_contain_text("stengt for flere innspill")
        await expect(page.get_by_role("button", name="Send")).to_be_disabled()
        for name in ("Endre", "Ta tilbake"):
            await expect(page.get_by_role("button", name=name)).to_have_count(0)
        room.let_write(True)
        await expect(page.get_by_role("button", name="Send")).to_be_enabled()
        await expect(page.get_by_role("button", name="Ta tilbake")).to_be_visible()
        await expect(page.locator("#text")).to_have_value("Rakk ikke")


async def test_without_javascript_there_is_a_plain_form_and_a_plain_receipt(
    browser: Browser, room: Room, store: TinyStore
) -> None:
    async with opened(room, NAME) as hall, phone(browser, java_script_enabled=False) as context:
        page = await seated(context, hall)
        await write(page, "Uten skript")
        await expect(page.locator("#told")).to_have_text(SAVED)
        await page.get_by_role("link", name="Endre").tap()
        await expect(page.locator("#text")).to_have_value("Uten skript")
        await page.locator("#text").fill("Endret uten skript")
        await page.get_by_role("button", name="Lagre endringen").tap()
        await expect(page.locator("#notes li p")).to_have_text("Endret uten skript")
        assert texts_in(store) == ["Endret uten skript"]
        await page.get_by_role("button", name="Ta tilbake").tap()
        await expect(page.locator("#told")).to_have_text("Tatt tilbake ✓")
        assert texts_in(store) == []


async def test_the_language_changes_with_one_tap_and_stays(browser: Browser, room: Room) -> None:
    async with opened(room, NAME) as hall, phone(browser) as context:
        page = await seated(context, hall)
        await page.locator("#text").fill("Midt i en setning")
        await page.get_by_role("link", name="Nynorsk").tap()
        await expect(page.get_by_role("heading", name="Skrive ved bordet")).to_be_visible()
        await expect(page.locator("#text")).to_have_value("Midt i en setning")
        again = await context.new_page()
        await again.goto(hall.door.url())
        await expect(again.get_by_role("heading", name="Skrive ved bordet")).to_be_visible()


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (320, "200%"), (390, "200%")])
async def test_nothing_is_cut_off_on_a_narrow_phone_with_large_text(
    browser: Browser, room: Room, width: int, size: str
) -> None:
    async with opened(room, NAME) as hall, phone(browser, viewport={"width": width, "height": 640}) as context:
        page = await seated(context, hall)
        await write(page, "Et ord som er langt: " + "menneskerettighetsorganisasjon" * 3)
        await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
        for field in await page.locator("textarea, input[type=checkbox]").all():
            assert await field.evaluate("field => field.labels.length && field.labels[0].checkVisibility()")
        for target in await page.locator("button:visible, nav a").all():
            box = await target.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["width"] >= 44


@pytest.mark.parametrize("wrong", [-10, 10])
async def test_the_phone_shows_the_walls_time_whatever_its_own_clock_says(
    browser: Browser, room: Room, wrong: int
) -> None:
    """Within a second: for a phone that joins late, and after plus, back and pause."""
    room.next()
    async with opened(room, NAME) as hall, phone(browser) as context:
        await context.add_init_script(f"{{ const now = Date.now; Date.now = () => now() + {wrong * 60_000}; }}")
        page = await seated(context, hall)
        for change in (lambda: None, lambda: room.longer(2), room.next, room.back, room.toggle):
            change()
            await _shows_time(page, room)
        assert not room.session.timer.running
        left = room.session.timer.left
        await expect(page.locator("#time")).to_have_text(countdown(left))
        assert left < 20 * MINUTE
        room.toggle()
        late = await context.new_page()
        await late.goto(hall.door.url())
        await _shows_time(late, room)
        await _shows_time(page, room)


async def _shows_time(page: Page, room: Room) -> None:
    """The step is the wall's, and so is the time, within a second."""
    step = "Runde 1" if room.session.round == 1 else "Bordbytte"
    await expect(page.locator("#where")).to_have_text(re.compile(f"^{step}"))
    await page.wait_for_function(
        "left => Math.abs(left - document.getElementById('time').textContent.split(':')"
        ".reduce((m, s) => 60 * m + +s)) <= 1",
        arg=room.session.timer.left_at(room.now),
        timeout=3_000,
    )
