"""The people of the session, found by their names: full, first or last, pet names, in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sessions.mask import context, phrases, places, things
from sessions.mask.finding import Kind
from sessions.mask.lexicon import COMMON, RARE, SOME, is_verb, lists, looks, names, word_strength
from sessions.mask.lower_case import read_lower_case
from sessions.mask.name_or_word import is_rather_name
from sessions.mask.roster import Form
from sessions.mask.sentence_start import read_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.note import Note
    from sessions.mask.roster import Entry, Roster

_SHORT_OWNER, _LONGEST_CUT = 4, 4
_PARTNERS = frozenset({"sønn", "sønner", "co", "son", "søner", "partnere"})
_WORDS_OF_ONE = frozenset("ieåæaoø")
_ARTICLES = frozenset({"en", "ein", "ei", "et", "eit"})
_THE = frozenset({"den", "det", "de", "dei"})


CUT_SHORT = "cut_short"
"""Why a few letters with a stop after are a name: the rest of that name stands beside them."""


class Mark(NamedTuple):
    """What is thought of one word: whose name it is, how surely, why, and whether it is an owner's form."""

    kind: Kind
    sure: bool
    reason: str
    genitive: bool = False


def mark_listed(note: Note, roster: Roster) -> dict[int, Mark]:
    """Mark the words that name someone in the list."""
    marks: dict[int, Mark] = {}
    entries = roster.entries
    for index in [index for index, low in enumerate(note.folded) if low in entries and index not in note.shielded]:
        reason = _reading(note, index, roster, marks)
        if reason:
            low = note.folded[index]
            genitive = entries[low].genitive and (low not in names() or entries[low].form is Form.NAME)
            marks[index] = Mark(Kind.PARTICIPANT, reason != "also_a_word", reason, genitive)
        if note.gaps[index] in {" ", "-"} and _is_pair(note, index, roster):
            marks[index] = marks[index + 1] = Mark(Kind.PARTICIPANT, sure=True, reason="listed")
        if _own_initial_follows(note, index, roster):
            marks[index] = marks[index + 1] = Mark(Kind.PARTICIPANT, sure=True, reason="listed")
        for other in _cut_beside(note, index, roster):
            marks[index] = Mark(Kind.PARTICIPANT, sure=True, reason="listed")
            marks[other] = Mark(Kind.PARTICIPANT, sure=True, reason=CUT_SHORT)
    return marks


def _is_pair(note: Note, index: int, roster: Roster) -> bool:
    return (note.folded[index], context.word(note, index + 1)) in roster.pairs and index + 1 not in note.shielded


def _cut_beside(note: Note, index: int, roster: Roster) -> Iterator[int]:
    """Give where the other part of a listed name is cut to a few letters and a stop: "kr. vik", "Per Kr."."""
    low = note.folded[index]
    before = note.folded[index - 1] if index and note.gaps[index - 1] == ". " else ""
    after = context.directly_after(note, index)
    after = after if after and note.gaps[index + 1][:1] == "." else ""
    if 1 < len(before) <= _LONGEST_CUT and any(two == low and one.startswith(before) for one, two in roster.pairs):
        yield index - 1
    if 1 < len(after) <= _LONGEST_CUT and any(one == low and two.startswith(after) for one, two in roster.pairs):
        yield index + 1


def _reading(note: Note, index: int, roster: Roster, marks: dict[int, Mark]) -> str:
    """Give why a listed word reads as a name: "also_a_word" where it may not, nothing where it does not."""
    entry = roster.entries[note.folded[index]]
    strength = _strength(note.folded[index], entry)
    if note.folded[index] in lists()["kin_link"] and context.is_kin(context.directly_before(note, index)):
        return ""
    capital = note.words[index][0].isupper()
    if entry.form is not Form.NAME and strength > COMMON and not _is_known_and_does(note, index, capital=capital):
        return ""
    if entry.form is not Form.NAME and (context.belongs_to_thing(note, index) or places.is_no_name(note.folded[index])):
        return ""
    if phrases.is_figure(note, index) and not _beside_listed(note, index, roster):
        return "also_a_word" if entry.form is Form.NAME else ""
    otherwise = phrases.is_something_else(note, index) or (entry.last_name and places.on_the_way(note, index))
    if otherwise and not _beside_listed(note, index, roster):
        return "also_a_word"
    if _named_by_surroundings(note, index, marks, capital=capital) or _and_listed(note, index, roster):
        return "listed"
    if index > 1 and note.folded[index - 2] in roster.entries and _and_listed(note, index - 2, roster):
        return "listed"
    if phrases.is_set_phrase(note, index):
        return _weighed(note, index, entry, "") if capital else ""
    if _beside_listed(note, index, roster):
        return "listed"
    return _weighed(note, index, entry, _bare(note, index, roster, strength))


def _weighed(note: Note, index: int, entry: Entry, ruled: str) -> str:
    """Give what the rules say of a word, unless they leave it and all around it weighs for the name."""
    if ruled == "listed" or (entry.form is not Form.NAME and note.words[index].islower()):
        return ruled
    return "listed" if is_rather_name(note, index, entry) else ruled


def _bare(note: Note, index: int, roster: Roster, strength: int) -> str:
    """Read a listed word that nothing around it makes a name, by its form, its case and how common a word it is."""
    entry = roster.entries[note.folded[index]]
    capital = note.words[index][0].isupper()
    if entry.form is Form.SHORT_FORM:
        return _cut_short(note, index, strength, capital=capital)
    if capital:
        return _capital(note, index, roster, strength)
    if phrases.is_among_things(note, index):
        return "also_a_word"
    if context.directly_before(note, index) in _ARTICLES or _is_in_a_thing(note, index) or _is_described(note, index):
        return "also_a_word"
    return read_lower_case(note, index, entry, strength)


def _is_described(note: Note, index: int) -> bool:
    """Say whether an article and a word that describes stand before, as before things: "den kvite lilja"."""
    before = context.directly_before(note, index)
    if context.word(note, index - 2) not in _ARTICLES | _THE or before in lists()["adverbs_too"]:
        return False
    if before in lists()["fond"] or before in lists()["old_and_small"]:
        return False
    return before.endswith("e") and word_strength(before) >= 0 and not is_verb(before)


def _is_known_and_does(note: Note, index: int, *, capital: bool) -> bool:
    """Say whether a pet name that is a common word is known as a name as well and does what people do: "Rosa ler"."""
    return capital and looks(note.folded[index]).name.first >= SOME and context.does(note, index)


def _strength(low: str, entry: Entry) -> int:
    """Say how strongly a listed word reads as an ordinary one; short owners' forms as the word without its s too."""
    strength = word_strength(low)
    return word_strength(low[:-1]) if entry.genitive and strength < 0 and len(low) <= _SHORT_OWNER else strength


def _capital(note: Note, index: int, roster: Roster, strength: int) -> str:
    """Read a listed word with a capital: a name, unless it is due or a place is as likely."""
    entry = roster.entries[note.folded[index]]
    if phrases.is_abbreviation(note, index):
        return "also_a_word"
    if len(note.words[index]) > 1 and note.words[index].isupper() and _is_in_a_thing(note, index):
        return "also_a_word"
    place = entry.last_name or places.is_place(note, index)
    if place and (places.in_a_place(note, index) or places.among_places(note, index)):
        return "also_a_word"
    if (note.starts_sentence(index) or note.gaps[index] == "-") and _is_in_a_thing(note, index):
        return "also_a_word"
    if place and places.stands_at_place(note, index):
        return "listed" if note.folded[index].endswith(("sen", "son")) else "also_a_word"
    if entry.last_name and _belongs_elsewhere(note, index, roster):
        return "also_a_word"
    return read_start(note, index, roster, strength) if note.starts_sentence(index) else "listed"


def _belongs_elsewhere(note: Note, index: int, roster: Roster) -> bool:
    """Say whether a last name is rather a town's, the first word of a firm or one of some things."""
    if "–" in {note.gaps[index], note.gaps[index - 1]} or things.is_named(note, index):
        return True
    if _has_second_part(note, index, roster) or phrases.is_among_things(note, index):
        return True
    return _goes_to_place(note, index)


def _has_second_part(note: Note, index: int, roster: Roster) -> bool:
    """Say whether another name follows, or its partner's, as after the first word of a firm: "Loen Skylift"."""
    if context.directly_after(note, index) in {"og", "&"} and context.word(note, index + 2) in _PARTNERS:
        return True
    if note.gaps[index] == " & " and context.word(note, index + 1) not in roster.entries:
        return True
    if note.gaps[index] != " " or index + 1 >= note.size or index + 1 in note.shielded:
        return False
    following = note.words[index + 1]
    strange = following[:1].isupper() and following[1:].islower() and note.folded[index + 1] not in roster.entries
    return strange and not max(looks(note.folded[index + 1]).name) and not note.shouts(index)


def _is_in_a_thing(note: Note, index: int) -> bool:
    """Say whether a name that is a word or a place as well is the first part of one thing: "rune-alfabetet"."""
    also = word_strength(note.folded[index]) >= 0 or places.is_known(note.folded[index])
    also = also or (note.gaps[index] == "-" and word_strength(context.word(note, index + 1)) >= 0)
    return also and context.belongs_to_thing(note, index)


def _and_listed(note: Note, index: int, roster: Roster) -> bool:
    """Say whether the word is one of two listed names with a capital: "Kalle og Bea"."""
    other = index + 1 if note.gaps[index] in {", ", "/"} else index + 2
    if other >= note.size or (other == index + 2 and note.folded[index + 1] not in {"og", "&", "å"}):
        return False
    if note.folded[other] not in roster.entries:
        name = note.words[other][0].isupper() and looks(note.folded[other]).name.first >= SOME
        return name and note.starts_sentence(index) and context.does(note, other)
    if note.words[index][0].isupper() and note.words[other][0].isupper():
        return True
    both = [note.folded[place] for place in (index, other)]
    subject = note.starts_sentence(index) and context.does(note, other)
    if subject and all(roster.entries[low].form is Form.NAME for low in both):
        return True
    plain = all(roster.entries[low].form is Form.NAME and word_strength(low) <= RARE for low in both)
    return plain and min(word_strength(low) for low in both) < 0


def _beside_listed(note: Note, index: int, roster: Roster) -> bool:
    """Say whether another word of the list stands beside, so that the two are a whole name: "liv solheim"."""
    for first in (index - 1, index):
        if (
            0 <= first < note.size - 1
            and note.gaps[first] in {" ", "-"}
            and note.folded[first] != note.folded[first + 1]
        ):
            both = [roster.entries.get(note.folded[place]) for place in (first, first + 1)]
            if all(entry is not None and entry.form is Form.NAME for entry in both) and not (
                both[0] and both[0].genitive
            ):
                capitals = note.words[first][0].isupper() and note.words[first + 1][0].isupper()
                return capitals or min(word_strength(note.folded[place]) for place in (first, first + 1)) <= RARE
    return False


def _named_by_surroundings(note: Note, index: int, marks: dict[int, Mark], *, capital: bool) -> bool:
    """Say whether what stands around makes the word a name, however common the word is."""
    if index - 1 in marks and note.gaps[index - 1] in {" ", "-"} and marks[index - 1].sure:
        return capital or word_strength(note.folded[index]) <= RARE
    if capital and (_initial_follows(note, index) or _is_no_heading(note, index)):
        return True
    if context.is_thanked(note, index):
        return True
    if context.speaks(note, index):
        return capital or context.directly_before(note, index) not in lists()["prepositions"]
    if not capital:
        low = note.folded[index]
        verb = low in lists()["before_infinitive"]
        return not verb and low not in lists()["adverbs_too"] and context.after_pronoun(note, index)
    return context.after_pronoun(note, index) or context.after_title(note, index)


def _is_no_heading(note: Note, index: int) -> bool:
    """Say whether the word is all the text, and says nothing alone unless it is a name: "PER", "Jo 1"."""
    alone = all(word.isdigit() for place, word in enumerate(note.words) if place != index)
    return alone and note.folded[index] in lists()["adverbs_too"] - lists()["possessives"]


def _initial_follows(note: Note, index: int) -> bool:
    """Say whether a single capital follows, as in "Anna L."."""
    if index + 1 == note.size or note.gaps[index] != " ":
        return False
    following = note.words[index + 1]
    return len(following) == 1 and following.isupper() and (note.gaps[index + 1][:1] == "." or following != "I")


def _own_initial_follows(note: Note, index: int, roster: Roster) -> bool:
    """Say whether a letter follows that another part of that very name begins with: "tone g"."""
    letter = context.directly_after(note, index)
    if len(letter) != 1 or letter in _WORDS_OF_ONE:
        return False
    return any(one == note.folded[index] and other[0] == letter for one, other in roster.pairs)


def _goes_to_place(note: Note, index: int) -> bool:
    """Say whether a last name that is a town's as well stands where a town would: "turen til Giske"."""
    before = context.directly_before(note, index)
    return note.folded[index] in lists()["places"] and before in lists()["prepositions"]


def _cut_short(note: Note, index: int, strength: int, *, capital: bool) -> str:
    if context.opens_as_verb(note, index):
        return "also_a_word"
    if not capital and strength <= 0 and note.starts_sentence(index):
        return "listed" if context.is_like_a_person(note, index) else ""
    if not capital or strength > (RARE if note.starts_sentence(index) else COMMON):
        return ""
    if note.starts_sentence(index) and strength >= 0:
        return "also_a_word" if context.acts(note, index) else ""
    return "listed" if not places.is_place(note, index) else ""
