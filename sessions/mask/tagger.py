"""A small tagger that reads capitalised words as persons, other names or neither.

An averaged perceptron over features made by hand, trained on the persons of NorNE (Norwegian newspaper, blog and
parliament text, CC0 annotation). It needs no list of people; its weights are a data file read at first use.
"""

from __future__ import annotations

import lzma
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from sessions.mask import lexicon
from sessions.mask.compounds import is_compound

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from sessions.mask.note import Note

PERSON, OTHER_NAME, NO_NAME = 0, 1, 2
Weights = tuple[int, int, int]
View = tuple[str, ...]
"""One part of how a word and its surroundings look: the name of the part and what is seen."""

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
    margins: dict[int, int] = {}
    before, last = NO_NAME, -1
    for index in [index for index in note.notable if is_candidate(note, index)]:
        if last != index - 1:
            before = NO_NAME
        last = index
        if index in known_people:
            before = PERSON
            continue
        person, other, neither = map(sum, zip(*map(_score, _views(note, index, before)), strict=True))
        best = max(other, neither)
        margins[index] = person - best
        before = PERSON if person >= best else OTHER_NAME if other == best else NO_NAME
    return margins


@lru_cache(maxsize=50_000)
def _score(view: View) -> Weights:
    """Add up the weights of the features of one view, for each reading."""
    known = weights()
    person = other = neither = 0
    for feature in _FEATURES[view[0]](*view[1:]):
        row = known.get(feature)
        if row is not None:
            person += row[0]
            other += row[1]
            neither += row[2]
    return person, other, neither


def features(note: Note, index: int, before: int) -> list[str]:
    """Give the features of a word, where the word before it was read as `before`."""
    return [feature for view in _views(note, index, before) for feature in _FEATURES[view[0]](*view[1:])]


def _views(note: Note, index: int, before: int) -> tuple[View, ...]:
    """Give what a word and its surroundings look like, part by part, so that what is met again is not scored again."""
    low = note.folded[index]
    kind = _reading(low)
    start = "S" if note.starts_sentence(index) else "-"
    gap = note.text[max(0, note.starts[index] - _GAP) : note.starts[index]].strip() or " "
    after = note.gaps[index][:_GAP].strip() or " "
    last, upcoming = _context(note, index - 1), _context(note, index + 1)
    return (
        ("own", note.words[index], low, kind, start),
        ("left", _word_at(note, index - 1), kind),
        ("right", _word_at(note, index + 1), kind, after),
        ("joined", str(before), kind, gap),
        ("beside", last, upcoming, kind),
        ("ahead", upcoming, kind, after, start, str(before)),
        ("signs", after, gap, start),
        ("far", _word_at(note, index - 2), "o"),
        ("far", _word_at(note, index + 2), "O"),
    )


def _own(word: str, low: str, kind: str, start: str) -> list[str]:
    itself = ["bias", f"w{low}", f"s{start}{kind}", f"k{kind}", f"h{_shape(word)}{start}"]
    return [*itself, f"p{low[:3]}", f"2{low[-2:]}", f"3{low[-3:]}", f"4{low[-4:]}"]


def _left(previous: str, kind: str) -> list[str]:
    return [f"l{previous}", f"L{previous}{kind}", f"e{previous[-4:]}"]


def _right(following: str, kind: str, after: str) -> list[str]:
    return [f"n{following}{after}", f"N{following}{kind}", f"E{following[-3:]}"]


def _joined(before: str, kind: str, gap: str) -> list[str]:
    return [f"b{before}{gap}", f"B{before}{kind}{gap}"]


def _beside(last: str, upcoming: str, kind: str) -> list[str]:
    return [f"m{last}{kind}", f"x{last}{upcoming}"]


def _ahead(upcoming: str, kind: str, after: str, start: str, before: str) -> list[str]:
    return [f"u{upcoming}{kind}{after}", f"U{upcoming}{start}{kind[0]}{after}", f"y{before}{upcoming}{kind}{after}"]


def _signs(after: str, gap: str, start: str) -> list[str]:
    return [f"a{after}{start}", f"g{gap}{start}"]


def _far(word: str, sign: str) -> list[str]:
    return [sign + word]


_FEATURES: Mapping[str, Callable[..., list[str]]] = MappingProxyType(
    {
        "own": _own,
        "left": _left,
        "right": _right,
        "joined": _joined,
        "beside": _beside,
        "ahead": _ahead,
        "signs": _signs,
        "far": _far,
    }
)


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
