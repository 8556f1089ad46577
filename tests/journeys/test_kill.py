"""Killed at any moment of a round and started again: the note is there, the second is right, the step is right."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from typing import TYPE_CHECKING

import pytest

from sessions.programme import StepKind
from sessions.store import TinyStore
from tests.journeys.terminal import Terminal, dialogkafe, home_in

if TYPE_CHECKING:
    from pathlib import Path

ROUND = 200 * 60  # seconds: long enough for all the kills to fall in one round

PLAN = """
title = "Brudd"
rounds = 1
present = 10
[steps]
round = 200
[[tables]]
number = 1
"""


@pytest.mark.parametrize("kills", [6, pytest.param(50, marks=pytest.mark.sweep)])
def test_kills_lose_no_note_and_no_second(tmp_path: Path, kills: int) -> None:
    """After each kill the start screen tells the time that is left, and the last note that was kept is in the sheet."""
    rng = random.Random(20261124)
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    home = home_in(tmp_path / "data")
    with Terminal(*dialogkafe(*home, "run", str(plan)), size=(60, 18)) as terminal:
        terminal.shows("mellomrom start")
        pressed = time.time()
        terminal.press("Space")
        terminal.shows("Runde 1 av 1")
        begun = (pressed, time.time())
        kept = [written(terminal, 0)]
        killed(terminal, rng)
    for number in range(1, kills):
        launched = time.time()
        with Terminal(*dialogkafe(*home), size=(60, 18)) as terminal:
            start = terminal.shows("Fortsett", "runde 1 av 1", "igjen")
            check_second(start, begun, (launched, time.time()))
            terminal.press("Enter")
            terminal.shows("Runde 1 av 1", "pause")
            terminal.press("e")
            terminal.shows("Rommet ser", kept[-1])
            kept.append(finished(terminal, number))
            killed(terminal, rng)
    with TinyStore(tmp_path / "data") as store:
        [session] = store.sessions()
    assert set(kept) <= {note.text for note in session.notes.values()}
    assert session.step.kind is StepKind.ROUND


def written(terminal: Terminal, number: int) -> str:
    """Write a note, and wait until the sheet has closed: that is its receipt."""
    terminal.press("e")
    terminal.shows("Rommet ser")
    return finished(terminal, number)


def finished(terminal: Terminal, number: int) -> str:
    """Fill in the open sheet."""
    text = f"innspill nummer {number}."
    terminal.type(text)
    terminal.press("C-s")
    terminal.lacks("Rommet ser")
    return text


def killed(terminal: Terminal, rng: random.Random) -> None:
    """Kill the program: at rest, in the middle of writing, or while it keeps a note that nobody has a receipt for."""
    moment = rng.choice(["at rest", "writing", "keeping"])
    if moment != "at rest":
        terminal.press("e")
        terminal.type("et innspill uten kvittering")
    if moment == "keeping":
        terminal.press("C-s")
    time.sleep(rng.uniform(0, 0.05))  # not for luck: the moment of the kill is drawn
    os.kill(terminal.pid(), signal.SIGKILL)
    terminal.exit_code()


def check_second(start: str, begun: tuple[float, float], read: tuple[float, float]) -> None:
    """The time left is that of the wall clock, to a second, whenever in these spans it was taken."""
    found = re.search(r"(\d+):(\d\d) igjen", start)
    assert found, start
    left = int(found[1]) * 60 + int(found[2])
    earliest, latest = ROUND - (read[1] - begun[0]), ROUND - (read[0] - begun[1])
    assert earliest - 1 <= left <= latest + 1
