"""A phone's way: the code, the tables, a seat, a note, and the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessions.store import TinyStore
    from tests.tui.door.conftest import Hall


async def test_the_way_from_the_code_to_a_note_on_the_disk(hall: Hall, store: TinyStore) -> None:
    """Without the script: forms and plain pages only."""
    tables = await hall.phone.get(hall.way)
    assert tables.status == 200
    assert "Måltider" in tables.text
    seated = await hall.phone.post(f"{hall.way}/seat", {"table": 2}, form=True)
    assert seated.status == 303
    seat = seated.headers["location"].partition("?")[0]
    assert seat == hall.seat(2)
    page = await hall.phone.get(seat)
    assert "Hvordan får vi vite hva brukerne trenger?" in page.text
    sent = {"id": "abcdef012345", "text": "Radioen står på under middagen.", "round": 1, "lift": 1}
    answer = await hall.phone.post(f"{seat}/notes", sent, form=True)
    assert answer.status == 303
    note = store.sessions()[0].notes["abcdef012345"]
    assert (note.table, note.round, note.text, note.lift) == (2, 1, "Radioen står på under middagen.", True)
    receipt = await hall.phone.get(answer.headers["location"])
    assert "Lagret på maskinen ✓" in receipt.text
    assert "Radioen står på under middagen." in receipt.text
    gone = await hall.phone.post(f"{seat}/notes", {"id": "abcdef012345", "gone": 1}, form=True)
    assert gone.status == 303
    assert store.sessions()[0].notes == {}
    assert "Radioen" not in (await hall.phone.get(seat)).text
