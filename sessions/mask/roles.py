"""Roles, professions and units that so few of those present hold that the word tells who spoke."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask import context, phrases
from sessions.mask.finding import Finding, Kind
from sessions.mask.lexicon import lists, word_strength
from sessions.mask.placeholders import WORKPLACE
from sessions.mask.roster import one_away
from sessions.mask.staff import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sessions.mask.note import Note
    from sessions.mask.staff import Phrase, Staff

_ONLY = frozenset({"eneste", "einaste", "eineste", "einste", "enaste"})
_BEFORE_ONLY = frozenset({"den", "vår", "våre", "denne", "min", "dei", "de", "som", "vårt"})
_NO_VERB = ("ane", "ene", "en", "ern", "arn", "et", "an", "ens", "erns", "arns", "ets", "ans")
"""How a word ends that cannot be what is to be done: "kan presten", "sosionomen å presten"."""
_ARTICLES = frozenset({"en", "ein", "ei", "én", "éin", "æin", "enn"})
_WE = frozenset({"vi", "oss", "me", "mi", "vårs"})
_LINKS = frozenset({"på", "i", "fra", "frå", "ved", "hos", "te"})
_APOSTROPHES = frozenset({"'", "’"})
_DEFINITE = ("en", "ern", "arn", "et", "an", "ane", "ene", "a")
"""How a word ends that means someone in particular, however it stands: "vi trenger psykologen"."""
_BACK, _AHEAD = 4, 4
"""Words. How far a word that asks for "a nurse" at large may stand before it, and a unit after its role."""


def find_roles(note: Note, staff: Staff) -> Iterator[Finding]:
    """Find words for roles and units that `staff` says few hold."""
    yield from _misspelt(note, staff)
    if staff.first_words.isdisjoint(note.folded) and _ONLY.isdisjoint(note.folded):
        return
    for index, low in enumerate(note.folded):
        if low in _ONLY and context.directly_after(note, index) in {"som", "med"}:
            yield Finding(note.starts[index], note.ends[index], Kind.UNIQUE_ROLE, sure=False, reason="the_only_one")
        if low not in staff.first_words or index in note.shielded or _is_to_do(note, index):
            continue
        if low in staff.shortened and (note.gaps[index][:1] == "." or context.word(note, index + 1) in {"n", "en"}):
            yield Finding(note.starts[index], _end(note, index), Kind.UNIQUE_ROLE, reason="few_hold_it")
        if low in staff.roles:
            yield from _role(note, index, staff)
        if low in staff.units:
            yield from _unit(note, index, staff.units)
        if low in staff.pairs:
            yield from _pair(note, index, staff.pairs[low])


def _misspelt(note: Note, staff: Staff) -> Iterator[Finding]:
    """Find long words that are no words but a role with a letter wrong."""
    for index in note.notable:
        low = note.folded[index]
        if len(low) >= LONG and _means_a_role(low, staff) and index not in note.shielded:
            yield Finding(note.starts[index], note.ends[index], Kind.UNIQUE_ROLE, reason="few_hold_it")


@lru_cache(maxsize=20_000)
def _means_a_role(low: str, staff: Staff) -> bool:
    """Say whether a folded word is no word itself, and the role nearest to it is a letter away and held by few."""
    if low in staff.first_words or word_strength(low) >= 0:
        return False
    return one_away(low, staff.spelled) in staff.roles


def _is_to_do(note: Note, index: int) -> bool:
    if note.gaps[index] in _APOSTROPHES:
        return False
    return phrases.is_infinitive(note, index) and not note.folded[index].endswith(_NO_VERB)


def _matches(note: Note, index: int, phrase: Phrase) -> bool:
    return len(phrase) == 1 or tuple(note.folded[index : index + len(phrase)]) == phrase


def _role(note: Note, index: int, staff: Staff) -> Iterator[Finding]:
    for phrase, many in sorted(staff.roles[note.folded[index]], key=lambda item: -len(item[0])):
        if _matches(note, index, phrase):
            last = index + len(phrase) - 1
            start, only = _start(note, index)
            one = only or note.folded[last].endswith(_DEFINITE)
            sure = one or not (_speaks_at_large(note, index) or (many and not _is_us(note, index)))
            yield Finding(note.starts[start], _end(note, last), Kind.UNIQUE_ROLE, sure, "few_hold_it")
            return


def _start(note: Note, index: int) -> tuple[int, bool]:
    """Take in what stands before a role and belongs to it: "den eneste", "ein"."""
    before = context.directly_before(note, index)
    if before in _ONLY:
        return (index - 2 if context.directly_before(note, index - 1) in _BEFORE_ONLY - {"som"} else index - 1), True
    if before in _ARTICLES and index - 1 not in note.shielded:
        return index - 1, False
    return index, False


def _speaks_at_large(note: Note, index: int) -> bool:
    """Say whether the role is one to be had or called for, not someone present: "vi trenger flere vernepleiere"."""
    words = [context.word(note, place) for place in range(max(0, index - _BACK), index)]
    return any(word in lists()["generic_need"] for word in words)


def _is_us(note: Note, index: int) -> bool:
    return context.directly_before(note, index) in {"vi", "oss", "dei", "de", "me", "mi", "våre", "to", "begge", "dem"}


def _end(note: Note, last: int) -> int:
    """Take in an ending that stands apart: "fysio-en", "HFA'en", and the stop of a shortened word."""
    if note.gaps[last] in {"-", "'", "’", ":"} and context.word(note, last + 1) in {
        "en",
        "n",
        "a",
        "ene",
        "ane",
        "bakgrunn",
        "utdanning",
    }:
        return note.ends[last + 1]
    gap = note.gaps[last]
    dotted = gap[:1] == "." and last + 1 < note.size and (gap[1:2] == ")" or not note.starts_sentence(last + 1))
    return note.ends[last] + dotted


def _unit(note: Note, index: int, units: Mapping[str, tuple[tuple[Phrase, bool], ...]]) -> Iterator[Finding]:
    for phrase, named in units[note.folded[index]]:
        if _matches(note, index, phrase):
            sure = named or (note.words[index][0].isupper() and not note.starts_sentence(index))
            sure = sure or _stands_for_people(note, index) or _acts(note, index)
            end = note.ends[index + len(phrase) - 1]
            yield Finding(note.starts[index], end, Kind.UNIQUE_ROLE, sure, "few_work_there", WORKPLACE)
            return


def _stands_for_people(note: Note, index: int) -> bool:
    """Say whether the unit is where someone is from, rather than a place: "ei av dei på natt", "ho på kjøkkenet"."""
    before = context.directly_before(note, index)
    if before not in _LINKS or (before == "i" and note.folded[index] == "natt"):
        return False
    return context.directly_before(note, index - 1) in lists()["someone_there"]


def _acts(note: Note, index: int) -> bool:
    """Say whether the unit does what people do, is told or is who writes: "spør natt", "si det til kjøkkenet"."""
    before, following = context.directly_before(note, index), context.directly_after(note, index)
    if before in lists()["asking"] or _is_told(note, index) or _is_given(note, index):
        return True
    if note.starts_sentence(index) and following in {"og", "å"} and context.word(note, index + 2) in _WE:
        return True
    if before not in lists()["prepositions"] and context.is_done_by_people(following):
        return True
    return before in lists()["having"] | {"ha"} and following in {"med", "mæ"}


def _is_told(note: Note, index: int) -> bool:
    """Say whether something is said or owed to the unit, or it is who writes: "takk til natt", "Frå natt:"."""
    before = context.directly_before(note, index)
    if before in {"til", "te"}:
        return context.directly_before(note, index - 1) in lists()["told"] | lists()["thanks"]
    if before in {"fra", "frå"}:
        return note.gaps[index][:1] == ":" and note.starts_sentence(index - 1)
    return index > 0 and note.gaps[index - 1] == " (" and context.word(note, index - 1) in lists()["myself"]


def _is_given(note: Note, index: int) -> bool:
    """Say whether the unit gets or is spared something, as its people do: "natt får aldri vere med"."""
    before, following = context.directly_before(note, index), context.directly_after(note, index)
    if before in lists()["is_given"] and following == "å":
        return True
    given = context.word(note, index + 2) if following in lists()["denied"] else following
    if given in lists()["is_given"]:
        return before not in lists()["prepositions"]
    if note.starts_sentence(index) and following == "ved" and context.has_capital(note, index + 2):
        return True
    has_to = note.starts_sentence(index) and following in lists()["before_infinitive"]
    return has_to and context.word(note, index + 2) in lists()["gets"]


def _pair(note: Note, index: int, units: tuple[Phrase, ...]) -> Iterator[Finding]:
    """Find a role with the unit where few hold it: "sykepleieren på Solsida"."""
    for place in range(index + 1, min(index + 1 + _AHEAD, note.size)):
        for unit in units:
            if (
                note.folded[place] == unit[0]
                and _matches(note, place, unit)
                and context.word(note, place - 1) in _LINKS
            ):
                end = note.ends[place + len(unit) - 1]
                yield Finding(
                    note.starts[_start(note, index)[0]], end, Kind.UNIQUE_ROLE, sure=True, reason="few_hold_it_there"
                )
                return
