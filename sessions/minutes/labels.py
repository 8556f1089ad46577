"""How the four lines, the items and the group are called in a leaders' file, in whichever of the languages it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from sessions.minutes.leaders import LABELS
from sessions.texts import LANGUAGES, texts

_COUNTED = ("minutes.summary.", "minutes.approved", "answers.waiting_summary.")
_HYPHENS = "-‐‑‒–—−"
# What a person or a word processor puts before a label: a bullet, a number or a letter, a box to tick, stars.
_BEFORE = r"(?:(?:[•·●▪◦‣–—*+-]|o|\(?\w{1,2}[.)])[ ]+|\[[ xX]?\][ ]*)*[ *_]*"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line: which of the four lines it is, and what follows it.

    It is sure with a colon or a dash behind it: the words alone may be anybody's.
    """

    key: str
    rest: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Title:
    """The id of an item at the beginning of a line, its heading as the line has it, and whether a colon parts them."""

    item: str
    heading: str
    marked: bool


def label_of(text: str) -> Label | None:
    """Give the label that a line begins with, or None."""
    found = _label().match(text)
    if not found:
        return None
    key = _keys()[_known(found["label"])]
    return Label(key, found["rest"].strip(), bool(found["mark"]))


def title_of(text: str) -> Title | None:
    """Give the item that a line is the heading of, or None."""
    found = _title().match(text)
    return Title(f"{int(found[1])}-{int(found[2])}", found[4].strip(" *_#"), found[3] == ":") if found else None


def group_of(text: str) -> str:
    """Give the name of the group where a line tells it, else nothing."""
    found = _group().match(text)
    return found[1].strip(" *_") if found else ""


def is_group_minutes(text: str) -> bool:
    """Tell whether a line is the title of a group's own minutes."""
    ends = (texts(language)("minutes.group_title", title="") for language in LANGUAGES)
    return any(compared(text).endswith(compared(end)) for end in ends)


def compared(text: str) -> str:
    """Give the words of a text as they are compared: without case, marks and spaces of any kind."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[^\W_]+", folded))


@cache
def formulas() -> re.Pattern[str]:
    """Give what our own sentences with a number or a day in them are like, one or several, as `compared` has them."""
    every = (texts(language) for language in LANGUAGES)
    told = {str(text) for words in every for key, text in words.words.items() if key.startswith(_COUNTED)}
    sentence = "|".join(_formula(text) for text in sorted(told))
    return re.compile(rf"(?:{sentence})(?: (?:{sentence}))*")


def _formula(text: str) -> str:
    return " .{1,40}? ".join(re.escape(compared(part)) for part in re.split(r"\{\w+\}", text)).strip()


def _known(label: str) -> str:
    return " ".join(label.casefold().split())


@cache
def _keys() -> dict[str, str]:
    named = ((texts(language)(f"minutes.{key}"), key) for language in LANGUAGES for key in LABELS)
    return {_known(text.rstrip(":")): key for text, key in named}


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in sorted(_keys(), key=len, reverse=True))
    mark = rf"[:：]|(?<=\s)[{_HYPHENS}=](?=\s|$)"
    stars = r"(?:\*\*|__|\*|_)?"  # of bold that was not closed where Markdown closes it, as in **Frist:**1. mai
    whole = rf"{_BEFORE}(?P<label>{words})(?!\w){stars}\s*(?P<mark>{mark})?{stars}\s*(?P<rest>.*)"
    return re.compile(whole, re.IGNORECASE | re.DOTALL)


@cache
def _title() -> re.Pattern[str]:
    named = {texts(language)("minutes.item", id="\0", heading="").split("\0")[0].strip() for language in LANGUAGES}
    words, hyphen = "|".join(map(re.escape, sorted(named))), f"[{_HYPHENS}]"
    return re.compile(
        rf"[\s*_#]*(?:{words})\s+(\d{{1,6}})\s*{hyphen}\s*(\d{{1,6}})(?!\w)[\s*_]*([:.{_HYPHENS}])?(.*)", re.IGNORECASE
    )


@cache
def _group() -> re.Pattern[str]:
    words = "|".join(sorted({re.escape(texts(language)("minutes.group")) for language in LANGUAGES}))
    return re.compile(rf"{_BEFORE}(?:{words})[ *_]*:[ *_]*(\S.*)", re.IGNORECASE)
