"""A table is read whatever spreadsheet wrote it, and no cell that is written acts in the one that opens it."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.sheets import LARGEST, Row, SheetError, bare, harmless, read_sheet, sheet
from tests.sessions.building import LINES, NASTY

TABLE = 'nr,tema\n1,Måltider\n2,"Natt, og uro"\n'
ROWS = [("nr", "tema"), ("1", "Måltider"), ("2", "Natt, og uro")]


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "tabell.csv"
    path.write_bytes(raw)
    return path


def semicolons(text: str) -> str:
    return text.replace('"Natt, og uro"', "Natt| og uro").replace(",", ";").replace("|", ",")


@pytest.mark.parametrize(
    "raw",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("cp1252"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        semicolons(TABLE).encode("cp1252"),
        semicolons(TABLE).replace(";", "\t").encode("utf-16"),
        b"sep=;\r\n" + semicolons(TABLE).encode("cp1252"),
        b"\n\n;;\n" + semicolons(TABLE).encode() + b";\n\n",
        TABLE.rstrip().encode(),
    ],
    ids=["utf-8", "mark", "cp1252", "crlf", "cr", "excel", "utf-16", "sep", "empty lines", "no last line end"],
)
def test_a_table_is_the_same_whatever_program_wrote_it(tmp_path: Path, raw: bytes) -> None:
    assert [row.cells[:2] for row in read_sheet(written(tmp_path, raw))] == ROWS


def test_each_row_has_the_line_on_which_it_begins(tmp_path: Path) -> None:
    rows = read_sheet(written(tmp_path, b'a,b\n\n"over\nto linjer",c\nd,e\n'))
    assert rows == (Row(1, ("a", "b")), Row(3, ("over to linjer", "c")), Row(5, ("d", "e")))


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n;;;\n", "empty"),
        (b"sep=;\n", "empty"),
        (b"PK\x03\x04\x14\x00\x06\x00", "no_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no_text"),
        (b"nr,tema\n1,\x81\x02\n", "no_text"),
        (b"\xff\xfea", "no_text"),
        (b"a" * (LARGEST + 1), "large"),
        (b'a,b\nc,"d\n', "syntax"),
        (b'a,b\n1,2\n3,"d"e\n', "syntax"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path: Path, raw: bytes, key: str) -> None:
    with pytest.raises(SheetError) as caught:
        read_sheet(written(tmp_path, raw))
    assert caught.value.key == f"sheet.{key}"


def test_a_quotation_mark_that_is_never_closed_is_told_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as caught:
        read_sheet(written(tmp_path, b'a,b\n1,2\n3,"d\n'))
    assert caught.value.values["line"] == 3


def test_a_file_that_is_not_there_and_one_that_is_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "borte.csv", tmp_path, Path("nul\x00l")):
        with pytest.raises(SheetError) as caught:
            read_sheet(path)
        assert caught.value.key == "sheet.missing"


@pytest.mark.parametrize("cell", ["=1+1", "+47 12", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|'/c calc'!A0"])
def test_a_cell_that_begins_as_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == "'" + " ".join(cell.split())


@pytest.mark.parametrize("cell", ["bra;=1+1", "bra; =1", 'bra;"=1"', 'bra;" -1"', "bra;\t@A"])
def test_a_formula_after_a_semicolon_is_none_where_semicolons_divide(cell: str) -> None:
    assert re.search(r";'", harmless(cell))


@pytest.mark.parametrize("cell", ["100,-", "bra; bedre", "a = b", "e-post", "'sitat'", "æøå", ""])
def test_ordinary_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.tuples(NASTY, st.integers(0, 99), NASTY), min_size=1, max_size=5))
def test_no_cell_of_a_sheet_begins_as_a_formula_whatever_divides_its_cells(rows: list[tuple[str, int, str]]) -> None:
    text = sheet(rows)
    assert text.count("\n") == len(rows)
    for delimiter in ",;\t":
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            assert not any(re.match(r"\s*[=+\-@]", cell) for cell in cells)


@given(st.lists(st.tuples(LINES, LINES), max_size=4))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    found = list(csv.reader(io.StringIO(sheet(rows), newline="")))
    assert [tuple(bare(cell) for cell in cells) for cells in found] == [
        tuple(bare(harmless(cell)) for cell in row) for row in rows
    ]
    assert bare(harmless("-ja")) == "-ja"
