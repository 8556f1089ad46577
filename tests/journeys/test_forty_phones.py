"""Phones in a real browser answer the evaluation of a café that runs in a real terminal: forty, or ten to be quick."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from sessions.ballots import Ballots
from tests.journeys.terminal import Terminal, dialogkafe, home_in
from tests.journeys.test_evaluation import ballots_in

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHIN = 60.0  # seconds
ANSWERING = 25.0  # seconds within which forty begin to answer, so that a busy machine has the rest of the minute
QUICK = 0.5  # seconds that a key may take at most, in the middle; tests.bench.evaluation measures it to the millisecond
PLAN = 'title = "Etterpå"\npresent = {}\nrounds = 1\n[[tables]]\nnumber = 1\n'
ROOT = Path(__file__).parents[2]


def needs_chromium() -> None:
    """Skip where there is no browser; where everything must run, fail."""
    if shutil.which("chromium") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is missing, and CI=true asks for every test")
        pytest.skip("chromium is missing")


def way_in(screen: str) -> str:
    """Give the address that the wall tells people to type."""
    found = re.search(r"Eller skriv\s+(\S+)", screen)
    if found is None:
        pytest.skip("this machine is on no network, so the wall shows no address")
    return f"http://{found[1]}"


def pressed(terminal: Terminal) -> float:
    """Pause and go on, and give the seconds that each of the two took on average."""
    begun = time.perf_counter()
    terminal.press("Space")
    terminal.shows("mellomrom gå videre")
    terminal.press("Space")
    terminal.shows("mellomrom pause")
    return (time.perf_counter() - begun) / 2


@contextmanager
def answering(url: str, many: int) -> Iterator[subprocess.Popen[str]]:
    """Open so many pages, and let them answer; ended when they have, or when it is given up."""
    command = [sys.executable, "-m", "tests.tui.door.forms", url, str(many), str(ANSWERING * many / 40)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as phones:
        assert phones.stdin is not None
        assert phones.stdout is not None
        try:
            assert phones.stdout.readline() == "ready\n"
            phones.stdin.write("go\n")
            phones.stdin.flush()
            yield phones
        finally:
            phones.terminate()


@pytest.mark.parametrize("many", [10, pytest.param(40, marks=pytest.mark.sweep)])
def test_phones_answer_within_a_minute_while_the_wall_stays_quick(tmp_path: Path, many: int) -> None:
    """While it is open the wall counts and tells nothing of what; each phone is told when its form is on disk."""
    needs_chromium()
    (tmp_path / "plan.toml").write_text(PLAN.format(many), encoding="utf-8")
    command = dialogkafe(*home_in(tmp_path / "data"), "run", str(tmp_path / "plan.toml"))
    with Terminal(*command, size=(120, 30)) as terminal:
        terminal.shows("mellomrom start")
        for step in ("Runde 1 av 1", "Oppsummering", "Sortering", "Evaluering"):
            terminal.press("n")
            terminal.shows(step)
        url = way_in(terminal.shows("telefon"))
        with answering(url, many) as phones:
            begun, keys = time.perf_counter(), []
            while phones.poll() is None:
                keys.append(pressed(terminal))
                assert not re.search("grunn nummer|krysset av for", terminal.screen())
            taken = time.perf_counter() - begun
        assert taken < WITHIN
        assert phones.returncode == 0
        assert median(keys) < QUICK
        terminal.press("v")
        little, useful, very = (len(range(tick, many, 3)) for tick in range(3))
        terminal.shows(f"{useful + very} av {many} krysset av for nyttig eller svært nyttig.")
        terminal.press("q")
        terminal.shows("Avslutte nå?")
        terminal.press("Enter")
        assert terminal.exit_code() == 0
    well = tuple(f"grunn nummer {number:02}" for number in range(many))
    assert ballots_in(tmp_path) == Ballots(little, useful, very, answered=many, well=well)
