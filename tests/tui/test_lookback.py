"""Looking back, on the wall and from the command line: the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Markdown

from sessions.store import TinyStore
from tests.sessions.remembered import NAME, group, meetings
from tests.tui.stage import press
from tests.tui.test_command_line import run
from tui.screens.group import GroupScreen
from tui.screens.lookback import LookBackScreen

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.store import Store
    from tests.tui.stage import Stage


def filled(store: Store) -> None:
    """Put the group and its meetings down."""
    for meeting in meetings():
        store.save(None, meeting)
    store.save_group(type(group())(NAME), group()).result()


async def test_a_group_looks_back_on_the_wall_page_by_page(on_stage: Stage) -> None:
    filled(on_stage.store)
    async with on_stage.app().run_test(size=(60, 18)) as pilot:
        await press(pilot, "down", "down", "enter", "s")
        screen = pilot.app.screen
        assert isinstance(screen, LookBackScreen)
        assert "Det vi har prøvd" in screen.query_one(Markdown).source
        assert "Nordmann" not in screen.query_one(Markdown).source
        await press(pilot, "pagedown")
        assert screen.query_one("#paper").scroll_y > 0
        await press(pilot, "pageup", "question_mark", "escape", "escape")
        assert isinstance(pilot.app.screen, GroupScreen)


def test_the_command_prints_it_or_writes_it(tmp_path: Path) -> None:
    with TinyStore(tmp_path / "data") as store:
        filled(store)
    home = ("--home", str(tmp_path / "data"))
    printed = run(*home, "lookback", "hjemme", "--months", "120")
    assert printed.returncode == 0
    assert printed.stdout.startswith(f"# {NAME}: et tilbakeblikk\n")
    assert "Sak 3-1" in printed.stdout
    written = run(*home, "lookback", NAME, "--months", "120", "--out", str(tmp_path / "ut"))
    (file,) = (tmp_path / "ut").iterdir()
    assert written.stdout.strip() == str(file)
    assert file.read_text(encoding="utf-8") == printed.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lookback", "finnes ikke"], "ingen gruppe som heter «finnes ikke»"),
        (["lookback", NAME, "--months", "0"], "fra 1 til 120"),
        (["lookback", NAME, "--out", "{file}"], "kan ikke skrives"),
    ],
)
def test_what_goes_wrong_is_one_sentence(tmp_path: Path, arguments: list[str], told: str) -> None:
    with TinyStore(tmp_path / "data") as store:
        filled(store)
    (tmp_path / "file").write_text("no folder")
    given = [argument.format(file=tmp_path / "file" / "ut") for argument in arguments]
    done = run("--home", str(tmp_path / "data"), *given)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
