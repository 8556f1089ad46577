"""The filter: a line in, a line out."""

import json

import pytest

from sessions.mask.filter import filter_lines

LINE = json.dumps({"text": "Kari sa nei", "participants": [{"name": "Kari Nordmann", "unit": "", "profession": ""}]})


def test_a_line_comes_back_masked_with_its_places() -> None:
    (line,) = filter_lines([LINE])
    assert json.loads(line) == {"text": "En kollega sa nei", "spans": [[0, 4, "PARTICIPANT", True]]}


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"txt": "a"}', '{"text": 1}', '{"text": "a", "participants": [{"unit": "b"}]}', '"a"']
)
def test_a_line_that_does_not_read_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(filter_lines([LINE, line]))
