"""A situation log can be read with its word and with nothing else, and is gone from every file when she says so."""

from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.desk import Desk
from sessions.group import Group
from sessions.situation_log import (
    LONGEST_ANSWER,
    MARKS,
    PROMPTS,
    Cost,
    EpisodeKind,
    HandedIn,
    LogEntry,
    LogError,
    SealedLog,
    entry_of,
    free_mark,
    log_of,
    opened,
    sealed,
    with_kind,
    with_log,
    without_log,
)
from sessions.store import TinyStore
from sessions.texts import LANGUAGES, texts
from sessions.themes import ThemeError
from sessions.trials import TrialError
from tests.sessions.building import NASTY, session

CHEAP = Cost(1, 8192)
"""The least that libsodium lets one spend; only for tests."""
WORD = "rødbete og lakris"
ANSWERS = ("Kveldsuroen på rom seks", "Vi var to", "Jeg hevet stemmen", "Da hun gråt", "Hva gjør dere?", "Puste først")
DAY = date(2026, 11, 24)


def entry() -> LogEntry:
    return entry_of(ANSWERS, "behaviour")


def test_the_word_opens_it_and_what_was_written_is_there() -> None:
    assert opened("Natt", sealed("Natt", 3, entry(), WORD, CHEAP), WORD) == LogEntry(ANSWERS, EpisodeKind.BEHAVIOUR)


@settings(max_examples=50)
@given(st.lists(NASTY, min_size=6, max_size=6), st.text(min_size=6))
def test_whatever_is_written_under_whatever_word_comes_back(answers: list[str], word: str) -> None:
    try:
        written = entry_of(answers)
        log = sealed("Natt", 0, written, word, CHEAP)
    except (LogError, UnicodeEncodeError):
        return
    assert opened("Natt", log, word) == written


def test_a_phone_s_capital_and_blank_are_forgiven() -> None:
    log = sealed("Natt", 3, entry(), WORD, CHEAP)
    assert opened("Natt", log, " Rødbete  og LAKRIS ") == entry()


def _wrong(log: SealedLog) -> dict[str, tuple[str, SealedLog, str]]:
    box = bytearray(b64decode(log.box))
    box[-1] ^= 1
    return {
        "another word": ("Natt", log, "rødbete og lakris1"),
        "no word": ("Natt", log, ""),
        "another group": ("Dag", log, WORD),
        "another's place": ("Natt", replace(log, mark=4), WORD),
        "altered": ("Natt", replace(log, box=b64encode(bytes(box)).decode()), WORD),
        "cut": ("Natt", replace(log, box=log.box[:8]), WORD),
        "no base64": ("Natt", replace(log, box="ø"), WORD),
        "another salt": ("Natt", replace(log, salt=b64encode(bytes(16)).decode()), WORD),
    }


@pytest.mark.parametrize("case", _wrong(sealed("Natt", 3, entry(), WORD, CHEAP)))
def test_nothing_else_opens_it(case: str) -> None:
    group, log, word = _wrong(sealed("Natt", 3, entry(), WORD, CHEAP))[case]
    with pytest.raises(LogError) as caught:
        opened(group, log, word)
    assert caught.value.key == "log.wrong_word"


def test_the_key_costs_what_libsodium_calls_moderate() -> None:
    """Three passes over a quarter of a gigabyte; and two logs under one word have nothing in common."""
    one, other = (sealed("Natt", 3, entry(), WORD) for _ in range(2))
    assert (one.work, one.memory) == (3, 256 * 2**20)
    assert one.salt != other.salt
    assert one.box != other.box
    assert opened("Natt", one, WORD) == entry()


def test_its_length_tells_little() -> None:
    short, long = entry_of(["a", "", "", "", "", ""]), entry_of(["ø" * 40] * 6)
    assert len(sealed("Natt", 1, short, WORD, CHEAP).box) == len(sealed("Natt", 1, long, WORD, CHEAP).box)


def test_what_is_no_log_is_refused() -> None:
    for answers in (["", " \n"] * 3, [], ["a"] * 5, ["a" * (LONGEST_ANSWER + 1)] * 6):
        with pytest.raises(LogError):
            entry_of(answers)
    for word in ("", "kort", "   a b  "):
        with pytest.raises(LogError) as caught:
            sealed("Natt", 1, entry(), word, CHEAP)
        assert caught.value.key == "log.short_word"
    assert entry_of(ANSWERS, "what is no kind").kind is None


def test_marks_tell_nothing_of_who_came_first() -> None:
    group, given_out = Group("Natt"), []
    for _ in range(MARKS):
        mark = free_mark(group)
        given_out.append(mark)
        group = with_log(group, SealedLog(mark, "", "", 1, 1))
    assert sorted(given_out) == [*range(MARKS)] != given_out
    assert [log.mark for log in group.logs] == [*range(MARKS)]
    with pytest.raises(LogError):
        free_mark(group)
    assert free_mark(without_log(group, 7)) == 7
    with pytest.raises(LogError):
        log_of(without_log(group, 7), 7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_and_prompt_has_its_word(language: str) -> None:
    words = texts(language)
    assert len(set(words.words["log.marks"])) == MARKS
    assert all(words(f"log.{prompt}") for prompt in PROMPTS)
    assert all(words(f"episode.{kind.value}") for kind in EpisodeKind)


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_neither_text_nor_word_nor_kind_is_in_the_bytes_of_the_data_folder(desk: Desk, tmp_path: Path) -> None:
    """Nor is any of it there as the file writes letters that are not ASCII."""
    book = desk.keep(session(group="Natt")).book
    assert book is not None
    for mark, word in ((3, WORD), (5, "en annens ord")):
        book.keep_log(sealed("Natt", mark, entry(), word, CHEAP)).result()
    book.keep_log(sealed("Natt", 3, entry_of(ANSWERS[::-1], "tasks"), WORD, CHEAP)).result()
    data = raw(tmp_path)
    told = [*ANSWERS, WORD, "en annens ord", "behaviour", "tasks", "Kveldsuro", "rødbete", "lakris"]
    for secret in told:
        for form in (
            secret.encode(),
            secret.encode("unicode_escape"),
            secret.encode("utf-16-le"),
            secret.encode("cp1252"),
        ):
            assert form not in data
            assert b64encode(form)[:-4] not in data or len(form) < 6
    assert b"SealedLog" not in data
    assert b'"mark"' in data


def test_an_erased_log_is_in_no_file(desk: Desk, store: TinyStore, tmp_path: Path) -> None:
    """Neither as it is, nor as it was before it was changed; another's log stays, and opens."""
    book = desk.keep(session(group="Natt")).book
    assert book is not None
    first, changed, other = (sealed("Natt", mark, entry(), WORD, CHEAP) for mark in (3, 3, 5))
    for log in (first, other, changed):
        book.keep_log(log).result()
    assert first.box.encode() in raw(tmp_path)
    book.erase_log(3).result()
    data = raw(tmp_path)
    assert not [log for log in (first, changed) if log.box.encode() in data or log.salt.encode() in data]
    store.close()
    with TinyStore(tmp_path / "data") as again:
        assert [log.mark for group in again.groups() for log in group.logs] == [5]
        assert opened("Natt", again.groups()[0].logs[0], WORD) == entry()


def test_no_undo_brings_an_erased_log_back(desk: Desk) -> None:
    room = desk.keep(session(group="Natt"))
    book = room.book
    assert book is not None
    book.keep_log(sealed("Natt", 3, entry(), WORD, CHEAP))
    room.remember(lambda one: one.want_theme("Uro", "nb"))
    book.erase_log(3).result()
    room.undo()
    assert (book.group.themes, book.group.logs) == ((), ())


def test_what_is_handed_in_is_what_she_wrote_for_it_and_its_kind(desk: Desk) -> None:
    book = desk.keep(session(group="Natt")).book
    assert book is not None
    book.hand_in("Uro om kvelden", EpisodeKind.BEHAVIOUR, "", "nb", DAY)
    book.hand_in("Alenearbeid", None, "Puste først", "nb", DAY)
    group = book.group
    assert [theme.text for theme in group.themes] == ["Alenearbeid", "Uro om kvelden"]
    assert group.handed_in == (HandedIn(date(2026, 11, 1), EpisodeKind.BEHAVIOUR),)
    assert [(trial.text, trial.begun_on) for trial in group.trials] == [("Puste først", DAY)]
    with pytest.raises(ThemeError):
        book.hand_in(" ", EpisodeKind.TASKS, "", "nb", DAY)
    with pytest.raises(TrialError):
        book.hand_in("Vakter", EpisodeKind.TASKS, "a" * 2000, "nb", DAY)
    assert book.group == group


@given(st.permutations([*EpisodeKind, *EpisodeKind]))
def test_the_order_of_handing_in_is_not_kept(kinds: list[EpisodeKind]) -> None:
    group = Group("Natt")
    for place, kind in enumerate(kinds):
        group = with_kind(group, kind, date(2026, 11, 1 + place))
    assert [one.kind for one in group.handed_in] == sorted(kinds, key=lambda kind: kind.value)
    assert {one.month for one in group.handed_in} == {date(2026, 11, 1)}
