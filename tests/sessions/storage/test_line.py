"""A line of the journal is read as it was written, or it is known not to be."""

from hypothesis import given
from hypothesis import strategies as st

from sessions.storage.line import line_of, read_lines
from sessions.storage.steps import as_transaction, put

texts = st.lists(st.text(max_size=20), min_size=1, max_size=6)


def journal(texts: list[str]) -> list[bytes]:
    return [line_of(1, n, as_transaction([put("notes", "a", {"text": text})])) for n, text in enumerate(texts, 1)]


def text_of(raw: bytes) -> list[str]:
    return [line.steps[0][3]["text"] for line in read_lines(raw).lines]


@given(texts)
def test_lines_are_read_as_they_were_written(texts: list[str]) -> None:
    raw = b"".join(journal(texts))
    reading = read_lines(raw)
    assert [line.steps[0][3]["text"] for line in reading.lines] == texts
    assert [(line.generation, line.sequence) for line in reading.lines] == [(1, n + 1) for n in range(len(texts))]
    assert (reading.unreadable, reading.end) == ([], len(raw))


@given(texts, st.data())
def test_a_cut_at_any_byte_leaves_the_lines_before_it(texts: list[str], data: st.DataObject) -> None:
    lines = journal(texts)
    cut = data.draw(st.integers(0, sum(map(len, lines))))
    whole = [sum(map(len, lines[:count])) for count in range(len(lines) + 1)]
    reading = read_lines(b"".join(lines)[:cut])
    assert reading.end == max(end for end in whole if end <= cut)
    assert len(reading.lines) == whole.index(reading.end)
    assert reading.unreadable == []


@given(texts, st.data())
def test_a_changed_byte_costs_one_line_at_most(texts: list[str], data: st.DataObject) -> None:
    """Never more, and never a line that says something else; what was lost stands in what could not be read."""
    lines = journal(texts)
    raw = bytearray(b"".join(lines))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    hit = next(n for n in range(len(lines)) if place < sum(map(len, lines[: n + 1])))
    reading = read_lines(bytes(raw))
    without = texts[:hit] + texts[hit + 1 :]
    read = [line.steps[0][3]["text"] for line in reading.lines]
    assert read in (texts, without)
    assert (read == texts) == (reading.unreadable == [])


def test_zeros_at_the_end_are_a_torn_tail() -> None:
    """Some file systems leave them after a power cut."""
    lines = journal(["a", "b"])
    reading = read_lines(lines[0] + bytes(len(lines[1])))
    assert (len(reading.lines), reading.unreadable, reading.end) == (1, [], len(lines[0]))


def test_line_ends_of_another_editor_do_no_harm() -> None:
    assert text_of(b"".join(journal(["a", "b", "c"])).replace(b"\n", b"\r\n")) == ["a", "b", "c"]
