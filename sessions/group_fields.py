"""What is settled of a group, checked before it is put down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.group import LEAST_THRESHOLD, LONGEST_RETENTION, MOST_THRESHOLD
from sessions.notes import one_line
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from sessions.group import Group


class GroupError(TroubleError):
    """Something that cannot be put down of a group as it is; the sentence says what to do instead."""


def checked(group: Group) -> Group:
    """Give a group with each of its own words on one line.

    Raises GroupError without a name, for a threshold outside 3 to 10 people, and for a retention outside 0 to 365 days.
    """
    cleaned = replace(
        group,
        name=one_line(group.name),
        unit=one_line(group.unit),
        leader=one_line(group.leader),
        purpose=one_line(group.purpose),
        not_for=one_line(group.not_for),
    )
    if not cleaned.name:
        raise GroupError("group.unnamed")
    if not LEAST_THRESHOLD <= group.threshold <= MOST_THRESHOLD:
        raise GroupError("group.threshold", least=LEAST_THRESHOLD, most=MOST_THRESHOLD)
    if not 0 <= group.retention_days <= LONGEST_RETENTION:
        raise GroupError("group.retention", most=LONGEST_RETENTION)
    return cleaned
