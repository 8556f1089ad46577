"""What any phone can do for a group: want a theme, and keep a situation log under a word of one's own."""

from __future__ import annotations

import errno
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.plan import plan_of
from sessions.situation_log import PROMPTS, EpisodeKind
from sessions.texts import texts
from tests.sessions.test_situation_log import raw
from tests.tui.door.hall import opened
from tui.door.group import MOST_WRONG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sessions.book import GroupBook
    from sessions.desk import Desk
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall
    from tests.tui.door.phone import Answer

WORD = "lakris og rødbete"
WRITTEN = dict(
    zip(PROMPTS, ("Uro <b>seks</b>", "Vi var to", "Ropte", "Da hun gråt", "Hva gjør vi?", "Puste"), strict=True)
)


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spend little on keys; what they cost is held elsewhere."""
    monkeypatch.setattr("nacl.pwhash.argon2id.OPSLIMIT_MODERATE", 1)
    monkeypatch.setattr("nacl.pwhash.argon2id.MEMLIMIT_MODERATE", 8192)


@pytest.fixture
async def circle(desk: Desk) -> AsyncIterator[Hall]:
    """A meeting of a group, with its door."""
    plan = {"title": "Møte", "group": "Natt", "programme": "refleksjonsgruppe", "people": [{"name": "Kari Nordmann"}]}
    async with opened(desk.found(plan_of(plan, date(2026, 11, 24)), "nb")) as hall:
        yield hall


def book_of(hall: Hall) -> GroupBook:
    assert hall.room.book is not None
    return hall.room.book


async def log(hall: Hall, do: str, **data: object) -> Answer:
    """Press a button on the page of a log."""
    return await hall.phone.post(f"{hall.way}/group/log", {"do": do, **data}, form=True)


async def test_the_way_there_from_the_tables_and_from_a_seat(circle: Hall, hall: Hall) -> None:
    for path in (circle.way, circle.seat(1)):
        assert f'href="{circle.way}/group?l=nb"' in (await circle.phone.get(path)).text
    assert "/group?" not in (await hall.phone.get(hall.way)).text
    page = await circle.phone.get(f"{circle.way}/group")
    assert "Et tema jeg vil at vi skal snakke om" in page.text
    assert "Åpne loggen din" not in page.text
    assert "A theme I want us to talk about" in (await circle.phone.get(f"{circle.way}/group?l=en")).text


async def test_a_theme_is_on_the_disk_when_the_phone_is_told(circle: Hall, store: TinyStore) -> None:
    answer = await circle.phone.post(f"{circle.way}/group/wish", {"text": "Uroen når Nordmann er alene"}, form=True)
    assert answer.status == 303
    ((theme,),) = (group.themes for group in store.groups())
    assert theme.text.startswith("Uroen når")
    assert "Nordmann" not in theme.text
    assert "Temaet er lagt til ✓" in (await circle.phone.get(answer.headers["location"])).text


async def test_what_is_no_theme_is_said_and_nothing_is_kept(circle: Hall, store: TinyStore) -> None:
    for text, told in ((" ", "Temaet er tomt."), ("a" * 301, "lengre enn 300 tegn")):
        answer = await circle.phone.post(f"{circle.way}/group/wish", {"text": text}, form=True)
        assert answer.status == 409
        assert told in answer.text
    assert store.groups() == []


async def test_strangers_and_people_who_do_not_meet_again_find_no_such_page(hall: Hall, circle: Hall) -> None:
    for place, way in ((circle, "/wrong-key"), (hall, hall.way)):
        for path in ("", "/log"):
            assert (await place.phone.get(f"{way}/group{path}")).status == 404
        for path in ("/wish", "/log"):
            assert (await place.phone.post(f"{way}/group{path}", {"text": "Uro"}, form=True)).status == 404


async def test_a_log_is_locked_kept_opened_changed_and_erased(circle: Hall, store: TinyStore, tmp_path: Path) -> None:
    """From a phone without any script. Nothing of it is ever in the data folder but locked."""
    empty = (await circle.phone.get(f"{circle.way}/group/log")).text
    assert "Ingenting er riktig eller galt." in empty
    assert "er loggen borte for alltid" in empty
    assert "går åpent over nettet i rommet" in empty
    assert "Lever til gruppa" not in empty
    kept = await log(circle, "keep", **WRITTEN, kind="behaviour", word=WORD, mark="")
    ((locked,),) = (group.logs for group in store.groups())
    name = str(texts("nb").words["log.marks"][locked.mark])
    assert f"Loggen din heter {name}" in kept.text
    assert name in (await circle.phone.get(f"{circle.way}/group")).text
    page = await log(circle, "open", mark=locked.mark, word=WORD.upper())
    assert "Uro &lt;b&gt;seks&lt;/b&gt;" in page.text
    assert re.search(r'value="behaviour" checked', page.text)
    assert WORD not in page.text
    again = await log(circle, "keep", **WRITTEN | {"hard": "Natta"}, mark=locked.mark, word=WORD)
    assert again.status == 200
    assert "Natta" in (await log(circle, "open", mark=locked.mark, word=WORD)).text
    data = raw(tmp_path)
    assert b"Vi var to" not in data
    assert b"lakris" not in data
    gone = await log(circle, "erase", mark=locked.mark, word=WORD)
    assert "Loggen er slettet" in gone.text
    assert book_of(circle).group.logs == ()
    assert locked.box.encode() not in raw(tmp_path)


async def test_without_the_word_nothing_is_opened_changed_or_erased(circle: Hall) -> None:
    await log(circle, "keep", **WRITTEN, word=WORD, mark="")
    (locked,) = book_of(circle).group.logs
    for do in ("open", "keep", "erase"):
        answer = await log(circle, do, **(WRITTEN if do == "keep" else {}), mark=locked.mark, word="feil ord")
        assert answer.status == 409
        assert "Det var ikke ordet til den loggen." in answer.text
    assert book_of(circle).group.logs == (locked,)


async def test_what_was_written_stays_on_the_page_when_something_is_wrong(circle: Hall) -> None:
    short = await log(circle, "keep", **WRITTEN, word="kort", mark="")
    assert "minst 6 tegn" in short.text
    assert "Da hun gråt" in short.text
    empty = await log(circle, "keep", word=WORD, mark="")
    assert "Loggen er tom." in empty.text
    long = await log(circle, "keep", **WRITTEN | {"hard": "a" * 20_000}, word=WORD, mark="")
    assert (long.status, "Gjør det lengste kortere" in long.text) == (409, True)
    assert book_of(circle).group.logs == ()


async def test_ten_wrong_words_and_a_log_stays_shut_while_the_program_runs(circle: Hall) -> None:
    await log(circle, "keep", **WRITTEN, word=WORD, mark="")
    await log(circle, "keep", **WRITTEN, word=WORD, mark="")
    first, second = (locked.mark for locked in book_of(circle).group.logs)
    for _ in range(MOST_WRONG):
        await log(circle, "open", mark=first, word="gjettet")
    answer = await log(circle, "open", mark=first, word=WORD)
    assert "for mange feil ord" in answer.text
    assert (await log(circle, "open", mark=second, word=WORD)).status == 200


@pytest.mark.parametrize("mark", ["", "40", "-1", "x", "99999", "²"])
async def test_a_mark_that_no_log_has_is_said(circle: Hall, mark: str) -> None:
    for do in ("open", "erase"):
        answer = await log(circle, do, mark=mark, word=WORD)
        assert (answer.status, "Velg en av loggene først." in answer.text) == (409, True)


async def test_what_she_rewrites_is_handed_in_and_nothing_else(circle: Hall, store: TinyStore) -> None:
    await log(circle, "keep", **WRITTEN, kind="tasks", word=WORD, mark="")
    (locked,) = book_of(circle).group.logs
    page = await log(circle, "open", mark=locked.mark, word=WORD)
    assert "Lever til gruppa" in page.text
    empty = await log(circle, "hand_in", **WRITTEN, said=" ", mark=locked.mark)
    assert "Temaet er tomt" in empty.text
    answer = await log(
        circle, "hand_in", **WRITTEN, said="Uro om kvelden", trial="Puste", kind="tasks", mark=locked.mark
    )
    assert "Levert til gruppa" in answer.text
    (group,) = store.groups()
    assert [theme.text for theme in group.themes] == ["Uro om kvelden"]
    assert [one.kind for one in group.handed_in] == [EpisodeKind.TASKS]
    assert [trial.text for trial in group.trials] == ["Puste"]
    assert group.logs == (locked,)


async def test_while_the_disk_takes_nothing_the_phone_is_told_so_and_keeps_its_words(
    circle: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await log(circle, "keep", **WRITTEN, word=WORD, mark="")
    (locked,) = book_of(circle).group.logs
    monkeypatch.setattr("tui.door.group.PATIENCE", 0.3)
    monkeypatch.setattr("sessions.storage.journal.write_durably", _full_disk)
    wish = await circle.phone.post(f"{circle.way}/group/wish", {"text": "Uro"}, form=True)
    assert (wish.status, "får ikke lagret akkurat nå" in wish.text) == (503, True)
    kept = await log(circle, "keep", **WRITTEN, word=WORD, mark=locked.mark)
    assert (kept.status, "får ikke lagret akkurat nå" in kept.text, "Da hun gråt" in kept.text) == (409, True, True)
    erased = await log(circle, "erase", mark=locked.mark, word=WORD)
    assert "Loggen er der fortsatt" in erased.text
    assert [one.mark for one in book_of(circle).group.logs] == [locked.mark]
    monkeypatch.undo()


def _full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
