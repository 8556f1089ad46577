"""What one durable note costs, as the notes grow in number and beside stock TinyDB."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count, cycle
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from tinydb import TinyDB

from sessions.database import Change, Database
from tests.bench.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Act = Callable[[], object]
    Costs = Sequence[tuple[float, float]]
    Middle = Callable[[Sequence[float]], float]

FEW, MANY = 100, 10_000
# With so many edits each of the two is compacted at least once.
INSERTS, EDITS, STOCK_INSERTS = 200, 25_000, 15
TEXT = "Dagslys på stua gjør at flere sitter der om ettermiddagen, og da er det lettere å komme i prat. " * 2


def measure() -> list[Row]:
    """Save a note at a time with few and with many notes there, and with stock TinyDB, in turns."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        few = Notes(stack.enter_context(Database(Path(folder) / "few")), FEW)
        many = Notes(stack.enter_context(Database(Path(folder) / "many")), MANY)
        stock = stack.enter_context(TinyDB(Path(folder) / "stock.json"))
        stock.insert_multiple(note() for _ in range(MANY))
        inserts = _in_turns(INSERTS, few.insert, many.insert)
        beside = _in_turns(STOCK_INSERTS, many.insert, lambda: stock.insert(note()), burst=10)
        edits = _in_turns(EDITS, few.edit, many.edit)
    return [
        _row(f"one durable note at {MANY} notes, to one at {FEW}", inserts, median, 1.5),
        _row("the same on average, with what compaction costs", edits, mean, 1.5),
        _row(f"one note in stock TinyDB at {MANY} notes, to one in ours", beside, median, 50, at_least=True),
    ]


class Notes:
    """A database that holds so many notes."""

    def __init__(self, database: Database, notes: int) -> None:
        self._database = database
        self._numbers = count()
        self._save([self._next() for _ in range(notes)])
        self._edited = cycle(range(notes))

    def insert(self) -> None:
        """Save one note more."""
        self._save([self._next()])

    def edit(self) -> None:
        """Save one of the notes anew."""
        self._save([Change("notes", f"n{next(self._edited)}", note())])

    def _next(self) -> Change:
        return Change("notes", f"n{next(self._numbers)}", note())

    def _save(self, changes: list[Change]) -> None:
        self._database.save(changes).result()


def note() -> dict[str, str | int | float]:
    """Make a note as a table host writes one."""
    return {"session": "s1", "table": 3, "round": 2, "text": TEXT, "written": 1789000000.25}


def _in_turns(times: int, first: Act, second: Act, burst: int = 1) -> list[tuple[float, float]]:
    """Measure the two in turns; the first in bursts, where the second leaves the disk busy for a while."""
    return [(median(_cost(first) for _ in range(burst)), _cost(second)) for _ in range(times)]


def _cost(act: Act) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def _row(what: str, costs: Costs, middle: Middle, bar: float, *, at_least: bool = False) -> Row:
    base, cost = (middle(column) for column in zip(*costs, strict=True))
    return Row(what, cost / base, bar, f"{1000 * cost:.3f} ms to {1000 * base:.3f} ms", at_least)
