"""Tables to try: stock TinyDB's and ours, opened as often as one likes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from sessions.storage.tables import JournaledDB
from tests.sessions.storage.stock import StockDB

Opener = Callable[[], TinyDB]


@pytest.fixture(params=["stock", "ours"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Open the same tables again each time it is called; the time before is closed first."""
    opened: list[TinyDB] = []

    def reopen() -> TinyDB:
        for db in opened:
            db.close()
        stock = request.param == "stock"
        opened.append(StockDB(tmp_path / "stock.json") if stock else JournaledDB(tmp_path / "ours"))
        return opened[-1]

    yield reopen
    for db in opened:
        db.close()
