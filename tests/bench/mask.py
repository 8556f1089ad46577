"""How many notes the mask reads in a second, and that its time grows with the text and not faster."""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from sessions.mask import mask
from tests.bench.row import Row
from tests.mask_score import corpus

if TYPE_CHECKING:
    from sessions.people import Person

NOTE, PEOPLE, STEP = 40, 36, 7
"""Words in a note, people in the list, and words from where one note begins to where the next one does."""
MEGABYTE = 1_000_000
RUNS = 3
LETTERS = ["a", "A", "1", " ", "æ"]
HOSTILE = ["A ", "kari ", "Kari: ", "1 ", "12 ", "rom 1 ", "født 1. ", "Bakken 1 ", "K.N. ", "x@", "en kollega "]


def measure() -> list[Row]:
    """Mask notes as people write them, and long texts of one letter and of one word."""
    people, texts = crowd()
    seconds(texts, people)
    speeds = [len(texts) / seconds(texts, people) for _ in range(2 * RUNS)]
    letters = {letter: seconds([letter * MEGABYTE], people) for letter in LETTERS}
    slowest = max(letters, key=lambda letter: letters[letter])
    grown = {piece: growth(piece, people) for piece in (*LETTERS, *HOSTILE)}
    worst = max(grown, key=lambda piece: grown[piece])
    told = f"{NOTE} words, {PEOPLE} people, one core; {min(speeds):.0f} to {max(speeds):.0f}"
    return [
        Row("notes masked in a second", median(speeds), 2_000, told, at_least=True),
        Row("seconds for a megabyte of one letter, the slowest", letters[slowest], 1.0, repr(slowest)),
        Row("twice as long a text of one thing, to the text, the worst", grown[worst], 2.6, repr(worst)),
    ]


def crowd() -> tuple[tuple[Person, ...], list[str]]:
    """Give people, and notes in which many of them are named."""
    notes = [note for half in ("tune", "score") for note in corpus(half)]
    people = tuple(dict.fromkeys(person for note in notes for person in note.people))[:PEOPLE]
    words = " ".join(note.text for note in notes).split()
    return people, [" ".join(words[start : start + NOTE]) for start in range(0, len(words) - NOTE, STEP)]


def seconds(texts: list[str], people: tuple[Person, ...]) -> float:
    """Give how long one core works on texts, its data loaded."""
    mask("Kari 12345678", people)
    begun = process_time()
    for text in texts:
        mask(text, people)
    return process_time() - begun


def growth(piece: str, people: tuple[Person, ...]) -> float:
    """Give how much longer twice as long a text of one piece takes, letters a megabyte and words a fiftieth of it."""
    times = (MEGABYTE if len(piece) == 1 else MEGABYTE // 50) // len(piece)
    return median(seconds([piece * 2 * times], people) / seconds([piece * times], people) for _ in range(RUNS))
