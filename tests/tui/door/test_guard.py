"""Those who have no key, no manners, or no time learn nothing, and hold nothing up."""

from __future__ import annotations

import asyncio
import gc
import json
import re
from contextlib import suppress
from statistics import median
from types import FrameType, FunctionType, ModuleType
from typing import TYPE_CHECKING

import pytest

from tests.tui.door.phone import Answer, Phone
from tests.tui.door.wall import pressed_keys, wall
from tui.door import server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall


async def test_a_wrong_key_a_wrong_path_and_a_wrong_method_get_the_same_answer(hall: Hall) -> None:
    key = hall.way[1:]
    wrong = key[:-1] + ("A" if key[-1] != "A" else "B")
    seat = hall.seat(1)
    answers = [
        await hall.phone.get("/nothing-here"),
        await hall.phone.get("/favicon.ico"),
        await hall.phone.get(f"/{wrong}"),
        await hall.phone.get(f"/{wrong}/{seat.rpartition('/')[2]}"),
        await hall.phone.get(f"{hall.way}/{'A' * 12}"),
        await hall.phone.get(f"{hall.way}/{'A' * 12}/events"),
        await hall.phone.get(f"{hall.way}/ask/{'A' * 12}"),
        await hall.phone.get(f"{seat}/notes"),
        await hall.phone.get(f"{hall.way}/"),
        await hall.phone.ask("DELETE", hall.way),
        await hall.phone.post(f"/{wrong}/seat", {"table": 1}, form=True),
        await hall.phone.post(f"{hall.way}/{'A' * 12}/notes", {"id": "abcdef012345", "text": "x"}),
        await Phone(hall.phone.port, "evil.example").get(hall.way),
        await Phone(hall.phone.port, f"evil.example:{hall.phone.port}").get(hall.way),
    ]
    assert {(answer.status, answer.body) for answer in answers} == {(404, b"404\n")}
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


async def test_every_answer_says_what_the_page_may_do(hall: Hall) -> None:
    for path in ("/", hall.way, hall.seat(1), "/page.css", "/page.js", "/nothing-here"):
        headers = (await hall.phone.get(path)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert not {"server", "date", "set-cookie"} & headers.keys()


async def test_the_page_is_small_and_asks_for_nothing_from_elsewhere(hall: Hall) -> None:
    parts = [(await hall.phone.get(path)).text for path in (hall.seat(1), "/page.css", "/page.js")]
    assert sum(len(part.encode()) for part in parts) <= 30 * 1024
    assert not any("http:" in part or "https:" in part or "//cdn" in part for part in parts)
    page, _, script = parts
    assert not re.search(r"\?\.|\?\?|=>\s*\{\s*await|async |\.at\(|replaceAll|structuredClone|randomUUID", script), (
        "old phones"
    )
    assert set(re.findall(r' name="(\w+)"', page.partition("<form")[2])) == {"text", "lift", "id", "round", "edit"}
    assert "<script src=" in page
    assert "<style" not in page
    assert " onclick" not in page


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * (16 * 1024 + 1), "application/json", 413),
        (b'{"id": "abcdef012345", "text": "\xff\xfe"}', "application/json", 400),
        (b"[" * 8000, "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"id": "../../etc", "text": "x"}', "application/json", 400),
        (b'{"id": "abcdef012345", "text": 7}', "application/json", 400),
        (b'{"id": "abcdef012345", "text": "x", "round": 1e99}', "application/json", 400),
        (b"a=b&" * 100, "application/x-www-form-urlencoded", 400),
        (b'{"id": "abcdef012345", "text": " \\u202e\\u0000\\ud800 "}', "application/json", 409),
    ],
)
async def test_what_is_no_note_is_refused(hall: Hall, body: bytes, kind: str, status: int) -> None:
    answer = await hall.phone.ask("POST", f"{hall.seat(1)}/notes", body, **{"Content-Type": kind})
    assert answer.status == status
    assert hall.room.session.notes == {}


async def test_a_body_without_a_length_is_cut_off_too(hall: Hall) -> None:
    head = (
        f"POST {hall.seat(1)}/notes HTTP/1.1\r\nHost: 127.0.0.1:{hall.phone.port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    answer = await hall.phone.raw(
        head.encode() + b"4000\r\n" + b"x" * 0x4000 + b"\r\n4000\r\n" + b"x" * 0x4000 + b"\r\n"
    )
    assert answer.status == 413


async def test_a_slow_body_is_given_up(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.door.guard.BODY_SECONDS", 0.1)
    head = f"POST {hall.seat(1)}/notes HTTP/1.1\r\nHost: {hall.phone.host}\r\nContent-Length: 100\r\n\r\n{{"
    assert (await hall.phone.raw(head.encode())).status == 408


async def test_a_head_that_does_not_come_or_is_too_large_ends_the_connection(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEADER_SECONDS", 0.1)
    with suppress(ConnectionError):
        assert (await hall.phone.raw(b"GET / HTTP/1.1\r\nHos")).status == 0
    large = await hall.phone.raw(b"GET / HTTP/1.1\r\nX: " + b"x" * 70_000)
    assert large.status in {0, 400}


async def test_a_thousand_connections_that_say_nothing_keep_no_phone_out_and_do_not_slow_the_wall(
    desk: Desk, room: Room, many_files: None
) -> None:
    """The oldest of those that have not asked for anything give way."""
    del many_files
    room.next()
    async with wall(desk, room, (80, 24)) as seen:
        alone = median(await pressed_keys(seen, 1.0))
        silent = [await asyncio.open_connection("127.0.0.1", seen.phone.port) for _ in range(1000)]
        under = median(await pressed_keys(seen, 1.0))
        seat = f"/{seen.door.keys.door}/{seen.door.keys.seat(1)}"
        assert (await seen.phone.get(seat)).status == 200
        sent = {"id": "abcdef012345", "text": "Vi slapp fram"}
        assert (await seen.phone.post(f"{seat}/notes", sent)).status == 200
        assert [_ended(reader) for reader, _ in (silent[0], silent[-1])] == [True, False]
        for _, writer in silent:
            writer.close()
    assert under < 3 * alone + 20, "ms; others use this machine too"


def _ended(reader: asyncio.StreamReader) -> bool:
    return reader.at_eof() or reader.exception() is not None


@pytest.fixture
def many_files() -> Iterator[None]:
    """Let this process have both ends of a thousand connections open."""
    resource = pytest.importorskip("resource", reason="this system has no such limit to raise")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = 2 * 1000 + 500
    if 0 <= hard < needed:
        pytest.skip(f"a process here may open no more than {hard} files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_nothing_about_a_phone_is_kept_or_printed(
    hall: Hall, store: TinyStore, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither its address nor what it calls itself: not in the data, on the terminal, or in what is held in memory."""
    agent = "Mozilla/5.0 (SecretPhone; Android 9)"
    mark = {"User-Agent": agent, "X-Forwarded-For": "203.0.113.77", "Content-Type": "application/json"}
    body = json.dumps({"id": "abcdef012345", "text": "Et innspill", "device": "SecretPhone"}).encode()
    answer: Answer = await hall.phone.ask("POST", f"{hall.seat(1)}/notes", body, **mark)
    assert answer.status == 200
    await hall.phone.get("/secret-path", **{"User-Agent": agent})
    await hall.phone.raw(b"\x00\xff nonsense\r\n\r\n")
    held, kept = _texts_in(store, hall.room, hall.door), _bytes_in(tmp_path)
    assert "Et innspill" in held
    assert b"Et innspill" in kept
    for trace in ("SecretPhone", "203.0.113.77", "127.0.0.1"):
        assert not [text for text in held - {*hall.door.addresses} if trace in text]
        assert trace.encode() not in kept
    assert capfd.readouterr() == ("", "")


def _texts_in(*roots: object) -> set[str]:
    """Give every text that is reached from some objects: a dump of the memory of the store, the room and the door."""
    seen, texts, ahead = set[int](), set[str](), [*roots]
    while ahead:
        one = ahead.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | FrameType | FunctionType | asyncio.Task):
            continue
        seen.add(id(one))
        if isinstance(one, str | bytes):
            texts.add(one if isinstance(one, str) else one.decode("utf-8", "replace"))
        ahead += gc.get_referents(one)
    return texts


def _bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
