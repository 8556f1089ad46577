"""What stands around a word, and what it says about reading the word as a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask.lexicon import RARE, endings, is_verb, lists, verb_stems, word_strength
from sessions.mask.wordings import words_of

if TYPE_CHECKING:
    from sessions.mask.note import Note

_DWELLING = re.compile(r"[hulk]0\d{3}")
ITSELF = frozenset({"seg", "sæ", "sæg"})
"""Follows a verb: what someone does with herself, and no name in lower case stands before it ("før han roar seg")."""
_STOPS = frozenset(".!?,")
_SHORTEST_VERB, _YEAR, _SHORTEST_THING, _SHORTEST_KIN = 4, 4, 5, 3


def word(note: Note, index: int) -> str:
    """Give the folded word at `index`, or nothing beyond the ends of the text."""
    return note.folded[index] if 0 <= index < note.size else ""


def has_capital(note: Note, index: int) -> bool:
    """Say whether there is a word at `index`, and it begins with a capital."""
    return index < note.size and note.words[index][0].isupper()


def directly_after(note: Note, index: int) -> str:
    """Give the folded word that follows with only a space or a bracket between."""
    beside = note.gaps[index] in {" ", "  ", "\u00a0", ") "} or (
        note.gaps[index] == ". " and len(note.words[index]) == 1
    )
    return note.folded[index + 1] if beside and index + 1 < note.size else ""


def directly_before(note: Note, index: int) -> str:
    """Give the folded word that stands before with only a space between."""
    beside = index > 0 and note.gaps[index - 1] in {" ", "  ", "\u00a0", " («", " '", ' "'}
    return note.folded[index - 1] if beside and index <= note.size else ""


def speaks(note: Note, index: int) -> bool:
    """Say whether the word at `index` is marked as who speaks: "Kari: …", "kari sa at …", "sa kari"."""
    if (directly_after(note, index) in lists()["speech"] and _goes_on_small(note, index)) or labels_speaker(
        note, index
    ):
        return True
    return asked_for(note, index)


def asked_for(note: Note, index: int) -> bool:
    """Say whether what stands before asks for a person: "ifølge Kari", "spør Kari", "jeg (Kari)"."""
    if index and note.gaps[index - 1] in {" (", ", ", " - ", " – "}:
        return word(note, index - 1) in lists()["myself"]
    before = directly_before(note, index)
    return before in lists()["before_person"] or (
        before in {"til", "te"} and word(note, index - 2) in lists()["thanks"]
    )


def is_thanked(note: Note, index: int) -> bool:
    """Say whether the word is thanked for something: "takk til Nok som tok med mat"."""
    goes_on = directly_after(note, index) in {"som", "for", "så", "såm"} or note.gaps[index][:1] in {"", ".", "!", ","}
    return goes_on and directly_before(note, index) in {"til", "te"} and word(note, index - 2) in lists()["thanks"]


def labels_speaker(note: Note, index: int) -> bool:
    """Say whether the word stands as the label of a statement: at the start of its line, a colon after it."""
    after = note.gaps[index]
    says = len(after) > 1 or word(note, index + 1).isalpha()
    return after[:1] == ":" and says and note.starts_sentence(index)


def acts(note: Note, index: int) -> bool:
    """Say whether a verb in its finite form follows, so that the word is who does it."""
    following = directly_after(note, index)
    if not following or not _goes_on_small(note, index):
        return False
    if following in lists()["verbs"] or following in lists()["speech"]:
        return True
    if following in lists()["function_words"]:
        return False
    present = following.endswith(("er", "ar")) and len(following) >= _SHORTEST_VERB
    return present and is_verb(following) and word_strength(following) >= 0 and word_strength(following[:-1]) >= 0


def _goes_on_small(note: Note, index: int) -> bool:
    """Say whether the word that follows is written small, as verbs are, or all is in capitals."""
    following = note.words[index + 1]
    return following[0].islower() or (following.isupper() and note.words[index].isupper())


def does(note: Note, index: int) -> bool:
    """Say whether a verb follows for what people do, and things and houses do not."""
    return acts(note, index) and directly_after(note, index) not in lists()["things_too"]


def is_done_by_people(doing: str) -> bool:
    """Say whether a folded word is a doing of people alone: speaking, feeling, working."""
    return any(doing in lists()[name] for name in ("speech", "only_people", "works"))


def is_like_a_person(note: Note, index: int) -> bool:
    """Say whether what follows tells of people and not of months or trees: "Mai er lei", not "Mai er travel"."""
    if does(note, index) or (directly_after(note, index) in lists()["of_self"] and word(note, index + 2) in ITSELF):
        return True
    if not acts(note, index):
        return directly_after(note, index) in lists()["owner_words"]
    place = index + 2
    while place < note.size and note.gaps[place - 1] == " " and note.folded[place] in lists()["between"]:
        place += 1
    if note.gaps[index + 1] != " ":
        return False
    said, goes_on = word(note, place), word(note, place + 1)
    if said in lists()["good"]:
        return goes_on in {"på", "te", "til", "med", "i"}
    if said in lists()["the_one"]:
        return goes_on in lists()["who"]
    if goes_on == "år":
        return word(note, index + 1) in lists()["being"]
    if word(note, index + 1) in lists()["having"]:
        return said in lists()["of_people"] | lists()["have_done"] or (
            is_verb(said) and said not in lists()["happened"]
        )
    if said == "med":
        return goes_on in {"", "på", "då", "da"} or note.gaps[place][:1] in _STOPS
    return said in lists()["of_people"]


def calls_for_person(note: Note, index: int) -> bool:
    """Say whether the word itself asks for whoever is named next: "Ring Osman"."""
    return note.starts_sentence(index) and note.folded[index] in lists()["before_person"] and not acts(note, index)


def opens_as_verb(note: Note, index: int) -> bool:
    """Say whether a subject or "not" follows straight away, so that the word is a verb: "Roar det seg", "Tor ikke"."""
    follows = directly_after(note, index) in lists()["after_verb"]
    return follows and note.starts_sentence(index) and not is_taken_up(note, index)


def is_taken_up(note: Note, index: int) -> bool:
    """Say whether the word is named first and taken up by a pronoun, as people are: "Roar du må", "Gry hu ser"."""
    follows = directly_after(note, index)
    if follows not in lists()["taken_up"] or (follows == "du" and note.folded[index] in lists()["verbs_too"]):
        return False
    return acts(note, index + 1) or directly_after(note, index + 1) in lists()["before_infinitive"]


def is_fronted(note: Note, index: int) -> bool:
    """Say whether the subject comes after the verb, so that the word is what it is about: "Vår må det bli"."""
    subject = word(note, index + 2)
    if subject not in lists()["subjects"] or note.gaps[index + 1] != " ":
        return False
    if subject == "det" and directly_after(note, index) in lists()["manages"]:
        return False
    following = directly_after(note, index)
    return any(following in lists()[name] for name in ("things_too", "before_infinitive", "perceiving"))


def is_put_first(note: Note, index: int) -> bool:
    """Say whether a verb and then its subject follow, so that the word is neither: "Egentli e det vi som ser"."""
    following = directly_after(note, index)
    names = following in lists()["speech"] or following in lists()["is_called"]
    follows = following in lists()["being"] or (acts(note, index) and not names)
    return follows and note.gaps[index + 1] == " " and word(note, index + 2) in lists()["subjects"]


def happens(note: Note, index: int) -> bool:
    """Say whether what has happened follows the verb after the word, as with days and weather: "dag har gått over"."""
    return word(note, index + 2) in lists()["happened"]


def is_undergone(note: Note, index: int) -> bool:
    """Say whether something has to be done with the word, as with things: "Sand må strøast"."""
    if directly_after(note, index) not in lists()["before_infinitive"]:
        return False
    done = word(note, index + 2)
    return done.endswith("ast") or (done.endswith("es") and is_verb(done[:-1]))


def may_do(note: Note, index: int) -> bool:
    """Say whether what follows is a verb and no thing that is spelt as one: "Bjelland flyttet", not "Odd tal"."""
    if acts(note, index):
        return True
    following = directly_after(note, index)
    return may_act(note, index) and not (following in verb_stems() and word_strength(following) >= RARE)


def may_act(note: Note, index: int) -> bool:
    """Say whether what follows can be a verb in any dialect: "Finn lære fort". Enough after a capital only."""
    following = directly_after(note, index)
    return acts(note, index) or (following not in lists()["function_words"] and is_verb(following))


def after_pronoun(note: Note, index: int) -> bool:
    """Say whether "ho", "han" or the like stands before, as spoken Norwegian has it before names: "ho Randi"."""
    return directly_before(note, index) in lists()["pronouns"] or is_clitic(note, index - 1)


def is_clitic(note: Note, index: int) -> bool:
    """Say whether the word is a "he" or "she" cut to a letter: "hjå 'n Per", "saman mæ'a Kari", "n Per"."""
    if word(note, index) not in {"n", "a"} or index == 0 or note.gaps[index] != " ":
        return False
    if note.gaps[index - 1][-1:] in {"'", "’", "´", "`"} or note.words[index] == "n":
        return True
    alone = note.words[index] == "a" and note.gaps[index - 1] == " "
    return alone and has_capital(note, index + 1) and not belongs_to_thing(note, index + 1)


def after_courtesy(note: Note, index: int) -> bool:
    """Say whether a word of courtesy stands before: "fru hansen"."""
    return directly_before(note, index) in lists()["courtesy"]


def after_title(note: Note, index: int) -> bool:
    """Say whether a title, a profession or a word of courtesy stands before."""
    before = directly_before(note, index)
    if not before and index and note.gaps[index - 1] == ". ":
        before = word(note, index - 1) if word(note, index - 1) in lists()["courtesy"] | {"pas", "pårør"} else ""
    if before == "bruker" and word(note, index - 2) in lists()["subjects"]:
        return False
    return before in lists()["courtesy"] or before in lists()["titles"]


def after_kin(note: Note, index: int) -> bool:
    """Say whether a word for kin stands before: "dotra Anne", "mora til Anne"."""
    before = directly_before(note, index)
    return is_kin(directly_before(note, index - 1) if before in lists()["kin_link"] else before)


@lru_cache(maxsize=4_000)
def is_kin(low: str) -> bool:
    """Say whether a folded word is one for kin, or two of them in one: "systerdottera"."""
    kin = lists()["kin"]
    if low in kin:
        return True
    return any(low[:cut].removesuffix("s") in kin and low[cut:] in kin for cut in range(_SHORTEST_KIN, len(low) - 1))


def and_another(note: Note, index: int) -> bool:
    """Say whether "and" and a capital follow, as between two names: "Bo og My"."""
    other = index + 3 if word(note, index + 2) in lists()["pronouns"] else index + 2
    return word(note, index + 1) in {"og", "eller", "&", "å"} and other < note.size and note.words[other][0].isupper()


def before_room(note: Note, index: int) -> bool:
    """Say whether a room follows, as after the name of who lives there: "Hansen på 204"."""
    if directly_after(note, index) not in {"på", "i"} or index + 2 >= note.size:
        return False
    following = word(note, index + 2)
    if following in words_of("lettered") or following in lists()["hybels"] or _DWELLING.fullmatch(following):
        return True
    numbered = following[:1].isdigit() and 1 < len(following) < _YEAR
    return numbered and word(note, index + 3) not in words_of("counted_after")


def before_apposition(note: Note, index: int) -> bool:
    """Say whether a comma and a word for who it is follow: "Odd, mannen hennes"."""
    following = word(note, index + 1)
    who = is_kin(following) or following in lists()["titles"] or following in lists()["occupations"]
    who = who or (following in lists()["pronouns"] and word(note, index + 2) in lists()["who"])
    return note.gaps[index] == ", " and who


def ends_as_thing(low: str) -> bool:
    """Say whether a folded word ends as offices, things and doings do and people do not."""
    return len(low) > _SHORTEST_THING and low.endswith(endings("thing_endings"))


def belongs_to_thing(note: Note, index: int) -> bool:
    """Say whether the word goes on in lower case after a hyphen ("Bodil-planen") or names an animal ("katten Pus")."""
    joined = note.gaps[index] == "-" and index + 1 < note.size and note.words[index + 1].islower()
    return (joined and not is_kin(note.folded[index + 1])) or is_animal(directly_before(note, index))


@lru_cache(maxsize=4_000)
def is_animal(low: str) -> bool:
    """Say whether a folded word is one for an animal, or ends in one: "terapihunden"."""
    return low in lists()["animals"] or low.endswith(endings("animal_endings"))
