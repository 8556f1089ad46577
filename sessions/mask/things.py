"""Things, works and those whom everyone knows: what stands beside their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.context import directly_before, word
from sessions.mask.lexicon import SOME, lists, looks

if TYPE_CHECKING:
    from sessions.mask.note import Note

_TWO, _SHORTEST = 2, 3
_PARTS = re.compile(r"[A-ZÆØÅ][a-zæøå]+|[a-zæøå]+")


def is_one_of_a_kind(note: Note, index: int) -> bool:
    """Say whether an article stands before a word, as before things of a make ("ein Caddy"), and no whole name."""
    if directly_before(note, index) not in lists()["articles"]:
        return False
    whole = looks(note.folded[index]).name.first >= SOME and note.gaps[index] == " "
    return not (whole and note.words[index + 1][0].isupper())


def is_cut_off(note: Note, index: int) -> bool:
    """Say whether a hyphen hangs after the word for what comes later: "Bo- og servicesenter"."""
    return note.gaps[index] == "- " and word(note, index + 1) in lists()["list_words"]


def is_coined(word: str) -> bool:
    """Say whether a capital stands inside, as in makes and programs and not as in two first names: "FaceTime"."""
    if word[1:].islower():
        return False
    parts = _PARTS.findall(word)
    if len(parts) < _TWO or "".join(parts) != word or len(parts[0]) < _SHORTEST:
        return False
    return not all(looks(part.lower()).name.first for part in parts)


def is_held(note: Note, index: int) -> bool:
    """Say whether a month or a feast follows, as after what is held then: "Spelet i juli", "Landsmøtet på Olsok"."""
    following = word(note, index + 2)
    return word(note, index + 1) in {"i", "til"} and following in lists()["months"]


def is_enjoyed(note: Note, index: int) -> bool:
    """Say whether someone sings, plays, reads or watches the word: "les Garborg", "hører på Vømmøl"."""
    before = directly_before(note, index)
    if before in lists()["perceiving"]:
        return looks(note.folded[index]).name.first < SOME or note.gaps[index][:1] in {"", "."}
    if before in {"på", "av", "om", "med"}:
        before = directly_before(note, index - 1)
    return before in lists()["enjoying"]


def is_named(note: Note, index: int) -> bool:
    """Say whether a thing or a place stands before that the word names: "stormen Dagmar", "elva Sira"."""
    return directly_before(note, index) in lists()["named_things"]


def is_shown(note: Note, index: int) -> bool:
    """Say whether a thing is named, or someone whom everyone knows: "stormen Dagmar", "artisten …", "… på film"."""
    before = directly_before(note, index)
    if before in {"med", "seg", "sæ"} and looks(note.folded[index]).name.first >= SOME:
        return False
    if before in lists()["public_titles"] or is_named(note, index):
        return True
    return any(
        word(note, place) == "på" and word(note, place + 1) in lists()["shown_on"] for place in (index + 1, index + 2)
    )
