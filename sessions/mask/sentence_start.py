"""How a listed name reads where its capital is due: by what follows, since any word has a capital there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask import care, context, places
from sessions.mask.lexicon import COMMON, RARE, is_verb, lists, looks, word_strength
from sessions.mask.lower_case import can_only_act
from sessions.mask.roster import Form

if TYPE_CHECKING:
    from sessions.mask.note import Note
    from sessions.mask.roster import Entry, Roster

_COMMON_NAME = 6
_APART = frozenset({"", ".", ",", "!", ":"})


def read_start(note: Note, index: int, roster: Roster, strength: int) -> str:
    """Read a listed word where its capital is due: what follows must be what people do, are or own."""
    entry = roster.entries[note.folded[index]]
    if context.opens_as_verb(note, index) and (strength >= 0 or _may_be_verb(note.folded[index])):
        return "also_a_word"
    following = context.directly_after(note, index)
    if entry.last_name and following in lists()["things_too"] and context.word(note, index + 2) in lists()["neuter"]:
        return "also_a_word"
    thing = _may_be_place(note, index, entry) and (following in lists()["things_too"] or entry.form is not Form.NAME)
    undergone = context.is_fronted(note, index) or context.is_undergone(note, index)
    if strength < 0 and not thing and not (undergone and _is_also_else(note.folded[index])):
        return "listed"
    if entry.genitive and strength <= 0 and not (entry.last_name or undergone):
        return "listed"
    if undergone or (strength >= 0 and entry.last_name and following in lists()["needs"]):
        return "also_a_word"
    if _stands_as_person(note, index, roster) or (strength >= 0 and _is_who_acts(note, index, entry, strength)):
        return "listed"
    return "also_a_word" if strength <= COMMON or entry.form is Form.NAME else ""


def _is_who_acts(note: Note, index: int, entry: Entry, strength: int) -> bool:
    """Say whether a verb follows that the word is likely to be the subject of: any one, if it is far more of a name."""
    if entry.last_name:
        return context.does(note, index)
    if strength <= RARE and looks(note.folded[index]).name.first >= _COMMON_NAME and context.acts(note, index):
        return True
    return context.may_do(note, index) and context.directly_after(note, index) not in lists()["things_too"]


def _may_be_verb(low: str) -> bool:
    return low in lists()["verbs_too"] or is_verb(low)


def _is_also_else(low: str) -> bool:
    """Say whether a name that is no word as it stands is a place's too, or the form of a verb: "Arve"."""
    return places.is_known(low) or (is_verb(low) and word_strength(low.removesuffix("e")) >= 0)


def _may_be_place(note: Note, index: int, entry: Entry) -> bool:
    """Say whether a name that no list has as a word is a place's as well, and so what its sentence is about."""
    return (entry.last_name or entry.form is not Form.NAME) and places.is_known(note.folded[index])


def _stands_as_person(note: Note, index: int, roster: Roster) -> bool:
    """Say whether a name that opens its sentence goes on as people do: with what they do, are or own."""
    if care.does_elsewhere(note, index) or care.is_beside_me(note, index) or _talks(note, index):
        return True
    if (
        context.is_taken_up(note, index)
        or can_only_act(note, index)
        or context.is_like_a_person(note, index)
        or (context.and_another(note, index) and _is_name(note, index + 2, roster))
    ):
        return True
    if context.may_do(note, index) and not context.acts(note, index) and word_strength(note.folded[index]) < 0:
        return True
    after = note.gaps[index]
    return after[:2] == " (" or (after[:1] == "'" and len(after) == 1)


def _talks(note: Note, index: int) -> bool:
    """Say whether someone of that name speaks or is spoken to: "Tone her.", "Rake, du må fortelle"."""
    if context.directly_after(note, index) == "her":
        return note.gaps[index + 1][:1] in _APART
    return note.gaps[index] == ", " and context.word(note, index + 1) == "du"


def _is_name(note: Note, index: int, roster: Roster) -> bool:
    """Say whether the word, or the one after "ho" or "han", is a name by the list or by the counts."""
    place = index + (note.folded[index] in lists()["pronouns"])
    low = context.word(note, place)
    return low in roster.entries or max(looks(low).name) > 0
