"""Retention: raw notes and names are kept for as long as people were promised, and no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sessions.mask import mask

if TYPE_CHECKING:
    from sessions.items import Item
    from sessions.session import Session


def overdue(session: Session, today: date) -> bool:
    """Tell whether raw notes and names should be gone: approved, and the days of retention have passed."""
    if session.approved_on is None or session.erased:
        return False
    return today >= session.approved_on + timedelta(days=session.retention_days)


def without_raw(session: Session) -> Session:
    """Give the session without raw notes and names.

    Items are masked for good first: without the names nothing could take them out afterwards.
    """
    items = tuple(_masked(session, item) for item in session.items)
    return replace(session, notes={}, people=(), items=items, erased=True)


def _masked(session: Session, item: Item) -> Item:
    def taken_out(text: str) -> str:
        return "\n".join(mask(line, session.people).text for line in text.split("\n"))

    return replace(item, heading=taken_out(item.heading), text=taken_out(item.text), ask=taken_out(item.ask), notes=())
