"""A text cut into words, the way every recogniser reads it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from sessions.mask.placeholders import placeholders_in

LONGEST_NAME = 40
"""Characters. No name is longer than this; a longer word is passed over, so that no step costs more than its text."""

WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f\u200d]*(?:[\u0300-\u036f][^\W_]*)*")
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


@dataclass(slots=True)
class Note:
    """A text and its words, as written and folded, with their places; `shielded` ones stand in placeholders."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    shielded: set[int] = field(default_factory=set)

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    def between(self, index: int) -> str:
        """Give what stands between the word at `index` and the next one."""
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.text[self.ends[index] : following]

    def starts_sentence(self, index: int) -> bool:
        """Say whether the word at `index` is the first of its sentence, where a capital tells nothing."""
        if index == 0:
            return True
        before = self.text[self.ends[index - 1] : self.starts[index]]
        return before != " " and _SENTENCE_END.search(before[-LONGEST_NAME:]) is not None


def read(text: str) -> Note:
    """Cut a text into words."""
    note = Note(text)
    for match in WORD.finditer(text):
        note.starts.append(match.start())
        note.ends.append(match.end())
        note.words.append(match.group())
    note.folded = [fold(word) if len(word) <= LONGEST_NAME else "" for word in note.words]
    if "en " in text or "En " in text or "[" in text:
        _shield(note)
    return note


def _shield(note: Note) -> None:
    index = 0
    for start, end in placeholders_in(note.text):
        while index < len(note) and note.ends[index] <= start:
            index += 1
        while index < len(note) and note.starts[index] < end:
            note.shielded.add(index)
            index += 1
