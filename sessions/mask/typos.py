"""Names in the list with a slip of a key: Kair, Katri; a double name written together or apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask import care, context, phrases, places
from sessions.mask.compounds import is_compound, is_inflected
from sessions.mask.finding import Kind
from sessions.mask.lexicon import RARE, lists, name_strength, word_strength
from sessions.mask.listed import Mark
from sessions.mask.roster import Form, one_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.note import Note
    from sessions.mask.roster import Roster

_SHORTEST, _FOUR, _LOWER_CASE, _TWO_SLIPS, _COMPOUND = 3, 4, 5, 8, 9
"""Letters: what may be a name with a slip at all, at the start of a sentence, in lower case, and with two slips; and
from where a word that no list has is rather two words in one."""
_KNOWN_NAME = 4
_ME = frozenset({"eg", "jeg", "æ", "e", "meg", "mæ"})


def mark_typos(note: Note, roster: Roster, marks: dict[int, Mark]) -> dict[int, Mark]:
    """Mark words that are a slip away from a name in the list, and no word and no name of the list themselves."""
    found: dict[int, Mark] = {}
    for index in sorted({*note.notable, *_beside_me(note)}):
        low = note.folded[index]
        if index in marks or index in note.shielded or len(low) < _SHORTEST:
            continue
        judged = roster.entries.get(low)
        if (word_strength(low) <= RARE or care.is_beside_me(note, index)) and not (judged and judged.form is Form.NAME):
            long = len(low) >= _TWO_SLIPS and note.words[index][0].isupper() and not note.shouts(index)
            meant = _nearest(low, roster, 2 if long else 1)
            mark = _slip(note, index, meant) if meant else None
            if mark:
                known = judged is not None and word_strength(low) >= 0 and not care.is_beside_me(note, index)
                found[index] = mark._replace(sure=mark.sure and not known)
        if note.gaps[index] in {" ", "-"} and _written_apart(note, index, roster):
            found[index] = found[index + 1] = Mark(Kind.PARTICIPANT, sure=True, reason="written_apart")
    return found


def _beside_me(note: Note) -> Iterator[int]:
    """Give the capitals that open a sentence, in whatever word, where "and I" follows: "Ifra og eg" for Ifrah."""
    if _ME.isdisjoint(note.folded):
        return
    for index, low in enumerate(note.folded):
        if low in _ME and index > 1 and note.words[index - 2][0].isupper() and care.is_beside_me(note, index - 2):
            yield index - 2


def _slip(note: Note, index: int, meant: str) -> Mark | None:
    low = note.folded[index]
    capital = note.words[index][0].isupper() and not note.shouts(index)
    inside = capital and not note.starts_sentence(index)
    bare = word_strength(low) < 0
    taken_up = capital and context.is_taken_up(note, index)
    named = taken_up or care.is_beside_me(note, index) or (capital and context.does(note, index))
    named = named or ((capital or bare) and context.speaks(note, index))
    if phrases.is_set_phrase(note, index) or phrases.is_figure(note, index) or phrases.is_among_things(note, index):
        return None
    if low in lists()["kin_link"]:
        return None
    if (not bare and not (inside or named)) or (len(low) < _FOUR and not inside):
        return None
    if places.is_known(low) and places.stands_at_place(note, index):
        return None
    if places.is_place(note, index) or not low.isalpha() or context.belongs_to_thing(note, index):
        return None
    if not (inside or taken_up or context.acts(note, index)) and (
        is_inflected(low) if capital else _is_long_compound(low)
    ):
        return None
    named = named or (context.acts(note, index) and bare)
    sure = inside or named or _is_clear_slip(low, meant, capital=capital)
    return Mark(Kind.PARTICIPANT, sure, "near_a_name", genitive=low.endswith("s") and not meant.endswith("s"))


def _is_long_compound(low: str) -> bool:
    return len(low) >= _COMPOUND and is_compound(low)


@lru_cache(maxsize=20_000)
def _nearest(low: str, roster: Roster, slips: int) -> str:
    """Give the listed name that is at most `slips` keys away, tried with and without a genitive s."""
    for form in (low, low[:-1]) if low.endswith("s") else (low,):
        meant = one_away(form, roster.shapes) or (_two_away(form, roster) if slips > 1 else "")
        if meant:
            return meant
    return ""


def _two_away(form: str, roster: Roster) -> str:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(form, roster.spelled, scorer=OSA.distance, score_cutoff=2)
    return str(best[0]) if best and min(len(form), len(best[0])) >= _TWO_SLIPS else ""


def _is_clear_slip(low: str, meant: str, *, capital: bool) -> bool:
    """Say whether a slip needs no help around it: letters swapped, or few ways to be anything else."""
    if sorted(low.removesuffix("s")) == sorted(meant.removesuffix("s")):
        return True
    if low[0] != meant[0] and low[1:2] != meant[1:2]:
        return False
    return capital or len(low) >= _LOWER_CASE or name_strength(low) >= _KNOWN_NAME


def _written_apart(note: Note, index: int, roster: Roster) -> bool:
    """Say whether two words are one name of the list written apart: "mari anne" for Marianne."""
    if index + 1 == note.size:
        return False
    entry = roster.entries.get(note.folded[index] + note.folded[index + 1])
    if entry is None or entry.form is not Form.NAME or index + 1 in note.shielded:
        return False
    both = note.words[index][0].isupper() and note.words[index + 1][0].isupper()
    return both or min(word_strength(note.folded[index]), word_strength(note.folded[index + 1])) < 0
