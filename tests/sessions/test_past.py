"""Cafés from before are read from a spreadsheet's table whole or not at all, and become a part of the group."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.desk import Desk
from sessions.group import Group
from sessions.past import PastCafe, PastError, with_past
from sessions.past_sheet import COLUMNS, read_past
from sessions.sheets import SheetError
from sessions.store import TinyStore
from sessions.texts import LANGUAGES, texts
from tests.sessions.building import LINES, TestClock, session

AALESUND = Path(__file__).parent / "data" / "alesund-evaluations.csv"
HEAD = ",".join(COLUMNS)
GOOD = "1,Visjon,2,18,5,25,33"


def read(folder: Path, *lines: str, encoding: str = "utf-8") -> tuple[PastCafe, ...]:
    path = folder / "kafeer.csv"
    path.write_bytes("\n".join(lines).encode(encoding))
    return read_past(path)


def test_the_six_cafes_of_aalesund_are_read_as_they_were_counted() -> None:
    cafes = read_past(AALESUND)
    assert [(cafe.number, cafe.answered, cafe.present) for cafe in cafes] == [
        *((1, 23, 31), (2, 28, 37), (3, 25, 33)),
        *((4, 17, 22), (5, 21, 22), (6, 15, 15)),
    ]
    assert [cafe.theme for cafe in cafes][4:] == ["Fag- og forskningskunnskap", "Oppsummering, kvalitet og visjon"]
    assert (sum(c.little for c in cafes), sum(c.useful for c in cafes), sum(c.very for c in cafes)) == (5, 93, 31)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_norwegian_spreadsheet_writes_it_its_own_way(tmp_path: Path, delimiter: str, encoding: str) -> None:
    head = delimiter.join(["Kafé nr.", "Til stede", "Svar", "Lite nyttig", "Nyttig", "Svært nyttig", "Tema", "Merknad"])
    rows = ["2;33;25;2,0;18,00;5;Måltider, og mer;fin dag", "1;31;23;0;17;6;Uro;", "Sum;64;48,0;2;35;11;;", ";;;;;;;"]
    lines = [head.replace("Kafé nr.", "Kafé"), *(row.replace(";", delimiter) for row in rows)]
    assert read(tmp_path, *lines, encoding=encoding) == (
        PastCafe(1, "Uro", 0, 17, 6, 31),
        PastCafe(2, "Måltider, og mer", 2, 18, 5, 33),
    )


@pytest.mark.parametrize(
    ("lines", "key", "line"),
    [
        ((HEAD, GOOD, "2,Uro,2,18,5,24,33"), "sum", 3),
        ((HEAD, "1,Uro,2,18,5,26,33", GOOD), "sum", 2),
        ((HEAD, GOOD, "2,Uro,2,18,5,25,24"), "present", 3),
        ((HEAD, "2,Uro,to,18,5,25,33"), "no_number", 2),
        ((HEAD, "2,Uro,-2,18,5,25,33"), "no_number", 2),
        ((HEAD, '2,Uro,"2,5",18,5,25,33'), "no_number", 2),
        ((HEAD, "2,Uro,²,18,5,25,33"), "no_number", 2),
        ((HEAD, "2,Uro,,18,5,25,33"), "no_number", 2),
        ((HEAD, "2,Uro,2"), "no_number", 2),
        ((HEAD, f"2,Uro,{'9' * 5000},18,5,25,33"), "no_number", 2),
        ((HEAD, "2,Uro,2,18,5,25,99999"), "number", 2),
        ((HEAD, "0,Uro,2,18,5,25,33"), "number", 2),
        ((HEAD, "2,Uro, og mer,2,18,5,25,33"), "cells", 2),
        ((HEAD, f"2,{'u' * 501},2,18,5,25,33"), "long", 2),
        ((HEAD, GOOD, "", GOOD), "twice", 4),
        ((HEAD, GOOD, "Sum,,2,18,5,25,34"), "totals", 3),
        ((HEAD.replace(",present", ""), "1,Visjon,2,18,5,25"), "column", 1),
        (("", HEAD.replace("theme", "present"), GOOD), "column", 2),
        ((f"{HEAD},nyttig", f"{GOOD},18"), "column_twice", 1),
        ((HEAD,), "empty", None),
        ((HEAD, "Sum,,0,0,0,0,0"), "empty", None),
    ],
)
def test_what_is_wrong_is_told_by_its_line_in_one_sentence(
    tmp_path: Path, lines: tuple[str, ...], key: str, line: int | None
) -> None:
    with pytest.raises(SheetError) as caught:
        read(tmp_path, *lines)
    assert (caught.value.key, caught.value.values.get("line")) == (f"sheet.{key}", line)
    for language in LANGUAGES:
        told = texts(language).trouble(caught.value)
        assert line is None or str(line) in told
        assert "\n" not in told


@given(st.lists(st.tuples(LINES, *[st.integers(0, 600)] * 3, st.integers(0, 200)), max_size=4))
def test_whatever_was_counted_is_kept_as_it_was(rows: list[tuple[str, int, int, int, int]]) -> None:
    cafes = tuple(
        PastCafe(number, theme, little, useful, very, little + useful + very + more)
        for number, (theme, little, useful, very, more) in enumerate(rows, start=1)
    )
    group = with_past(Group("Natt"), cafes, ())
    assert group.past == cafes
    assert with_past(group, cafes, ()) == group
    assert with_past(Group("Natt"), reversed(cafes), ()) == group


def test_cafes_from_before_are_there_when_the_folder_is_opened_again(desk: Desk, tmp_path: Path) -> None:
    del desk
    for _ in range(2):
        with TinyStore(tmp_path / "again") as store:
            book = Desk(store, TestClock(), None).book("Natt")  # type: ignore[arg-type]  # no minutes are written
            book.add_past(read_past(AALESUND)).result()
            assert len(book.group.past) == 6
    with TinyStore(tmp_path / "again") as store:
        assert store.groups() == [Group("Natt", past=read_past(AALESUND))]


def test_other_numbers_for_a_cafe_are_refused_whole_and_taken_when_they_are_to_count(desk: Desk) -> None:
    book = desk.book("Natt")
    first, second = PastCafe(1, "Uro", 1, 2, 3, 9), PastCafe(2, "Mat", 1, 2, 3, 9)
    book.add_past([first]).result()
    other = PastCafe(1, "Uro", 1, 2, 4, 9)
    with pytest.raises(PastError) as caught:
        book.add_past([second, other])
    assert (caught.value.key, caught.value.values["number"], book.group.past) == ("past.other", 1, (first,))
    book.add_past([second, other], anew=True).result()
    assert book.group.past == (other, second)


def test_a_meeting_that_was_held_here_is_no_cafe_from_before(desk: Desk) -> None:
    desk.keep(session(group="Natt", number=2))
    with pytest.raises(PastError) as caught:
        desk.book("Natt").add_past([PastCafe(1, "Uro", 0, 0, 0, 9), PastCafe(2, "Mat", 0, 0, 0, 9)], anew=True)
    assert (caught.value.key, desk.book("Natt").group.past) == ("past.held", ())


def test_the_next_meeting_is_counted_on_from_the_cafes_from_before(desk: Desk) -> None:
    desk.book("Natt").add_past(read_past(AALESUND)).result()
    assert [desk.next_number(name) for name in ("Natt", "Dag", "")] == [7, 1, 1]


def test_a_group_is_found_by_a_part_of_its_name_that_is_no_other_s(desk: Desk) -> None:
    from sessions.desk import DeskError

    for name in ("Natt", "Nattevakta", "Dag"):
        desk.keep(session(id=name, group=name))
    assert [desk.find_group(name).name for name in ("natt", "vakt", "DAG")] == ["Natt", "Nattevakta", "Dag"]
    for name in ("nat", "", "kveld"):
        with pytest.raises(DeskError):
            desk.find_group(name)
