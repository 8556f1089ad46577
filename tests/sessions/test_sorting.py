"""Sorting keeps what the group has said and decided; what cannot be done is said, and nothing is changed."""

from collections.abc import Callable

import pytest
from hypothesis import given

from sessions.items import Fate, Item
from sessions.notes import one_line
from sessions.session import Session
from sessions.sorting import (
    HEADING,
    SortingError,
    decided,
    find,
    heading_of,
    made,
    merged,
    removed,
    split,
    worded,
)
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import NASTY, note, noted


def cafe(*texts: str) -> Session:
    """Give a session with an item of each text, made of the notes a, b and so on."""
    whole = noted(*(note(name) for name in "abcdef"))
    for name, text in zip("abcdef", texts, strict=False):
        whole = made(whole, text, [name])
    return whole


def test_an_item_has_its_words_its_notes_and_no_fate_yet() -> None:
    whole = made(noted(note("a")), " Vikarer \r\n får ikke \u202e", ["a"], heading="  Vik\narer ", ask=" hjelp\n ")
    assert whole.items == (Item(1, "Vik arer", "Vikarer \n får ikke", ("a",), None, "hjelp"),)
    assert not whole.items[0].raised


@given(NASTY)
def test_a_heading_is_whole_words_that_are_read_from_the_back_row(text: str) -> None:
    heading = heading_of(text)
    assert len(heading) <= HEADING
    assert "\n" not in heading
    assert one_line(text).startswith(heading.rstrip("…") if heading.endswith("…") else heading)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Vikarer får ikke innlogging.", "Vikarer får ikke innlogging"),
        ("x" * 60, "x" * 60),
        ("x" * 80, "x" * 59 + "…"),
        ("ord, " * 20, "ord, " * 10 + "ord…"),
        ("En linje\nog en til", "En linje og en til"),
        ("...", ""),
    ],
)
def test_a_heading_is_the_beginning_of_the_text(text: str, heading: str) -> None:
    assert heading_of(text) == heading


def test_other_words_keep_number_notes_and_fate() -> None:
    whole = worded(decided(cafe("Vikarer"), 1, Fate.RAISED), 1, heading="", text="Mat\n\nog drikke", ask=" tid ")
    assert whole.items == (Item(1, "Mat og drikke", "Mat\n\nog drikke", ("a",), Fate.RAISED, "tid"),)
    assert worded(whole, 1, heading="Bare dette", text="", ask="").items[0].heading == "Bare dette"


def test_a_decision_can_be_taken_and_taken_back() -> None:
    whole = cafe("Vikarer", "Mat")
    for fate in (Fate.RAISED, Fate.KEPT, None):
        whole = decided(whole, 2, fate)
        assert [item.fate for item in whole.items] == [None, fate]


def test_a_merger_has_the_words_notes_and_wishes_of_all() -> None:
    whole = worded(cafe("Vikarer", "Mat", "Natt"), 1, heading="Hovedsak", text="Vikarer", ask="tid")
    whole = worded(whole, 3, heading="", text="Natt", ask="penger")
    assert merged(whole, [1, 3]).items == (
        Item(1, "Hovedsak", "Vikarer\n\nNatt", ("a", "c"), None, "tid; penger"),
        find(whole, 2),
    )
    assert merged(whole, [3, 1]).items == (
        find(whole, 2),
        Item(3, "Natt", "Natt\n\nVikarer", ("c", "a"), None, "penger; tid"),
    )


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        *[(Fate.KEPT, Fate.RAISED, None), (Fate.RAISED, Fate.KEPT, None), (None, Fate.RAISED, None)],
        *[(Fate.RAISED, Fate.RAISED, Fate.RAISED), (Fate.KEPT, Fate.KEPT, Fate.KEPT), (None, None, None)],
        *[(Fate.KEPT, None, None)],
    ],
)
def test_a_kept_matter_is_not_raised_by_being_merged(one: Fate | None, other: Fate | None, both: Fate | None) -> None:
    whole = decided(decided(cafe("Vikarer", "Mat"), 1, one), 2, other)
    assert [item.fate for item in merged(whole, [1, 2]).items] == [both]


def test_an_item_marked_twice_is_one_item() -> None:
    whole = cafe("Vikarer", "Mat")
    assert merged(whole, [1, 2, 1]) == merged(whole, [1, 2])
    with pytest.raises(SortingError):
        merged(whole, [1, 1])


def test_a_split_gives_each_paragraph_its_note_and_the_first_the_decision() -> None:
    whole = merged(cafe("Vikarer", "Mat"), [1, 2])
    whole = decided(worded(whole, 1, heading="Begge", text="Vikarer\n\nMat", ask="tid"), 1, Fate.RAISED)
    assert split(whole, 1).items == (
        Item(1, "Begge", "Vikarer", ("a",), Fate.RAISED, "tid"),
        Item(3, "Mat", "Mat", ("b",), None, ""),
    )


def test_a_split_that_cannot_tell_whose_note_is_whose_lets_the_first_keep_them() -> None:
    whole = worded(cafe("Vikarer"), 1, heading="x", text="A\n\n\n\nB\n\nC", ask="")
    assert [(item.text, item.notes) for item in split(whole, 1).items] == [("A", ("a",)), ("B", ()), ("C", ())]


def test_a_removed_item_lets_its_notes_wait_and_its_number_rest() -> None:
    whole = removed(cafe("Vikarer", "Mat"), 2)
    assert [one.id for one in whole.open_notes()] == ["b", "c", "d", "e", "f"]
    assert made(whole, "Ny").items[-1].number == 3


MISTAKES: dict[str, tuple[Callable[[Session], Session], str]] = {
    "an item of nothing": (lambda s: made(s, " \u202e \n"), "empty"),
    "words taken away": (lambda s: worded(s, 1, heading=" ", text="", ask="tid"), "empty"),
    "words for none": (lambda s: worded(s, 9, heading="x", text="x", ask=""), "no_item"),
    "a decision on none": (lambda s: decided(s, 9, None), "no_item"),
    "a merger of one": (lambda s: merged(s, [1]), "merge_one"),
    "a merger of nothing": (lambda s: merged(s, []), "merge_one"),
    "a merger with none": (lambda s: merged(s, [1, 9]), "no_item"),
    "a split of one paragraph": (lambda s: split(s, 1), "split_one"),
    "a split of none": (lambda s: split(s, 9), "no_item"),
    "none removed": (lambda s: removed(s, 9), "no_item"),
}


@pytest.mark.parametrize(("do", "key"), MISTAKES.values(), ids=MISTAKES)
def test_what_cannot_be_done_is_said_in_every_language(do: Callable[[Session], Session], key: str) -> None:
    with pytest.raises(SortingError) as caught:
        do(cafe("Vikarer"))
    assert caught.value.key == f"sorting.{key}"
    for language in LANGUAGES:
        assert texts(language).trouble(caught.value).endswith((".", "!"))
