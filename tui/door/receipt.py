"""The receipt that a phone waits for: it is given when what was sent is on the disk, and not before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future


async def on_disk(kept: Future[Any], patience: float) -> bool:
    """Wait for the covering sync; False when the disk has not taken it within `patience` seconds, or refuses."""
    try:
        async with asyncio.timeout(patience):
            await asyncio.wrap_future(kept)
    except (TimeoutError, OSError):
        return False
    return True
