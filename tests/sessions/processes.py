"""Programs beside the one that tests."""

import subprocess
import sys


def python(script: str, *arguments: str) -> str:
    """Run a script in a process of its own, where warnings are errors, and give what it printed."""
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
