"""Where someone lives: street and number, with or without postcode and town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.lexicon import lists
from sessions.mask.wordings import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"(?:nr\.?[ ]?)?(?:\d{1,4}(?:[ ]?[A-Za-zÆØÅæøå](?!\w))?)(?![\w%]|[.,:]\d)"
_END = re.compile(rf"(?:(?<=\w)|\b){any_of('streets')}\.?[ \u00a0]{{0,2}}{_NUMBER}", re.IGNORECASE)
_ROAD = re.compile(rf"{any_of('roads')}\.?[ \u00a0]{{0,2}}(?:nr\.?[ ]?)?\d", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[ ]?,[ ]?|[ ])(?:[HULK]0\d{3}[ ]?,?[ ]?)?(?:N-)?\d{4}[ \u00a0][^\W\d_]{2,30}"
    r"(?:[ ](?:i|på)[ ][A-ZÆØÅ][^\W\d_]{2,20})?"
)
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’\-]{0,39}$")
_NAMES_BEFORE = re.compile(r"(?:[^\W\d_][\w'’\-]{0,29}\.?[ \u00a0]){1,3}$")
_LIVES = re.compile(rf"\b{any_of('lives')}\b[^.!?]{{0,18}}$", re.IGNORECASE)
_COUNTED = re.compile(rf"\b{any_of('counted_before')}\.?\s*$", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<![\w.,-])(?:N-)?(\d{4})[ \u00a0]([^\W\d_]{2,30})(?!\w)")
_YEAR = re.compile(r"19\d\d|20[0-4]\d")
_LOOK_BACK = 120


def find_addresses(text: str) -> Iterator[Finding]:
    """Find street and number, with what belongs to it before and after; looks back from each street word."""
    for match in _END.finditer(text):
        start = _start(text, match.start())
        if start is not None:
            tail = _TAIL.match(text, match.end())
            yield Finding(
                start, tail.end() if tail else match.end(), Kind.ADDRESS, _is_sure(text, start, match), "address"
            )
    for match in _POSTCODE.finditer(text):
        if match[2].lower() in lists()["places"] and not _YEAR.fullmatch(match[1]):
            yield Finding(*match.span(), Kind.ADDRESS, reason="postcode")


def _start(text: str, ending: int) -> int | None:
    """Give where the street's name begins, its ending being at `ending`; nothing where there is no name."""
    word = _WORD_BEFORE.search(text[max(0, ending - _LOOK_BACK) : ending])
    start = ending - len(word.group()) if word else ending
    before = text[max(0, start - _LOOK_BACK) : start]
    names = _NAMES_BEFORE.search(before)
    taken = 0
    for name in reversed(names.group().split() if names else []):
        if not _is_part(name, first=not (word or taken)):
            break
        taken += len(name) + 1
    return start - taken if word or taken else None


def _is_part(name: str, *, first: bool) -> bool:
    """Say whether a word before belongs to a street's name: "Nedre", "Ole Bulls"; without case only right before it."""
    low = name.lower()
    if low in lists()["small_words"]:
        return False
    return name[0].isupper() or low in lists()["street_words"] or first


def _is_sure(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether it can be nothing but an address: a road by its ending, a capital, or someone lives there."""
    if _COUNTED.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]):
        return False
    if _ROAD.match(text, match.start()) or text[start].isupper():
        return True
    return _LIVES.search(text[max(0, start - _LOOK_BACK) : start]) is not None
