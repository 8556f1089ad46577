"""Phones that write through a bad network to a program that is killed and a disk that is full; counts what is lost.

Run as `python -m tests.tui.door.faults [COUNT]`; prints the count of lost and of doubled notes, and exits 1 unless both
are 0. A run is the same one for the same seed, but for the moments at which the machine gets to things.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sessions.store import TinyStore

ROOT = Path(__file__).parents[3]
TABLES, NOTES = 4, 6  # and so many notes from each table, some of them changed or taken back
LIMIT = 10.0  # seconds for one answer
AT_ONCE = 2
FIRST_PORT, PORTS, PLACES = 20_000, 20, 600  # each run has ports of its own, as each laptop has


@dataclass(slots=True)
class Program:
    """The program, which may be dead."""

    folder: Path
    first_port: int
    process: asyncio.subprocess.Process | None = None
    port: int = 0
    seats: list[str] = field(default_factory=list)

    async def start(self) -> None:
        """Start it, and wait until its door is open."""
        command = [sys.executable, "-m", "tests.tui.door.served", str(self.folder), str(TABLES), str(self.first_port)]
        pipe = asyncio.subprocess.PIPE
        self.process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
        assert self.process.stdout is not None
        said = json.loads(await self.process.stdout.readline())
        assert not self.seats or said == {"port": self.port, "seats": self.seats}, "the way in is another one"
        self.port, self.seats = said["port"], said["seats"]

    async def kill(self) -> None:
        """End it as a dead battery does."""
        assert self.process is not None
        self.process.kill()
        await self.process.wait()

    def let_disk(self, order: str) -> None:
        """Let its disk be `full`, or have `room` again."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(f"{order}\n".encode())


@dataclass(slots=True)
class Phone:
    """A table's phone: what it has queued goes up in order, again and again until there is a receipt."""

    program: Program
    table: int
    random: Random
    faulty: bool = True
    written: dict[str, str] = field(default_factory=dict)
    queue: list[dict[str, object]] = field(default_factory=list)
    sent: list[dict[str, object]] = field(default_factory=list)

    async def write(self) -> None:
        """Write, change and take back notes; now and then the phone is without a network for a while.

        At the end some of what was sent comes once more, as what a network has held back does.
        """
        for number in range(NOTES):
            note_id = f"t{self.table}-note-{number:04}"
            self.put(note_id, f"bord {self.table} innspill {number}")
            if self.random.random() < 0.3:
                self.put(note_id, f"bord {self.table} innspill {number}, endret")
            elif self.random.random() < 0.2:
                self.put(note_id, None)
            if self.random.random() < 0.3:
                await asyncio.sleep(self.random.uniform(0, 0.15))
            else:
                await self.send_all()
        self.faulty = False
        await self.send_all()
        self.queue = self.random.sample(self.sent, NOTES)
        await self.send_all()

    def put(self, note_id: str, text: str | None) -> None:
        """Queue a note, or that it is to go."""
        item: dict[str, object] = {"id": note_id, "edit": len(self.sent) + 1}
        if text is None:
            self.written.pop(note_id, None)
            item |= {"gone": True}
        else:
            self.written[note_id] = text
            item |= {"text": text, "round": 1}
        self.queue.append(item)
        self.sent.append(item)

    async def send_all(self) -> None:
        """Send what is queued until each has its receipt."""
        while self.queue:
            try:
                status = await self.send(self.queue[0])
            except (OSError, EOFError, TimeoutError, ValueError):
                status = 0
            if status == 200:
                del self.queue[0]
            else:
                await asyncio.sleep(0.02)

    async def send(self, item: dict[str, object]) -> int:
        """Send one; the network may drop the request, or the answer."""
        fault = self.random.random() if self.faulty else 1.0
        body = json.dumps(item).encode()
        head = (
            f"POST {self.program.seats[self.table - 1]}/notes HTTP/1.1\r\nHost: 127.0.0.1:{self.program.port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        async with asyncio.timeout(LIMIT):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.program.port)
            try:
                whole = head.encode() + body
                writer.write(whole[: len(whole) - 5] if fault < 0.15 else whole)
                await writer.drain()
                if fault < 0.15:
                    return 0
                if fault < 0.3:
                    await asyncio.sleep(self.random.uniform(0, 0.02))
                    return 0
                return int((await reader.readline()).split(b" ")[1]) if not reader.at_eof() else 0
            except IndexError:
                return 0
            finally:
                writer.close()


async def disturb(program: Program, random: Random) -> None:
    """Kill the program and start it again, or fill its disk for a while."""
    for _ in range(random.randint(1, 2)):
        await asyncio.sleep(random.uniform(0, 0.25))
        if random.random() < 0.5:
            await program.kill()
            await program.start()
        else:
            program.let_disk("full")
            await asyncio.sleep(random.uniform(0.05, 0.3))
            program.let_disk("room")


async def run(seed: int) -> Counter[str]:
    """Do one run, and count its notes, and those that were lost or doubled."""
    random = Random(seed)
    with TemporaryDirectory() as folder:
        program = Program(Path(folder) / "data", FIRST_PORT + PORTS * ((os.getpid() + seed) % PLACES))
        await program.start()
        phones = [Phone(program, table, Random(seed * 100 + table)) for table in range(1, TABLES + 1)]
        async with asyncio.TaskGroup() as together:  # when one fails the others do not go on for ever
            for work in (disturb(program, random), *(phone.write() for phone in phones)):
                together.create_task(work)
        await program.kill()
        store = TinyStore(program.folder)
        try:
            kept = {note.id: note.text for note in store.sessions()[0].notes.values()}
        finally:
            store.close()
    expected = {note_id: text for phone in phones for note_id, text in phone.written.items()}
    lost = sum(kept.get(note_id) != text for note_id, text in expected.items())
    return Counter(notes=len(expected), lost=lost, doubled=len(kept) - len(expected.keys() & kept.keys()))


async def main(runs: int) -> int:
    """Do this many runs, and give the count of what was lost or doubled."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(seed: int) -> Counter[str]:
        async with room:
            return await run(seed)

    async with asyncio.TaskGroup() as together:
        counted = [together.create_task(one(seed)) for seed in range(runs)]
    total = sum((task.result() for task in counted), Counter[str]())
    print(f"{runs} runs, {total['notes']} notes, {total['lost']} lost, {total['doubled']} doubled")
    return total["lost"] + total["doubled"]


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        os.environ.pop("DIALOGKAFE_HOME", None)
        sys.exit(1 if asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else 200)) else 0)
