"""The list of those who take part, made ready for looking up: once for each list, then kept."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from sessions.mask import places
from sessions.mask.lexicon import COMMON, RARE, looks, word_strength
from sessions.mask.note import LONGEST_NAME, WORD, fold, plain
from sessions.mask.petnames import known_pet_names, last_name_forms, made_pet_names, short_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sessions.people import Person

_PARTICLES = frozenset(
    {"van", "von", "de", "da", "del", "dela", "der", "den", "la", "bin", "al", "el", "abu", "ibn", "ter", "dos"}
)
_LONGEST_INITIALS = 4
_MOST_PARTS = 12
"""Words. No one has more in a name, and pairs of them grow with their square."""
_FUZZY = 4
"""Letters. A shorter name is too near too many words for a slip of a key to be told from another word."""


class Form(IntEnum):
    """How a word names someone; the lower, the surer."""

    NAME = 0
    PET_NAME = 1
    SHORT_FORM = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word in the list stands for: how it names someone, and whether as an owner ("Karis")."""

    form: Form
    genitive: bool
    last_name: bool


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """A list of people made ready for looking up.

    `entries` by folded word, `initials` in capitals, `spelled` for slips of a key, with the names by their `shapes`:
    themselves and with one letter left out; `pairs` of words that stand beside each other in one name. Two are the same
    only if they are one, so that what is found for one can be kept.
    """

    entries: Mapping[str, Entry]
    initials: frozenset[str]
    first_letters: frozenset[str]
    spelled: tuple[str, ...]
    shapes: Mapping[str, tuple[str, ...]]
    particles: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def roster_of(people: tuple[Person, ...]) -> Roster:
    """Make a list of people ready. One letter is no name, since it stands for anything; nor is a word of a hundred."""
    entries: dict[str, Entry] = {}
    initials: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for person in people:
        parts = [fold(part) for part in WORD.findall(person.name) if len(part) <= LONGEST_NAME][:_MOST_PARTS]
        initials.update(_initials(parts), map(plain, _initials(parts)))
        pairs.update(_pairs(parts))
        for form, last, word in (*_forms(parts), *_last_forms(parts)):
            for spelling in _spellings(word):
                _add(entries, spelling, Entry(form, genitive=False, last_name=last))
                _add(entries, spelling + "s", Entry(form, genitive=True, last_name=last))
    names = sorted(word for word, entry in entries.items() if entry.form is Form.NAME and not entry.genitive)
    letters = frozenset(letter.upper() for person in people for letter in _first_letters(person))
    particles = {fold(part) for person in people for part in WORD.findall(person.name)} & _PARTICLES
    spelled = tuple(word for word in names if len(word) >= _FUZZY)
    return Roster(
        entries, frozenset(initials), letters, spelled, shapes_of(spelled), frozenset(particles), frozenset(pairs)
    )


def one_letter_out(word: str) -> set[str]:
    """Give a word as it is and with each letter left out: two words one key apart have one of these in common."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def shapes_of(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give words by their shapes: themselves and with one letter left out."""
    shapes: dict[str, tuple[str, ...]] = {}
    for name in names:
        for shape in one_letter_out(name):
            shapes[shape] = (*shapes.get(shape, ()), name)
    return shapes


def one_away(word: str, shapes: Mapping[str, tuple[str, ...]]) -> str:
    """Give the nearest of the words with these shapes, if it is at most one key away, or nothing."""
    near = {other for shape in one_letter_out(word) for other in shapes.get(shape, ())}
    if not near:
        return ""
    from rapidfuzz.distance import OSA

    best = min(near, key=lambda other: (OSA.distance(word, other), other))
    return best if OSA.distance(word, best) <= 1 else ""


def _spellings(word: str) -> set[str]:
    """Give a word, and as typed without its marks, unless that is a word of its own: "var" for Vår."""
    bare = plain(word)
    return {word, bare} if word_strength(bare) <= RARE else {word}


def _add(entries: dict[str, Entry], word: str, entry: Entry) -> None:
    """Keep the surest reading of a word; a name that itself ends in s is no genitive."""
    old = entries.get(word)
    if len(word) > 1 and (old is None or (entry.form, entry.genitive) < (old.form, old.genitive)):
        entries[word] = entry


def _forms(parts: list[str]) -> Iterator[tuple[Form, bool, str]]:
    joined = (first + second for first, second in itertools.pairwise(parts) if first in _PARTICLES)
    yield from ((Form.NAME, True, word) for word in joined)
    parts = [part for part in parts if len(part) > 1 and part not in _PARTICLES]
    for index, part in enumerate(parts):
        yield Form.NAME, index > 0 and (index == len(parts) - 1 or _is_rather_last(part)), part
    for first, second in itertools.pairwise(parts):
        yield Form.NAME, False, first + second
    for part in parts[:-1] if len(parts) > 1 else parts:
        yield from ((Form.PET_NAME, False, pet) for pet in known_pet_names(part))
        for pet in made_pet_names(part):
            if word_strength(part) < 0 or not pet.startswith(part) or word_strength(pet) < 0:
                yield Form.PET_NAME, False, pet
        for short in short_forms(part):
            if word_strength(short) <= COMMON:
                yield Form.SHORT_FORM, False, short


def _is_rather_last(part: str) -> bool:
    """Say whether more are called so by their last name than by their first, or none and it is a place's."""
    first, last = looks(part).name
    return last > first or (not first and places.is_known(part))


def _last_forms(parts: list[str]) -> Iterator[tuple[Form, bool, str]]:
    for form in last_name_forms(parts[-1]) if len(parts) > 1 else ():
        if word_strength(form) < 0:
            yield Form.SHORT_FORM, False, form


def _pairs(parts: list[str]) -> Iterator[tuple[str, str]]:
    """Give the parts of a name that may stand together, with and without their marks, an owner's s at the end."""
    for first, second in itertools.combinations(parts, 2):
        for one in {first, plain(first)}:
            for other in {second, plain(second)}:
                yield from ((one, other), (one, other + "s"))


def _initials(parts: list[str]) -> Iterator[str]:
    letters = "".join(part[0] for part in parts).upper()
    if len(letters) > 1:
        yield letters[:_LONGEST_INITIALS]
        yield letters[0] + letters[-1]
        yield letters[:2]


def _first_letters(person: Person) -> Iterator[str]:
    return (part[0] for part in WORD.findall(person.name) if len(part) > 1)
