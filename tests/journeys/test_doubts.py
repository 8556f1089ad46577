"""A word in doubt, from the note to the leaders' file, in a real terminal that is cut off in between."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.journeys.terminal import PATIENCE, Terminal, dialogkafe, home_in

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
title = "Uteliv"
rounds = 1
present = 10
people = [{ name = "Vår Vik" }, { name = "Stein Moe" }]
[[tables]]
number = 1
"""


def until_on_disk(folder: Path, words: bytes) -> None:
    """Wait until words are in a file of the folder."""
    deadline = time.monotonic() + PATIENCE
    while not any(words in file.read_bytes() for file in folder.iterdir() if file.is_file()):
        assert time.monotonic() < deadline
        time.sleep(0.03)


def test_what_was_chosen_holds_after_a_cut_and_goes_into_the_file(tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    home = home_in(tmp_path / "data")
    with Terminal(*dialogkafe("--language", "nb", *home, "run", str(plan)), size=(80, 24)) as terminal:
        terminal.shows("mellomrom start")
        for text in ("Vår i lufta gjør godt", "Stein og is på gangveien"):
            terminal.press("e")
            terminal.shows("Rommet ser")
            terminal.type(text)
            terminal.press("C-s")
            terminal.lacks("Rommet ser")
        for step in ("Runde 1 av 1", "Oppsummering"):
            terminal.press("n")
            terminal.shows(step)
        terminal.shows("2 ord kan peke på noen: trykk v.")
        terminal.press("v")
        terminal.shows("1 av 2 · rommet ser dette", "«Vår i lufta gjør godt»", "«En kollega i lufta gjør godt»")
        terminal.press("m")
        terminal.shows("2 av 2", "«Stein og is på gangveien»")
        terminal.press("Escape")
        terminal.shows("1 ord kan peke på noen: trykk v.", "En kollega i lufta gjør godt")
        until_on_disk(tmp_path / "data", b"also_a_word")
        os.kill(terminal.pid(), signal.SIGKILL)
        assert terminal.exit_code() == 137
    with Terminal(*dialogkafe("--language", "nb", *home), size=(80, 24)) as terminal:
        terminal.shows("Fortsett")
        terminal.press("Enter")
        terminal.shows("1 ord kan peke på noen: trykk v.", "En kollega i lufta gjør godt")
        terminal.press("v")
        terminal.shows("«Stein og is på gangveien»")
        terminal.press("k")
        terminal.shows("Alt er tatt stilling til.", "Tas ut: Vår", "Blir stående: Stein")
        terminal.press("Escape")
        terminal.lacks("Alt er tatt stilling til.")
        terminal.lacks("trykk v.")
