"""Names of people who are not in the list: patients, next of kin, leaders, doctors."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask import care, companions, context, medicines, phrases, places, things
from sessions.mask.certainty import DEEP, DOUBTFUL, FAR, LIKELY, is_ordinary_form, needed, speaks_against
from sessions.mask.compounds import is_inflected
from sessions.mask.finding import Kind
from sessions.mask.lexicon import COMMON, MANY, RARE, SOME, endings, is_verb, lists, looks
from sessions.mask.listed import Mark
from sessions.mask.staff import is_role
from sessions.mask.tagger import person_margins

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sessions.mask.note import Note

_OWN_FORMS = ("s", "en", "n", "et", "ens", "a")
"""What a word for a thing may end in beyond its name: "Yarisen"."""
_NO_NAMES = ("titles", "kin", "no_person", "makes", "medicines", "opens_clause")
_SHORTEST, _SHORT, _SHORTEST_PLACE = 2, 3, 5


def mark_others(note: Note, marks: dict[int, Mark], units: AbstractSet[str], *, listed: bool) -> dict[int, Mark]:
    """Mark names of people beyond the list, by the tagger, the name counts and the words around them.

    `marks` are the words already read as names; `units` the words of the session's units, which are no people;
    `listed` whether anyone is in the list.
    """
    found: dict[int, Mark] = {}
    margins = person_margins(note, marks)
    for index in note.notable:
        low = note.folded[index]
        capital = note.words[index][0].isupper()
        if index in marks or not (capital or _may_be_name(low)) or index in note.shielded or len(low) < _SHORTEST:
            continue
        before = marks.get(index - 1) or found.get(index - 1)
        after_name = before is not None and before.sure and note.gaps[index - 1] in {" ", "-"}
        mark: Mark | None
        if capital and not note.shouts(index):
            if _is_no_person(note, index, units):
                continue
            if companions.is_in_company(note, index, marks.get(index - 2)):
                mark = Mark(Kind.PERSON_OTHER, sure=True, reason="after_a_name", genitive=looks(low).genitive)
            else:
                margin = margins.get(index, DOUBTFUL - 1)
                mark = _capital(note, index, margin, after_name=after_name, listed=listed)
        else:
            mark = _lower_case(note, index, after_name=after_name)
            mark = mark if mark and not _is_no_person(note, index, units) else None
        if mark:
            found[index] = mark
    return found


def _is_no_person(note: Note, index: int, units: AbstractSet[str]) -> bool:
    low = note.folded[index]
    if _is_no_name(low) and not (companions.follows_first_name(note, index) or _is_no_abbreviation(note, index)):
        return True
    if low in units or low.removesuffix("s") in units:
        return True
    if context.calls_for_person(note, index) or things.is_cut_off(note, index):
        return True
    if low in lists()["small_words"] and note.starts_sentence(index) and not context.has_capital(note, index + 1):
        return True
    if phrases.is_set_phrase(note, index) or phrases.is_figure(note, index) or medicines.is_medicine(note, index):
        return True
    if context.directly_before(note, index) in lists()["no_person"] and not max(looks(low).name):
        return True
    if things.is_coined(note.words[index]):
        return True
    return places.is_no_name(low) and not _named_though_place(note, index)


@lru_cache(maxsize=20_000)
def _is_no_name(low: str) -> bool:
    """Say whether a folded word is no person's name wherever it stands."""
    if not low.isalpha() or any(low in lists()[name] for name in _NO_NAMES):
        return True
    bare = {low.removesuffix(ending) for ending in _OWN_FORMS}
    if not max(looks(low).name) and any(not bare.isdisjoint(lists()[name]) for name in ("no_person", "makes")):
        return True
    return not max(looks(low).name) and (context.ends_as_thing(low) or is_role(low) or _is_local(low))


def _is_local(low: str) -> bool:
    """Say whether a folded word is put together of a place and a thing: "rørosmartnan", "mandalshallen"."""
    cuts = range(_SHORTEST_PLACE, len(low) - _SHORTEST_PLACE + 2)
    return any(places.is_no_name(low[:cut]) and not low[cut:].endswith(("sen", "ing")) for cut in cuts)


def _named_though_place(note: Note, index: int) -> bool:
    """Say whether a place's name stands as a person's: "ho Molde", "mora til Hareid", "Marit Giske"."""
    low = note.folded[index]
    if _called_for(note, index) or context.asked_for(note, index) or context.labels_speaker(note, index):
        return True
    said = context.directly_after(note, index)
    if context.speaks(note, index) and said not in lists()["verbs"] and said not in lists()["things_too"]:
        return True
    return companions.follows_first_name(note, index) or (low not in lists()["places"] and context.does(note, index))


def _is_no_abbreviation(note: Note, index: int) -> bool:
    """Say whether a first name is no abbreviation as it is written: "Unn", not "UNN"."""
    low = note.folded[index]
    return note.words[index][1:].islower() and low in lists()["abbreviations"] and looks(low).name.first >= SOME


def _may_be_place(note: Note, index: int) -> bool:
    """Say whether a capital may as well be a place: after a preposition of place, or a house by its ending."""
    low, name = note.folded[index], looks(note.folded[index]).name
    if places.among_places(note, index) or context.directly_after(note, index) in lists()["houses"]:
        return True
    if index and places.is_known(low) and phrases.is_abbreviation(note, index - 1) and note.gaps[index - 1] == " ":
        return True
    if name.first >= SOME and name.first >= name.last:
        return context.belongs_to_thing(note, index)
    if context.belongs_to_thing(note, index):
        return True
    if places.stands_at_place(note, index):
        return not low.endswith(("sen", "son"))
    house = low.endswith(endings("facility_endings"))
    return house and note.starts_sentence(index) and context.directly_after(note, index) in lists()["things_too"]


def _called_for(note: Note, index: int) -> str:
    """Give what before the word asks for a name."""
    if context.after_title(note, index):
        return "after_title"
    if context.after_kin(note, index):
        return "after_kin"
    if context.before_room(note, index):
        return "before_room"
    if context.after_pronoun(note, index) or care.is_endeared(note, index):
        return "after_pronoun"
    if care.is_named_after_who(note, index) or care.owns_before(note, index) or care.is_born(note, index):
        return "after_kin"
    if care.is_cared_for(note, index) or care.is_looked_after(note, index) or care.is_told_of(note, index):
        return "acts_like_a_person"
    return ""


def _capital(note: Note, index: int, margin: int, *, after_name: bool, listed: bool) -> Mark | None:
    low = note.folded[index]
    strength, count, genitive = looks(low)
    ordinary = strength > RARE or (is_ordinary_form(low) and not max(count) and not places.is_known(low))
    reason = _called_surely(note, index, margin, ordinary=ordinary)
    if not reason and not speaks_against(note, index):
        reason = _named_beside(note, index, margin, after_name=after_name, ordinary=ordinary)
        if not (reason or after_name) and _may_be_place(note, index):
            return Mark(Kind.PERSON_OTHER, False, "may_be_a_place", genitive) if margin > LIKELY else None
        reason = reason or _read_as_name(note, index, margin, listed=listed)
    if reason:
        return Mark(Kind.PERSON_OTHER, sure=True, reason=reason, genitive=genitive)
    doubt = Mark(Kind.PERSON_OTHER, sure=False, reason="may_be_a_name", genitive=genitive)
    return doubt if margin > DOUBTFUL and not ordinary else None


def _called_surely(note: Note, index: int, margin: int, *, ordinary: bool) -> str:
    """Give what before the word asks for a name, where the word may be one."""
    low = note.folded[index]
    strength, count, _ = looks(low)
    called = _called_for(note, index)
    if not called:
        return ""
    from_place = places.is_known(low) and context.directly_before(note, index) in lists()["from"]
    if called == "before_room" and max(count) and strength < COMMON and not from_place:
        return called
    if count.first >= SOME and (care.is_born(note, index) or companions.is_double(note, index)):
        return called
    known = max(count) > 0 or places.is_known(low)
    pointed_at = _is_pointed_at(note, index, called, strength)
    doubted = ordinary and (margin < (FAR if pointed_at else LIKELY) or (called == "before_room" and is_inflected(low)))
    reads = margin > (FAR if pointed_at else DOUBTFUL) or (known and not ordinary)
    return called if reads and not doubted else ""


def _named_beside(note: Note, index: int, margin: int, *, after_name: bool, ordinary: bool) -> str:
    """Give why what stands beside the word makes it a name: it speaks, who it is follows, a first name precedes."""
    low = note.folded[index]
    strength, count, _ = looks(low)
    apposed = context.before_apposition(note, index)
    if (context.speaks(note, index) or apposed) and count.first >= SOME and strength <= COMMON:
        return "speaks"
    if apposed and strength < 0 and not ordinary and not places.is_known(low):
        return "speaks"
    if context.directly_before(note, index) in {"hos", "hjå"} and companions.last_name_follows(note, index):
        return "after_kin"
    if count.first >= SOME and companions.is_whole_name_that_acts(note, index):
        return "acts_like_a_person"
    named = strength <= COMMON + 1 or count.first >= SOME or _called_for(note, index - 1)
    any_word = named and companions.follows_first_name(note, index)
    if after_name and (count.last >= SOME or (strength < 0 and margin > DOUBTFUL) or any_word):
        return "after_a_name"
    return ""


def _read_as_name(note: Note, index: int, margin: int, *, listed: bool) -> str:
    """Give why the word reads as a name: by the tagger, by the counts, or by its end and what it does."""
    low = note.folded[index]
    strength, count, _ = looks(low)
    wanted = needed(note, index, strength, count, listed=listed)
    if margin > wanted:
        return "reads_as_a_name"
    if wanted < DEEP and strength < 0 and max(count) >= SOME and (margin > DOUBTFUL or context.acts(note, index)):
        return "known_name"
    if companions.ends_like_surname(low) and strength < 0 and context.does(note, index):
        return "acts_like_a_person"
    return ""


def _is_pointed_at(note: Note, index: int, called: str, strength: int) -> bool:
    """Say whether kin, a title or "ho" stands before a strange word whose capital is not due: that is enough."""
    asked_for = called in {"after_pronoun", "after_kin", "after_title"} or care.is_looked_after(note, index)
    return strength < 0 and asked_for and (not note.starts_sentence(index) or care.is_born(note, index))


def _lower_case(note: Note, index: int, *, after_name: bool) -> Mark | None:
    low = note.folded[index]
    strength, count, genitive = looks(low)
    following = context.directly_after(note, index)
    if low in lists()["kin_link"] or context.belongs_to_thing(note, index):
        return None
    if low in lists()["verbs_too"] and _stands_as_verb(note, index, following):
        return None
    if (
        following in context.ITSELF
        or (is_verb(low) and following in lists()["denied"])
        or low in lists()["lower_words"]
    ):
        return None
    wanted = SOME if len(low) > _SHORT else MANY
    if strength < 0 and (count.first >= wanted or (count.last >= wanted and companions.stands_as_surname(note, index))):
        return Mark(Kind.PERSON_OTHER, sure=True, reason="known_name", genitive=genitive)
    after_name = after_name and not note.words[index - 1][0].isupper()
    if after_name and strength <= RARE and (count.last >= SOME or (strength < 0 and companions.ends_like_surname(low))):
        return Mark(Kind.PERSON_OTHER, sure=True, reason="after_a_name", genitive=genitive)
    if strength <= RARE and context.after_courtesy(note, index) and (max(count) or strength < 0):
        return Mark(Kind.PERSON_OTHER, sure=True, reason="after_title", genitive=genitive)
    may_be_done = strength >= 0 and is_verb(low)
    if strength <= RARE and max(count) >= SOME and not may_be_done and _called_for(note, index):
        return Mark(Kind.PERSON_OTHER, sure=True, reason=_called_for(note, index), genitive=genitive)
    if count.first >= SOME and strength <= RARE and companions.common_last_name_follows(note, index):
        return Mark(Kind.PERSON_OTHER, sure=True, reason="known_name", genitive=genitive)
    return None


def _stands_as_verb(note: Note, index: int, following: str) -> bool:
    """Say whether a name that is a verb too is done to someone or not done: "som roar folk", "roar han"."""
    undergone = following in lists()["undergoing"] or context.word(note, index + 1) == "kje"
    return undergone or context.directly_before(note, index) in lists()["who"]


def _may_be_name(low: str) -> bool:
    """Say whether a word in lower case is worth a look: most are words and no names."""
    strength, count, _ = looks(low)
    return (strength < 0 and low.isalpha()) or (strength <= RARE and max(count) > 0)
