"""Make `sessions/mask/data/names.txt.xz` from the name counts of Statistics Norway.

    python -m tests.sessions.mask.training.build_names NAMES.json.gz EXTRA.txt OUT.txt.xz

A line is a folded name and two digits: how common it is as a first name and as a last name, each the logarithm to
base 4 of the number of people, 0 for none.
"""

import gzip
import json
import lzma
import math
import sys
from collections import Counter
from pathlib import Path

from sessions.mask.note import WORD, fold

BIRTHS_OF_ONE_SEX = 27_000
"""A year, about, over the last century: turns the tables' shares of a birth cohort into people."""
OLDEST_COHORT = 1925


def first_names(tables: dict[str, list[tuple[str, int]]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for cohort, rows in tables.items():
        if int(cohort[:4]) >= OLDEST_COHORT:
            for name, share in rows:
                for part in WORD.findall(name):
                    counts[fold(part)] += round(share / 1000 / 100 * BIRTHS_OF_ONE_SEX)
    return counts


def last_names(tables: dict[str, list[tuple[str, int]]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for rows in tables.values():
        for name, people in rows:
            for part in WORD.findall(name):
                counts[fold(part)] = max(counts[fold(part)], people)
    return counts


def digit(people: int) -> int:
    return min(9, round(math.log(people, 4))) if people > 0 else 0


def main(tables: str, extra: str, out: str) -> None:
    data = json.loads(gzip.decompress(Path(tables).read_bytes()))
    first, last = first_names(data["first_names"]), last_names(data["surnames"])
    for line in Path(extra).read_text(encoding="utf-8").splitlines():
        part, _, names = line.partition(":")
        for name in WORD.findall(names):
            counts = last if part == "last" else first
            counts[fold(name)] = max(counts[fold(name)], 64)
    known = sorted(set(first) | set(last))
    lines = [f"{name}\t{digit(first[name])}{digit(last[name])}\n" for name in known if len(name) > 1]
    Path(out).write_bytes(lzma.compress("".join(lines).encode("utf-8"), preset=9))


if __name__ == "__main__":
    main(*sys.argv[1:])
