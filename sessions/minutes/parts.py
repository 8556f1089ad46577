"""What both minutes begin with, and how an item is called in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sessions.notes import one_line

if TYPE_CHECKING:
    from datetime import date

    from sessions.items import Item
    from sessions.minutes.leaders import RaisedItem, WaitingItem
    from sessions.minutes.masked import Scribe
    from sessions.session import Session
    from sessions.texts import Texts


class Meeting(Protocol):
    """What the head of the minutes tells of."""

    @property
    def group(self) -> str: ...  # noqa: D102
    @property
    def programme(self) -> str: ...  # noqa: D102
    @property
    def day(self) -> date: ...  # noqa: D102
    @property
    def present(self) -> int: ...  # noqa: D102


def item_id(session: Session, item: Item) -> str:
    """Give the id of an item, which lives as long as the item: the number of the session in its group, and its own."""
    return f"{session.number}-{item.number}"


def about(item: Item | RaisedItem | WaitingItem) -> str:
    """Give what an item is about; empty when its heading says all of it."""
    return "" if one_line(item.text).rstrip(".") == item.heading else item.text


def facts(meeting: Meeting, words: Texts, scribe: Scribe) -> str:
    """Give group, programme, date and number present as a list; what is not known is left out."""
    lines = [
        ("group", scribe.name(meeting.group)),
        ("programme", words.find(f"programme.{meeting.programme}") or scribe.title(meeting.programme)),
        ("date", words.day(meeting.day)),
        ("present", str(meeting.present or "")),
    ]
    return "\n".join(f"- {words(f'minutes.{key}')}: {value}" for key, value in lines if value)
