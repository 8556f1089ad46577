"""Files and functions stay small enough to read in one sitting."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for top in ("sessions", "tui", "tests") for path in (ROOT / top).rglob("*.py"))
FILE_LINES, FUNCTION_LINES, APP_LINES = 300, 40, 200


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_short(path: Path) -> None:
    ceiling = APP_LINES if path == ROOT / "tui" / "app.py" else FILE_LINES
    assert lines_of(path) <= ceiling


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_function_fits_on_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions
        if f.end_lineno and f.end_lineno - f.lineno >= FUNCTION_LINES
    }
    assert not long
