"""How long the start screen takes to be there, beside a Textual app of one label."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.row import Row

RUNS = 9
LABEL = """
from textual.app import App
from textual.widgets import Label
class One(App):
    def compose(self):
        yield Label("only a label")
One().run()
"""


def measure() -> list[Row]:
    """Start both in a terminal of their own, in turns, and wait until their words are on it."""
    with TemporaryDirectory() as home:
        ours = [sys.executable, "-m", "tui", "--language", "nb", "--home", str(Path(home) / "data")]
        label = [sys.executable, "-c", LABEL]
        for command, words in ((ours, "Ny samling"), (label, "only a label")):
            first_frame(command, words)
        pairs = [(first_frame(ours, "Ny samling"), first_frame(label, "only a label")) for _ in range(RUNS)]
    mine, theirs = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = median(a / b for a, b in pairs)
    baseline = f"{mine * 1000:.0f} ms beside {theirs * 1000:.0f} ms, median of {RUNS} pairs"
    return [Row("first frame of the start screen, to that of one label", ratio, 1.4, baseline)]


def first_frame(command: list[str], words: str) -> float:
    """Give the seconds from the start of a program until it has drawn these words."""
    screen, keys = pty.openpty()
    begun = perf_counter()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stdin=keys, stdout=keys, stderr=keys, env=env, start_new_session=True) as process:
        os.close(keys)
        drawn = b""
        while words.encode() not in drawn:
            drawn += os.read(screen, 65536)
        taken = perf_counter() - begun
        process.kill()
    os.close(screen)
    return taken
