"""Stock TinyDB, and what is in a TinyDB."""

from typing import Any

from tinydb import TinyDB
from tinydb.table import Document, Table

Row = tuple[str, dict[str, Any]]


class StockTable(Table):
    """Stock in all but the keys, which are strings as ours are."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets a table choose, its annotation does not


class StockDB(TinyDB):
    table_class = StockTable


def keyed(name: str, **fields: object) -> Document:
    return Document(fields, doc_id=key(name))


def key(name: str) -> Any:  # noqa: ANN401 - TinyDB's annotations know only numbers
    """Give a key as TinyDB wants it."""
    return name


def keys(*names: str) -> Any:  # noqa: ANN401 - the same
    """Give keys as TinyDB wants them."""
    return list(names)


def rows(table: Table) -> list[Row]:
    """Every document with its key, in order."""
    return [(str(document.doc_id), dict(document)) for document in table]


def contents(db: TinyDB) -> dict[str, list[Row]]:
    """Every document of every table, in order."""
    return {name: rows(db.table(name)) for name in sorted(db.tables())}
