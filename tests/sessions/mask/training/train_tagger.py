"""Train the tagger on sentences with the places of persons and write its weights.

    python -m tests.sessions.mask.training.train_tagger TRAIN.jsonl OUT.txt.xz [EPOCHS]

A line of TRAIN.jsonl is `{"text": …, "persons": [[start, end], …], "other": [[start, end, type], …]}`.
"""

import json
import lzma
import random
import sys
from pathlib import Path

from sessions.mask.note import Note, read
from sessions.mask.tagger import NO_NAME, OTHER_NAME, PERSON, features, is_candidate

DROPPED = 0.25
"""Share of the looks at a word in which its own letters are hidden, so that its surroundings are learnt too."""
MARGIN = (40.0, 2.0, 2.0)
"""By how much the right reading must win: a person left in a text is worse than a word too many taken out."""
SCALE = 100
SMALLEST = 12


class Model:
    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = {}
        self.totals: dict[str, list[float]] = {}
        self.stamps: dict[str, int] = {}
        self.step = 0

    def scores(self, found: list[str]) -> list[float]:
        rows = [self.weights[feature] for feature in found if feature in self.weights]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0, 0.0, 0.0]

    def settle(self, feature: str) -> None:
        waited = self.step - self.stamps.get(feature, 0)
        totals = self.totals.setdefault(feature, [0.0, 0.0, 0.0])
        for label, weight in enumerate(self.weights.get(feature, (0.0, 0.0, 0.0))):
            totals[label] += waited * weight
        self.stamps[feature] = self.step

    def learn(self, found: list[str], gold: int, guess: int) -> None:
        for feature in found:
            self.settle(feature)
            row = self.weights.setdefault(feature, [0.0, 0.0, 0.0])
            row[gold] += 1
            row[guess] -= 1

    def averaged(self) -> dict[str, list[int]]:
        for feature in self.weights:
            self.settle(feature)
        return {feature: [round(SCALE * total / self.step) for total in row] for feature, row in self.totals.items()}


def gold_labels(note: Note, row: dict[str, list[list[int]]]) -> list[int]:
    labels = [NO_NAME] * note.size
    for spans, label in ((row.get("other", []), OTHER_NAME), (row["persons"], PERSON)):
        for start, end, *_ in spans:
            for index in range(note.size):
                if note.starts[index] < end and note.ends[index] > start:
                    labels[index] = label
    return labels


def hide(found: list[str], rng: random.Random) -> list[str]:
    return [feature for feature in found if feature[0] not in "wp234"] if rng.random() < DROPPED else found


def train(rows: list[tuple[Note, list[int]]], epochs: int) -> Model:
    model, rng = Model(), random.Random(4)
    for _ in range(epochs):
        rng.shuffle(rows)
        for note, labels in rows:
            before = NO_NAME
            for index in range(note.size):
                if not is_candidate(note, index):
                    before = NO_NAME
                    continue
                model.step += 1
                found = hide(features(note, index, before), rng)
                scores = model.scores(found)
                scores[labels[index]] -= MARGIN[labels[index]]
                before = scores.index(max(scores))
                if before != labels[index]:
                    model.learn(found, labels[index], before)
    return model


def main(source: str, out: str, epochs: str = "8") -> None:
    parsed = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
    rows = [(note, gold_labels(note, row)) for row in parsed if (note := read(row["text"])).size]
    weights = train(rows, int(epochs)).averaged()
    kept = sorted((feature, row) for feature, row in weights.items() if max(row) - min(row) >= SMALLEST)
    lines = [
        f"{feature}\t{row[0]}\t{row[1]}\t{row[2]}\n"
        for feature, row in kept
        if "\t" not in feature and feature.isprintable()
    ]
    Path(out).write_bytes(lzma.compress("".join(lines).encode("utf-8"), preset=9))


if __name__ == "__main__":
    main(*sys.argv[1:])
