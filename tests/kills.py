"""Kill a program that saves, at random moments, and count the acknowledged changes that are gone afterwards.

Run as `python -m tests.kills [COUNT]`; prints the count of lost changes and exits 1 unless it is 0.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

from sessions.database import Change, Database

# Small enough that kills fall into compactions too.
COMPACT_FROM = 20_000
IN_FLIGHT = 16
LONGEST_LIFE = 0.08  # seconds after the first acknowledgement

State = dict[str, dict[str, object]]


def changes(seed: int) -> Iterator[Sequence[Change]]:
    """Transactions that insert, edit and delete notes: the same ones for the same seed, without end."""
    random = Random(seed)
    alive: list[str] = []
    for number in count():
        kind = random.random()
        if kind < 0.5 or not alive:
            alive.append(f"{seed}-{number}")
            yield [Change("notes", alive[-1], {"id": alive[-1], "text": "x" * random.randrange(400)})]
        elif kind < 0.8:
            key = random.choice(alive)
            yield [Change("notes", key, {"id": key, "text": f"edit {number}"})]
        else:
            gone = [alive.pop(random.randrange(len(alive))) for _ in range(min(3, len(alive)))]
            yield [Change("notes", key, None) for key in gone]


def save(folder: Path, seed: int) -> None:
    """Save without end, and print how many changes are acknowledged each time one is."""
    room = BoundedSemaphore(IN_FLIGHT)
    acknowledged = count(1)

    def acknowledge(_: object) -> None:
        os.write(1, b"%d\n" % next(acknowledged))
        room.release()

    database = Database(folder, compact_from=COMPACT_FROM)
    for transaction in changes(seed):
        room.acquire()
        database.save(transaction).add_done_callback(acknowledge)


def kill_once(folder: Path, seed: int, random: Random) -> int:
    """Start a program that saves, kill it, and give the count of changes it had acknowledged.

    One in five is killed before its first acknowledgement, perhaps while it opens what the last one left.
    """
    command = [sys.executable, "-m", "tests.kills", "--save", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as child:
        assert child.stdout is not None
        if random.random() < 0.2:
            time.sleep(random.uniform(0.05, 0.2))
            heard = b""
        else:
            heard = child.stdout.readline()
            time.sleep(random.uniform(0, LONGEST_LIFE))
        child.kill()
        heard += child.stdout.read()
    whole, _, _ = heard.rpartition(b"\n")
    return int(whole.rpartition(b"\n")[2] or 0)


def lost(before: State, after: State, seed: int, acknowledged: int) -> int:
    """Count the acknowledged changes that are not in `after`; what was under way may be there or not, in order."""
    state = dict(before)
    script = changes(seed)
    for transaction in islice(script, acknowledged):
        do(state, transaction)
    expected = dict(state)
    for transaction in islice(script, IN_FLIGHT + 1):
        if state == after:
            return 0
        do(state, transaction)
    touched = expected.keys() | after.keys()
    return max(1, sum(expected.get(key) != after.get(key) for key in touched))


def do(state: State, transaction: Sequence[Change]) -> None:
    """Make the changes in memory."""
    for change in transaction:
        if change.document is None:
            del state[change.key]
        else:
            state[change.key] = dict(change.document)


def main(kills: int, seed: int = 1) -> int:
    """Kill this many programs, one after the other over the same folder, and give the count of what was lost."""
    random = Random(seed)
    acknowledged_in_all = lost_in_all = 0
    state: State = {}
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        for run in range(kills):
            acknowledged = kill_once(data, run, random)
            with Database(data, compact_from=COMPACT_FROM) as database:
                assert database.damaged is None, database.damaged
                after: State = {str(document["id"]): document for document in database.documents("notes")}
            lost_in_all += lost(state, after, run, acknowledged)
            acknowledged_in_all += acknowledged
            state = after
    print(f"{kills} kills, {acknowledged_in_all} acknowledged changes, {lost_in_all} lost")
    return lost_in_all


if __name__ == "__main__":
    if sys.argv[1:2] == ["--save"]:
        save(Path(sys.argv[2]), int(sys.argv[3]))
    sys.exit(1 if main(int(sys.argv[1]) if sys.argv[1:] else 200) else 0)
