"""The commands about what leaders answer: what they print and write, and one sentence for whatever is wrong."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from sessions.store import TinyStore
from tests.sessions.grouped import GROUP, OVERLAP, TRAINING, filled, hold, leaders_file, meeting
from tests.tui.stage import stage
from tests.tui.test_command_line import run

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.group import Group

ONE = ("Vi ser det", "Vi ordner det", "Tone Eksempel", "1. november")
SESSION = "2026-09-01-hjemmetjenesten-gruppe-1"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with a meeting that raised two items, and the leaders' file of it."""
    with stage(tmp_path / "data", minutes=tmp_path / "referat") as on_stage:
        whole = hold(on_stage.desk, meeting(1, [TRAINING, OVERLAP]))
        (tmp_path / "sendt.md").write_text(leaders_file(on_stage.desk, whole), encoding="utf-8")
    return tmp_path


def groups(home: Path) -> list[Group]:
    with TinyStore(home / "data") as store:
        return store.groups()


def answers(home: Path, path: Path) -> tuple[int, list[str], list[str]]:
    done = run("--home", str(home / "data"), "answers", str(path))
    return done.returncode, done.stdout.splitlines(), done.stderr.splitlines()


def test_it_tells_item_by_item_what_it_took_in_and_twice_changes_nothing(home: Path) -> None:
    sent = (home / "sendt.md").read_text(encoding="utf-8")
    path = home / "svar fra Tone.md"
    path.write_text(filled(sent, "1-1", *ONE).replace("---\n", "Hilsen meg\n\n---\n"), encoding="utf-8")
    line = path.read_text(encoding="utf-8").split("\n").index("Hilsen meg") + 1
    rest = [
        "Sak 1-2: Overlapp mellom vaktene · ikke besvart ennå.",
        "Ikke forstått, og ikke tatt inn:",
        f"  Linje {line}: «Hilsen meg» står utenfor de fire linjene.",
    ]
    told = "Sak 1-1: Opplæring av vikarer · svaret er tatt inn."
    assert answers(home, path) == (0, [GROUP, told, *rest], [])
    [before] = groups(home)
    assert [(one.item, one.lines) for one in before.answers] == [("1-1", ONE)]
    known = "Sak 1-1: Opplæring av vikarer · svaret var lest inn fra før."
    assert answers(home, path) == (0, [GROUP, known, *rest], [])
    assert groups(home) == [before]


BAD = ("another group", "unknown item", "word", "image", "100 MB", "empty", "missing", "folder")


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_answer_is_one_sentence_and_changes_nothing(home: Path, kind: str) -> None:
    sent, path = (home / "sendt.md").read_text(encoding="utf-8"), home / "fil"
    if kind == "100 MB":
        with path.open("wb") as file:
            file.truncate(100_000_000)
    elif kind == "folder":
        path.mkdir()
    elif kind != "missing":
        raw = {
            "another group": sent.replace(GROUP, "Sykehjemmet").encode(),
            "unknown item": sent.replace("Sak 1-", "Sak 7-").encode(),
            "word": b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
            "image": b"\x89PNG\r\n\x1a\n\x00\x00",
            "empty": b"",
        }
        path.write_bytes(raw[kind])
    before = groups(home)
    code, out, err = answers(home, path)
    assert (code, out, len(err)) == (2, [], 1)
    assert str(path) in err[0]
    assert groups(home) == before


def test_it_must_be_said_whether_to_read_a_file_or_to_write_a_form(home: Path) -> None:
    for said in ((), (str(home / "sendt.md"), "--form", SESSION)):
        done = run("--home", str(home / "data"), "answers", *said)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "--form" in done.stderr


def test_the_form_and_the_draft_are_written_where_it_is_said(home: Path) -> None:
    out = home / "ut"
    done = run("--home", str(home / "data"), "answers", "--form", SESSION, "--out", str(out))
    page = out / f"{SESSION}-ledelse.html"
    assert (done.returncode, done.stderr) == (0, "")
    assert str(page) in done.stdout
    assert "Overlapp mellom vaktene" in page.read_text(encoding="utf-8")
    done = run("--home", str(home / "data"), "mail", SESSION, "--to", "tone@kommune.no", "--out", str(out))
    draft = out / f"{SESSION}-ledelse.eml"
    assert (done.returncode, str(draft) in done.stdout) == (0, True)
    message = message_from_bytes(draft.read_bytes(), policy=default)
    assert message["To"] == "tone@kommune.no"
    assert [part.get_filename() for part in message.iter_attachments()] == [f"{SESSION}-ledelse.md", page.name]


def test_a_draft_that_cannot_be_made_is_one_sentence_and_writes_nothing(home: Path) -> None:
    with stage(home / "data") as on_stage:
        on_stage.desk.keep(meeting(2, [OVERLAP]))
    unread = f"2026-09-15-{SESSION[11:]}"
    for said, named in (
        (("mail", SESSION, "--to", "tone@kommune.no, per@x.no"), "tone@kommune.no, per@x.no"),
        (("mail", unread), unread),
        (("answers", "--form", unread), unread),
        (("mail", "borte"), "borte"),
    ):
        done = run("--home", str(home / "data"), *said, "--out", str(home / "ut"))
        assert (done.returncode, done.stdout, done.stderr.count("\n"), named in done.stderr) == (2, "", 1, True), said
    assert not (home / "ut").exists()
