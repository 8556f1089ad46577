"""A real terminal: tmux runs the program, keys are sent, and the screen is read back."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENDED = "ended with"
_EXIT = re.compile(rf"{_ENDED} (\d+)")
PATIENCE = 20.0  # seconds until a state that was waited for is given up


def needs_tmux() -> None:
    """Skip where there is no tmux; where everything must run, fail."""
    if shutil.which("tmux") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("tmux is missing, and CI=true asks for every test")
        pytest.skip("tmux is missing: install it to run the journeys in a real terminal")


class Terminal:
    """One program in one tmux window."""

    def __init__(self, *command: str, size: tuple[int, int] = (80, 24), env: dict[str, str] | None = None) -> None:
        needs_tmux()
        self._name = f"dialogkafe-{uuid.uuid4().hex[:8]}"
        width, height = size
        settings = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        line = ["env", "-u", "COLUMNS", "-u", "LINES", *(f"{key}={value}" for key, value in settings.items()), *command]
        script = f"{shlex.join(line)}; echo {_ENDED} $?; exec cat"
        window = ["new-session", "-d", "-x", str(width), "-y", str(height), script]
        self._tmux("-f", "/dev/null", *window, ";", "set", "status", "off")

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names: "n", "Space", "Enter", "C-s", "PPage"."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Send text as it stands."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """Give what stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def shows(self, *texts: str) -> str:
        """Wait until all the texts stand on the screen, and give it. Fails when they do not come."""
        return self._until(lambda screen: all(text in screen for text in texts), f"{texts} did not come")

    def lacks(self, text: str) -> str:
        """Wait until the text is gone from the screen."""
        return self._until(lambda screen: text not in screen, f"{text!r} did not go")

    def pid(self) -> int:
        """Give the process id of the program, which the window's shell has started."""
        shell = self._tmux("display-message", "-p", "#{pane_pid}").strip()
        return next(pid for pid, parent in _processes() if parent == shell)

    def exit_code(self) -> int:
        """Wait until the program has ended, and give its exit code as a shell has it: 137 when it was killed."""
        screen = self._until(lambda screen: bool(_EXIT.search(screen)), "it did not end")
        return int(_EXIT.findall(screen)[-1])

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in cells."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def close(self) -> None:
        """End the program and the window."""
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True, check=False)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _until(self, holds: Callable[[str], bool], otherwise: str) -> str:
        deadline = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            if holds(screen):
                return screen
            if time.monotonic() > deadline:
                pytest.fail(f"{otherwise}; the screen:\n{screen}")
            time.sleep(0.03)

    def _tmux(self, *arguments: str) -> str:
        run = subprocess.run(["tmux", "-L", self._name, *arguments], capture_output=True, text=True, check=True)
        return run.stdout


def _processes() -> Iterator[tuple[int, str]]:
    """Give each process and its parent, as /proc has them: the parent stands two words after the name in brackets."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                yield int(entry.name), (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]


def dialogkafe(*arguments: str) -> list[str]:
    """Give the command line that runs the program with this interpreter."""
    return [sys.executable, "-m", "tui", *arguments]


def home_in(folder: Path) -> list[str]:
    """Give the options that keep data and minutes in a folder."""
    return ["--home", str(folder)]
