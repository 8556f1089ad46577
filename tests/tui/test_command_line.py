"""Whatever goes wrong on the command line is one sentence with the way out, exit code 2, and nothing changed."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from sessions.store import TinyStore

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'title = "Vakter"\n[[tables]]\nnumber = 1\n[[tables]]\nnumber = 2\n'
TWELVE = 'title = "x"\npresent = 4\n' + "".join(f"[[tables]]\nnumber = {n}\n" for n in range(1, 13))


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in Norwegian, without a terminal."""
    command = [sys.executable, "-m", "tui", "--language", "nb", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        (b'title = "x"\n[steps]\nlunsj = 30\n', "lunsj"),
        (b'title = "x"\n[steps]\nround = -5\n', "steps.round"),
        (TWELVE.encode(), "12 bord"),
        (b'title = "x"\n[[tables]]\ntheme = "uten nummer"\n', "nummer 1"),
        (b'title = "x"\ndate = "2026-13-40"\n', "2026-13-40"),
        ('title = "Måltider"\n'.encode("latin-1"), "linje 1"),
        (b'title = "x"\n\ntables = = 1\n', "line 3"),
        (b'purpose = "x"\n', "title"),
    ],
    ids=["unknown step", "negative time", "twelve tables", "no number", "wrong date", "latin-1", "syntax", "no title"],
)
def test_a_bad_plan_is_named_and_changes_nothing(tmp_path: Path, plan: bytes, named: str) -> None:
    path, home = tmp_path / "plan.toml", tmp_path / "data"
    path.write_bytes(plan)
    done = run("--home", str(home), "run", str(path))
    assert done.returncode == 2
    assert named in done.stderr
    assert done.stderr.count("\n") == 1
    assert not home.exists()


def test_a_missing_plan_and_an_unusable_folder_are_named(tmp_path: Path) -> None:
    done = run("--home", str(tmp_path / "data"), "run", str(tmp_path / "borte.toml"))
    assert (done.returncode, "borte.toml" in done.stderr, done.stderr.count("\n")) == (2, True, 1)
    (tmp_path / "file").write_text("no folder")
    done = run("--home", str(tmp_path / "file"), "list")
    assert (done.returncode, "--home" in done.stderr, done.stderr.count("\n")) == (2, True, 1)


def test_without_a_terminal_the_program_says_so(tmp_path: Path) -> None:
    done = run("--home", str(tmp_path))
    assert (done.returncode, "terminal" in done.stderr) == (2, True)


def test_a_language_that_there_is_not_is_named() -> None:
    command = [sys.executable, "-m", "tui", "--language", "sv", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "sv" in done.stderr) == (2, True)


def test_the_printed_plan_is_a_plan(tmp_path: Path) -> None:
    done = run("plan")
    assert tomllib.loads(done.stdout)["title"]
    assert run("--home", str(tmp_path), "list").stdout.startswith("Ingen samlinger")


def test_list_minutes_and_erase(tmp_path: Path) -> None:
    from tests.tui.stage import stage

    home, out = tmp_path / "data", tmp_path / "out"
    with stage(home) as on_stage:
        room = on_stage.room()
        name = room.session.id
    assert name in run("--home", str(home), "list").stdout
    refused = run("--home", str(home), "minutes", name, "--out", str(out))
    assert (refused.returncode, name in refused.stderr, out.exists()) == (2, True, False)
    with TinyStore(home) as store:
        [session] = store.sessions()
        store.save(session, session.approve(session.day)).result()
    done = run("--home", str(home), "minutes", name[:14], "--out", str(out))
    assert done.returncode == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{name}-gruppe.md", f"{name}-ledelse.md"]
    assert run("--home", str(home), "erase", name, "--yes").returncode == 0
    assert b"Wanda" not in b"".join(path.read_bytes() for path in home.iterdir() if path.is_file())
    assert run("--home", str(home), "erase", name, "--yes").returncode == 2


def test_cards_are_one_page_to_print(tmp_path: Path) -> None:
    """With a card for each table: its number, its theme, and the code that leads to it."""
    from tests.tui.stage import stage

    home, out = tmp_path / "data", tmp_path / "out"
    with stage(home) as on_stage:
        session = on_stage.room().session
    done = run("--home", str(home), "cards", session.id, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    [page] = out.iterdir()
    assert str(page) in done.stdout.replace("\n", "")
    cards = page.read_text(encoding="utf-8").split("<article>")[1:]
    assert len(cards) == len(session.tables)
    for card, table in zip(cards, session.tables, strict=True):
        assert f"Bord {table.number}<" in card
        assert table.theme in card
        assert f"?table={table.number}" in card
    (tmp_path / "file").write_text("no folder")
    refused = run("--home", str(home), "cards", session.id, "--out", str(tmp_path / "file"))
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_mask_is_a_filter() -> None:
    lines = [
        {
            "text": "Kari sa at vi mangler tid",
            "participants": [{"name": "Kari Nordmann", "unit": "", "profession": ""}],
        },
        {"text": "Ring 99 88 77 66", "participants": []},
    ]
    done = run("mask", given="".join(json.dumps(line) + "\n" for line in lines))
    masked = [json.loads(line) for line in done.stdout.splitlines()]
    assert [set(line) for line in masked] == [{"text", "spans"}] * 2
    assert "Kari" not in masked[0]["text"]
    assert [0, 4, "PARTICIPANT", True] in masked[0]["spans"]
    bad = run("mask", given="ikke json\n")
    assert (bad.returncode, bad.stderr.count("\n")) == (2, 1)


def test_check_says_whether_the_laptop_is_ready(tmp_path: Path) -> None:
    done = run("--home", str(tmp_path), "check")
    assert len(done.stdout.splitlines()) == 7
    assert "lese" in done.stdout
