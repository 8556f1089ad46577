"""A session with four tables, its door, and a browser where the system has one."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import date
from random import randrange
from typing import TYPE_CHECKING

import pytest

from sessions.clock import SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.plan import plan_of, session_of
from tests.tui.door.hall import Hall, opened
from tui.door.address import LOOPBACK, listen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser

    from sessions.room import Room
    from sessions.store import TinyStore

THEMES = ("Rapport og overlapp", "Måltider", "Pårørende", "Nye kolleger")
NAME = "kafe.lan"  # a name that is no loopback address to the browser: what it keeps for secure places is missing there
_UNUSED = ("gpu", "quic", "background-networking", "component-update", "sync")

STATE = 20_000  # milliseconds that a page has to come to a state, on a machine that runs other tests


@pytest.fixture
def desk(store: TinyStore, tmp_path: Path) -> Desk:
    return Desk(store, SteadyClock(), MinutesFolder(tmp_path))


@pytest.fixture
def room(desk: Desk) -> Room:
    tables = [{"number": place, "theme": theme} for place, theme in enumerate(THEMES, start=1)]
    data = {"title": "Brukerkunnskap", "purpose": "Hvordan får vi vite hva brukerne trenger?", "tables": tables}
    room = desk.keep(session_of(plan_of(data, date(2026, 11, 24)), "nb"))
    with listen(randrange(10_000, 19_900), LOOPBACK) as free:  # no other test takes it while a door is closed
        room.admit(replace(room.session.entry, port=free.getsockname()[1]))
    return room


@pytest.fixture
async def hall(room: Room) -> AsyncIterator[Hall]:
    async with opened(room) as hall:
        yield hall


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """The system's chromium. Where it is missing the test is skipped; in CI that is a failure."""
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI") != "true":
        pytest.skip("no chromium on this machine")
    from playwright.async_api import async_playwright, expect

    rules = f"MAP {NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    flags = ["--no-sandbox", "--no-first-run", f"--host-resolver-rules={rules}"]
    flags += [f"--disable-{what}" for what in _UNUSED]
    expect.set_options(timeout=STATE)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        await launched.close()
