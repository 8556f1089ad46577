"""The people of a session: known so that the mask can take their names out."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.notes import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who takes part. Unit and profession are free text and may be empty."""

    name: str
    unit: str = ""
    profession: str = ""


def names_only(people: Iterable[Person]) -> tuple[Person, ...]:
    """Give the people without unit and profession: for words that tell of no speaker, such as a title."""
    return tuple(Person(person.name) for person in people)


def read_people(lines: Iterable[str]) -> tuple[Person, ...]:
    """Read people from the lines of a CSV file with the columns name, unit, profession.

    Comma or semicolon stands between the columns (spreadsheets in Norwegian write semicolons); a first line that names
    the columns, in Norwegian or English, is passed over; a line without a name as well. A quote that is never closed
    costs its own line alone. Raises csv.Error for a cell of more than a hundred thousand characters.
    """
    rows = list(lines)
    delimiter = ";" if sum(row.count(";") for row in rows) > sum(row.count(",") for row in rows) else ","
    people: list[Person] = []
    for row in rows:
        cells = next(csv.reader([row], delimiter=delimiter), [])
        name, unit, profession = ([one_line(cell) for cell in cells] + ["", "", ""])[:3]
        if name and not (not people and name.casefold() in {"name", "navn", "namn"}):
            people.append(Person(name, unit, profession))
    return tuple(people)
