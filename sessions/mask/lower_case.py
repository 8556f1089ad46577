"""How a listed name reads in lower case: as the name, or as the word it is as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask import context
from sessions.mask.lexicon import RARE, is_verb, lists
from sessions.mask.roster import Form

if TYPE_CHECKING:
    from sessions.mask.note import Note
    from sessions.mask.roster import Entry

_DEFINITE = ("en", "et", "a")


def read_lower_case(note: Note, index: int, entry: Entry, strength: int) -> str:
    """Give why a listed word in lower case reads as a name: "also_a_word" where it may not, or nothing."""
    low = note.folded[index]
    if is_verb(low) and _stands_as_verb(note, index):
        return "also_a_word"
    known = entry.form is Form.NAME or (entry.form is Form.PET_NAME and strength <= RARE)
    first_name = known and not entry.last_name
    if first_name and (strength >= 0 or low in lists()["lower_words"]) and _begins_as_person(note, index):
        return "listed"
    if low in lists()["lower_words"]:
        return "also_a_word"
    return "listed" if strength < 0 else _read_word(note, index, entry, strength)


def _read_word(note: Note, index: int, entry: Entry, strength: int) -> str:
    """Read a listed word that is an ordinary one too: a name if it is rare and stands as who acts or is meant."""
    if strength > RARE:
        return ""
    starts = note.starts_sentence(index)
    is_name = entry.form is Form.NAME
    if is_name and starts and context.is_like_a_person(note, index) and not context.does(note, index):
        return "listed"
    if not is_name or (entry.last_name and note.folded[index].endswith(_DEFINITE)):
        return "also_a_word"
    acts = context.acts(note, index) and not context.happens(note, index) and (strength == 0 or starts)
    meant = context.directly_before(note, index) in lists()["toward_person"] and (strength == 0 or not entry.last_name)
    return "listed" if (strength == 0 and not entry.last_name) or acts or meant else "also_a_word"


def _stands_as_verb(note: Note, index: int) -> bool:
    """Say whether the word is rather what someone does: "tor itj si det", "den som tor si ifra"."""
    before, denied = context.directly_before(note, index), context.directly_after(note, index) in lists()["denied"]
    return context.opens_as_verb(note, index) or before in lists()["who"] or (denied and before in lists()["myself"])


def _begins_as_person(note: Note, index: int) -> bool:
    """Say whether the word begins a clause and goes on as only people do: "stein køyrer for fort", "vår har laget"."""
    if _is_who_it_was(note, index):
        return True
    begins = note.starts_sentence(index) or note.gaps[index - 1] == ", "
    if not begins or note.folded[index] in lists()["months"]:
        return False
    following = context.directly_after(note, index)
    if following in lists()["works"] or following in lists()["only_people"]:
        return True
    if context.is_taken_up(note, index) or can_only_act(note, index):
        return True
    return context.is_like_a_person(note, index) and not context.does(note, index)


def _is_who_it_was(note: Note, index: int) -> bool:
    """Say whether it was the word that did what only people do: "det va ruta så såg det"."""
    said = context.directly_before(note, index) in lists()["being"] and context.word(note, index - 2) in lists()["it"]
    does = context.is_done_by_people(context.word(note, index + 2))
    return said and context.directly_after(note, index) in lists()["who"] and does


def can_only_act(note: Note, index: int) -> bool:
    """Say whether someone of that name acts, since the word itself is no noun: "bo hadde øving", "Vår har sådd"."""
    doing = context.acts(note, index) and context.directly_after(note, index) not in lists()["being"]
    if note.folded[index] not in lists()["no_nouns"] or not doing or context.is_fronted(note, index):
        return False
    return not context.happens(note, index)
