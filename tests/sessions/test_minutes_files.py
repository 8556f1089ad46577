"""The two files are written whole or not at all, under names that a person finds again."""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sessions.minutes.files import MinutesError, MinutesFolder
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.room import Room
from sessions.texts import LANGUAGES, texts
from tests.sessions import rich
from tests.sessions.building import session
from tests.sessions.processes import python


def contents(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_the_files_are_named_by_day_title_and_whose_they_are(tmp_path: Path) -> None:
    written = MinutesFolder(tmp_path / "Mine dokumenter" / "dialogkafe").write(rich.rich("nb"))
    assert written.group.name == "2010-11-16-brukerkunnskap-gruppe.md"
    assert written.leaders.name == "2010-11-16-brukerkunnskap-ledelse.md"
    assert contents(tmp_path / "Mine dokumenter" / "dialogkafe") == {
        written.group.name: group_minutes(rich.rich("nb")),
        written.leaders.name: leaders_minutes(report_of(rich.rich("nb"))),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_are_in_the_language_and_the_two_are_two(language: str, tmp_path: Path) -> None:
    files = MinutesFolder(tmp_path).files(rich.rich(language))
    assert files.group != files.leaders
    assert files.leaders.name.removesuffix(".md").rsplit("-", 1)[1] == texts(language)("minutes.leaders_file")


def test_a_session_moved_to_another_day_is_named_by_that_day(tmp_path: Path) -> None:
    moved = replace(session(title="Å møte"), day=date(2010, 11, 17))
    assert MinutesFolder(tmp_path).files(moved).group.name == "2010-11-17-a-mote-gruppe.md"


def test_two_sessions_of_one_name_and_day_do_not_share_files(tmp_path: Path) -> None:
    folder = MinutesFolder(tmp_path)
    assert folder.files(session()) != folder.files(session(id="2010-11-16-brukerkunnskap-2"))


def test_writing_again_replaces_both(tmp_path: Path) -> None:
    folder = MinutesFolder(tmp_path)
    folder.write(rich.rich("nb"))
    folder.write(rich.rich("nb"))
    other = replace(rich.rich("nb"), title="Annet")
    written = folder.write(other)
    assert contents(tmp_path)[written.group.name] == group_minutes(other)
    assert len(contents(tmp_path)) == 2


def told(error: MinutesError, folder: Path) -> None:
    for language in LANGUAGES:
        sentence = texts(language).trouble(error)
        assert str(folder) in sentence
        assert "--out" in sentence


def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path, room: Room) -> None:
    (tmp_path / "referat").write_text("noe annet", encoding="utf-8")
    with pytest.raises(MinutesError) as caught:
        room.approve()
    told(caught.value, tmp_path / "referat")
    assert not room.session.approved
    assert (tmp_path / "referat").read_text(encoding="utf-8") == "noe annet"


@pytest.mark.parametrize("whose", ["group", "leaders"])
def test_a_folder_in_a_file_s_place_leaves_the_other_as_it_was(whose: str, tmp_path: Path) -> None:
    folder = MinutesFolder(tmp_path)
    where = folder.files(session())
    blocked, other = (where.group, where.leaders) if whose == "group" else (where.leaders, where.group)
    blocked.mkdir()
    other.write_text("før", encoding="utf-8")
    with pytest.raises(MinutesError):
        folder.write(session())
    assert other.read_text(encoding="utf-8") == "før"
    assert sorted(tmp_path.iterdir()) == sorted([blocked, other])


@pytest.mark.parametrize("old", ["før", None])
def test_a_file_that_another_program_holds_open_leaves_the_other_as_it_was(
    old: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does it: a file that is open in a word processor cannot be replaced."""
    folder = MinutesFolder(tmp_path)
    where = folder.files(session())
    where.leaders.write_text("åpen", encoding="utf-8")
    if old is not None:
        where.group.write_text(old, encoding="utf-8")
    replace_file = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == where.leaders:
            raise PermissionError(13, "in use")
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MinutesError) as caught:
        folder.write(session())
    told(caught.value, tmp_path)
    left = {where.leaders.name: "åpen"} | ({where.group.name: old} if old is not None else {})
    assert contents(tmp_path) == left


FULL = """
import resource, sys
from pathlib import Path
from sessions.minutes.files import MinutesError, MinutesFolder
from tests.sessions.building import session
from tests.sessions.rich import earlier, rich

folder = MinutesFolder(Path(sys.argv[1]))
folder.write(session())
before = {file: file.read_bytes() for file in folder.folder.iterdir()}
# The leaders' file is the larger of an empty café's, so that the group's may be ready when it fails.
for room in (0, 10, int(sys.argv[2])):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        folder.write(rich("nb"), earlier=earlier("nb"))
    except MinutesError as error:
        print(room, "told", error.values["reason"])
    print(before == {file: file.read_bytes() for file in folder.folder.iterdir()})
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
folder.write(rich("nb"), earlier=earlier("nb"))
print(len(list(folder.folder.iterdir())), before == {file: file.read_bytes() for file in folder.folder.iterdir()})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is POSIX's")
def test_a_full_disk_leaves_both_files_as_they_were(tmp_path: Path) -> None:
    sizes = [len(text.encode()) for text in rich.minutes("nb").values()]
    said = python(FULL, str(tmp_path), str(min(sizes) + 1)).splitlines()
    assert said[1::2] == ["True", "True", "True"]
    assert [line.split(" ")[:2] for line in said[:6:2]] == [
        ["0", "told"],
        ["10", "told"],
        [str(min(sizes) + 1), "told"],
    ]
    assert said[6] == "2 False"
