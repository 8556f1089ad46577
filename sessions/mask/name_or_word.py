"""Whether a word that names someone in the list, and is an ordinary word too, stands as the name: weighed, not ruled.

A logistic regression over what stands around the word and how common it is as either; the word itself is no part of it,
so that it holds for names never met. It was trained on the notes of `tests/corpus`, with names that are words put where
a name stood, and people put in the list who are called as a word of the note (`train_name_or_word.py` there).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sessions.mask import care, context, phrases, places
from sessions.mask.lexicon import COMMON, RARE, is_verb, lists, looks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sessions.mask.note import Note
    from sessions.mask.roster import Entry

ENOUGH, ENOUGH_FOR_CAPITAL, SURELY = 150, 220, 450
"""How far above nothing the weights must come, in hundredths of a natural logarithm of the odds: for a word in lower
case, for one with a capital, which any word has somewhere, and for one that a rule speaks against."""


_SIGNS = (
    context.acts, context.does, context.may_do, context.is_like_a_person, context.speaks, context.after_pronoun,
    context.is_taken_up, context.belongs_to_thing, context.and_another, care.is_beside_me, phrases.is_set_phrase,
    phrases.is_among_things,
)  # fmt: skip
_CLASSES = (
    "list_words", "clause_words", "pronouns", "being", "having", "before_infinitive", "only_people", "works", "speech",
    "happened", "prepositions", "function_words", "small_words", "subjects", "titles", "kin", "of_people",
)  # fmt: skip
_LOOK_AHEAD = 12
"""Words. How far on a "she" or "his" is looked for that takes the name up."""


@cache
def weights() -> Mapping[str, int]:
    """Give the weight of each feature for the reading as a name, in hundredths."""
    text = files("sessions.mask").joinpath("data", "name_or_word.txt").read_text(encoding="utf-8")
    rows = (line.rsplit(" ", 1) for line in text.splitlines())
    return {feature: int(weight) for feature, weight in rows}


def is_rather_name(note: Note, index: int, entry: Entry) -> bool:
    """Say whether the word at `index`, which stands in the list as `entry`, reads as the name by all around it."""
    known = weights()
    weight = sum(known.get(feature, 0) for feature in features(note, index, entry))
    if _is_rather_word(note, index) or (entry.last_name and _is_rather_place(note, index)):
        return weight >= SURELY
    return weight >= (ENOUGH_FOR_CAPITAL if note.words[index][0].isupper() else ENOUGH)


def _is_rather_word(note: Note, index: int) -> bool:
    """Say whether a rule speaks for the word, where too few notes do to learn it: "Vår må det bli"."""
    if context.is_fronted(note, index) or context.is_undergone(note, index) or context.opens_as_verb(note, index):
        return True
    lower = note.words[index].islower()
    if lower and (note.folded[index] in lists()["months"] or phrases.is_among_things(note, index)):
        return True
    return context.acts(note, index) and context.happens(note, index)


def _is_rather_place(note: Note, index: int) -> bool:
    """Say whether a rule speaks for a place: "Vang skole"."""
    return places.in_a_place(note, index) or places.among_places(note, index) or places.stands_at_place(note, index)


def features(note: Note, index: int, entry: Entry) -> list[str]:
    """Give what is seen of the word and around it, each as one word."""
    mode = _mode(note, index)
    return ["bias", *_itself(note, index, entry, mode), *_around(note, index, entry, mode), *_signs(note, index, mode)]


def _mode(note: Note, index: int) -> str:
    """Give how the word is written and where: with a capital (C) or not (l), first, after a comma or inside."""
    case = "C" if note.words[index][0].isupper() else "l"
    if note.starts_sentence(index):
        return case + "^"
    return case + ("," if note.gaps[index - 1][:1] == "," else "-")


def _itself(note: Note, index: int, entry: Entry, mode: str) -> Iterator[str]:
    low = note.folded[index]
    strength, count, _ = looks(low)
    part = "last" if entry.last_name else "first"
    yield from (f"mode{mode}", f"mode{mode}{part}", f"word{strength}", f"word{strength}{mode}")
    yield from (f"first{count.first}", f"last{count.last}", part)
    yield f"rather{(count.last if entry.last_name else count.first) - strength}"
    if entry.genitive:
        yield from ("owner", f"owner{mode}")
    if is_verb(low):
        yield "verb"
    if places.is_known(low):
        yield "place"
    yield from (name for name in ("no_nouns", "lower_words") if low in lists()[name])


def _around(note: Note, index: int, entry: Entry, mode: str) -> Iterator[str]:
    gap = note.gaps[index][:1] or "$"
    before = note.gaps[index - 1][-1:] if index else "^"
    after = _class(note, index + 1) if gap == " " else f"gap{gap}"
    later = _class(note, index + 2) if gap == " " else "-"
    earlier = _class(note, index - 1)
    yield from (f"gap{gap}", f"gap{gap}{mode}", f"before{before}{mode}")
    yield from (f"after:{after}", f"after:{after}{mode}", f"later:{later}", f"after:{after},{later}")
    yield from (f"earlier:{earlier}", f"earlier:{earlier}{mode}", f"between:{earlier},{after}")
    yield f"after:{after}:{'last' if entry.last_name else 'first'}"
    if entry.genitive:
        yield f"owner:{after}"
    if not lists()["third_person"].isdisjoint(note.folded[index + 2 : index + _LOOK_AHEAD]):
        yield "third_person"


def _signs(note: Note, index: int, mode: str) -> Iterator[str]:
    for sign in _SIGNS:
        if sign(note, index):
            yield from (sign.__name__, sign.__name__ + mode)


def _class(note: Note, index: int) -> str:
    """Give what sort of word stands there: a number, a capital, one of the lists, a verb, or how common it is."""
    if not 0 <= index < note.size:
        return "^"
    word, low = note.words[index], note.folded[index]
    if word[0].isdigit():
        return "1"
    if word[0].isupper():
        return "Name" if max(looks(low).name) else "Other"
    for name in _CLASSES:
        if low in lists()[name]:
            return name
    strength, count, _ = looks(low)
    if strength < 0 and count.first:
        return "name"
    common = "common" if strength > COMMON else "known" if strength > RARE else "rare"
    return ("verb-" if is_verb(low) else "") + ("strange" if strength < 0 else common)
