"""A whole café in a real terminal, from the demo to the two files, at the sizes of a long room, a laptop and a wall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.journeys.terminal import Terminal, dialogkafe

if TYPE_CHECKING:
    from pathlib import Path


BOTH_COLUMNS = 80  # cells from which notes and items stand beside each other


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (240, 67)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_from_the_demo_to_the_files(size: tuple[int, int], tmp_path: Path) -> None:
    with Terminal(*dialogkafe("demo", "--speed", "60"), size=size, env={"TMPDIR": str(tmp_path)}) as terminal:
        terminal.shows("Brukerkunnskap", "27 til stede", "mellomrom")
        terminal.press("Space")
        terminal.shows("Runde 1 av 3", "i rute")
        write_note(terminal, "Kari Solvang sa at Ingrid Solvang kan ringes")
        for step in ("Bordbytte", "Runde 2 av 3", "Bordbytte", "Runde 3 av 3", "Oppsummering"):
            terminal.press("NPage")
            terminal.shows(step)
        terminal.press("PPage")
        terminal.shows("Runde 3 av 3")
        terminal.press("n")
        terminal.shows("Kan vi endre dette selv?", "Handler dette om en")
        raise_the_first(terminal, both_columns=size[0] >= BOTH_COLUMNS)
        terminal.press("n")
        terminal.shows("Sortering")
        terminal.press("n")
        terminal.shows("Evaluering")
        terminal.press("n")
        terminal.shows("Er vi enige?")
        terminal.press("a")
        terminal.shows("Takk", "1 sak løftet")
        terminal.press("q")
        assert terminal.exit_code() == 0
        told = terminal.screen()
    check_files(tmp_path, told)


def write_note(terminal: Terminal, text: str) -> None:
    """Write a note for the first table, and wait until it is kept."""
    terminal.press("e")
    terminal.shows("Rommet ser det du skriver")
    terminal.type(text)
    terminal.press("C-s")
    terminal.lacks("Rommet ser det du skriver")


def raise_the_first(terminal: Terminal, *, both_columns: bool) -> None:
    """Make an item of the first note, raise it, and say what the group asks for."""
    terminal.press("s")
    if both_columns:
        terminal.shows("Saker (1)")
    terminal.press("Tab")
    terminal.shows("Saker (1)", "ikke bestemt")
    terminal.press("l")
    terminal.shows("Hva ber gruppa om?")
    terminal.type("tid til å lese")
    terminal.press("C-s")
    terminal.shows("ber om: tid til å lese")


def check_files(folder: Path, told: str) -> None:
    """The data is thrown away, the two files stay, and what leaders get has no name in it."""
    [where] = [path for path in folder.iterdir() if path.name.startswith("dialogkafe-")]
    assert where.name in re.sub(r"\s", "", told)
    files = {path.name.rsplit("-", 1)[1]: path.read_text(encoding="utf-8") for path in where.iterdir()}
    assert set(files) == {"gruppe.md", "ledelse.md"}
    assert "tid til å lese" in files["ledelse.md"]
    assert files["ledelse.md"].count("- Slik forstår vi saken:") == 1
    assert "Solvang" not in files["gruppe.md"] + files["ledelse.md"]
