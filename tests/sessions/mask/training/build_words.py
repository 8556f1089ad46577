"""Make `sessions/mask/data/words.txt.xz`: ordinary words, each with how common it is in lower case.

    python -m tests.sessions.mask.training.build_words NORNE_TRAIN.jsonl FORMS.txt OUT.txt.xz

FORMS.txt holds word forms of bokmål and nynorsk, one a line. A line of the outcome is a digit and its words:
the logarithm to base 3 of one more than how often the training text has a word in lower case, 0 for FORMS.txt's own.
"""

import json
import lzma
import math
import sys
from collections import Counter
from pathlib import Path

from sessions.mask.note import WORD, fold


def lower_case_words(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        counts.update(word for word in WORD.findall(row["text"]) if word.islower() and word.isalpha())
    return counts


def main(norne: str, forms: str, out: str) -> None:
    counts = lower_case_words(Path(norne))
    known = {line for line in Path(forms).read_text(encoding="utf-8").split("\n") if line and line.islower()}
    lines: dict[int, list[str]] = {}
    for word in sorted({fold(word) for word in known | set(counts) if len(word) > 1 and word.isalpha()}):
        lines.setdefault(min(9, round(math.log(1 + counts[word], 3))), []).append(word)
    text = "".join(f"{strength} {' '.join(words)}\n" for strength, words in sorted(lines.items()))
    Path(out).write_bytes(lzma.compress(text.encode("utf-8"), preset=9))


if __name__ == "__main__":
    main(*sys.argv[1:])
