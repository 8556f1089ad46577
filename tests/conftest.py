"""What all tests share: the time zone of the people who use the program, and a store in a folder of the test's own."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from sessions.store import TinyStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ["TZ"] = "Europe/Oslo"
# A test that takes long on a busy machine has not failed.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TinyStore]:
    """Open a store, and close it after the test."""
    with TinyStore(tmp_path / "data") as opened:
        yield opened
