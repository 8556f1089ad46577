"""Fixtures for tests of the skin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytest_textual_snapshot import SVGImageExtension

from tests.tui.stage import Stage, stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SVGImageExtension.file_extension = "svg"  # the plugin sets a name that newer syrupy does not read


@pytest.fixture
def on_stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Set the stage in a folder of its own, from which minutes go to Dokumenter/dialogkafe."""
    monkeypatch.chdir(tmp_path)
    with stage(tmp_path / "data") as set_stage:
        yield set_stage
