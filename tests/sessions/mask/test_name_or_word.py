"""Listed names that are words as well where no rule settles it: all that stands around is weighed."""

import pytest

from sessions.mask.name_or_word import features, is_rather_name, weights
from sessions.mask.note import read
from sessions.mask.roster import Entry, Form
from sessions.people import Person
from tests.mask_score import corpus
from tests.sessions.mask.reading import sure

PEOPLE = tuple(
    map(
        Person,
        ("Stein Myklegard", "Sol Aune", "Odd Vik", "Siv Tangen", "Bjørn Moe", "Jo Lunde", "Vår Eide", "Mai Hove"),
    )
)
FIRST = Entry(Form.NAME, genitive=False, last_name=False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stein kommer aldri for sent, og han sier ifra", ["Stein"]),
        ("Sol har gått over tida hver fredag, og ingen har bedt henne om det", ["Sol"]),
        ("siv og eg bytte helg så han kunne få reise", ["siv"]),
        ("bjørn og Siv tar de tyngste løftene sammen", ["bjørn", "Siv"]),
        ("Sol fikk mannen til å le av seg selv", ["Sol"]),
        ("takk til mai som ble med i ambulansen", ["mai"]),
        ("Vår og jeg har prøvd det i to uker", ["Vår"]),
    ],
)
def test_it_is_the_colleague_in(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "Sol på terrassen gjør mer enn en tablett",
        "Stein i skoen hele dagen, sa han",
        "bjørn er sett ved hytta igjen",
        "Bjørn så vi på vei hjem fra turen",
        "Odd antall sengeplasser gjør regnskapet rart",
        "Vår må det bli en gang",
        "den gule siv i vasen må byttes",
        "mai blir tøff med to ferier",
    ],
)
def test_it_is_the_word_in(text: str) -> None:
    assert not sure(text, PEOPLE)


def test_the_word_itself_is_no_part_of_what_is_weighed() -> None:
    seen = features(read("Stein ler"), 0, FIRST)
    assert not [feature for feature in seen if "stein" in feature.casefold()]
    assert len(seen) == len(set(seen))


def test_what_is_seen_has_been_weighed() -> None:
    """The features and their weights are made together: after a change of the one the other is trained anew."""
    seen = [
        feature
        for gold in corpus("tune")
        for note in [read(gold.text)]
        for index in range(note.size)
        for feature in features(note, index, FIRST)
    ]
    assert sum(feature in weights() for feature in seen) > 0.85 * len(seen)


def test_a_text_of_one_word_has_an_answer() -> None:
    assert is_rather_name(read("stein"), 0, FIRST) in {True, False}
