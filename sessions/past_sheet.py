"""A table of cafés that were held before: read from a spreadsheet's CSV, and checked line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.past import PastCafe
from sessions.plan_fields import LONGEST
from sessions.sheets import Row, SheetError, bare, read_sheet

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("cafe", "theme", "little_useful", "useful", "very_useful", "answered", "present")
MOST = 2000  # people, and cafés: as many as a plan can have
# Other headings for the same, as people write them; without spaces, underscores, dots and accents.
_ALSO = {
    "cafe": ("kafe", "nr", "nummer", "no", "number", "møte", "samling"),
    "theme": ("tema",),
    "little_useful": ("litenyttig", "litenyttige", "notveryuseful"),
    "useful": ("nyttig",),
    "very_useful": ("sværtnyttig", "svaertnyttig", "særsnyttig", "megetnyttig", "veldignyttig"),
    "answered": ("svar", "svart", "besvart", "antallsvar", "talpåsvar", "answers"),
    "present": ("tilstede", "antalltilstede", "deltakere", "deltakarar", "frammøtte"),
}
_TOTALS = {"sum", "totalt", "total", "totals", "i alt", "all", "alle"}


def read_past(path: Path) -> tuple[PastCafe, ...]:
    """Read the cafés of a table, by number. Raises SheetError, which names the line of what is wrong."""
    head, *rows = read_sheet(path)
    places = _places(head)
    cafes: dict[int, PastCafe] = {}
    totals: Row | None = None
    for row in rows:
        if any(row.cells[len(head.cells) :]):
            raise SheetError("sheet.cells", line=row.line, found=len(row.cells), wanted=len(head.cells))
        if _cell(row, places["cafe"]).casefold() in _TOTALS:
            totals = row
            continue
        cafe = _cafe(row, places)
        if cafe.number in cafes:
            raise SheetError("sheet.twice", line=row.line, number=cafe.number)
        cafes[cafe.number] = cafe
    if not cafes:
        raise SheetError("sheet.empty", path=path)
    if totals:
        _check_totals(totals, places, tuple(cafes.values()))
    return tuple(cafes[number] for number in sorted(cafes))


def _places(head: Row) -> dict[str, int]:
    """Give the place of each column by its heading. Raises SheetError when one lacks, or is there twice."""
    headings = [re.sub(r"[\s_.]", "", cell.casefold().replace("é", "e")) for cell in head.cells]
    places = {}
    for column in COLUMNS:
        known = {column.replace("_", ""), *_ALSO[column]}
        found = [place for place, heading in enumerate(headings) if heading in known]
        if len(found) != 1:
            key = "sheet.column" if not found else "sheet.column_twice"
            raise SheetError(key, line=head.line, column=column, columns=", ".join(COLUMNS))
        places[column] = found[0]
    return places


def _cafe(row: Row, places: dict[str, int]) -> PastCafe:
    number = {column: _whole(row, places, column) for column in COLUMNS if column != "theme"}
    theme = bare(_cell(row, places["theme"]))
    if len(theme) > LONGEST:
        raise SheetError("sheet.long", line=row.line, most=LONGEST)
    if not number["cafe"]:
        raise SheetError("sheet.number", line=row.line, column="cafe", value=0, least=1, most=MOST)
    cafe = PastCafe(
        number["cafe"],
        theme,
        number["little_useful"],
        number["useful"],
        number["very_useful"],
        number["present"],
    )
    if cafe.answered != number["answered"]:
        told = " + ".join(str(count) for count in (cafe.little, cafe.useful, cafe.very))
        raise SheetError("sheet.sum", line=row.line, told=told, sum=cafe.answered, answered=number["answered"])
    if cafe.answered > cafe.present:
        raise SheetError("sheet.present", line=row.line, answered=cafe.answered, present=cafe.present)
    return cafe


def _check_totals(row: Row, places: dict[str, int], cafes: tuple[PastCafe, ...]) -> None:
    sums = {
        "little_useful": sum(cafe.little for cafe in cafes),
        "useful": sum(cafe.useful for cafe in cafes),
        "very_useful": sum(cafe.very for cafe in cafes),
        "answered": sum(cafe.answered for cafe in cafes),
        "present": sum(cafe.present for cafe in cafes),
    }
    for column, wanted in sums.items():
        found = _whole(row, places, column, most=MOST * MOST)
        if found != wanted:
            raise SheetError("sheet.totals", line=row.line, column=column, found=found, sum=wanted)


def _whole(row: Row, places: dict[str, int], column: str, most: int = MOST) -> int:
    """Read a whole number; "17,0" is one, as spreadsheets write it where a comma divides."""
    cell = _cell(row, places[column])
    match = re.fullmatch(r"([0-9]{1,7})(?:[.,]0+)?", cell)
    if not match:
        raise SheetError("sheet.no_number", line=row.line, column=column, value=cell[:40])
    if int(match[1]) > most:
        raise SheetError("sheet.number", line=row.line, column=column, value=match[1], least=0, most=most)
    return int(match[1])


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
