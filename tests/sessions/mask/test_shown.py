"""What others see of what people wrote: no name, not who said it, and words of the session's own language."""

from __future__ import annotations

import pytest

from sessions.mask.placeholders import NAME, PLACEHOLDERS, WORKPLACE
from sessions.mask.shown import veil_of
from sessions.people import Person
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import session

PEOPLE = tuple(Person(name, "Nord", "sykepleier") for name in ("Kari Nordmann", "Per Hansen", "Ola Dal"))


def test_every_placeholder_has_its_word_in_every_language() -> None:
    words = texts("nb")
    said = {words(key) for key in words.words if key.startswith("placeholder.") and key != "placeholder.owner"}
    assert said == {*PLACEHOLDERS.values(), NAME, WORKPLACE}


@pytest.mark.parametrize(
    ("text", "language", "seen"),
    [
        ("Kari sa at vi mangler tid", "nb", "Det ble sagt at vi mangler tid"),
        ("Vi snakka med Kari om dette", "nn", "Vi snakka med ein kollega om dette"),
        ("We talked with Kari about it", "en", "We talked with a colleague about it"),
        ("Karis vakt er full", "nb", "En kollegas vakt er full"),
        ("Karis shift is full", "en", "A colleague's shift is full"),
        ("Ring 99 88 77 66", "en", "Ring [phone number]"),
    ],
)
def test_it_is_told_in_the_language_of_the_session(text: str, language: str, seen: str) -> None:
    assert veil_of(session(people=PEOPLE, language=language)).shown(text) == seen


def test_what_was_put_in_can_be_told_from_what_was_written() -> None:
    pieces = veil_of(session(people=PEOPLE)).pieces("Vi spurte Kari i går")
    assert [piece for piece in pieces if piece.put_in] == [("en kollega", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_seen_is_seen_the_same_when_it_is_looked_at_again(language: str) -> None:
    """An item made of notes stands in the words of the wall: they are known as words that were put in, and left so."""
    veil = veil_of(session(people=PEOPLE, language=language))
    for text in (
        "Kari sa at Per ikke kom, og Olas nøkkel er borte",
        "ein ergoterapeut og Kari: ring 99 88 77 66",
        "fru Berntsen på rom 204 er født 3.4.31\nog dattera Anne vet det",
    ):
        once = veil.shown(text)
        assert veil.shown(once) == once
        assert [piece for piece in veil.pieces(once) if piece.put_in] == [p for p in veil.pieces(text) if p.put_in]
