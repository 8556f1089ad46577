"""What people wrote, as the wall of a session may show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask.shown import veil_of

if TYPE_CHECKING:
    from sessions.session import Session


def seen(session: Session, text: str) -> str:
    """Give a text of one line or more without names of those who take part, in the language of the session."""
    return veil_of(session).shown(text)
