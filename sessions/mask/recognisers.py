"""All recognisers, in layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask.digits import find_numbers
from sessions.mask.listed import find_listed
from sessions.mask.mail import find_mail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.mask.finding import Finding
    from sessions.mask.note import Note
    from sessions.people import Person


def recognise(note: Note, people: Sequence[Person], threshold: int) -> list[Finding]:
    """Give all that any recogniser finds in a note, in no order; places may overlap."""
    del threshold
    return [*find_numbers(note.text), *find_mail(note.text), *find_listed(note, people)]
