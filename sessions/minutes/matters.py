"""Matters for an invitation: what was raised at the last meeting, and earlier ones that have been answered since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.minutes.parts import item_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.group import Group
    from sessions.items import Item
    from sessions.session import Session


@dataclass(frozen=True, slots=True)
class Matter:
    """One raised item of one meeting, and its newest answer line by line; no lines while there is none."""

    meeting: Session
    item: Item
    lines: tuple[str, ...]


def matters_of(group: Group, meetings: Sequence[Session]) -> list[Matter]:
    """Give what people have not been told of before, the oldest first; only what the group has approved is raised.

    `meetings` are the group's, the oldest first.
    """
    approved = [meeting for meeting in meetings if meeting.approved]
    newest = {answer.item: answer for answer in group.answers}
    matters = []
    for meeting in approved:
        for item in meeting.items:
            answer = newest.get(item_id(meeting, item))
            news = answer is not None and answer.after >= approved[-1].number
            if item.raised and (meeting is approved[-1] or news):
                matters.append(Matter(meeting, item, answer.lines if answer else ()))
    return matters
