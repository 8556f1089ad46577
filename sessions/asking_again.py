"""Asking again, months later: which meeting is asked about, and forms that come back without names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.hindsight import HindsightError, LaterForm, checked
from sessions.mask.shown import veil_of
from sessions.series import names_of, some_held

if TYPE_CHECKING:
    from sessions.book import GroupBook
    from sessions.group import Group
    from sessions.series import Held


def asked_about(book: GroupBook, number: str = "") -> Held:
    """Give the meeting of this number, or the last one.

    Raises HindsightError for one that was not held, and SeriesError when none was.
    """
    every = some_held(book.group, book.meetings())
    wanted = int(number) if re.fullmatch(r"[0-9]{1,4}", number.strip()) else None
    found = [one for one in every if one.number == wanted] if number.strip() else every[-1:]
    if not found:
        raise HindsightError("hindsight.meeting", number=number, last=every[-1].number)
    return found[0]


def nameless(form: LaterForm, meeting: Held, group: Group, language: str) -> LaterForm:
    """Give a form as it is kept: with names taken out, since there is no day on which it is erased.

    Raises HindsightError for a form that cannot be taken.
    """
    form, veil = checked(form), veil_of(names_of(group, language, meeting))
    return LaterForm(form.tick, veil.shown(form.remember), veil.shown(form.came))
