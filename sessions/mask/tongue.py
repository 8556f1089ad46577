"""In what variety a note is written, and which notes are alone in theirs: they point at who wrote them.

Careful on purpose: a note that is short, mixed, or in a language that is not known here is in no variety.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sessions.notes import Note

_WORD = re.compile(r"(?<![\w.@-])[^\W\d_]+(?:'[^\W\d_]+)*(?![\w@-]|\.\w)")
_QUOTED = re.compile(r"«[^«»]{0,200}»|\"[^\"]{0,200}\"|“[^“”]{0,200}”")
_ENOUGH_ENGLISH, _CLEAR = 3, 3
"""Words of English that must be there, since it shares words with others; and how many times more words of one written
norm than of the other there must be."""
_SHORTEST_STEM = 3
FEWEST = 4
"""Notes whose variety can be told, below which nothing is said of a table."""
_MAIN, _ONE_IN = 3, 5


class _Marks(NamedTuple):
    words: frozenset[str]
    endings: tuple[str, ...]


def variety(text: str) -> str:
    """Give the variety a text is written in: "nb", "nn", "dialect", "en", or "" where it cannot be told.

    What stands in quotation marks is someone else's. All dialects are one variety: which one it is cannot be told from
    so little.
    """
    words = set(_WORD.findall(_QUOTED.sub(" ", text)))
    count = {name: _count(words, marks) for name, marks in _marks().items()}
    if count["en"] >= _ENOUGH_ENGLISH:
        return "en" if count["en"] > count["nb"] + count["nn"] + count["dialect"] else ""
    if count["dialect"]:
        return "dialect" if count["dialect"] >= count["nb"] else ""
    more, less = sorted(("nb", "nn"), key=lambda name: count[name], reverse=True)
    return more if count[more] >= max(1, _CLEAR * count[less]) else ""


def _count(words: set[str], marks: _Marks) -> int:
    """Count the different words that tell a variety. A single letter tells nothing as a capital: it may be a name's."""
    small = {word.lower() for word in words if len(word) > 1 or word.islower()}
    ending = {
        word
        for word in words
        if word.endswith(marks.endings) and word.islower() and word not in _not_endings() and _has_stem(word, marks)
    }
    return len((small & marks.words) | ending)


def _has_stem(word: str, marks: _Marks) -> bool:
    return any(word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM for end in marks.endings)


@cache
def _marks() -> Mapping[str, _Marks]:
    data = _data()
    return {
        name: _Marks(frozenset(words.split()), tuple(data["endings"].get(name, "-").split()))
        for name, words in data["words"].items()
    }


@cache
def _not_endings() -> frozenset[str]:
    return frozenset(_data()["endings"]["no_ending"].split())


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("sessions.mask").joinpath("data", "tongue.toml").read_text(encoding="utf-8"))


def alone(notes: Sequence[Note]) -> frozenset[str]:
    """Give the ids of the notes of one table whose variety only they have.

    At least four notes must be such that their variety can be told, and more than half of these, three at the least, in
    one. Then a note in another variety is alone if it is the only one of its variety, or one of so few that at most
    every fifth is in it: one writer may have written twice.
    """
    varieties = {note.id: told for note in notes if (told := variety(note.text))}
    counts = Counter(varieties.values())
    main, most = counts.most_common(1)[0] if counts else ("", 0)
    if len(varieties) < FEWEST or most < _MAIN or 2 * most <= len(varieties):
        return frozenset()
    few = max(1, len(varieties) // _ONE_IN)
    return frozenset(note_id for note_id, told in varieties.items() if told != main and counts[told] <= few)


def lone_voices(session_notes: Iterable[Note]) -> frozenset[str]:
    """Give the ids of the notes of a session that are alone in their variety at their table."""
    by_table = groupby(sorted(session_notes, key=_table), key=_table)
    return frozenset(note_id for _, notes in by_table for note_id in alone(list(notes)))


def _table(note: Note) -> int:
    return note.table
