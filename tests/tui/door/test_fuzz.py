"""Whatever is sent to the door, it answers, says nothing on the terminal, and the session stays one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.notes import plain
from sessions.writing import LONGEST_NOTE

if TYPE_CHECKING:
    from sessions.store import TinyStore
    from tests.tui.door.hall import Hall

AT_A_TIME = 25
TEXT = st.text(max_size=60)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
NOTE = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["abcdef012345", "abcdef012346", "x"]) | ANYTHING,
        "text": TEXT | ANYTHING,
        "round": st.integers(-2, 20_000) | ANYTHING,
        "lift": ANYTHING,
        "gone": ANYTHING,
        "edit": st.integers(-2, 10**17) | ANYTHING,
    },
)
BODY = (
    st.binary(max_size=80)
    | NOTE.map(lambda note: json.dumps(note).encode())
    | st.dictionaries(st.sampled_from(["table", "code", "id", "text", "gone", "round", "edit"]), TEXT, max_size=4).map(
        lambda fields: "&".join(f"{name}={quote(text, errors='replace')}" for name, text in fields.items()).encode()
    )
)
PIECE = st.sampled_from(
    ["{key}", "{seat}", "{other}", "seat", "notes", "events", "leave", "ask", "hello", "e", "group", "page.js", "abcd"]
)
KNOWN = st.sampled_from(
    [
        *("{key}/{seat}/notes", "{key}/{seat}/notes", "{key}/{other}", "{key}/{other}/events", "{key}/{seat}/leave"),
        *("{key}/seat", "{key}", "{key}/hello", "{key}/e", ""),
    ]
)
PATH = KNOWN | st.lists(PIECE | TEXT.map(lambda text: quote(text, safe="", errors="replace")), max_size=4).map("/".join)
QUERY = st.dictionaries(st.sampled_from(["l", "m", "edit", "table", "choose"]), TEXT, max_size=3).map(
    lambda fields: "&".join(f"{name}={quote(text, errors='replace')}" for name, text in fields.items())
)
REQUEST = st.tuples(
    st.sampled_from(["GET", "POST", "POST", "HEAD", "PUT", "OPTIONS", "BREW"]),
    PATH,
    QUERY,
    st.sampled_from(["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "", "å"]),
    BODY,
)


@pytest.mark.parametrize("many", [24, pytest.param(400, marks=pytest.mark.sweep)])
async def test_no_request_breaks_the_door(
    hall: Hall, store: TinyStore, capfd: pytest.CaptureFixture[str], many: int
) -> None:
    """Requests by the hundred, ten thousand with the `sweep` marker; streams are hung up on when they have begun."""
    places = {"key": hall.way[1:], "seat": hall.seat(1).rpartition("/")[2], "other": hall.seat(2).rpartition("/")[2]}

    async def ask(request: tuple[str, str, str, str, bytes]) -> None:
        method, path, query, kind, body = request
        for name, value in places.items():
            path = path.replace(f"{{{name}}}", value)
        head = f"{method} /{path}?{query} HTTP/1.1\r\nHost: {hall.phone.host}\r\nConnection: close\r\n"
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        status = await hall.phone.status(head.encode("latin-1") + body)
        assert status in {200, 204, 303, 400, 403, 404, 409, 413, 503}, (request, status)

    batches: list[list[tuple[str, str, str, str, bytes]]] = []

    @settings(max_examples=many, database=None, suppress_health_check=[*HealthCheck])
    @given(st.lists(REQUEST, min_size=AT_A_TIME, max_size=AT_A_TIME))
    def collect(batch: list[tuple[str, str, str, str, bytes]]) -> None:
        batches.append(batch)

    collect()
    for batch in batches:
        for request in batch:
            await ask(request)
    session = hall.room.session
    for note in session.notes.values():
        assert note.table in {1, 2}
        assert note.round == 1
        assert note.text == plain(note.text)
        assert 0 < len(note.text) <= LONGEST_NOTE
    await hall.phone.post(f"{hall.seat(3)}/notes", {"id": "abcdef999999", "text": "Døra virker"})
    await hall.until(lambda: not any(hall.door._streams.values()))
    kept = store.sessions()[0]
    assert kept == replace(hall.room.session, notes=kept.notes)
    assert dict(kept.notes) == dict(hall.room.session.notes)
    assert capfd.readouterr() == ("", "")
