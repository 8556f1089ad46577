"""The journal: the append-only file beside a snapshot, with every transaction since."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sessions.storage.disk import open_private, write_durably
from sessions.storage.line import line_of, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sessions.storage.line import Line
    from sessions.storage.steps import Step


@dataclass(slots=True)
class Replay:
    """What a journal held: the transactions to apply, in order, and what is wrong with it, one piece a line."""

    transactions: list[list[Step]] = field(default_factory=list)
    damage: list[bytes] = field(default_factory=list)


class Journal:
    """A file of transactions, each one checksummed line with its place in the order.

    A place is a generation and a number that counts from 1 within it. The generation ties the journal to a snapshot:
    lines of an older generation than the snapshot's are in the snapshot already.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, or make an empty one; the folder is not synced. Raises OSError."""
        self._file = open_private(path, "r+b")
        self.generation = 0
        self._sequence = 0
        self._end = self._file.seek(0, 2)
        self._torn = False

    @property
    def size(self) -> int:
        """Bytes of transactions that are known to be on the disk."""
        return self._end

    @property
    def is_empty(self) -> bool:
        """Whether there is no transaction in the file, nor the torn beginning of one."""
        return self._end == 0 and not self._torn

    def replay(self, generation: int | None) -> Replay:
        """Read what is to be applied on a snapshot of this generation; None takes everything there is.

        A torn tail is cut off. What else is wrong is told in `Replay.damage`, and left in the file. Raises OSError.
        """
        self._file.seek(0)
        reading = read_lines(self._file.readall())
        self._end = reading.end
        self._cut_back()
        lines = [line for line in reading.lines if generation is None or line.generation >= generation]
        self.generation = max([generation or 0, *(line.generation for line in lines)])
        self._sequence = max((line.sequence for line in lines if line.generation == self.generation), default=0)
        if not lines and not reading.unreadable:
            self.empty()
        replay = Replay(damage=reading.unreadable)
        _check_order(lines, (generation, 0) if generation is not None else None, replay)
        return replay

    def append(self, transactions: Sequence[str]) -> None:
        """Write transactions, each a line, and come back when the disk has them all.

        Raises OSError; then none of them stands in the file, and the next append starts where this one did.
        """
        if self._torn:
            self._cut_back()
        numbered = enumerate(transactions, self._sequence + 1)
        block = b"".join(line_of(self.generation, number, transaction) for number, transaction in numbered)
        try:
            self._file.seek(self._end)
            write_durably(self._file, block)
        except OSError:
            self._torn = True
            with suppress(OSError):
                self._cut_back()
            raise
        self._end += len(block)
        self._sequence += len(transactions)

    def begin(self, generation: int) -> None:
        """Start to number from 1 in this generation; what stands in the file stays there."""
        self.generation, self._sequence = generation, 0

    def empty(self) -> None:
        """Take every line out, and come back when the disk has forgotten them. Raises OSError."""
        self._end = 0
        self._torn = True
        self._cut_back()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _cut_back(self) -> None:
        self._file.truncate(self._end)
        self._torn = False


def _check_order(lines: Iterable[Line], last: tuple[int, int] | None, replay: Replay) -> None:
    for line in lines:
        place = (line.generation, line.sequence)
        if last is not None and not _follows(place, last):
            replay.damage.append(b"# transaction %d.%d is followed by %d.%d" % (*last, *place))
        replay.transactions.append(line.steps)
        last = place


def _follows(place: tuple[int, int], last: tuple[int, int]) -> bool:
    generation, sequence = last
    return place == (generation, sequence + 1) or (sequence > 0 and place == (generation + 1, 1))
