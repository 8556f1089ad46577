"""The evaluation in a real terminal, from paper to the minutes; and what waits when the program is left or killed."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from sessions.ballots import Ballots
from sessions.store import TinyStore
from tests.journeys.terminal import Terminal, dialogkafe, home_in

if TYPE_CHECKING:
    from pathlib import Path

TICKS = {"1": "lite nyttig", "2": "nyttig", "3": "svært nyttig"}
PLAN = 'title = "Etterpå"\npresent = 6\nrounds = 1\n[[tables]]\nnumber = 1\n'


def at_evaluation(folder: Path) -> Terminal:
    """Open a café and go on to its evaluation."""
    plan = folder / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    terminal = Terminal(*dialogkafe(*home_in(folder / "data"), "run", str(plan)), size=(100, 30))
    terminal.shows("mellomrom start")
    for step in ("Runde 1 av 1", "Oppsummering", "Sortering", "Evaluering"):
        terminal.press("n")
        terminal.shows(step)
    return terminal


def typed(terminal: Terminal, number: int, tick: str, name: str, text: str) -> None:
    """Type a form in the open sheet: a tick, and the first line."""
    terminal.type(tick)
    terminal.shows(f"{tick} ● {name}")
    terminal.type(text)
    terminal.shows(text)
    terminal.press("C-s")
    terminal.shows(f"Skrevet inn her: {number}.")


def ballots_in(folder: Path) -> Ballots:
    with TinyStore(folder / "data") as store:
        [session] = store.sessions()
    return session.ballots


def test_from_paper_to_the_minutes(tmp_path: Path) -> None:
    with at_evaluation(tmp_path) as terminal:
        terminal.press("s")
        terminal.shows("Rommet ser det du skriver.")
        for number, tick in enumerate("33221", start=1):
            typed(terminal, number, tick, TICKS[tick], f"grunn {number}")
        terminal.press("Escape")
        terminal.shows("5 av 6 svar")
        terminal.press("v")
        terminal.shows("4 av 5 krysset av for nyttig eller svært nyttig.", "2 svært nyttig", "1 lite nyttig")
        terminal.press("n")
        terminal.shows("lite nyttig 1, nyttig 2, svært nyttig 2")
        terminal.press("a")
        terminal.shows("Takk")
        terminal.press("q")
        assert terminal.exit_code() == 0
    texts = {path.stem.rsplit("-", 1)[1]: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    assert "- grunn 1\n- grunn 2\n- grunn 3" in texts["gruppe"]
    assert "Evaluering: lite nyttig 1, nyttig 2, svært nyttig 2." in texts["ledelse"]
    assert "grunn" not in texts["ledelse"]


def test_what_waits_is_saved_when_the_program_is_left(tmp_path: Path) -> None:
    with at_evaluation(tmp_path) as terminal:
        terminal.press("s")
        terminal.shows("Papirskjemaer")
        typed(terminal, 1, "2", "nyttig", "grunn 1")
        terminal.press("Escape")
        terminal.lacks("Papirskjemaer")
        terminal.press("q")
        terminal.shows("Avslutte nå?")
        terminal.press("Enter")
        assert terminal.exit_code() == 0
    assert ballots_in(tmp_path) == Ballots(useful=1, answered=1, well=("grunn 1",))


def test_a_kill_loses_no_form_that_is_on_disk_and_leaves_no_other_behind(tmp_path: Path) -> None:
    """Three were written together; the fourth waited, and has left no trace in any file."""
    with at_evaluation(tmp_path) as terminal:
        terminal.press("s")
        terminal.shows("Papirskjemaer")
        for number in range(1, 5):
            typed(terminal, number, "3", "svært nyttig", f"grunn {number}")
        terminal.shows("1 lagres sammen med de neste.")
        with_three = Ballots(very=3, answered=3, well=("grunn 1", "grunn 2", "grunn 3"))
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.exit_code()
    assert ballots_in(tmp_path) == with_three
    assert not any(b"grunn 4" in path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
