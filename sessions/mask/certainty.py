"""How sure the tagger must be of a capitalised word before it goes: the less a list knows it, the surer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask import care, context, phrases, places, things
from sessions.mask.compounds import is_compound, is_inflected
from sessions.mask.lexicon import COMMON, MANY, RARE, endings, lists, looks

if TYPE_CHECKING:
    from sessions.mask.lexicon import NameCount
    from sessions.mask.note import Note

NEVER, DEEP, STRANGE, CERTAIN, PLAIN, UNKNOWN, LIKELY, DOUBTFUL, FAR = (
    1_000_000, 4500, 3000, 1500, 700, -900, -1800, -2800, -9000,
)  # fmt: skip
"""How far the tagger must read a word as a person above all else, in hundredths of a weight, to stand for itself."""


_SHORTEST_UNKNOWN, _SHORTEST_SHAPED = 3, 6


def needed(note: Note, index: int, strength: int, count: NameCount, *, listed: bool) -> int:
    """Give how far above all else the reading as a person must be, in hundredths of a weight.

    `strength` is how common the word is in lower case, `count` how many are called so. `listed`
    says whether there is a list of those present: with one, a name that nobody there bears is rather a thing's.
    """
    if note.starts_sentence(index):
        wanted = _at_start(note, index, strength, known=max(count) > 0, listed=listed)
        if not strength and count.first >= MANY:
            wanted = min(wanted, DEEP)
    else:
        wanted = _inside(note, index, strength, count, listed=listed)
    return min(wanted, LIKELY) if strength < 0 and is_shaped_as_name(note.folded[index]) else wanted


def _inside(note: Note, index: int, strength: int, count: NameCount, *, listed: bool) -> int:
    """A capital that is not due means a name, but a thing's as well as a person's: "ein Caddy", "frå Kharkiv"."""
    if max(count):
        return _for_known(note, index, strength, count, listed=listed)
    if strength > RARE:
        return NEVER
    if not listed:
        return LIKELY
    if context.directly_before(note, index) in lists()["new_or_old"] or _goes_on(note, index):
        return NEVER
    if strength < 0 and care.lives_as_people(note, index) and not is_ordinary_form(note.folded[index]):
        return LIKELY
    if strength < 0 and (care.is_aged(note, index) or care.owns_kin(note, index) or care.owns_thing(note, index)):
        return DOUBTFUL
    subject = context.does(note, index) and context.directly_before(note, index) not in lists()["prepositions"]
    return CERTAIN if strength < 0 and subject else DEEP


def _for_known(note: Note, index: int, strength: int, count: NameCount, *, listed: bool) -> int:
    """A last name may be a firm's, and any name the second word of a thing's: "fra Falck", "Sweet Caroline"."""
    if listed and (
        _goes_on(note, index) or (not count.first and context.directly_before(note, index) in lists()["from"])
    ):
        return DEEP
    if listed and not count.first and places.is_known(note.folded[index]) and not _goes_on_as_person(note, index):
        return DEEP
    return LIKELY if strength <= RARE or count.first else STRANGE


def _goes_on_as_person(note: Note, index: int) -> bool:
    if care.is_together(note, index) or context.is_like_a_person(note, index):
        return True
    return care.lives_as_people(note, index) or context.and_another(note, index)


def _goes_on(note: Note, index: int) -> bool:
    """Say whether a word with a capital stands before, that is no name itself or this were its second."""
    if note.gaps[index - 1] != " " or not note.words[index - 1][0].isupper():
        return False
    return not (note.starts_sentence(index - 1) and looks(note.folded[index - 1]).strength > COMMON)


def _at_start(note: Note, index: int, strength: int, *, known: bool, listed: bool) -> int:
    """Where a capital is due, an ordinary word has one too."""
    low = note.folded[index]
    if strength >= 0:
        alone = index + 1 >= note.size or not note.words[index + 1][0].isupper()
        if known and (
            context.is_like_a_person(note, index)
            or context.and_another(note, index)
            or care.lives_as_people(note, index)
        ):
            return LIKELY
        return (CERTAIN if known else NEVER) if not alone else NEVER if listed or strength >= COMMON else STRANGE
    if known:
        return LIKELY
    if len(low) < _SHORTEST_UNKNOWN:
        return NEVER
    if care.is_aged(note, index) or care.owns_kin(note, index):
        return DOUBTFUL
    if is_ordinary_form(low):
        return NEVER if listed else PLAIN
    if care.is_beside_me(note, index):
        return DOUBTFUL
    if care.lives_as_people(note, index):
        return LIKELY
    if context.does(note, index):
        return UNKNOWN if listed else LIKELY
    return CERTAIN if places.is_known(low) else STRANGE if listed else UNKNOWN


@lru_cache(maxsize=20_000)
def is_shaped_as_name(low: str) -> bool:
    """Say whether a folded word that no list has ends as Norwegian names do and is made of no words: "reidulf"."""
    if len(low) < _SHORTEST_SHAPED or not low.endswith(endings("name_endings")):
        return False
    return not (places.is_known(low) or is_ordinary_form(low))


def speaks_against(note: Note, index: int) -> bool:
    """Say whether what stands around a capital rather means a thing, a work or a verb than a person."""
    if things.is_shown(note, index):
        return True
    if not note.starts_sentence(index):
        return things.is_one_of_a_kind(note, index) or things.is_enjoyed(note, index)
    first = looks(note.folded[index]).name.first
    if not first and (things.is_held(note, index) or context.is_put_first(note, index)):
        return True
    return context.opens_as_verb(note, index) or (not first and phrases.is_among_things(note, index))


@lru_cache(maxsize=20_000)
def is_ordinary_form(low: str) -> bool:
    """Say whether a folded word that no list has is made of what the lists have: a compound, an ending, both."""
    return is_compound(low) or is_inflected(low)
