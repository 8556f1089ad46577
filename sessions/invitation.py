"""An invitation: when and where a group meets next, and about what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

_UID = 32  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Invitation:
    """The next meeting of a group, as people are told of it.

    `number` counts the meetings of the group. `begins` is a time of day in Norway, such as "13:00". `theme` is empty
    where the group chooses it when it meets. `made_on` is the day on which it was last changed, and `revision` how
    often it had been changed before.
    """

    number: int
    day: date
    begins: str
    place: str
    theme: str
    question: str
    minutes: int
    language: str
    made_on: date
    revision: int = 0

    @property
    def start(self) -> datetime:
        """When it begins, in Norway."""
        return in_norway(datetime.combine(self.day, time.fromisoformat(self.begins)))

    @property
    def end(self) -> datetime:
        """When it ends, in Norway; its minutes pass, also in a night in which clocks are changed."""
        return in_norway(self.start.astimezone(UTC) + timedelta(minutes=self.minutes))


def in_norway(at: datetime) -> datetime:
    """Give a time as it is in Norway; one without a zone is taken to be there already."""
    from zoneinfo import ZoneInfo

    norway = ZoneInfo("Europe/Oslo")
    return at.astimezone(norway) if at.tzinfo else at.replace(tzinfo=norway)


def uid_of(group: str, invitation: Invitation) -> str:
    """Give what a calendar knows the meeting by: the same as long as it is the same meeting, whenever it is held."""
    return sha256(f"{group}\n{invitation.number}".encode()).hexdigest()[:_UID] + "@dialogkafe"
