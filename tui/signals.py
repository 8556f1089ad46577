"""A closed window or a shutdown must leave the terminal as it was."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def leave_on_signals(leave: Callable[[], object]) -> None:
    """Call `leave` in the running loop when the system asks the program to end; Windows has no such signals."""
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, leave)
