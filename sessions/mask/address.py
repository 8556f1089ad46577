"""Where someone lives: street and number, with or without postcode and town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask import places
from sessions.mask.compounds import is_compound
from sessions.mask.finding import Finding, Kind
from sessions.mask.lexicon import RARE, lists, word_strength
from sessions.mask.wordings import any_of, ends_in, last_word_in, may_end, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"(?:[A-Za-z](?!\w)|[ ][A-HJ-Zb-dfgh](?!\w))?(?![\w%]|[.,:]\d)")
_MOST_DIGITS = 4
_AFTER_WORD = re.compile(r"[^\W\d](?:\.?[ \u00a0]|\.)?$")
_LAST_LETTERS = re.compile(r"([^\W\d_]{1,20})\.?[ \u00a0]{0,2}(?:nr\.?[ ]?)?$", re.IGNORECASE)
_LONGEST_ENDING, _LONGEST_STREET = 26, 16
_TAIL = re.compile(
    r"(?:[ ]?,[ ]?|[ ])(?:[HULK]0\d{3}[ ]?,?[ ]?)?(?P<postcode>(?:N-)?\d{4})(?!\w)"
    r"(?:[ \u00a0](?:(?:Gamle|Nye|Nedre|Nordre|Søndre|Øvre|Vestre|Østre|Midtre|Indre|Ytre)[ ])?"
    r"(?P<town>[^\W\d_]{2,30})(?:[ ](?:i|på)[ ][A-ZÆØÅ][^\W\d_]{2,20})?)?"
)
_TOWN = re.compile(r"[ ]?,[ ]([A-ZÆØÅ][^\W\d_]{1,29})(?!\w)")
_DOOR = re.compile(
    r"[ ]?,?[ ](?:oppg(?:ang)?|inng(?:ang)?|leil(?:ighet|egheit)?|lgh|dør|etg)"
    r"(?:[. ]{1,2}[A-Ha-h]|\.?[ ]?[HULK]?\d{1,4}[A-Da-d]?)(?!\w)"
)
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’\-]{0,39}$")
_NAME = re.compile(r"[^\W\d_](?:[\w'’\-]{0,29}|[\w'’\-]{0,4}\.)$")
_MOST_NAMES = 3
_LIVES = re.compile(rf"\b{any_of('lives')}\b[^.!?]{{0,18}}$", re.IGNORECASE)
_LIVES_AT = re.compile(
    rf"\b(?i:{any_of('lives')}|{any_of('dwellings')})[ ](?:(?:i|på|ved)[ ])?"
    rf"(?P<place>(?:[A-ZÆØÅ][\w'’-]{{1,29}}[ ]){{1,4}})$"
)
_BOX = re.compile(r"\b(?P<place>(?:[Pp]b|[Pp]\.b|[Pp]ostboks)\.?[ ]?)$")
_COUNTS = re.compile(rf"(?:[ ]{any_of('counted_after')}|\.?[ ]{any_of('months')})\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\d{4}[ \u00a0]([^\W\d_]{2,30})(?!\w)")
_BEFORE_POSTCODE = re.compile(
    r"(?<!\w)[A-ZÆØÅ][\w'’-]{2,29}(?:[ ][A-ZÆØÅ][\w'’-]{1,29}){0,2}[ ]\d{1,3}(?:[ ]?[A-Za-z])?[ ]?,?[ ]$"
)
_YEAR = re.compile(r"19\d\d|20[0-4]\d")
_AT = re.compile(r"(?<!\w)(?:i|på|til|ved|fra|frå)[ ]$")
_LOOK_BACK, _LONGEST_WORD = 120, 40


class _Ending(NamedTuple):
    """The place of what ends a street's name, in characters, and whether it can be nothing but a street's."""

    start: int
    end: int
    road: bool


def find_addresses(text: str) -> Iterator[Finding]:
    """Find street and number, with what belongs to it before and after; looks back from each number."""
    postcodes = False
    for digits in _DIGITS.finditer(text):
        start, end = digits.span()
        postcodes = postcodes or end - start == _MOST_DIGITS
        if end - start <= _MOST_DIGITS and _AFTER_WORD.search(text, max(0, start - 3), start):
            number = _ENDING.match(text, end)
            if number:
                yield from _at_number(text, start, number.end())
    for match in _POSTCODE.finditer(text) if postcodes else ():
        alone = text[match.start() - 1 : match.start()] in {"", " ", ",", "("}
        if places.is_known(match[1].lower()) and alone and not _YEAR.match(match[0]):
            yield Finding(_street_before(text, match.start()), match.end(), Kind.ADDRESS, reason="postcode")


def _street_before(text: str, postcode: int) -> int:
    """Give where a street of any name begins that a postcode follows, or the postcode's own place."""
    street = _BEFORE_POSTCODE.search(text, max(0, postcode - _LOOK_BACK), postcode)
    if not street:
        return postcode
    first = street.group().split()[0]
    return street.start() + (len(first) + 1 if first.lower() in lists()["small_words"] else 0)


def _at_number(text: str, number: int, end: int) -> Iterator[Finding]:
    """Look back from a house number for its street, or a place where someone lives, or a box of the post office."""
    ending = _street_ending(text, number)
    start = _start(text, ending.start) if ending else None
    if ending and start is not None:
        if not _COUNTS.match(text, end):
            yield Finding(start, _end(text, end), Kind.ADDRESS, _is_sure(text, start, ending), "address")
        return
    before = text[max(0, number - _LOOK_BACK) : number]
    box = before.rstrip(" .")[-1:].lower() in {"b", "s"}
    named = before[-1:] == " " and before[before.rfind(" ", 0, -1) + 1].isupper()
    for pattern in (_LIVES_AT,) * named + (_BOX,) * box:
        at = pattern.search(before)
        if at:
            yield Finding(number - len(at["place"]), end, Kind.ADDRESS, reason="address")


def _street_ending(text: str, number: int) -> _Ending | None:
    """Give the longest ending of streets that stands before a house number, "nr" or not between."""
    if not may_end(text[max(0, number - _LONGEST_ENDING) : number], "streets"):
        return None
    letters = _LAST_LETTERS.search(text, max(0, number - _LONGEST_ENDING), number)
    low = letters[1].lower() if letters else ""
    size = next((size for size in range(_LONGEST_STREET, 1, -1) if low[-size:] in words_of("streets")), 0)
    if not letters or not size:
        return None
    return _Ending(letters.end(1) - min(size, len(low)), letters.end(1), ends_in(low, "roads"))


def _end(text: str, end: int) -> int:
    """Take in a postcode and its town after a house number that ends at `end`, where there are such."""
    door = _DOOR.match(text, end)
    end = door.end() if door else end
    tail = _TAIL.match(text, end)
    if not tail:
        town_alone = _TOWN.match(text, end)
        return town_alone.end() if town_alone and places.is_known(town_alone[1].lower()) else end
    town = tail["town"] or ""
    if town and (town[0].isupper() or places.is_known(town.lower())):
        return tail.end()
    return end if _YEAR.match(tail["postcode"]) else tail.end("postcode")


def _start(text: str, ending: int) -> int | None:
    """Give where the street's name begins, its ending being at `ending`; nothing where there is no name."""
    word = _WORD_BEFORE.search(text[max(0, ending - _LONGEST_WORD) : ending])
    start = ending - len(word.group()) if word else ending
    before = text[max(0, start - _LOOK_BACK) : start]
    taken = _names_at_end(before)
    if word or taken:
        return start - taken
    return start if text[ending : ending + 1].isupper() and _AT.search(before) else None


def _names_at_end(before: str) -> int:
    """Give how many characters at the end of `before` belong to a street's name: "Ole Bulls "."""
    place = len(before)
    for _ in range(_MOST_NAMES):
        if before[place - 1 : place] not in {" ", "\u00a0"}:
            break
        word = before[max(before.rfind(" ", 0, place - 1), before.rfind("\u00a0", 0, place - 1)) + 1 : place - 1]
        name = _NAME.search(word)
        if not name or not _is_part(name.group()) or (place == len(word) + 1 and _is_thing(name.group())):
            break
        place -= len(name.group()) + 1
    return len(before) - place


def _is_part(name: str) -> bool:
    """Say whether a word before belongs to a street's name: "Nedre", "Ole Bulls"."""
    low = name.lower()
    return low not in lists()["small_words"] and (name[0].isupper() or low in lists()["street_words"])


def _is_thing(name: str) -> bool:
    """Say whether a word that opens a note is rather what is there: "Nøkkelboks Skogvegen 27"."""
    low = name.lower()
    return not low.endswith("e") and (word_strength(low) > RARE or is_compound(low))


def _is_sure(text: str, start: int, ending: _Ending) -> bool:
    """Say whether it can be nothing but an address: a road by its ending, a capital, or someone lives there."""
    if lists()["no_street"].intersection(text[start : ending.end].lower().split()):
        return False
    if last_word_in(text[max(0, ending.start - _LOOK_BACK) : ending.start], "counted_before"):
        return False
    if ending.road or text[start].isupper():
        return True
    return _LIVES.search(text[max(0, start - _LOOK_BACK) : start]) is not None
