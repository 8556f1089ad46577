"""What the phones of a group can do besides: say what they want to talk about."""

from __future__ import annotations

import errno
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.plan import plan_of
from tests.tui.door.hall import opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sessions.desk import Desk
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall


@pytest.fixture
async def circle(desk: Desk) -> AsyncIterator[Hall]:
    """A meeting of a group, with its door."""
    plan = {"title": "Møte", "group": "Natt", "programme": "refleksjonsgruppe", "people": [{"name": "Kari Nordmann"}]}
    async with opened(desk.found(plan_of(plan, date(2026, 11, 24)), "nb")) as hall:
        yield hall


async def test_a_theme_is_on_the_disk_when_the_phone_is_told(circle: Hall, store: TinyStore) -> None:
    page = await circle.phone.get(circle.seat(1))
    assert "Et tema jeg vil at vi skal snakke om" in page.text
    answer = await circle.phone.post(f"{circle.seat(1)}/wish", {"text": "Uroen når Nordmann er alene"}, form=True)
    assert answer.status == 303
    ((theme,),) = (group.themes for group in store.groups())
    assert theme.text.startswith("Uroen når")
    assert "Nordmann" not in theme.text
    assert "Temaet er lagt til ✓" in (await circle.phone.get(answer.headers["location"])).text


async def test_what_is_no_theme_is_said_and_nothing_is_kept(circle: Hall, store: TinyStore) -> None:
    for text, told in ((" ", "Temaet er tomt."), ("a" * 301, "lengre enn 300 tegn")):
        answer = await circle.phone.post(f"{circle.seat(1)}/wish", {"text": text}, form=True)
        assert answer.status == 409
        assert told in answer.text
    assert store.groups() == []


async def test_a_theme_is_text_and_nothing_else(circle: Hall) -> None:
    await circle.phone.post(f"{circle.seat(1)}/wish", {"text": "<script>alert(1)</script>"}, form=True)
    assert "<script>alert" not in (await circle.phone.get(circle.seat(1))).text
    assert circle.room.book is not None
    assert circle.room.book.group.themes[0].text == "<script>alert(1)</script>"


async def test_a_stranger_and_a_cafe_have_no_such_door(hall: Hall, circle: Hall) -> None:
    assert (await circle.phone.post(f"{circle.way}/wrong/wish", {"text": "Uro"}, form=True)).status == 404
    assert (await hall.phone.post(f"{hall.seat(1)}/wish", {"text": "Uro"}, form=True)).status == 404
    assert "Et tema jeg vil" not in (await hall.phone.get(hall.seat(1))).text


async def test_while_the_disk_takes_nothing_the_phone_is_told_so(circle: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.door.memory_routes.PATIENCE", 0.3)
    monkeypatch.setattr("sessions.storage.journal.write_durably", _full_disk)
    answer = await circle.phone.post(f"{circle.seat(1)}/wish", {"text": "Uro"}, form=True)
    assert answer.status == 503
    assert "får ikke lagret akkurat nå" in answer.text


def _full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
