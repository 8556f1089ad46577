"""A full disk, a second program, and a closed window, in a real terminal."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from typing import TYPE_CHECKING

from sessions.store import TinyStore
from tests.journeys.terminal import Terminal, dialogkafe, home_in

if TYPE_CHECKING:
    from pathlib import Path

PLAN = 'title = "Plass"\npresent = 10\n[[tables]]\nnumber = 1\n'


def open_cafe(folder: Path, terminal_size: tuple[int, int] = (100, 30)) -> Terminal:
    """Open a café in its first round, with its data in a folder."""
    plan = folder / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    terminal = Terminal(*dialogkafe(*home_in(folder / "data"), "run", str(plan)), size=terminal_size)
    terminal.shows("mellomrom start")
    terminal.press("Space")
    terminal.shows("Runde 1 av 3")
    return terminal


def test_a_full_disk_is_said_in_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    with open_cafe(tmp_path) as terminal:
        journal = tmp_path / "data" / "dialogkafe.journal"
        _, hard = resource.prlimit(terminal.pid(), resource.RLIMIT_FSIZE)
        resource.prlimit(terminal.pid(), resource.RLIMIT_FSIZE, (journal.stat().st_size + 20, hard))
        terminal.press("e")
        terminal.shows("Rommet ser")
        terminal.type("skrevet mens disken var full")
        terminal.press("C-s")
        terminal.shows("Disken tar ikke imot", "Rommet ser")
        terminal.press("Escape")
        terminal.lacks("Rommet ser")
        terminal.press("Space")
        terminal.shows("Pause")
        terminal.press("Space")
        terminal.lacks("Pause")
        resource.prlimit(terminal.pid(), resource.RLIMIT_FSIZE, (hard, hard))
        terminal.lacks("Disken tar ikke imot")
        os.kill(terminal.pid(), signal.SIGKILL)
        terminal.exit_code()
    with TinyStore(tmp_path / "data") as store:
        [session] = store.sessions()
    assert [note.text for note in session.notes.values()] == ["skrevet mens disken var full"]
    assert session.timer.running


def test_a_second_program_on_the_same_folder_says_who_has_it(tmp_path: Path) -> None:
    with open_cafe(tmp_path) as terminal:
        command = dialogkafe("--language", "nb", *home_in(tmp_path / "data"), "list")
        second = subprocess.run(command, capture_output=True, text=True, check=False)
        assert second.returncode == 2
        assert str(terminal.pid()) in second.stderr
        assert second.stderr.count("\n") == 1
        assert second.stderr.startswith("Mappen er i bruk")


def test_a_closed_window_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal(*dialogkafe(*home_in(tmp_path))) as terminal:
        terminal.shows("Ny samling")
        os.kill(terminal.pid(), signal.SIGTERM)
        assert terminal.exit_code() == 0
        terminal.type("typed and echoed")
        terminal.shows("typed and echoed")
