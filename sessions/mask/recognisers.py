"""All recognisers, in layers: patterns with checks, the list, grammar around names, name counts and the tagger."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.address import find_addresses
from sessions.mask.births import find_births
from sessions.mask.digits import find_numbers
from sessions.mask.finding import Kind
from sessions.mask.mail import find_mail
from sessions.mask.note import WORD, fold
from sessions.mask.persons import find_persons
from sessions.mask.roles import find_roles
from sessions.mask.rooms import find_rooms
from sessions.mask.roster import Roster, roster_of
from sessions.mask.staff import Staff, staff_of
from sessions.mask.worded_rooms import find_worded_rooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.finding import Finding
    from sessions.mask.note import Note
    from sessions.people import Person


_DIGIT_OR_AT = re.compile(r"[\d@]")
_HINTS = ("fød", "FØD", "Fød", "fodt", "ursda", "rsda", "fyl", "at)", "at]", "krøllalfa", "rgang")
"""Without one of these no pattern can match, and most notes have none."""


class Crew(NamedTuple):
    """Those who take part, made ready for looking up: their names, and what few of them hold."""

    roster: Roster
    staff: Staff
    strangers: bool = False


@lru_cache(maxsize=8)
def crew_of(people: tuple[Person, ...], threshold: int, *, strangers: bool = False) -> Crew:
    """Make a list of people ready: once for each list, then kept. Who stands there twice is one who holds a role."""
    people = tuple(dict.fromkeys(people))
    return Crew(roster_of(people), staff_of(people, threshold), strangers)


def recognise(note: Note, crew: Crew) -> list[Finding]:
    """Give all that any recogniser finds in a note, in no order; places may overlap."""
    return [
        *find_persons(note, crew.roster, crew.staff.unit_words, listed=not crew.strangers),
        *find_roles(note, crew.staff),
        *find_worded_rooms(note),
        *(_but_units(note.text, crew.staff) if _may_match(note.text) else ()),
    ]


def _may_match(text: str) -> bool:
    return _DIGIT_OR_AT.search(text) is not None or any(hint in text for hint in _HINTS)


def _but_units(text: str, staff: Staff) -> Iterator[Finding]:
    """Find what has a shape of its own, but no address where a unit of the session has such a name: "Tunet 2"."""
    for finding in find_patterns(text):
        if finding.kind is not Kind.ADDRESS or not _is_unit(text[finding.start : finding.end], staff):
            yield finding


def _is_unit(text: str, staff: Staff) -> bool:
    return staff.unit_words.issuperset(fold(word) for word in WORD.findall(text))


def find_patterns(text: str) -> Iterator[Finding]:
    """Find what has a shape of its own: numbers, e-mail, addresses, rooms, days of birth."""
    yield from find_numbers(text)
    yield from find_mail(text)
    yield from find_addresses(text)
    yield from find_rooms(text)
    yield from find_births(text)
