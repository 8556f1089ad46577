"""Measure what has a bar, and print the ratios. Run as `python -m tests.bench [MODULE...]`; exits 1 if a bar is missed.

Each module beside this one that has a `measure() -> list[Row]` takes part.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.row import Row


def main(names: list[str]) -> int:
    """Measure the modules of these names, or all of them."""
    stems = names or sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    modules = [import_module(f"tests.bench.{stem}") for stem in stems if stem not in {"__main__", "row"}]
    rows: list[Row] = []
    for module in modules:
        for row in module.measure():
            print(row, flush=True)
            rows.append(row)
    return 0 if all(row.holds for row in rows) else 1


sys.exit(main(sys.argv[1:]))
