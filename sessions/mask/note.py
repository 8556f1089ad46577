"""A text cut into words, the way every recogniser reads it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, compress

from sessions.mask.lexicon import RARE, lists, looks
from sessions.mask.placeholders import PLACEHOLDER_WORDS, placeholders_in

_INITIALS = 3
LONGEST_NAME = 40
"""Characters. No name is longer than this; a longer word is passed over, so that no step costs more than its text."""

WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f\u200d]*(?:[\u0300-\u036f][^\W_]*)*")
_PLAIN_CUT, _CUT = re.compile(r"(\w+)"), re.compile(f"({WORD.pattern})")
_MARKS = re.compile("[\u0300-\u036f]")
_SENTENCE_END = re.compile(r"[.!?:…]+[\"»”')\]]*\s+[\"«“'(\[–—-]*\s*$|[\n\r]\s*[\"«“'(\[–—*#>-]*\s*$|[\"«“–—-]\s*$")
_DIACRITICS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ß": "ss", "ı": "i"})


def fold(word: str) -> str:
    """Give the form of a word in which case and ways of writing a letter make no difference."""
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word).casefold()


def plain(word: str) -> str:
    """Give a folded word as typed on a keyboard without its marks: ł as l, ś as s, å as a."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_DIACRITICS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Standing(IntEnum):
    """Whether a word may be a name: nowhere, everywhere, where no capital is due, or as a letter with a stop."""

    BACK = 0
    OUT = 1
    INSIDE = 2
    LETTER = 3


_BACK, _OUT, _INSIDE, _LETTER = Standing


@dataclass(slots=True)
class Note:
    """A text and its words, as written and folded, with their places; `shielded` ones stand in placeholders.

    `gaps` holds what stands between each word and the next one, or the end; `notable` the places of words that may be
    names: with a capital that is not due, of one letter, or not common in lower case.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    gaps: list[str]
    folded: tuple[str, ...]
    notable: list[int] = field(default_factory=list)
    shielded: set[int] = field(default_factory=set)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.words)

    def shouts(self, index: int) -> bool:
        """Say whether a word is longer than initials and all in capitals, so that its first one tells nothing."""
        return len(self.words[index]) > _INITIALS and self.words[index].isupper()

    def starts_sentence(self, index: int) -> bool:
        """Say whether the word at `index` is the first of its sentence, where a capital tells nothing."""
        if index == 0:
            return True
        before = self.gaps[index - 1]
        if before == " " or (before == ". " and _is_shortened(self.words[index - 1], self.folded[index - 1])):
            return False
        return _SENTENCE_END.search(before[-LONGEST_NAME:]) is not None


def _is_shortened(word: str, low: str) -> bool:
    """Say whether the full stop after a word is its own: an initial, "dr."."""
    return (len(word) == 1 and word.isupper()) or low in lists()["dotted"]


def read(text: str) -> Note:
    """Cut a text into words."""
    plainly = text.isascii() or not _MARKS.search(text)
    pieces = (_PLAIN_CUT if plainly and "_" not in text else _CUT).split(text)
    places = list(accumulate(map(len, pieces)))
    folded, standings = zip(*map(_read_word, pieces[1::2]), strict=True) if len(pieces) > 1 else ((), ())
    note = Note(text, places[:-1:2], places[1::2], pieces[1::2], pieces[2::2], folded)
    note.notable = [
        index
        for index in compress(range(note.size), standings)
        if standings[index] is _OUT or _stands_out(note, index, standings[index])
    ]
    if "[" in text or not PLACEHOLDER_WORDS.isdisjoint(note.folded):
        _shield(note)
    return note


def _stands_out(note: Note, index: int, standing: Standing) -> bool:
    return note.gaps[index][:1] == "." if standing is _LETTER else not note.starts_sentence(index)


@lru_cache(maxsize=20_000)
def _read_word(word: str) -> tuple[str, Standing]:
    """Give a word folded, and whether it may be a name."""
    if len(word) > LONGEST_NAME:
        return "", _BACK
    low = fold(word)
    strength, name, _ = looks(low)
    if word[:2].isupper() and len(low) > 1:
        return low, _OUT
    if word[0].isupper() and len(low) > 1:
        return low, _INSIDE if strength > RARE and not max(name) else _OUT
    if len(low) == 1:
        return low, _OUT if word.isupper() else _LETTER if word.islower() else _BACK
    rare = strength <= 0 or (strength <= RARE and max(name) > 0)
    return low, _OUT if rare and low.isalpha() else _BACK


def _shield(note: Note) -> None:
    index = 0
    for start, end in placeholders_in(note.text):
        while index < note.size and note.ends[index] <= start:
            index += 1
        while index < note.size and note.starts[index] < end:
            note.shielded.add(index)
            index += 1
