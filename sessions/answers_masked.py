"""Answers without the names of the group's members: what is kept of them has no name that could not be taken out later.

The names are known for as long as the sessions keep their people, so they are taken out when an answer is taken in, and
once more when the people of a session are about to be erased.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.mask.shown import without_members
from sessions.people import names_only
from sessions.texts import LANGUAGES, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sessions.answers import Answer
    from sessions.people import Person
    from sessions.session import Session

_SOME_NAME = ".{1,120}?"  # what may have stood where a name was taken out
_WORDS = ("participant", "person", "role", "name", "email", "address")


def members(meetings: Iterable[Session]) -> tuple[Person, ...]:
    """Give everyone who is known to have been at one of the meetings, by name alone, each once."""
    return tuple(dict.fromkeys(person for meeting in meetings for person in names_only(meeting.people)))


def nameless_answer(answer: Answer, people: Sequence[Person], language: str) -> Answer:
    """Give an answer as it was written but for the names of these people."""
    understood, does, responsible, deadline = (without_members(text, people, language) for text in answer.lines)
    return replace(answer, understood=understood, does=does, responsible=responsible, deadline=deadline)


def is_known(answer: Answer, earlier: Iterable[Answer]) -> bool:
    """Tell whether an answer was taken in before, also where names have been taken out of it since."""
    return any(one.item == answer.item and _same(one, answer) for one in earlier)


def _same(kept: Answer, given: Answer) -> bool:
    """Compare the lines; where the mask put words into what is kept, anything may have stood."""
    lines = zip(kept.lines, given.lines, strict=True)
    return all(one == other or re.fullmatch(_pattern(one), other, re.DOTALL) for one, other in lines)


def _pattern(text: str) -> str:
    put_in = {str(texts(language)(f"placeholder.{name}")) for language in LANGUAGES for name in _WORDS}
    words = "|".join(re.escape(word) for word in sorted(put_in, key=len, reverse=True))
    parts = re.split(rf"(?:{words})(?:['’]?s)?(?!\w)", text, flags=re.IGNORECASE)
    return _SOME_NAME.join(map(re.escape, parts))
