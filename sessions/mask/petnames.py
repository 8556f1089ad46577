"""Short forms and pet names: Kalle for Karl, Gretemor for Grete, Bea for Beate."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sessions.mask.lexicon import endings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VOWELS = frozenset("aeiouyæøå")
_PET_ENDINGS = (
    "mor",
    "mora",
    "mamma",
    "far",
    "mann",
    "gutt",
    "gutten",
    "jenta",
    "pus",
    "pusen",
    "tuppa",
    "lill",
    "vennen",
)
_DEFINITE_ENDINGS = ("en", "n", "a", "ern", "sen", "is", "o", "en", "ene")
_SHORT_ENDINGS = ("", "e", "i", "y", "a", "en", "is", "sen", "mor", "mann", "ern", "se", "sa")
_LAST_ENDINGS = ("ern", "is", "mann", "mor", "mora", "far")
_SHORTEST, _LONG, _SHORTEST_STEM = 3, 5, 4


@cache
def _table() -> Mapping[str, frozenset[str]]:
    text = files("sessions.mask").joinpath("data", "petnames.txt").read_text(encoding="utf-8")
    table: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        formal, _, pets = line.partition(":")
        for name in formal.split():
            table[name] = table.get(name, frozenset()) | frozenset(pets.split())
    return table


def known_pet_names(name: str) -> frozenset[str]:
    """Give the pet names that people with a folded first name are known to have."""
    return _table().get(name, frozenset()) - {name}


def made_pet_names(name: str) -> Iterator[str]:
    """Give what endings make of a folded first name: Gretemor, Karien."""
    stem = name[:-1] if name[-1] in _VOWELS else name
    for ending in _PET_ENDINGS:
        yield from (name + ending, stem + "e" + ending)
    if len(name) >= _SHORTEST:
        yield from (stem + ending for ending in _DEFINITE_ENDINGS if stem + ending != name)
        yield from (name + ending for ending in _DEFINITE_ENDINGS)


def last_name_forms(name: str) -> Iterator[str]:
    """Give what a folded last name is called among people who use it alone: Klemets for Klemetsrud, Bakkern."""
    yield from (name + ending for ending in _LAST_ENDINGS)
    for ending in endings("surname_endings"):
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_STEM:
            yield name.removesuffix(ending)


def short_forms(name: str) -> frozenset[str]:
    """Give the shapes a folded first name may be cut to: Kris, Krisse for Kristin; Beth for Elisabeth."""
    if len(name) < _LONG:
        return frozenset()
    forms = {name[:size] + ending for size in range(_SHORTEST, len(name) - 1) for ending in _SHORT_ENDINGS}
    doubled = {
        name[:size] + name[size - 1] + ending
        for size in range(_SHORTEST, len(name) - 1)
        for ending in ("e", "i", "y", "a", "en")
    }
    ends = {name[-size:] for size in range(4, len(name) - 1)}
    return frozenset(form for form in forms | doubled | ends if form != name and len(form) >= _SHORTEST)
