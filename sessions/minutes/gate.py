"""The gate: leaders' minutes in which anything certain is left are not written. It reads the finished file itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.shown import naming_veil_of, settled_veil_of, veil_of
from sessions.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sessions.mask.shown import Known, Veil

_OPENS = re.compile(r"\s*(?:(?:#{1,6}|>|[-+*]|\d{1,9}[.)])\s+)*")
_HEADING = re.compile(r"#{1,6}\s")
# An escaped sign is that sign; an asterisk that is not escaped is emphasis; a backslash at the end breaks the line.
_SIGNS = re.compile(r"\\([!-/:-@\[-`{-~])|\\$|\*")
_SETTLED = frozenset({"title", "minutes.purpose"})
_NAMING = frozenset({"minutes.group"})
_DATES = frozenset({"date", "minutes.date"})
_ITEM = "minutes.item"
_OWN = ("minutes.", "programme.", "path.", "answers.waiting", "answers.waited", "answers.new")
_MARKS = {"marks": "([●○]+)"}  # of the path of an item: what stands before them is nothing of ours


@dataclass(frozen=True, slots=True)
class Held:
    """What holds minutes back: the number of the item it stands in, empty beside them, and what should stand there."""

    item: str
    instead: str

    @property
    def key(self) -> str:
        """The key of the sentence that says so, among the troubles."""
        return "minutes.held" if self.item else "minutes.held_beside"


class Bound(Enum):
    """What holds for people's words in a file.

    What was settled before anyone spoke may have a unit's name in it, and what a group is called that of a place, which
    may be a person's elsewhere.
    """

    SAID = "said"
    SETTLED = "settled"
    NAMING = "naming"


_VEILS = {Bound.SAID: veil_of, Bound.SETTLED: settled_veil_of, Bound.NAMING: naming_veil_of}


class Written(NamedTuple):
    """Words of people's in a file, and what holds for them."""

    text: str
    bound: Bound


def held_back(markdown: str, known: Known) -> Held | None:
    """Give the first thing that the mask is certain of in finished minutes; None when they may be written.

    The program's own sentences are not people's words: of those, only what was put in their places is read.
    """
    veils, language, item = tuple(veil(known) for veil in _VEILS.values()), known.language, ""
    for line in markdown.split("\n"):
        if _HEADING.match(line):
            item = _item_in(line, language)
        if instead := _left(line, veils, language):
            return Held(item, instead)
    return None


def plain_line(line: str) -> str:
    """Give a line of Markdown as it reads: without what opens its block, its escapes and its emphasis."""
    return _SIGNS.sub(lambda match: match[1] or "", line[_end_of_opening(line) :])


def people_s_words(text: str, language: str, bound: Bound = Bound.SAID) -> Iterator[Written]:
    """Give what people wrote in a line of minutes, the program's own words of the language left out."""
    for own in _own_sentences(language):
        if found := own.pattern.fullmatch(text):
            for name, part in zip(own.places, found.groups(), strict=True):
                if name not in _DATES or not _day(language).fullmatch(part or ""):
                    yield from people_s_words(part or "", language, _bound(name, bound))
            return
    if text:
        yield Written(text, bound)


def _bound(place: str, around: Bound) -> Bound:
    return Bound.NAMING if place in _NAMING else Bound.SETTLED if place in _SETTLED else around


def _end_of_opening(line: str) -> int:
    found = _OPENS.match(line)
    return found.end() if found else 0


@lru_cache(maxsize=8192)
def _left(line: str, veils: tuple[Veil, ...], language: str) -> str:
    """Give what should stand in place of the first certain finding of a line; nothing where there is none."""
    for words in people_s_words(plain_line(line), language):
        behind = dict(zip(_VEILS, veils, strict=True))[words.bound]
        if instead := behind.left(words.text):
            return instead
    return ""


class _Own(NamedTuple):
    """A sentence of the program's: what it reads like, and the names of its places in order."""

    pattern: re.Pattern[str]
    places: tuple[str, ...]
    length: int


@cache
def _own_sentences(language: str) -> tuple[_Own, ...]:
    """Give the sentences that the program puts into minutes, the longest first: it says the most."""
    words = texts(language).words
    keys = [key for key in words if key.startswith(_OWN) and isinstance(words[key], str)]
    return tuple(sorted((_own(key, str(words[key])) for key in keys), key=lambda own: -own.length))


def _own(key: str, template: str) -> _Own:
    """Make a sentence that is looked for. What stands after a label, or after a sentence, is read for itself."""
    parts = [(fixed, name) for fixed, name, _, _ in Formatter().parse(template)]
    pattern = "".join(re.escape(fixed) + (_MARKS.get(name, "(.+)") if name else "") for fixed, name in parts)
    places = [name for _, name in parts if name]
    if parts[-1][1] is None:
        pattern += r"(?: (.*))?" if template[-1] in ".:!?" else r"(?:: (.*))?"
        places.append(key)
    return _Own(re.compile(pattern), tuple(places), sum(len(fixed) for fixed, _ in parts))


@cache
def _day(language: str) -> re.Pattern[str]:
    """Give what a day looks like that the program has written: May is a month in it, and not a colleague."""
    days = (texts(language).day(date(2001, month, 9)) for month in range(1, 13))
    return re.compile("|".join(re.escape(day).replace("2001", r"2\d{3}").replace("9", r"\d{1,2}") for day in days))


@cache
def _item_heading(language: str) -> re.Pattern[str]:
    return _with_places(str(texts(language).words[_ITEM]), {"id": "(?P<id>[0-9-]+)", "heading": ".*"})


def _with_places(template: str, patterns: Mapping[str, str]) -> re.Pattern[str]:
    """Make a pattern of a text of the program's, with a pattern in each of its places."""
    return re.compile("".join(re.escape(f) + (patterns[n] if n else "") for f, n, _, _ in Formatter().parse(template)))


def _item_in(line: str, language: str) -> str:
    """Give the number of the item that a heading begins; nothing for another heading."""
    found = _item_heading(language).fullmatch(plain_line(line))
    return found["id"] if found else ""
