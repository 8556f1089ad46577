"""Text that people write is kept as text: nothing is lost that can be read, nothing is kept that acts."""

import unicodedata

import pytest
from hypothesis import given

from sessions.notes import one_line, plain
from sessions.room import Room
from sessions.writing import LONGEST_NOTE, NoteError
from tests.sessions.building import NASTY


def written(room: Room, text: str) -> str:
    """Write a note and give what is on the disk."""
    room.write(1, text, "a").result()
    (session,) = room._store.sessions()
    assert session.notes == room.session.notes
    return session.notes["a"].text


@pytest.mark.parametrize(
    "text",
    [
        *("[/b]", "[bold red]x[/]", "<script>alert(1)</script>", "# heading", "| a | b |", "{n} %s $x", "\\n", "'; --"),
        *("👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈", "می\u200cخواهم", "æøå ÆØÅ ß ł", "x" * LONGEST_NOTE, "a\n\n  b\n- c"),
    ],
    ids=lambda text: text[:12],
)
def test_a_note_is_kept_as_it_was_written(room: Room, text: str) -> None:
    assert written(room, text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("a\x00b\x1b[2Jc\x07\x9b\x7f", "ab[2Jc"),
        ("\ud800a\udfff", "a"),
        ("a\r\nb\rc\td\u2028e", "a\nb\nc de"),
        ("e\u0301", "é"),
        ("\ufeff vi\u00adkar\u200b ", "vikar"),
    ],
)
def test_what_acts_on_a_screen_is_taken_out(room: Room, text: str, kept: str) -> None:
    assert written(room, text) == kept


@pytest.mark.parametrize("text", ["", " \n\t ", "\u202e\u200b", "\x00\x1b", "\ud800"])
def test_an_empty_note_is_said_kindly_and_changes_nothing(room: Room, text: str) -> None:
    with pytest.raises(NoteError) as caught:
        room.write(1, text)
    assert caught.value.key == "note.empty"
    assert not room.session.notes
    assert not room.can_undo


def test_a_note_that_is_far_too_long_is_told_how_long_it_may_be(room: Room) -> None:
    with pytest.raises(NoteError) as caught:
        room.write(1, "x" * (LONGEST_NOTE + 1))
    assert (caught.value.key, caught.value.values) == ("note.long", {"most": LONGEST_NOTE})
    assert not room.session.notes


@given(NASTY)
def test_plain_text_is_plain_once_and_for_all(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert one_line(once) == one_line(text)
    assert once.encode().decode() == once
    assert not {unicodedata.category(c) for c in once.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in once} & {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI", "PDI"}
