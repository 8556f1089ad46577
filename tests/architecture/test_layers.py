"""Arrows point inwards."""

import subprocess
import sys

SKIN = {"textual", "starlette", "uvicorn", "rich", "typer"}


def test_import_contracts_hold() -> None:
    run = subprocess.run(["lint-imports", "--no-cache"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_sessions_can_be_used_without_the_skin() -> None:
    """Every module of `sessions`, in a fresh interpreter, loads nothing of the terminal or the web."""
    script = (
        "import importlib, pkgutil, sys, sessions\n"
        "for m in pkgutil.walk_packages(sessions.__path__, 'sessions.'): importlib.import_module(m.name)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "sessions" in loaded
    assert not loaded & SKIN
