"""Parts of patterns made of word lists, which are data."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_SIGNS = " \u00a0.:#-"
_OPENING = "([«\"'-–/\n"


@cache
def _lists() -> dict[str, str]:
    text = files("sessions.mask").joinpath("data", "patterns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def any_of(name: str) -> str:
    """Give a pattern for any word of a list, longer words first, as a group that captures nothing."""
    words = sorted(
        {re.escape(word.replace("_", " ")) for word in _lists()[name].split()}, key=lambda word: (-len(word), word)
    )
    return f"(?:{'|'.join(words)})"


def ends_in(low: str, name: str) -> bool:
    """Say whether a folded word ends in a word of a list."""
    return low.endswith(_endings(name))


def last_word_in(before: str, name: str) -> bool:
    """Say whether the last word of a text, a stop after it or not, is in a list; entries of two words count as well."""
    words = before.lower().rstrip().removesuffix(".").split(" ")[-2:]
    last = words[-1].lstrip(_OPENING)
    return last in words_of(name) or (len(words) > 1 and f"{words[0].lstrip(_OPENING)} {last}" in words_of(name))


def may_end(before: str, name: str) -> bool:
    """Say whether a text may end in a word of a list, "nr" and signs after it: a cheap look ahead of a pattern."""
    bare = before.lower().rstrip(_SIGNS)
    numbered = bare.endswith("nr") and bare[:-2].rstrip(_SIGNS).endswith(_endings(name))
    return numbered or bare.endswith(_endings(name))


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


@cache
def words_of(name: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(word.replace("_", " ") for word in _lists()[name].split())
