"""A leader's file is taken in by its own group, item by item; whatever else comes is told, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.intake import Kind, take_in
from sessions.items import Fate
from sessions.minutes.form import answer_form
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import report_of
from sessions.minutes.received import MOST_BYTES, AnswersError
from sessions.people import Person
from sessions.sorting import decided
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import KARI, TestClock
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, filled, hold, leaders_file, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.desk import Desk
    from sessions.intake import Intake
    from sessions.session import Session

ONE = ("Vi ser det", "Vi ordner det", "Tone Eksempel", "1. november")


@pytest.fixture
def first(desk: Desk) -> Session:
    """A meeting that raised two items."""
    return hold(desk, meeting(1, [TRAINING, OVERLAP], [MEALS], people=(KARI,)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "svar.md"


def taken(desk: Desk, path: Path, text: str | bytes) -> Intake:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return take_in(desk, path)


def kinds(intake: Intake) -> list[tuple[str, Kind]]:
    return [(one.item, one.kind) for one in intake.taken]


def refused(desk: Desk, path: Path) -> str:
    """Give the key of what is said, having seen that it is one sentence in each language and that nothing changed."""
    before = desk.groups()
    with pytest.raises(AnswersError) as caught:
        take_in(desk, path)
    assert desk.groups() == before
    for language in LANGUAGES:
        sentence = texts(language).trouble(caught.value)
        assert str(path) in sentence
        assert "\n" not in sentence
    return caught.value.key


def test_it_says_what_it_took_in_item_by_item(desk: Desk, first: Session, path: Path) -> None:
    intake = taken(desk, path, filled(leaders_file(desk, first), "1-1", *ONE))
    assert kinds(intake) == [("1-1", Kind.NEW), ("1-2", Kind.EMPTY)]
    assert intake.told(texts("nb")) == [
        GROUP,
        "Sak 1-1: Opplæring av vikarer · svaret er tatt inn.",
        "Sak 1-2: Overlapp mellom vaktene · ikke besvart ennå.",
    ]
    [answer] = desk.book(GROUP).group.answers
    assert (answer.item, answer.lines, answer.after) == ("1-1", ONE, 1)


def test_the_same_file_twice_changes_nothing(desk: Desk, first: Session, path: Path, clock: TestClock) -> None:
    """Also after its names were taken out, and when nobody knows them any more."""
    text = filled(leaders_file(desk, first), "1-1", "Vi ser det", "Kari Nordmann ordner det")
    taken(desk, path, text)
    before = desk.book(GROUP).group
    assert before.answers[0].does == "En kollega ordner det"
    assert kinds(take_in(desk, path))[0] == ("1-1", Kind.KNOWN)
    clock.at = 1.9e9
    desk.keep_promises()
    assert kinds(take_in(desk, path))[0] == ("1-1", Kind.KNOWN)
    assert desk.book(GROUP).group == before


def test_a_newer_answer_keeps_the_older_and_an_older_file_brings_nothing_back(
    desk: Desk, first: Session, path: Path
) -> None:
    old = filled(leaders_file(desk, first), "1-1", "Vi ser det")
    new = filled(leaders_file(desk, first), "1-1", *ONE)
    taken(desk, path, old)
    assert kinds(taken(desk, path, new))[0] == ("1-1", Kind.NEWER)
    assert kinds(taken(desk, path, old))[0] == ("1-1", Kind.KNOWN)
    assert [one.does for one in desk.book(GROUP).group.answers] == ["", "Vi ordner det"]


def test_a_line_that_was_not_understood_is_told_with_its_number_and_without_names(
    desk: Desk, first: Session, path: Path
) -> None:
    text = filled(leaders_file(desk, first), "1-1", *ONE).replace("---\n", "Hils Kari Nordmann fra meg\n\n---\n")
    number = text.split("\n").index("Hils Kari Nordmann fra meg") + 1
    assert taken(desk, path, text).told(texts("nb"))[3:] == [
        "Ikke forstått, og ikke tatt inn:",
        f"  Linje {number}: «Hils en kollega fra meg» står utenfor de fire linjene.",
    ]


def test_a_file_of_a_later_meeting_answers_what_still_waited(desk: Desk, first: Session, path: Path) -> None:
    del first
    second = hold(desk, meeting(2, [MEALS]))
    text = filled(filled(leaders_file(desk, second), "1-2", *ONE), "2-1", "Nei, fordi")
    assert kinds(taken(desk, path, text)) == [("1-1", Kind.EMPTY), ("1-2", Kind.NEW), ("2-1", Kind.NEW)]


def test_the_group_is_known_by_its_line_whatever_else_is_changed(desk: Desk, first: Session, path: Path) -> None:
    other = hold(desk, meeting(1, [TRAINING], group="Natt"))
    for whole, group in ((first, GROUP), (other, "Natt")):
        assert taken(desk, path, filled(leaders_file(desk, whole), "1-1", *ONE)).group == group
    shouted = filled(leaders_file(desk, first), "1-1", *ONE).replace(f"- Gruppe: {GROUP}", f"GRUPPE:  {GROUP.upper()}")
    assert taken(desk, path, shouted).group == GROUP


def test_without_its_line_the_items_must_be_one_group_s_word_for_word(desk: Desk, first: Session, path: Path) -> None:
    bare = filled(leaders_file(desk, first), "1-1", *ONE).replace(f"- Gruppe: {GROUP}\n", "")
    assert taken(desk, path, bare).group == GROUP
    path.write_text(bare.replace("Sak 1-2: Overlapp", "Sak 1-2: Vakter"), encoding="utf-8")
    assert refused(desk, path) == "answers.which_group"
    hold(desk, meeting(1, [TRAINING, OVERLAP], group="Natt"))
    path.write_text(bare, encoding="utf-8")
    assert refused(desk, path) == "answers.which_group"


def test_a_group_that_bears_a_member_s_name_is_known_from_its_masked_line(desk: Desk, path: Path) -> None:
    whole = hold(desk, meeting(1, [TRAINING], group="Karis gruppe", people=(KARI,)))
    text = filled(leaders_file(desk, whole), "1-1", *ONE)
    assert "Karis" not in text
    assert taken(desk, path, text).group == "Karis gruppe"


BYTES = {
    "empty": (b"", "answers.empty"),
    "blank": ("\ufeff \r\n\t\n".encode(), "answers.empty"),
    "docx": (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "answers.word"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "answers.word"),
    "outlook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le"), "answers.mail"),
    "mail": (b"From: Tone\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n### Sak 1-1\r\n", "answers.mail"),
    "rtf": (b"{\\rtf1\\ansi Sak 1-1}", "answers.word"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "answers.pdf"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00", "answers.image"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "answers.image"),
    "bitmap": (b"BM\x00\x00\x00\x00", "answers.image"),
    "binary": (bytes(range(256)), "answers.not_text"),
    "neither code": ("æøå ".encode("cp1252") + b"\x81\x8d", "answers.not_text"),
    "large": (b"x" * (MOST_BYTES + 1), "answers.large"),
    "words": (b"Kj\xc3\xb8p melk\n", "answers.no_items"),
    "html": (b"<!DOCTYPE html><html><body>hei</body></html>", "answers.form"),
}


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_leader_s_file_is_one_sentence(name: str, desk: Desk, first: Session, path: Path) -> None:
    del first
    raw, key = BYTES[name]
    path.write_bytes(raw)
    assert refused(desk, path) == key


def test_a_hundred_megabytes_are_refused_before_they_are_read(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def never(_: Path) -> bytes:
        raise AssertionError("a file of 100 MB was read")

    monkeypatch.setattr(type(path), "read_bytes", never)
    assert refused(desk, path) == "answers.large"


def test_a_file_that_is_not_there_and_a_folder_are_one_sentence(desk: Desk, tmp_path: Path) -> None:
    assert refused(desk, tmp_path / "borte.md") == "answers.missing"
    assert refused(desk, tmp_path) == "answers.folder"


def test_our_own_other_files_are_told_from_it(desk: Desk, first: Session, path: Path) -> None:
    for language in LANGUAGES:
        path.write_text(group_minutes(replace(first, language=language)), encoding="utf-8")
        assert refused(desk, path) == "answers.groups_own"
    path.write_text(answer_form(report_of(first), "svar.md"), encoding="utf-8")
    assert refused(desk, path) == "answers.form"
    assert refused(desk, desk.minutes.write_letter(first)) == "answers.mail"


def test_another_group_s_file_and_unknown_items_are_one_sentence(desk: Desk, first: Session, path: Path) -> None:
    text = filled(leaders_file(desk, first), "1-1", *ONE)
    path.write_text(text.replace(GROUP, "Sykehjemmet"), encoding="utf-8")
    assert refused(desk, path) == "answers.other_group"
    path.write_text(text.replace("Sak 1-", "Sak 7-"), encoding="utf-8")
    assert refused(desk, path) == "answers.unknown"


def test_an_item_that_is_not_raised_any_more_takes_no_answer(desk: Desk, path: Path) -> None:
    """The file was sent; then the group changed its mind, and approved anew."""
    whole = hold(desk, meeting(1, [TRAINING, OVERLAP]))
    text = filled(filled(leaders_file(desk, whole), "1-1", *ONE), "1-2", *ONE)
    desk.keep(decided(whole, 1, Fate.KEPT).approve(whole.day))
    intake = taken(desk, path, text)
    assert kinds(intake) == [("1-2", Kind.NEW)]
    assert [(doubt.why, doubt.told) for doubt in intake.doubts] == [("unknown_item", "1-1")]


def test_what_the_group_has_not_approved_takes_no_answer(desk: Desk, path: Path) -> None:
    whole = meeting(1, [TRAINING])
    desk.keep(whole)
    path.write_text(filled(leaders_file(desk, whole), "1-1", *ONE), encoding="utf-8")
    assert refused(desk, path) == "answers.other_group"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_codes_that_editors_save_in_are_read(encoding: str, desk: Desk, first: Session, path: Path) -> None:
    text = filled(leaders_file(desk, first), "1-1", "Ærlig: på én øy – «ja»")
    taken(desk, path, text.encode(encoding))
    assert desk.book(GROUP).group.answers[0].understood == "Ærlig: på én øy – «ja»"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_each_language_is_read_and_told_of(language: str, desk: Desk, path: Path) -> None:
    whole = hold(desk, meeting(1, [TRAINING], language=language, people=(Person("Ola Dal"),)))
    words = texts(language)
    labels = [words(f"minutes.{key}") for key in ("understand", "do", "responsible", "deadline")]
    file = leaders_file(desk, whole).replace(words("minutes.item", id="1-1", heading=""), "Sak 1-1: ")
    intake = taken(desk, path, filled(file, "1-1", *ONE, labels=labels))
    assert kinds(intake) == [("1-1", Kind.NEW)]
    assert intake.doubts == ()
    assert intake.told(words)


def test_approving_again_on_another_day_does_not_make_our_own_line_a_stranger(
    desk: Desk, first: Session, path: Path
) -> None:
    text = filled(leaders_file(desk, first), "1-1", *ONE)
    desk.keep(first.approve(date(2026, 12, 24)))
    assert taken(desk, path, text).doubts == ()
