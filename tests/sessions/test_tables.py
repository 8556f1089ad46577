"""People spread evenly, and the café says so when a table is too full for one talk."""

import pytest

from sessions.tables import Crowding, crowding, fullest


@pytest.mark.parametrize(
    ("present", "tables", "seated", "state"),
    [
        *[(27, 5, 6, Crowding.FINE), (30, 5, 6, Crowding.FINE), (31, 5, 7, Crowding.TIGHT), (40, 5, 8, Crowding.TIGHT)],
        *[(41, 5, 9, Crowding.CROWDED), (0, 5, 0, Crowding.FINE), (12, 0, 0, Crowding.FINE)],
    ],
)
def test_the_fullest_table_decides(present: int, tables: int, seated: int, state: Crowding) -> None:
    assert fullest(present, tables) == seated
    assert crowding(present, tables) is state
