"""Meetings of one group for tests: held, approved, with items that it raised; and leaders' files filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sessions import sorting
from sessions.items import Fate
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.names import slug
from sessions.plan import Plan, session_of
from sessions.shelf import built_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.desk import Desk
    from sessions.people import Person
    from sessions.session import Session

GROUP = "Hjemmetjenesten, gruppe 1"
FIRST = date(2026, 9, 1)
APART = timedelta(days=14)
LINES = ("understand", "do", "responsible", "deadline")
Raising = tuple[str, str, str]
"""Heading, text and request of an item."""

TRAINING = (
    "Opplæring av vikarer",
    "Vikarer får ikke innlogging før tredje vakt.",
    "avklaring av hvem som har ansvaret",
)
OVERLAP = ("Overlapp mellom vaktene", "Ti minutter er for lite når to er nye.", "et kvarter til")
MEALS = ("Måltider", "Radioen står på under middagen.", "")


def meeting(
    number: int,
    raised: Sequence[Raising] = (),
    kept: Sequence[Raising] = (),
    *,
    group: str = GROUP,
    people: tuple[Person, ...] = (),
    language: str = "nb",
) -> Session:
    """Give a meeting as it is before it is approved: the raised items first. Meetings are a fortnight apart."""
    plan = Plan("Refleksjonsgruppe", built_in("refleksjonsgruppe"), FIRST + (number - 1) * APART, group=group)
    name = f"{plan.day.isoformat()}-{slug(group)}"
    whole = replace(session_of(plan, language, number=number), id=name, people=people, present=6)
    for items, fate in ((raised, Fate.RAISED), (kept, Fate.KEPT)):
        for heading, text, ask in items:
            whole = sorting.made(whole, text, heading=heading, ask=ask)
            whole = sorting.decided(whole, whole.items_made, fate)
    return whole


def hold(desk: Desk, whole: Session) -> Session:
    """Keep a meeting, approved on its day, and write its minutes."""
    approved = whole.approve(whole.day)
    desk.keep(approved)
    desk.write_minutes(approved)
    return approved


def leaders_file(desk: Desk, whole: Session) -> str:
    """Give the leaders' minutes of a meeting as they are on disk."""
    return leaders_minutes(report_of(whole, desk.earlier(whole)))


def filled(text: str, item: str, *lines: str, labels: Sequence[str] = ()) -> str:
    """Fill in the four lines of an item, in their order, as somebody does who opens the file in a plain editor."""
    labels = labels or ("Slik forstår vi saken:", "Dette gjør vi:", "Ansvarlig:", "Frist:")
    before, heading, after = text.partition(f"### Sak {item}:")
    assert heading, item
    for label, line in zip(labels, lines, strict=False):
        head, found, tail = after.partition(f"- {label}\n")
        assert found, label
        indented = line.replace("\n", "\n  ").replace("\n  \n", "\n\n")
        after = f"{head}- {label} {indented}\n{tail}" if line else head + found + tail
    return before + heading + after
