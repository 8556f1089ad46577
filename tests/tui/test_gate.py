"""Where a name would go to the leaders, the reading screen and the command say which item and what to do."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from sessions.items import Fate
from sessions.minutes.masked import Scribe
from sessions.store import TinyStore
from tests.tui.stage import press, stage
from tui.widgets.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.tui.stage import Stage

FORGETFUL = """
import sys
from sessions.minutes.masked import Scribe
Scribe.line = lambda _, text: text
from tui.__main__ import main
sys.argv = ["dialogkafe", *sys.argv[1:]]
main()
"""


async def test_the_reading_screen_says_what_holds_the_minutes_back_and_writes_nothing(
    on_stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = on_stage.room()
    room.make_item("Ingrid Solvang venter")
    room.decide(1, Fate.RAISED)
    for _ in range(9):
        room.next()
    with monkeypatch.context() as forgotten:
        forgotten.setattr(Scribe, "line", lambda _, text: text)
        async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
            foot = pilot.app.screen.query_one("#page", Words)
            for keys in ([], ["a"]):
                await press(pilot, *keys)
                assert "Sak 1-1 er holdt tilbake" in str(foot.render())
                assert "«en kollega»" in str(foot.render())
            assert not room.session.approved
            assert not (tmp_path / "Dokumenter").exists()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        assert "holdt tilbake" not in str(pilot.app.screen.query_one("#page", Words).render())
        await press(pilot, "a")
        assert room.session.approved


def test_the_command_says_so_too_and_leaves_the_files_that_were_there(tmp_path: Path) -> None:
    home, out = tmp_path / "data", tmp_path / "out"
    with stage(home) as on_stage:
        room = on_stage.room()
        room.make_item("Ingrid Solvang venter")
        room.decide(1, Fate.RAISED)
    with TinyStore(home) as store:
        [session] = store.sessions()
        store.save(session, replace(session, approved_on=session.day)).result()
    command = ["--language", "nb", "--home", str(home), "minutes", session.id, "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", FORGETFUL, *command], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Sak 1-1 er holdt tilbake")
    assert done.stderr.count("\n") == 1
    assert "Ingrid" not in done.stderr
    assert not out.exists()
    assert subprocess.run([sys.executable, "-m", "tui", *command], check=False).returncode == 0
    assert len(list(out.iterdir())) == 2
