"""People by their first letters: K.N., KN, "Kari N.", "K. Nordmann", "K: …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask import context
from sessions.mask.finding import Kind
from sessions.mask.lexicon import lists, word_strength
from sessions.mask.listed import Mark

if TYPE_CHECKING:
    from sessions.mask.note import Note
    from sessions.mask.roster import Roster

_LONGEST = 4
_NO_LETTER = frozenset({"e", "æ", "i"})
"""Words of one letter that open a sentence before a name: "I Alta", "E Liv på jobb"."""
_ME = frozenset({"e", "æ", "i", "a"})
"""What some dialects say for I or she, so that "E synst" is no E. who thinks."""


def mark_initials(note: Note, roster: Roster, marks: dict[int, Mark]) -> dict[int, Mark]:
    """Mark initials of those in the list, and of anyone after a title: "fru H.", "pasient K.L."."""
    found: dict[int, Mark] = {}
    if note.text.isupper():
        return found
    for index in [index for index in note.notable if len(note.words[index]) <= _LONGEST + 1 and index not in marks]:
        word = note.words[index]
        if index in note.shielded or index in found:
            continue
        if len(word) == 1:
            found.update(_letters(note, index, roster, marks))
        elif word[:2].isupper() or word.upper() in roster.initials:
            mark = _block(note, index, roster)
            if mark:
                found[index] = mark
    return found


def _block(note: Note, index: int, roster: Roster) -> Mark | None:
    """Read a short word as initials written together: KN, KNs, and kn where it is marked as who speaks."""
    word = note.words[index]
    if context.directly_before(note, index).isdigit():
        return None
    letters = word[:-1] if word.endswith("s") and len(word) > 2 and word[:-1].isupper() else word
    marked = context.speaks(note, index) or context.after_pronoun(note, index)
    if letters.upper() not in roster.initials:
        titled = letters.isupper() and len(letters) <= 3 and context.after_title(note, index)
        return Mark(Kind.PERSON_OTHER, sure=True, reason="initials") if titled and not _is_known(letters) else None
    if letters.isupper():
        sure = marked or not _is_known(letters)
        return Mark(Kind.PARTICIPANT, sure, "initials", genitive=letters != word)
    if marked and word_strength(note.folded[index]) < 0:
        return Mark(Kind.PARTICIPANT, sure=True, reason="initials")
    return None


def _is_known(letters: str) -> bool:
    return letters.lower() in lists()["abbreviations"]


def _letters(note: Note, index: int, roster: Roster, marks: dict[int, Mark]) -> dict[int, Mark]:
    """Read a letter that stands alone, with those that follow it: K.N., K N."""
    run = _run(note, index)
    dotted = note.gaps[index][:1] == "."
    for size in range(len(run), 1, -1):
        letters = "".join(note.words[place] for place in run[:size])
        listed = letters.upper() in roster.initials and (letters.isupper() or (dotted and letters.islower()))
        who = context.after_title(note, index) or (dotted and _stands_as_person(note, index, run[size - 1]))
        if listed or (letters.isupper() and who):
            kind = Kind.PARTICIPANT if listed else Kind.PERSON_OTHER
            return dict.fromkeys(run[:size], Mark(kind, sure=True, reason="initials"))
    if note.words[index].isupper():
        mark = _alone(note, index, roster, marks)
        return {index: mark} if mark else {}
    return {}


def _stands_as_person(note: Note, first: int, last: int) -> bool:
    """Say whether dotted letters stand where a person would: before a verb or a room, after "til" or "hos"."""
    if context.acts(note, last) or context.before_room(note, last):
        return True
    return context.directly_before(note, first) in lists()["toward_person"]


def _run(note: Note, index: int) -> list[int]:
    """Give the letters that follow each other in the same way, from `index` on."""
    run = [index]
    while len(run) < _LONGEST and run[-1] + 1 < note.size and len(note.words[run[-1] + 1]) == 1:
        if note.gaps[run[-1]] not in {".", ". ", " ", "-"} or note.gaps[run[-1]] != note.gaps[index]:
            break
        run.append(run[-1] + 1)
    return run


def _alone(note: Note, index: int, roster: Roster, marks: dict[int, Mark]) -> Mark | None:
    """Read one capital letter: part of the name beside it, the label of a statement, someone after a title."""
    if context.directly_before(note, index) in lists()["lettered_houses"]:
        return None
    listed = note.words[index] in roster.first_letters
    before = index - 1 in marks and marks[index - 1].sure and note.gaps[index - 1] == " "
    after = index + 1 in marks and marks[index + 1].sure and note.gaps[index] in {" ", ". ", "."}
    if after and note.folded[index] in _NO_LETTER and note.gaps[index] == " ":
        return None
    if (before and (listed or note.gaps[index][:1] == ".")) or after:
        return marks[index - 1 if before else index + 1]._replace(genitive=False)
    if context.after_title(note, index) or context.after_kin(note, index) or context.after_pronoun(note, index):
        return Mark(Kind.PERSON_OTHER, sure=True, reason="initials")
    me = note.folded[index] in _ME and note.gaps[index] == " "
    if listed and not me and context.speaks(note, index):
        return Mark(Kind.PARTICIPANT, sure=True, reason="initials")
    return None
