"""A small tagger that reads capitalised words as persons, other names or neither.

An averaged perceptron over features made by hand, trained on the persons of NorNE (Norwegian newspaper, blog and
parliament text, CC0 annotation). It needs no list of people; its weights are a data file read at first use.
"""

from __future__ import annotations

import lzma
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sessions.mask import lexicon
from sessions.mask.compounds import is_compound

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from sessions.mask.note import Note

PERSON, OTHER_NAME, NO_NAME = 0, 1, 2
Weights = tuple[int, int, int]

_GAP = 3
"""Characters of what stands between two words that a feature may hold."""


@cache
def weights() -> Mapping[str, Weights]:
    """Give the weights of each feature for the three readings."""
    packed = files("sessions.mask").joinpath("data", "tagger.txt.xz").read_bytes()
    rows = (line.rsplit("\t", 3) for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return {feature: (int(person), int(other), int(neither)) for feature, person, other, neither in rows}


def is_candidate(note: Note, index: int) -> bool:
    """Say whether a word is one the tagger reads: it begins with a capital."""
    return note.words[index][0].isupper() and index not in note.shielded


def person_margins(note: Note, known_people: Container[int] = ()) -> dict[int, int]:
    """Give, for each capitalised word, how far the reading as a person is above the best other one (or below).

    Words at the places in `known_people` are taken for persons already and not read.
    """
    known = weights()
    margins: dict[int, int] = {}
    before, last = NO_NAME, -1
    for index in note.notable:
        if not is_candidate(note, index):
            continue
        if last != index - 1:
            before = NO_NAME
        last = index
        if index in known_people:
            before = PERSON
            continue
        scores = score(features(note, index, before), known)
        before = scores.index(max(scores))
        margins[index] = scores[PERSON] - max(scores[OTHER_NAME], scores[NO_NAME])
    return margins


def score(found: list[str], known: Mapping[str, Weights]) -> Weights:
    """Add up the weights of features for each reading."""
    person = other = neither = 0
    for feature in found:
        row = known.get(feature)
        if row is not None:
            person += row[0]
            other += row[1]
            neither += row[2]
    return person, other, neither


def features(note: Note, index: int, before: int) -> list[str]:
    """Give the features of a word, where the word before it was read as `before`."""
    word, low = note.words[index], note.folded[index]
    kind, shape = _reading(low), _shape(word)
    start = "S" if note.starts_sentence(index) else "-"
    previous, following = _word_at(note, index - 1), _word_at(note, index + 1)
    gap = note.text[max(0, note.starts[index] - _GAP) : note.starts[index]].strip() or " "
    after = note.gaps[index][:_GAP].strip() or " "
    last, upcoming = _context(note, index - 1), _context(note, index + 1)
    return [
        "bias",
        f"w{low}",
        f"s{start}{kind}",
        f"k{kind}",
        f"h{shape}{start}",
        f"p{low[:3]}",
        f"2{low[-2:]}",
        f"3{low[-3:]}",
        f"4{low[-4:]}",
        f"b{before}{gap}",
        f"B{before}{kind}{gap}",
        f"l{previous}",
        f"L{previous}{kind}",
        f"n{following}{after}",
        f"N{following}{kind}",
        f"m{last}{kind}",
        f"u{upcoming}{kind}{after}",
        f"U{upcoming}{start}{kind[0]}{after}",
        f"a{after}{start}",
        f"g{gap}{start}",
        f"x{last}{upcoming}",
        f"o{_word_at(note, index - 2)}",
        f"O{_word_at(note, index + 2)}",
        f"e{previous[-4:]}",
        f"E{following[-3:]}",
        f"y{before}{upcoming}{kind}{after}",
    ]


def _word_at(note: Note, index: int) -> str:
    return note.folded[index] if 0 <= index < note.size else "^"


@cache
def _class(count: int) -> str:
    return "0" if count <= 0 else "1" if count <= 3 else "2" if count <= 5 else "3"


@lru_cache(maxsize=20_000)
def _reading(low: str) -> str:
    """Give how a word reads by the lists: as first name, last name, ordinary word."""
    count = lexicon.names().get(low)
    if count is None and low.endswith("s"):
        count = lexicon.names().get(low[:-1])
    strength = lexicon.word_strength(low)
    name = _class(count.first) + _class(count.last) if count else "00"
    if strength < 0:
        return name + ("c" if is_compound(low) else "w")
    return name + str(min(strength, 5))


def _shape(word: str) -> str:
    if len(word) == 1:
        return "I"
    if word.isupper():
        return f"A{min(len(word), 5)}"
    return "X" if word[1:].islower() else "M"


def _context(note: Note, index: int) -> str:
    """Give how a neighbour reads: beyond the text, capitalised and what the lists say, a figure, or lower case."""
    if not 0 <= index < note.size:
        return "^"
    word = note.words[index]
    if word[0].isupper():
        return "C" + _reading(note.folded[index])[:2] + ("I" if len(word) == 1 else "")
    return "d" if word[0].isdigit() else "c"
