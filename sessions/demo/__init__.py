"""The ready café: a theme, five tables, 27 people, and the notes of two rounds. Everything in it is invented."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any

from sessions.desk import next_start
from sessions.notes import Note, Notes
from sessions.people import read_people
from sessions.plan import Plan, session_of
from sessions.shelf import built_in
from sessions.tables import Table
from sessions.texts import texts
from sessions.timer import MINUTE

if TYPE_CHECKING:
    from sessions.session import Session

_SECONDS_APART = 40


def demo(language: str, now: float) -> Session:
    """Make the ready café in a language, waiting in the lobby at `now` (UTC seconds)."""
    language = texts(language).language
    folder = resources.files(__name__)
    data = tomllib.loads(folder.joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    people = read_people(folder.joinpath("people.csv").read_text(encoding="utf-8").splitlines())
    programme = built_in("dialogkafe")
    end = next_start(now, programme.minutes)
    plan = Plan(
        title=data["title"],
        programme=programme,
        day=end.date(),
        purpose=data["purpose"],
        group=data["group"],
        end=end.timetz().replace(tzinfo=None),
        language=language,
        tables=tuple(Table(number, theme) for number, theme in enumerate(data["tables"], start=1)),
        people=people,
        present=len(people),
    )
    session = session_of(plan, language)
    return replace(session, notes=Notes(_notes(data["notes"], now)))


def _notes(rows: list[list[Any]], now: float) -> list[Note]:
    begun = now - len(rows) * _SECONDS_APART - MINUTE
    return [
        Note(f"demo-{place:02}", table, number, text, begun + place * _SECONDS_APART)
        for place, (table, number, text) in enumerate(rows)
    ]
