"""A session and a group on one line each, as the start and a group's page list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.path import earlier_items, unread, waiting
from sessions.programme import StepKind
from sessions.prompts import title_of
from tui.widgets.show_time import countdown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sessions.group import Group
    from sessions.session import Session
    from sessions.texts import Texts

_WEEK = 7


def session_state(session: Session, words: Texts, now: float) -> str:
    """Say how far a session has come at `now` (UTC seconds)."""
    if session.approved:
        return words.count("start.raised", sum(item.raised for item in session.items))
    if not session.begun:
        return words("start.waiting")
    left = session.timer.left_at(now)
    step = title_of(session, words).lower()
    if session.step.kind is StepKind.CLOSING or not session.timer.length:
        return step
    key = "start.left" if left > 0 else "start.over"
    return f"{step} · {words(key, time=countdown(left).lstrip('+'))}"


def group_facts(group: Group, meetings: Sequence[Session], words: Texts, today: date) -> str:
    """Say in a few words where a group is, and what it hears from its leader or waits for.

    `meetings` are the group's, the oldest first.
    """
    return " · ".join(filter(None, [_meetings(meetings, words, today), news(group, meetings, words, today)]))


def news(group: Group, meetings: Sequence[Session], words: Texts, today: date) -> str:
    """Say how many answers have come that the group has not read; else how many items wait, and for how long."""
    items = earlier_items(group, meetings, 1 + max((meeting.number for meeting in meetings), default=0))
    if come := unread(items):
        return words.count("start.answers", len(come))
    still = waiting(items)
    days = still[0].days(today) if still else 0
    return words.count("start.items_wait", len(still), days=words.count("start.days", days)) if days else ""


def _meetings(meetings: Sequence[Session], words: Texts, today: date) -> str:
    """Say which meeting is to come if there is one, else how many there have been; the oldest come first."""
    coming = next((meeting for meeting in meetings if not meeting.begun and meeting.day >= today), None)
    if coming:
        return words("start.coming", number=coming.number, day=_day(coming.day, words, today))
    if not meetings:
        return words("start.no_meeting")
    at_tables = any(step.kind is StepKind.ROUND for step in meetings[-1].steps)
    held = words.count("start.cafes" if at_tables else "start.meetings", len(meetings))
    last = max(meeting.day for meeting in meetings)
    return f"{held} · {words('start.last', day=words.day(last, 'language.short_date'))}"


def _day(day: date, words: Texts, today: date) -> str:
    """Give a day to come: today, a day of the week within the next seven, else its date."""
    ahead = (day - today).days
    if not ahead:
        return words("start.today")
    if ahead < _WEEK:
        return words.day(day, "language.weekday")
    return words.day(day, "language.short_date")
