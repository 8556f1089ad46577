"""How long both minutes of a very large café take, and that the time grows with its size and not faster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from sessions.items import Fate, Item
from sessions.minutes.files import MinutesFolder
from sessions.notes import Note, Notes
from sessions.people import Person
from sessions.plan import plan_of, session_of
from tests.bench.row import Row

if TYPE_CHECKING:
    from sessions.session import Session

NOTES, ITEMS = 10_000, 1_000
RUNS = 5
WORDS = [
    "dagslys",
    "stua",
    "ettermiddag",
    "prat",
    "vakt",
    "overlapp",
    "rapport",
    "tavle",
    "middag",
    "radio",
    "frokost",
    "natt",
    "ro",
    "tid",
    "språk",
    "pårørende",
]


def measure() -> list[Row]:
    """Write the minutes of a café, and of one of half its size, in turns, as the program does that ran it.

    The wall has shown the notes by then, so that they have been masked; what it takes where they have not is told too.
    """
    whole, half = cafe(NOTES, ITEMS), cafe(NOTES // 2, ITEMS // 2)
    with TemporaryDirectory() as folder:
        minutes = MinutesFolder(Path(folder))
        cold = seconds(minutes, whole)
        minutes.write(half)
        pairs = [(seconds(minutes, whole), seconds(minutes, half)) for _ in range(RUNS)]
    taken = median(a for a, _ in pairs)
    told = f"{taken:.2f} s, {median(b for _, b in pairs):.2f} s for half of it; {cold:.2f} s with nothing masked yet"
    return [
        Row(f"seconds for the minutes of {NOTES} notes and {ITEMS} items", taken, 1.0, told),
        Row("the same, to the minutes of half as many", median(a / b for a, b in pairs), 2.5, told),
    ]


def seconds(minutes: MinutesFolder, session: Session) -> float:
    """Give how long both files take, from the session to the disk."""
    begun = perf_counter()
    minutes.write(session)
    return perf_counter() - begun


def cafe(notes: int, items: int) -> Session:
    """Make a café of so many notes, no two alike, and so many items, every second of them raised."""
    session = session_of(plan_of({"title": "Stor", "present": 36}, date(2026, 11, 24)), "nb")
    return replace(
        session,
        people=tuple(Person(f"{first} {last}", "Nord", "sykepleier") for first in ("Ida", "Åse") for last in LAST),
        notes=Notes(Note(f"n{n}", n % 5 + 1, n % 3 + 1, text(n), float(n)) for n in range(notes)),
        items=tuple(item(n) for n in range(1, items + 1)),
    )


LAST = [f"{stem}{end}" for stem in ("Fjell", "Dal", "Sol", "Vann", "Skog", "Nes") for end in ("heim", "bø", "tun")]


def text(number: int) -> str:
    """Give a note of some twenty words that differ from note to note."""
    return " ".join(WORDS[(number * step + step) % len(WORDS)] for step in range(1, 20)) + f" {number}."


def item(number: int) -> Item:
    """Give an item; every second one is raised."""
    fate = Fate.RAISED if number % 2 else Fate.KEPT
    return Item(number, f"Sak om {WORDS[number % len(WORDS)]} {number}", text(number), (), fate, "tid")
