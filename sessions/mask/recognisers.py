"""All recognisers, in layers: patterns with checks, the list, grammar around names, name counts and the tagger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.address import find_addresses
from sessions.mask.births import find_births
from sessions.mask.digits import find_numbers
from sessions.mask.mail import find_mail
from sessions.mask.persons import find_persons
from sessions.mask.roles import find_roles
from sessions.mask.rooms import find_rooms
from sessions.mask.roster import roster_of
from sessions.mask.staff import staff_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sessions.mask.finding import Finding
    from sessions.mask.note import Note
    from sessions.people import Person


_HINT = re.compile(r"[\d@]|[Ff][Øø][Dd]|[Bb]ursdag|\bat\b[)\]]|krøllalfa", re.ASCII)
"""Without one of these no pattern can match, and most notes have none."""


def recognise(note: Note, people: Sequence[Person], threshold: int) -> list[Finding]:
    """Give all that any recogniser finds in a note, in no order; places may overlap."""
    listed = tuple(people)
    staff = staff_of(listed, threshold)
    return [
        *find_persons(note, roster_of(listed), staff.unit_words),
        *find_roles(note, staff),
        *(find_patterns(note.text) if _HINT.search(note.text) else ()),
    ]


def find_patterns(text: str) -> Iterator[Finding]:
    """Find what has a shape of its own: numbers, e-mail, addresses, rooms, days of birth."""
    yield from find_numbers(text)
    yield from find_mail(text)
    yield from find_addresses(text)
    yield from find_rooms(text)
    yield from find_births(text)
