"""What the list says of roles and units: which of them so few hold that the word would tell who spoke."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING

from sessions.mask.inflect import forms_of, in_both_languages, unit_forms
from sessions.mask.lexicon import word_strength
from sessions.mask.note import WORD, fold
from sessions.mask.roster import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sessions.people import Person

_SEPARATOR = re.compile(r"[,;/()&+]|(?<!-)\s(?:og|m/|med|samt|pluss)\s|\s[-–]\s")
_SHORTEST_PHRASE, _SHORTEST_UNIT_WORD, _EVERYDAY, _SHORTEST_CUT = 3, 4, 1, 4

LONG = 9
"""Letters. A shorter role is too near other words for a slip of a key to be told."""

Phrase = tuple[str, ...]
_NIGHT = ("natt", "natta", "natten", "nattvakt", "nattvakta", "nattvakter", "nattevakt", "nattevakta", "nattevakter")
_WATCH = tuple(night + ending for night in ("nattevakt", "nattvakt") for ending in ("a", "en", "ene", "ane", "an"))
"""Units of the night, and what their people are called, whatever role they have in the list."""


@dataclass(frozen=True, slots=True, eq=False)
class Staff:
    """Words that few of those present can be meant by.

    `roles` gives, for the first word of a phrase, the phrases and whether each speaks of many at large; `units` the
    phrases of units with few present, and whether each is surely one; `pairs` the units where few hold a role that many
    hold elsewhere, by the forms of that role; `shortened` what their roles begin with and no word is, for where a stop
    follows ("sosion."); `spelled` every long form of every role by its shapes, for slips;
    `unit_words` every word of every unit; `first_words` all that any of this begins with. Two are the same only if they
    are one, so that what is found for one can be kept.
    """

    roles: Mapping[str, tuple[tuple[Phrase, bool], ...]]
    units: Mapping[str, tuple[tuple[Phrase, bool], ...]]
    pairs: Mapping[str, tuple[Phrase, ...]]
    shortened: frozenset[str]
    spelled: Mapping[str, tuple[str, ...]]
    unit_words: frozenset[str]
    first_words: frozenset[str]


def staff_of(people: tuple[Person, ...], threshold: int) -> Staff:
    """Count who holds what; a role or unit below `threshold` people is one to hide."""
    roles: dict[str, set[int]] = {}
    units: dict[Phrase, set[int]] = {}
    for number, person in enumerate(people):
        for role in roles_in(person.profession):
            roles.setdefault(role, set()).add(number)
        if unit := _phrase(person.unit):
            units.setdefault(unit, set()).add(number)
    few_roles = [role for role, holders in roles.items() if len(holders) < threshold]
    pairs = [
        (role, unit)
        for role, holders in roles.items()
        for unit, there in units.items()
        if role not in few_roles and 0 < len(holders & there) < threshold <= len(there)
    ]
    words = frozenset(word for unit in units for word in unit)
    few_units = {unit for unit, there in units.items() if len(there) < threshold}
    by_role = _role_phrases(few_roles)
    if any((night,) in few_units for night in _NIGHT):
        few_units.add(("natt",))
        by_role |= {word: (((word,), False),) for word in _WATCH}
    found = by_role, _unit_phrases(few_units, units.keys() - few_units), _pairs(pairs), _shortened(few_roles)
    return Staff(*found, _long_forms(roles), words, frozenset(word for phrases in found for word in phrases))


def roles_in(profession: str) -> frozenset[str]:
    """Give the roles that a profession in the list stands for: a known one, its special branch, or its own words."""
    found: set[str] = set()
    for piece in _SEPARATOR.split(profession):
        phrase = _phrase(piece)
        joined = "_".join(phrase)
        if len(joined) < 2:
            continue
        stems = {_stem_of(word) for word in (*phrase, joined)} - {""}
        found.update(_families()[stem] for stem in stems)
        if not any(word in _families() for word in phrase) and joined not in _families():
            found.add(joined)
    return frozenset(found)


def _phrase(text: str) -> Phrase:
    return tuple(fold(word) for word in WORD.findall(text))


@cache
def _families() -> Mapping[str, str]:
    text = files("sessions.mask").joinpath("data", "roles.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(text)
    return {stem: family for family, stems in table.items() for stem in stems.split()}


@cache
def _known_forms() -> Mapping[str, str]:
    return {form: stem for stem in _families() if "_" not in stem for form in forms_of(stem)} | {
        s: s for s in _families()
    }


def _stem_of(word: str) -> str:
    """Give the known stem a word is a form or a special branch of: "spesialsykepleier" is a sykepleier."""
    if word in _known_forms():
        return _known_forms()[word]
    return next((stem for stem in _families() if len(stem) > 6 and word.endswith(stem)), "")


def is_role(word: str) -> bool:
    """Say whether a folded word is a profession or a role in any form, whoever holds it: "sykepleiarn"."""
    return bool(_stem_of(word))


def _stems(role: str) -> set[str]:
    return {stem for stem, family in _families().items() if family == role} or in_both_languages(role)


def _role_phrases(roles: list[str]) -> dict[str, tuple[tuple[Phrase, bool], ...]]:
    found: dict[str, dict[Phrase, bool]] = {}
    for role in roles:
        for stem in _stems(role):
            *before, last = re.split(r"[_.]", stem)
            for form, many in forms_of(last).items():
                for words in {tuple(before), tuple(word + "e" for word in before)}:
                    known = found.setdefault((*words, form)[0], {})
                    known[(*words, form)] = many and known.get((*words, form), True)
    return {first: tuple(phrases.items()) for first, phrases in found.items()}


def _shortened(roles: list[str]) -> frozenset[str]:
    cuts = {stem[:end] for role in roles for stem in _stems(role) for end in range(_SHORTEST_CUT, len(stem))}
    return frozenset(cut for cut in cuts if "_" not in cut and word_strength(cut) < 0)


def _long_forms(roles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the forms of roles that are long enough to be known with a letter wrong, by their shapes."""
    stems = {stem for role in roles for stem in _stems(role) if "_" not in stem}
    return shapes_of(form for stem in stems for form in forms_of(stem) if len(form) >= LONG)


def _unit_phrases(few: set[Phrase], many: set[Phrase]) -> dict[str, tuple[tuple[Phrase, bool], ...]]:
    many_words = {word for unit in many for word in unit}
    found: dict[str, dict[Phrase, bool]] = {}
    for unit in few:
        for phrase in _spellings(unit) | _letters(unit):
            everyday = len(unit) == 1 and max(word_strength(unit[0]), word_strength(phrase[0])) >= _EVERYDAY
            if len("".join(phrase)) >= _SHORTEST_PHRASE:
                found.setdefault(phrase[0], {})[phrase] = not everyday
        for word in unit:
            if word_strength(word) < 0 and len(word) >= _SHORTEST_UNIT_WORD and word not in many_words:
                found.setdefault(word, {}).setdefault((word,), True)
    return {first: tuple(sorted(phrases.items(), key=lambda item: -len(item[0]))) for first, phrases in found.items()}


def _letters(unit: Phrase) -> set[Phrase]:
    """Give the first letters of a unit of some words, by which it is called: "RPH" for Rask psykisk helsehjelp."""
    return {("".join(word[0] for word in unit),)} if len(unit) >= _SHORTEST_PHRASE else set()


def _spellings(unit: Phrase) -> set[Phrase]:
    """Give a unit in both languages, cut short, with an article and as an owner: "avd. 2", "livssynstenesta"."""
    last = unit_forms(unit[-1])
    return set(product(*map(in_both_languages, unit[:-1]), last | {form + "s" for form in last}))


def _pairs(pairs: list[tuple[str, Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for role, unit in pairs:
        for stem in _stems(role):
            for form in forms_of(stem):
                found[form] = (*found.get(form, ()), unit)
    return found
