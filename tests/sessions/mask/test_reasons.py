"""Each doubt tells in words why it is one; no words are there for a doubt that never comes."""

from __future__ import annotations

import pytest

from sessions.mask import mask
from sessions.people import Person
from sessions.texts import texts
from tests.mask_score import CORPUS, read_marked

WORDS = texts("nb").words
REASONS = {key.removeprefix("doubt.") for key in WORDS if key.startswith("doubt.")} - {"other"}
PEOPLE = (
    Person("Liv Stein", "Solsida", "sykepleier"),
    Person("Hilde Maria Solheim", "Nord", "sykepleier"),
    Person("Bo Pettersen", "Nord", "sykepleier"),
    Person("Vår Vik", "Hagen", "vernepleier"),
    Person("Tora Varg", "Nord"),
)
EXAMPLES = {
    "also_a_word": "Vår i lufta",
    "near_a_name": "snakk med hile i morgen",
    "initials": "TV er på hele dagen",
    "may_be_a_name": "Rose på bordet og duk",
    "may_be_a_place": "på Bråten er det fint",
    "few_hold_it": "vi trenger flere vernepleiere",
    "few_work_there": "i hagen er det fint",
    "the_only_one": "hun er den eneste som kan",
    "address": "gamle torget 2",
    "long_ago": "den 3. mai 1941 kom freden",
}


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_words_are_there_for_a_doubt_that_comes(reason: str) -> None:
    (finding,) = mask(EXAMPLES[reason], PEOPLE).findings
    assert (finding.reason, finding.sure) == (reason, False)


@pytest.mark.parametrize("half", ["tune", "score"])
def test_every_doubt_of_the_corpus_has_its_words(half: str) -> None:
    notes = read_marked(CORPUS / f"{half}.txt", half)
    doubtful = {one.reason for note in notes for one in mask(note.text, note.people).findings if not one.sure}
    assert doubtful
    assert doubtful <= REASONS
