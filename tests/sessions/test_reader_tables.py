"""Files that went through a word processor, whose four lines have become a table."""

from __future__ import annotations

import pytest

from tests.sessions.grouped import filled
from tests.sessions.test_reader import FILE, ONE, answers, reading, told

GRID = """
+--------------------------+--------------------------------+
| Slik forstår vi saken:   | Vi ser det                     |
+--------------------------+--------------------------------+
| **Dette gjør vi**        | Vi ordner det                  |
+--------------------------+--------------------------------+
| Ansvarlig:               | Tone                           |
+--------------------------+--------------------------------+
| Frist:                   | 1\\. mai                        |
+--------------------------+--------------------------------+
"""
DASHES = """
  ------------------------ ------------------------
  Slik forstår vi          Vi ser det
  saken:

  Dette gjør vi:           Vi ordner det

  Ansvarlig:               Tone

  Frist:                   1\\. mai
  ------------------------ ------------------------
"""
SIMPLE = """
  Slik forstår vi saken:   Vi ser det
  ------------------------ ------------------------
  Dette gjør vi:           Vi ordner det
  Ansvarlig:               Tone
  Frist:                   1\\. mai
"""
PIPES = """
| Slik forstår vi saken: | Vi ser det |
|------------------------|------------|
| Dette gjør vi:         | Vi ordner det |
| Ansvarlig:             | Tone       |
| Frist:                 | 1\\. mai    |
"""


@pytest.mark.parametrize("table", [GRID, DASHES, PIPES], ids=["grid", "dashes", "pipes"])
def test_a_table_of_a_word_processor_is_read_row_by_row(table: str) -> None:
    start, end = FILE.index("- Slik forstår"), FILE.index("### Sak 3-4")
    found = FILE[:start] + table.strip("\n") + "\n\n" + FILE[end:]
    assert answers(found)["3-2"] == ONE
    assert told(found) == []


def test_a_wrapped_cell_is_unwrapped_and_keeps_the_numbers_of_lines() -> None:
    wrapped = GRID.replace(
        "| Vi ordner det                  |\n",
        "| Vi ordner det som dere ber om, |\n"
        "|                          | og mer til                     |\n"
        "|                          |                                |\n"
        "|                          | To avsnitt\\                    |\n"
        "|                          | og en linje                    |\n",
    )
    start, end = FILE.index("- Slik forstår"), FILE.index("### Sak 3-4")
    text = FILE[:start] + wrapped.strip("\n") + "\n\nHilsen Tone\n\n" + FILE[end:]
    found = reading(text)
    assert found.filled[0].lines[1] == "Vi ordner det som dere ber om, og mer til\n\nTo avsnitt\nog en linje"
    [doubt] = found.doubts
    assert text.split("\n")[doubt.line - 1] == doubt.told == "Hilsen Tone"


def test_another_table_is_left_as_it_is() -> None:
    text = filled(FILE, "3-2", "Ja").replace("\n---\n", "\n  ---- ----\n  uke  antall\n  12   3\n  ---- ----\n\n---\n")
    assert answers(text)["3-2"][0] == "Ja"
