"""The series of a group: a table exact to the last number, what too few have answered held back, and a true chart."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.ballots import Ballots, Ticks
from sessions.group import Group
from sessions.minutes.series import FILLS, bar, series_markdown, series_sheet, series_text
from sessions.past import PastCafe
from sessions.past_sheet import read_past
from sessions.series import Series, SeriesError, series_of
from sessions.texts import texts
from tests.sessions.building import DAY, KARI, LANGUAGES, LINES, session
from tests.sessions.markdown import blocks, texts_of

if TYPE_CHECKING:
    from sessions.session import Session

AALESUND = Path(__file__).parent / "data" / "alesund-evaluations.csv"
GOLDEN = Path(__file__).parent / "golden_series"


def six() -> Series:
    return series_of(Group("Utviklingssenteret", past=read_past(AALESUND)), [], "nb")


def small(threshold: int = 5) -> Series:
    """Give a series in which the second of three was answered by four."""
    past = (PastCafe(1, "Uro", 1, 3, 1, 6), PastCafe(2, "Mat", 1, 2, 1, 9), PastCafe(3, "Natt", 0, 4, 2, 6))
    return series_of(Group("Natt", threshold=threshold, past=past), [], "nb")


def test_the_table_of_aalesund_is_exact() -> None:
    lines = [line.split(maxsplit=6) for line in series_text(six(), texts("nb"), 100).splitlines()]
    with AALESUND.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts = [row[key] for key in ("cafe", "little_useful", "useful", "very_useful", "answered", "present")]
            assert [*counts, row["theme"]] in lines
    assert ["I", "alt", "5", "93", "31", "129", "160"] in lines
    assert "129 av 160 har svart." in series_text(six(), texts("nb"), 100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_six_cafes_in_words_are_the_golden_ones(language: str) -> None:
    """`python -m tests.sessions.test_series` writes them anew; read what has changed before you keep it."""
    for path, text in golden(language).items():
        assert text == path.read_text(encoding="utf-8")


def golden(language: str) -> dict[Path, str]:
    words = texts(language)
    return {
        GOLDEN / f"{language}.txt": series_text(six(), words, 80),
        GOLDEN / f"{language}.md": series_markdown(six(), words),
    }


def test_markdown_has_the_table_as_a_table() -> None:
    text = series_markdown(six(), texts("nb"))
    assert [block.kind for block in blocks(text)].count("trtr") == 8
    assert texts_of(text)[-8:] == ["I alt", "5", "93", "31", "129", "160", "", "129 av 160 har svart."]


@given(LINES, LINES)
def test_what_people_wrote_is_text_and_nothing_else(name: str, theme: str) -> None:
    text = series_markdown(series_of(Group(name, past=(PastCafe(1, theme, 0, 0, 5, 9),)), [], "nb"), texts("nb"))
    assert [block.kind for block in blocks(text)].count("trtr") == 3
    assert not any(kind not in {"strong_open", "strong_close"} for block in blocks(text) for kind in block.other)


def test_the_sheet_is_read_back_as_the_cafes_it_was_made_of(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(series_sheet(six()), encoding="utf-8")
    assert read_past(tmp_path / "s.csv") == read_past(AALESUND)
    assert series_sheet(six()).splitlines()[-1] == "total,,5,93,31,129,160"


def test_where_too_few_have_answered_no_number_is_shown_and_none_can_be_worked_out() -> None:
    held_back = small()
    assert [cafe.ticks for cafe in held_back.cafes] == [Ticks(1, 3, 1), None, Ticks(0, 4, 2)]
    assert (held_back.ticks, held_back.answered, held_back.present) == (Ticks(1, 7, 3), 15, 21)
    for text in (series_text(held_back, texts("nb"), 100), series_markdown(held_back, texts("nb"))):
        assert "færre enn 5 har svart" in text
    _, _, second, *_ = csv.reader(io.StringIO(series_sheet(held_back)))
    assert second == ["2", "Mat", "", "", "", "4", "9"]


@pytest.mark.parametrize("threshold", range(3, 11))
def test_a_group_may_ask_for_more_answers_before_numbers_leave_it_but_not_for_fewer_than_five(threshold: int) -> None:
    past = tuple(PastCafe(number, "Uro", 0, number, 0, 12) for number in range(1, 12))
    found = series_of(Group("Natt", threshold=threshold, past=past), [], "nb")
    assert [one.number for one in found.cafes if one.ticks] == list(range(max(5, threshold), 12))
    assert found.threshold == max(5, threshold)


def test_one_more_answer_lets_no_number_of_those_before_be_worked_out() -> None:
    """Whatever is held back, the table shows the same for every way in which it may have been answered."""
    first, last = PastCafe(1, "Uro", 1, 3, 1, 6), PastCafe(3, "Natt", 0, 4, 2, 6)
    seen = {
        series_text(series_of(Group("N", threshold=5, past=(first, middle, last)), [], "nb"), texts("nb"), 100)
        for middle in (PastCafe(2, "Mat", n, m, 4 - n - m, 9) for n in range(5) for m in range(5 - n))
    }
    assert len(seen) == 1


def test_meetings_held_here_stand_in_the_series_with_those_from_before() -> None:
    group = Group("Natt", past=(PastCafe(2, "Uro", 1, 3, 1, 6),))
    meetings = [
        session(number=4, title="I lobbyen"),
        session(number=3, present=9, ballots=Ballots(0, 3, 4, answered=8, well=("alle fikk sagt noe",))),
        session(number=1, title="Uten evaluering", present=7).approve(DAY),
    ]
    found = series_of(group, meetings, "nb")
    assert [(one.number, one.theme, one.ticks, one.answered, one.present) for one in found.cafes] == [
        (1, "Uten evaluering", None, 0, 7),
        (2, "Uro", Ticks(1, 3, 1), 5, 6),
        (3, "Brukerkunnskap", Ticks(0, 3, 4), 8, 9),
    ]
    assert found.whole
    assert "–  " in series_text(found, texts("nb"), 100)


def test_no_name_stands_in_a_theme() -> None:
    held: Session = replace(session(title="Samtale med Kari Nordmann og Tone Bø"), people=(KARI,)).approve(DAY)
    group = Group("Natt", leader="Tone Bø", past=(PastCafe(7, "Tone Bø svarer", 0, 5, 0, 9),))
    assert [cafe.theme for cafe in series_of(group, [held], "nb").cafes] == [
        "Samtale med en kollega og en kollega",
        "En kollega svarer",
    ]


def test_a_group_that_nothing_is_known_of_says_what_to_do() -> None:
    with pytest.raises(SeriesError) as caught:
        series_of(Group("Natt"), [session()], "nb")
    assert "import-series" in texts("nb").trouble(caught.value)


@given(st.tuples(*[st.integers(0, 300)] * 3), st.integers(0, 500), st.integers(8, 200))
def test_a_bar_shows_everyone_who_ticked_and_no_more_than_there_is_room_for(
    ticks: tuple[int, int, int], more: int, cells: int
) -> None:
    drawn = bar(Ticks(*ticks), sum(ticks) + more, cells)
    assert len(drawn) <= cells
    fills = "".join(FILLS.values())
    assert "".join(sorted(drawn, key=fills.index)) == drawn
    for fill, count in zip(fills, ticks, strict=True):
        assert (fill in drawn) == bool(count)


def test_bars_are_as_long_as_those_who_answered_are_many() -> None:
    assert bar(Ticks(1, 2, 3), 12, 36) == "░░░▒▒▒▒▒▒█████████"
    assert len(bar(Ticks(0, 40, 60), 100, 50)) == 50


@pytest.mark.parametrize("width", [20, 60, 80, 240])
def test_a_theme_is_broken_to_the_width_there_is(width: int) -> None:
    lines = series_text(six(), texts("nb"), width).splitlines()
    assert max(map(len, lines)) <= max(width, 76)
    assert all(word in " ".join(" ".join(lines).split()) for word in ("Oppsummering,", "kvalitet"))


if __name__ == "__main__":
    for language in LANGUAGES:
        for path, text in golden(language).items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
