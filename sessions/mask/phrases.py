"""Phrases in which a word is no name, whatever it looks like: "dag for dag", "å bo", "Ola Nordmann"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sessions.mask import care, context
from sessions.mask.lexicon import is_verb, lists, word_strength

if TYPE_CHECKING:
    from sessions.mask.note import Note

_NO_THINGS = ("titles", "function_words", "of_people", "small_words", "pronouns", "myself")
_SHORTEST_OWNED, _LONGEST_LIST = 3, 3
_BESIDE, _SAME_BREATH = 2, 4
"""Words. How far another day cut short, and another month, may stand."""
_DEFINITE = ("en", "et", "a", "an", "ane", "ene", "in", "i")
_SOMEONE_KNOWN = ("ene", "ane", "erne", "en", "a")
"""How words end for those whom all know, as in "Hovland og nattevaktene"."""


@cache
def _words_in(*phrases: str) -> frozenset[str]:
    """Give every word of the phrases in some lists: what is none of them needs no closer look."""
    return frozenset(word for name in phrases for phrase in lists()[name] for word in phrase.split("_"))


def is_set_phrase(note: Note, index: int) -> bool:
    """Say whether the word is part of a phrase in which it is no name: "dag for dag", "per i dag", "å bo"."""
    low = note.folded[index]
    capital = note.words[index][0].isupper()
    if (not capital and (is_infinitive(note, index) or _is_inverted(note, index))) or is_day_or_month(note, index):
        return True
    if _is_one_after_another(note, index):
        return True
    if low not in _words_in("methods", "word_pairs", "word_before"):
        return False
    with_next = f"{low}_{context.word(note, index + 1)}"
    if with_next in lists()["methods"]:
        return True
    together = context.and_another(note, index) or care.is_beside_me(note, index)
    if capital and (together or not note.starts_sentence(index)):
        return False
    return with_next in lists()["word_pairs"] or f"{context.word(note, index - 1)}_{low}" in lists()["word_before"]


def _is_one_after_another(note: Note, index: int) -> bool:
    """Say whether the word comes twice, as things do: "dag for dag", "nes etter nes"."""
    low = note.folded[index]
    return (context.word(note, index + 2) == low and context.word(note, index + 1) in lists()["and_again"]) or (
        context.word(note, index - 2) == low and context.word(note, index - 1) in lists()["and_again"]
    )


def is_among_things(note: Note, index: int) -> bool:
    """Say whether the word opens its sentence and things are listed next: "Tran, havregrøt og avisa"."""
    if not note.starts_sentence(index):
        return False
    if _is_among_abbreviations(note, index):
        return True
    link = context.directly_after(note, index)
    joined = link in {"og", "eller"} or (link == "å" and not is_verb(context.word(note, index + 2)))
    place = index + 2 if joined else index + 1
    if place >= note.size or not (joined or note.gaps[index] == ", ") or not note.words[place].islower():
        return False
    low = note.folded[place]
    if context.is_kin(low) or low.endswith(_SOMEONE_KNOWN) or any(low in lists()[name] for name in _NO_THINGS):
        return False
    return word_strength(low) >= 0


def _is_among_abbreviations(note: Note, index: int) -> bool:
    """Say whether one of the next words between commas is in capitals, in a text that is not: "Berg, Barthel, TUG"."""
    place = index
    while place + 1 < note.size and note.gaps[place] == ", " and place - index < _LONGEST_LIST:
        place += 1
        if len(note.words[place]) > 1 and note.words[place].isupper() and not note.words[index].isupper():
            return True
    return False


def is_something_else(note: Note, index: int) -> bool:
    """Say whether the form of a word, or what stands right beside it, makes it no name, though one is spelt so.

    It names a ward or a storm ("Sone Bakke"), is said twice ("My my"), "the more" ("Jo høyere"), or what someone has
    ("kokken vår spør"); or else a date, or a noun with its article.
    """
    low, before, after = note.folded[index], context.directly_before(note, index), context.directly_after(note, index)
    if before in _words_in("wards", "storms") or low in {before, after}:
        return True
    if low == "jo" and after.endswith(("ere", "are", "meir", "mer")):
        return True
    if note.words[index] in lists()["possessives"]:
        return len(before) > _SHORTEST_OWNED and before.endswith(_DEFINITE)
    return is_day_or_month(note, index) or _is_date(note, index) or _is_cut_noun(note, index)


def is_abbreviation(note: Note, index: int) -> bool:
    """Say whether the word in capitals is a known abbreviation, and does nothing: "bruker ASK"."""
    known = note.words[index].isupper() and note.folded[index] in lists()["abbreviations"]
    return known and not context.may_act(note, index)


def _is_date(note: Note, index: int) -> bool:
    """Say whether a number stands before a month: "17. mai"."""
    return note.folded[index] in lists()["months"] and index > 0 and note.words[index - 1].isdecimal()


def _is_cut_noun(note: Note, index: int) -> bool:
    """Say whether an article hangs on the word: "Liv'n læres", "Vinter'n"."""
    hangs = note.gaps[index] in {"'", "’"} and context.word(note, index + 1) == "n"
    return hangs and word_strength(note.folded[index]) >= 0


def is_day_or_month(note: Note, index: int) -> bool:
    """Say whether the word is a weekday or a month, with another near: "ons og tor", "Mars var tøff, april verre"."""
    low = note.folded[index]
    if low not in _words_in("short_weekdays", "short_months", "months"):
        return False
    for name, reach in (("short_weekdays", _BESIDE), ("short_months", _BESIDE), ("months", _SAME_BREATH)):
        days = lists()[name]
        near = (context.word(note, place) for place in range(index - reach, index + reach + 1) if place != index)
        if low in days and any(other in days for other in near):
            return True
    return False


def is_infinitive(note: Note, index: int) -> bool:
    """Say whether a verb in its first form is asked for: "å bo", "kan tolke"."""
    before = context.word(note, index - 1)
    if before == "å" and word_strength(note.folded[index]) < 0:
        return not (context.acts(note, index) or context.word(note, index - 2) in lists()["myself"])
    if before == "å" or before not in lists()["before_infinitive"]:
        return before == "å"
    return word_strength(note.folded[index]) >= 0 or context.word(note, index - 2) in lists()["subjects"]


def _is_inverted(note: Note, index: int) -> bool:
    """Say whether the verb stands between "then" and its subject: "då roar det seg"."""
    return context.directly_before(note, index) in lists()["then"] and (
        context.directly_after(note, index) in lists()["subjects"]
    )


def is_figure(note: Note, index: int) -> bool:
    """Say whether the word is part of a name that everyone knows and that no note is about: "Ola Nordmann"."""
    figures = lists()["figures"]
    low = note.folded[index]
    if low not in _words_in("figures"):
        return False
    after, before = context.word(note, index + 1), context.word(note, index - 1)
    if ":" in {note.gaps[index], note.gaps[max(index - 1, 0)]}:
        return False
    if f"{low}_{after}" in figures or f"{before}_{low}" in figures:
        return True
    if after in {"i", "og", "med"} and f"{low}_{context.word(note, index + 2)}" in figures:
        return True
    return before in {"i", "og", "med"} and f"{context.word(note, index - 2)}_{low}" in figures
