"""Norwegian writes words together: a word that no list has may still be two that it has."""

from __future__ import annotations

from functools import lru_cache

from sessions.mask.lexicon import word_strength

_ENDINGS = (
    "er",
    "en",
    "ene",
    "et",
    "a",
    "ar",
    "ane",
    "ne",
    "s",
    "t",
    "te",
    "de",
    "ende",
    "ande",
    "inga",
    "inger",
    "an",
    "n",
)
_SHORTEST_PART, _LONGEST_WORD = 3, 32


@lru_cache(maxsize=20_000)
def is_compound(word: str) -> bool:
    """Say whether a folded word reads as two known words, with or without s or e between: "trappe-heisen"."""
    if not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_WORD:
        return False
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word_strength(word[cut:]) >= 0 and _is_first_part(word[:cut]):
            return True
    return False


def _is_first_part(part: str) -> bool:
    if word_strength(part) >= 0:
        return True
    return part[-1] in "se" and len(part) > _SHORTEST_PART and word_strength(part[:-1]) >= 0


@lru_cache(maxsize=20_000)
def is_inflected(word: str) -> bool:
    """Say whether a folded word is a known word or a compound with an ending, dialects' too: "billetter", "brukern"."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return any(
        word_strength(stem) >= 0 or word_strength(stem + "e") >= 0 or is_compound(stem)
        for stem in stems
        if len(stem) > _SHORTEST_PART
    )
