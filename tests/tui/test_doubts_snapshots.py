"""Words in doubt as pictures, from the smallest wall to the largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.sizes import at_sizes
from tests.tui.test_doubts import a_lone_voice, doubtful
from tests.tui.test_snapshots import at_step, pressing

if TYPE_CHECKING:
    from collections.abc import Callable

    from sessions.room import Room
    from tests.tui.stage import Stage

    Compare = Callable[..., bool]

SHEETS: dict[str, tuple[Callable[[Stage], Room], list[str]]] = {
    "told": (doubtful, []),
    "word": (doubtful, ["v"]),
    "chosen": (doubtful, ["v", "m", "left"]),
    "end": (doubtful, ["v", "m", "k", "k"]),
    "voice": (a_lone_voice, ["v"]),
    "none": (lambda stage: at_step(stage, 7), ["v"]),
}


@at_sizes
@pytest.mark.parametrize("name", SHEETS)
def test_doubts(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    make, keys = SHEETS[name]
    assert snap_compare(on_stage.app(make(on_stage)), terminal_size=size, run_before=pressing(*keys))
