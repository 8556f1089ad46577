"""Names beside a name: a first name before it, a last name after it, someone and "and"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask import context, places
from sessions.mask.certainty import is_ordinary_form
from sessions.mask.compounds import is_compound
from sessions.mask.lexicon import MANY, SOME, endings, looks

if TYPE_CHECKING:
    from sessions.mask.listed import Mark
    from sessions.mask.note import Note


def is_in_company(note: Note, index: int, company: Mark | None) -> bool:
    """Say whether someone and "and" stand before a strange word, so that it is someone as well: "Kari og Tamarja"."""
    if company is None or not company.sure or context.directly_before(note, index) not in {"og", "å"}:
        return False
    low = note.folded[index]
    strange = looks(low).strength < 0 and not is_ordinary_form(low) and not places.is_known(low)
    return strange and note.gaps[index - 2] == " "


def follows_first_name(note: Note, index: int) -> bool:
    """Say whether a capital follows a known first name, so that any word is a last name: "Eli Rike"."""
    first = looks(context.directly_before(note, index)).name.first
    return first >= SOME and note.words[index - 1][0].isupper() and len(note.words[index]) > 1


def is_whole_name_that_acts(note: Note, index: int) -> bool:
    """Say whether a strange word with a capital follows a first name, and then what people do: "Inga Nisja ringte"."""
    if not note.starts_sentence(index) or note.gaps[index] != " " or not context.has_capital(note, index + 1):
        return False
    return looks(note.folded[index + 1]).strength < 0 and context.does(note, index + 1)


def is_double(note: Note, index: int) -> bool:
    """Say whether another known first name follows, with a capital as well: "Unn Helen"."""
    following = context.directly_after(note, index)
    capitals = context.has_capital(note, index) and context.has_capital(note, index + 1)
    return capitals and looks(following).name.first >= SOME


def last_name_follows(note: Note, index: int) -> bool:
    """Say whether a known last name follows, so that any word before it is a first name: "hos Gyro Haugen"."""
    following = context.directly_after(note, index)
    return looks(following).name.last >= SOME and context.has_capital(note, index + 1)


def common_last_name_follows(note: Note, index: int) -> bool:
    """Say whether a common last name that is no word follows, in any case: "anne hansen"."""
    following = context.directly_after(note, index)
    strength, count, _ = looks(following)
    return count.last >= MANY and strength < 0


def stands_as_surname(note: Note, index: int) -> bool:
    """Say whether a last name in lower case stands as one: by its ending, or by who acts, is asked for, has a room."""
    if note.folded[index].endswith(("sen", "ski", "ska")) or context.before_room(note, index):
        return True
    return context.speaks(note, index) or (note.starts_sentence(index) and context.acts(note, index))


def ends_like_surname(low: str) -> bool:
    """Say whether a folded word ends as last names do, and is no thing in its definite form: "nøkkelboksen"."""
    return low.endswith(endings("surname_endings")) and not (low.endswith("sen") and is_compound(low[:-2]))
