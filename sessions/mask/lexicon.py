"""The lists the recognisers look things up in. Each is read from its data file at first use and kept."""

from __future__ import annotations

import lzma
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_WEAK_WORD = 6
"""A name this common (the logarithm to base 4 of its bearers) wins over a word that no text has in lower case."""


class NameCount(NamedTuple):
    """How common a name is as a first and as a last one: the logarithm to base 4 of its bearers, 0 to 9."""

    first: int
    last: int


def _lines(name: str) -> list[str]:
    packed = files("sessions.mask").joinpath("data", name).read_bytes()
    return lzma.decompress(packed).decode("utf-8").splitlines()


_VERB_ENDINGS = ("er", "ar", "te", "de", "dde", "et", "a", "e", "")
NOBODY, RARE_NAME = NameCount(0, 0), NameCount(3, 0)
_SHORTEST_TWO = 6
RARE, COMMON = 1, 3
"""Steps of how common a word is in lower case: up to RARE a name in the list wins, from COMMON it needs help."""
SOME, MANY = 3, 5
"""Steps of how common a name is as a first or a last one: from SOME people are known to be called so."""


@cache
def names() -> Mapping[str, NameCount]:
    """Give every known name, folded, with how common it is."""
    rows = (line.split("\t") for line in _lines("names.txt.xz"))
    return {name: NameCount(int(digits[0]), int(digits[1])) for name, digits in rows}


@cache
def verb_stems() -> frozenset[str]:
    """Give the stems of regular verbs."""
    return frozenset(_lines("verbs.txt.xz"))


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Say whether a folded word can be a verb that someone does or did, dialects that cut its end included."""
    stems = verb_stems()
    if word.endswith(("te", "de")) and word[:-2] + word[-3:-2] in stems:  # "spilte" of "spille"
        return True
    return any(word.endswith(ending) and word.removesuffix(ending) in stems for ending in _VERB_ENDINGS)


@cache
def words() -> Mapping[str, int]:
    """Give every known ordinary word, folded, with how common it is in lower case: 0 (known only) to 9."""
    known: dict[str, int] = {}
    for line in _lines("words.txt.xz"):
        strength, *same = line.split()
        known.update(dict.fromkeys(same, int(strength)))
    for name, count in names().items():
        if known.get(name) == 0 and max(count) >= _WEAK_WORD and not _is_definite(name, count):
            del known[name]
    for name in lists()["only_names"]:
        known.pop(name, None)
    known.update((word, max(2, known.get(word, 0))) for word in lists()["dialect_words"] | _dialects())
    return known


def _dialects() -> frozenset[str]:
    """Give the small words that tell a dialect by."""
    table = tomllib.loads(files("sessions.mask").joinpath("data", "tongue.toml").read_text(encoding="utf-8"))
    return frozenset(table["words"]["dialect"].split())


def _is_definite(name: str, count: NameCount) -> bool:
    """Say whether a last name is a farm or a place in its definite form, a word as good as any: "haugen"."""
    return name.endswith("en") and not name.endswith("sen") and count.last > count.first


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Give the short lists by name: titles, kin words, speech verbs, towns and the like."""
    text = files("sessions.mask").joinpath("data", "lists.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: frozenset(entry.split()) for name, entry in tomllib.loads(text).items()})


@cache
def endings(name: str) -> tuple[str, ...]:
    """Give a short list as endings to ask a word for."""
    return tuple(sorted(lists()[name]))


class Looks(NamedTuple):
    """What the lists say of a word: as a word (-1 to 9), as a name, and whether the name had to lose an s for it."""

    strength: int
    name: NameCount
    genitive: bool


@lru_cache(maxsize=50_000)
def looks(word: str) -> Looks:
    """Look a folded word up in every list at once."""
    strength, count = words().get(word, -1), names().get(word)
    if count is None and word.endswith("s"):
        count = names().get(word[:-1])
        if count is None and strength < 0 and has_two_parts(word[:-1]):
            count = RARE_NAME
        return Looks(strength, count or NOBODY, count is not None)
    if count is None and strength < 0 and has_two_parts(word):
        count = RARE_NAME
    return Looks(strength, count or NOBODY, genitive=False)


def has_two_parts(word: str) -> bool:
    """Say whether a folded word is put together as old Norwegian first names are: "bergsvein", "kristmund"."""
    return len(word) >= _SHORTEST_TWO and any(
        word.endswith(ending) and word.removesuffix(ending) in lists()["name_starts"]
        for ending in endings("name_seconds")
    )


def word_strength(word: str) -> int:
    """Say how strongly a folded word reads as an ordinary word: -1 for none, 0 to 9."""
    return words().get(word, -1)


def name_strength(word: str) -> int:
    """Say how strongly a folded word reads as a person's name, first or last: 0 for none, up to 9."""
    count = names().get(word)
    return max(count) if count else 0
