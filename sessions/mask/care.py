"""Care and kin: what stands around the name of someone who is cared for, lives there or belongs to someone who does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask.context import (
    directly_after,
    directly_before,
    has_capital,
    is_clitic,
    is_done_by_people,
    is_kin,
    word,
)
from sessions.mask.lexicon import lists
from sessions.mask.wordings import words_of

if TYPE_CHECKING:
    from sessions.mask.note import Note

_LOOK_BACK = 3
"""Words. How far before "hos" the word for care, a visit or a shift may stand."""
_OLD_ENOUGH, _OLDEST = 18, 110
_MORE_NAMES = 2
"""Words. How many more names than one are looked over for what follows them."""
_APART = frozenset({",", ".", ")", "!", "?", ";", ""})


def is_cared_for(note: Note, index: int) -> bool:
    """Say whether someone cares for the word, as for a person: "dusjar Almar", "vakt hos Almar", "gir Almar mat"."""
    before = directly_before(note, index)
    if before in lists()["cares_for"]:
        return True
    if before in lists()["gets_to"] and _has_to_follow(note, index + 1):
        return True
    if before in lists()["gives"]:
        return directly_after(note, index) in lists()["given"]
    if before not in lists()["at_someone"]:
        return False
    return any(word(note, place) in lists()["care_at"] for place in range(index - 2, index - 2 - _LOOK_BACK, -1))


def is_told_of(note: Note, index: int) -> bool:
    """Say whether the word is what someone is called, or who wants something: "hun heter Almar", "vil Almar ha"."""
    before = directly_before(note, index)
    if before in lists()["is_called"]:
        return word(note, index - 2) in lists()["third_person"]
    return before in {"vil", "ville"} and directly_after(note, index) in lists()["wanted"]


def _has_to_follow(note: Note, index: int) -> bool:
    """Say whether "to" and so a doing follow: "fikk Almar til å le", "lærte Almar å le"."""
    return word(note, index + (word(note, index) in {"til", "te"})) == "å"


def lives_as_people(note: Note, index: int) -> bool:
    """Say whether what follows is of a person alone: an aid, an age, kin, or a doing that no thing or firm does."""
    following = directly_after(note, index)
    if following in lists()["only_people"] or is_aged(note, index) or owns_kin(note, index):
        return True
    return following in {"med", "mæ", "i"} and word(note, index + 2) in lists()["aids"]


def owns_kin(note: Note, index: int) -> bool:
    """Say whether kin of the word follows: "Almars kone", "Almar si dotter", "Almar og kona"."""
    following = directly_after(note, index)
    if is_kin(following):
        return note.folded[index].endswith("s")
    return following in lists()["owner_words"] and is_kin(word(note, index + 2))


def owns_thing(note: Note, index: int) -> bool:
    """Say whether what stands in a home follows the word as its owner: "i Almars kjøleskap"."""
    return note.folded[index].endswith("s") and directly_after(note, index) in lists()["home_things"]


def is_together(note: Note, index: int) -> bool:
    """Say whether someone is with the word, as with people: "sammen med Almar", "i lag med Almar"."""
    return directly_before(note, index) in {"med", "mæ", "me"} and word(note, index - 2) in lists()["in_company"]


def is_looked_after(note: Note, index: int) -> bool:
    """Say whether someone answers for the word, as for a patient: "primærkontakt for Almar"."""
    return directly_before(note, index) == "for" and word(note, index - 2) in lists()["answers_for"]


def owns_before(note: Note, index: int) -> bool:
    """Say whether what someone has stands before, or kin in a bracket after: "trappa til Almar", "Almar (sonen)"."""
    if directly_before(note, index) in lists()["kin_link"] and directly_before(note, index - 1) in lists()["owned"]:
        return True
    return note.gaps[index] == " (" and is_kin(word(note, index + 1))


def does_elsewhere(note: Note, index: int) -> bool:
    """Say whether a place or a shift and then a doing of people follow: "Rasa på vaskeriet finn", "Sol i natt sa"."""
    if directly_after(note, index) not in lists()["stands_in"] or index + 3 >= note.size:
        return False
    apart = note.gaps[index + 1] != " " or note.gaps[index + 2] != " " or not note.words[index + 3].islower()
    return is_done_by_people(word(note, index + 3)) and not apart


def is_named_after_who(note: Note, index: int) -> bool:
    """Say whether the word stands between commas after who it is: "legen hennes, Almar, skriver", "dotra, Berit,"."""
    last = index + (note.gaps[index] == "-")
    if index == 0 or note.gaps[index - 1] != ", " or last >= note.size or note.gaps[last][:1] not in _APART:
        return False
    place = index - 2 if word(note, index - 1) in lists()["owned_by"] else index - 1
    who = word(note, place)
    return is_kin(who) or who in lists()["titles"]


def is_born(note: Note, index: int) -> bool:
    """Say whether the word, or the last name after it, was born: "Aanen Fidjeland er fødd", "Magnar, født 8.1.51"."""
    for _ in range(_MORE_NAMES):
        index += note.gaps[index] in {" ", "-"} and has_capital(note, index + 1)
    if note.gaps[index] in {", ", " ("}:
        return word(note, index + 1) in words_of("born")
    return directly_after(note, index) in lists()["being"] and word(note, index + 2) in words_of("born")


def is_endeared(note: Note, index: int) -> bool:
    """Say whether the word is spoken of as one is fond of: "'n gamle Almar", "stakkars Almar"."""
    if index and note.gaps[index - 1] == "-" and word(note, index - 1) in lists()["old_and_small"]:
        return True
    before = directly_before(note, index)
    if before in lists()["fond"]:
        return True
    if before not in lists()["old_and_small"]:
        return False
    return is_clitic(note, index - 2) or word(note, index - 2) in lists()["pronouns"]


def is_beside_me(note: Note, index: int) -> bool:
    """Say whether "and I" follows, so that the word is someone: "Almar og eg"."""
    return directly_after(note, index) in {"og", "å"} and word(note, index + 2) in lists()["myself"]


def is_aged(note: Note, index: int) -> bool:
    """Say whether an age follows: "Almar (84)", "Almar, 84 år"."""
    index += directly_after(note, index) == "på"
    age = word(note, index + 1)
    if not age.isdecimal() or not _OLD_ENOUGH <= int(age[:4]) <= _OLDEST:
        return False
    if note.gaps[index] == " (":
        return note.gaps[index + 1][:1] == ")" or word(note, index + 2) == "år"
    return note.gaps[index] in {", ", " "} and word(note, index + 2) == "år"
