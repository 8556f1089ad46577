"""Cards for the tables: number, theme and code, one page to print before people come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.texts import texts
from sessions.trouble import TroubleError
from tui.door.address import FIRST_PORT
from tui.door.door import Door
from tui.door.pages import Html, filled, joined
from tui.qr import matrix

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sessions.room import Room
    from sessions.tables import Table


class CardsError(TroubleError):
    """A folder that the cards cannot be written in."""


def write_cards(room: Room, addresses: Sequence[str], folder: Path) -> Path:
    """Write the cards of a session as one HTML page, and give its path. Raises CardsError when the folder refuses.

    The codes lead to the first address, so they hold for as long as the laptop has it.
    """
    door = Door(room, room.session.entry.port or FIRST_PORT, addresses)
    room.admit(room.session.entry).result()
    words, session = texts(room.session.language), room.session
    cards = joined([_card(door, table) for table in session.tables])
    page = filled("cards.html", lang=words.language, title=words("cards.title", title=session.title), cards=cards)
    path = folder / f"{session.id}-bordkort.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CardsError("cards.folder", path=folder, reason=error.strerror or error) from error
    return path


def _card(door: Door, table: Table) -> Html:
    words, entry, phones = texts(door.room.session.language), door.room.session.entry, door.phones
    url = f"{phones.url}?table={table.number}"
    dark = matrix(url)
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(dark) for x, on in enumerate(row) if on)
    network = [words("cards.network", name=entry.wifi)] if entry.wifi else []
    network += [words("cards.password", password=entry.wifi_password)] if entry.wifi_password else []
    return filled(
        "card.html",
        side=len(dark),
        dark="".join(squares),
        url=url,
        name=words("phone.table", number=table.number),
        theme=table.theme,
        scan=words("cards.scan"),
        network=" · ".join(network),
        short=words("door.type", address=phones.short),
        holds=words("cards.holds", address=door.addresses[0]),
    )
