"""The snapshot and its journal belong together, wherever the program was when it died."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, pairwise
from pathlib import Path

import pytest

from sessions.storage.pair import Pair
from sessions.storage.steps import Tables, apply, as_transaction, put, remove, steps_of

EARLIER = [as_transaction([put("notes", name, {"n": 1})]) for name in "abc"]
LATER = [as_transaction([put("notes", "a", {"n": 2})]), as_transaction([remove("notes", "b")])]
AFTER = [as_transaction([put("notes", "d", {"n": 3})])]


@contextmanager
def opened(folder: Path, compact_from: int = 1 << 20) -> Iterator[Pair]:
    pair = Pair(folder, compact_from)
    try:
        yield pair
    finally:
        pair.close()


def result_of(*runs: Sequence[str]) -> Tables:
    tables: Tables = {}
    for transaction in chain(*runs):
        apply(tables, steps_of(transaction))
    return tables


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Make a pair with a snapshot of its own and a journal that goes on from it."""
    folder = tmp_path / "before"
    with opened(folder) as pair:
        pair.append(EARLIER)
    with opened(folder) as pair:
        pair.renew_snapshot(pair.tables)
        pair.empty_journal()
        pair.append(LATER)
    return folder


@pytest.fixture
def after(before: Path) -> Path:
    """Make the same pair, compacted."""
    folder = Path(shutil.copytree(before, before.with_name("after")))
    with opened(folder) as pair:
        pair.renew_snapshot(pair.tables)
        pair.empty_journal()
    return folder


def test_a_pair_is_what_its_journal_makes_of_its_snapshot(before: Path, after: Path) -> None:
    for folder in (before, after):
        with opened(folder) as pair:
            assert pair.tables == result_of(EARLIER, LATER)
            assert pair.damaged is None
    assert (after / "dialogkafe.journal").stat().st_size == 0


def crash(before: Path, after: Path, step: str) -> Path:
    """Lay the files as they are when a compaction stops short after this step."""
    folder = Path(shutil.copytree(before, before.with_name("crashed")))
    new = (after / "dialogkafe.json").read_bytes()
    if step == "half a draft":
        (folder / "dialogkafe.json.new").write_bytes(new[: len(new) // 2])
    if step == "a whole draft":
        (folder / "dialogkafe.json.new").write_bytes(new)
    if step in {"in place", "went on"}:
        (folder / "dialogkafe.json").write_bytes(new)
    if step == "went on":
        with opened(folder) as pair:
            pair.append(AFTER)
        ours = (folder / "dialogkafe.journal").read_bytes()
        (folder / "dialogkafe.journal").write_bytes((before / "dialogkafe.journal").read_bytes() + ours)
    if step == "went on, then lost the new snapshot":
        with opened(folder) as pair:
            pair.renew_snapshot(pair.tables)
            pair.append(AFTER)
        shutil.copy(before / "dialogkafe.json", folder)
    return folder


@pytest.mark.parametrize("step", ["half a draft", "a whole draft", "in place"])
def test_a_crash_during_compaction_loses_and_repeats_nothing(before: Path, after: Path, step: str) -> None:
    folder = crash(before, after, step)
    with opened(folder) as pair:
        assert pair.tables == result_of(EARLIER, LATER)
        assert pair.damaged is None
        assert not (folder / "dialogkafe.json.new").exists()
        pair.append(AFTER)
    with opened(folder) as pair:
        assert pair.tables == result_of(EARLIER, LATER, AFTER)


@pytest.mark.parametrize("step", ["went on", "went on, then lost the new snapshot"])
def test_nothing_is_lost_when_the_journal_could_not_be_emptied(before: Path, after: Path, step: str) -> None:
    """The folder could not be synced, the program went on, and then the power went."""
    with opened(crash(before, after, step)) as pair:
        assert pair.tables == result_of(EARLIER, LATER, AFTER)
        assert pair.damaged is None


def test_a_missing_journal_leaves_the_snapshot(before: Path) -> None:
    (before / "dialogkafe.journal").unlink()
    with opened(before) as pair:
        assert pair.tables == result_of(EARLIER)
        pair.append(AFTER)
    with opened(before) as pair:
        assert pair.tables == result_of(EARLIER, AFTER)


def test_a_missing_snapshot_is_told_and_the_journal_is_kept(before: Path) -> None:
    (before / "dialogkafe.json").unlink()
    with opened(before) as pair:
        assert pair.tables == {"notes": {"a": {"n": 2}}}
        assert pair.damaged is not None
        assert b"0.0 is followed by 1.1" in pair.damaged.read_bytes()


@pytest.mark.parametrize("garbage", [b"\x00" * 64, b"<html>", b'{"notes": {\n"c": {"n": 1},\n"x": {'])
def test_a_garbage_snapshot_is_set_aside_and_the_journal_applied(before: Path, garbage: bytes) -> None:
    (before / "dialogkafe.json").write_bytes(garbage)
    picked_out = {"c": {"n": 1}} if b"notes" in garbage else {}
    with opened(before) as pair:
        assert pair.tables == {"notes": picked_out | {"a": {"n": 2}}}
        assert pair.damaged is not None
        assert garbage in pair.damaged.read_bytes()
        pair.append(AFTER)
    with opened(before) as pair:
        assert pair.tables == {"notes": picked_out | {"a": {"n": 2}, "d": {"n": 3}}}
        assert pair.damaged is None


def test_damage_in_the_journal_is_set_aside_once(before: Path) -> None:
    journal = before / "dialogkafe.journal"
    journal.write_bytes(journal.read_bytes().replace(b'"n":2', b'"n":7'))
    with opened(before) as pair:
        assert pair.tables == result_of(EARLIER, LATER[1:])
        assert pair.damaged is not None
        assert pair.damaged.name.startswith("dialogkafe-damaged-2")
        assert b'"n":7' in pair.damaged.read_bytes()
    with opened(before) as pair:
        assert pair.tables == result_of(EARLIER, LATER[1:])
        assert pair.damaged is None


def test_two_damages_in_one_second_are_kept_apart(before: Path) -> None:
    names = set()
    for _ in range(3):
        (before / "dialogkafe.json").write_bytes(b"{")
        with opened(before) as pair:
            names.add(pair.damaged)
    assert len(names) == 3


def test_it_is_worth_compacting_when_most_of_it_is_history(tmp_path: Path) -> None:
    with opened(tmp_path, compact_from=1_000) as pair:
        counts = []
        for count in range(200):
            pair.append([as_transaction([put("notes", str(count), {"n": count})])])
            apply(pair.tables, [put("notes", str(count), {"n": count})])
            if pair.is_worth_compacting:
                counts.append(count)
                pair.renew_snapshot(pair.tables)
                pair.empty_journal()
        gaps = [later - earlier for earlier, later in pairwise(counts)]
        assert len(counts) >= 3
        assert gaps == sorted(gaps)
