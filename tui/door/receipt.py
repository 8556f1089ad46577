"""The receipt: a phone is told that something is on the laptop's disk when it is, and not before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future


async def on_disk(kept: Future[Any], patience: float) -> bool:
    """Wait for the covering sync; False when the disk has not taken it for `patience` seconds, or refuses."""
    waiting = asyncio.wrap_future(kept)
    waiting.add_done_callback(lambda future: future.exception())
    done, _ = await asyncio.wait([waiting], timeout=patience)
    return bool(done) and waiting.exception() is None
