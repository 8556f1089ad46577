"""An invitation for a calendar (RFC 5545). Times are in UTC, which a calendar shows as they are where its owner is."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from sessions.invitation import uid_of
from sessions.mask.shown import Names, veil_of
from sessions.texts import texts

if TYPE_CHECKING:
    from sessions.group import Group
    from sessions.invitation import Invitation


def calendar_file(invitation: Invitation, group: Group) -> str:
    """Give the file: the same invitation gives the same bytes. It names nobody, not even who invites."""
    from icalendar import Calendar, Event  # slow to load, and only this needs it

    words = texts(invitation.language)

    def told(text: str) -> str:
        return veil_of(Names((), invitation.language, leader=group.leader)).shown(text)

    event = Event()
    event.add("uid", uid_of(group.name, invitation))
    event.add("dtstamp", datetime.combine(invitation.made_on, time(), UTC))
    event.add("sequence", invitation.revision)
    event.add("dtstart", invitation.start.astimezone(UTC))
    event.add("dtend", invitation.end.astimezone(UTC))
    event.add("summary", ": ".join(filter(None, [told(group.name), told(invitation.theme)])))
    event.add("location", invitation.place)
    event.add("description", "\n".join(filter(None, [told(invitation.question), words("invite.set_aside")])))
    calendar = Calendar()
    calendar.add("prodid", "-//dialogkafe//NO")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    raw: bytes = calendar.to_ical()
    return raw.decode("utf-8")
