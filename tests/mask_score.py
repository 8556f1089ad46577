"""How much the mask takes out and how much it takes too much, on notes with known places.

    python -m tests.mask_score [--corpus FILE …] [--misses] [--dump FILE]

Strict: a name of which a word is left is a leak; every ordinary word that is gone is a false alarm. Without --corpus
each file of `tests/corpus` is scored and a line of the README's table printed for it; their heads tell which were read
before rules were mended, and what they gave at first sight.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sessions.mask import mask
from sessions.people import Person

CORPUS = Path(__file__).parent / "corpus"
TYPES = {
    "P": "PARTICIPANT", "O": "PERSON_OTHER", "R": "UNIQUE_ROLE", "F": "FNR", "T": "PHONE", "E": "EMAIL", "A": "ADDRESS",
    "M": "ROOM", "D": "DATE_OF_BIRTH",
}  # fmt: skip
LANGUAGES = {"b": "nb", "n": "nn", "d": "dia"}
_SPAN = re.compile(r"\[([^|\[\]]+)\|([A-Z])\]")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+")
# Beside what is taken out these words belong to it: whether "fru" goes with "fru Hansen" is a matter of reading well.
_BESIDE = """
    fru herr hr dr frk ho han hun hu sjukepleiar sykepleier rom rommet tlf fnr f født fødd leilighet lege legen
    tilsynslege avdelingsleder virksomhetsleder kommunalsjef sønnen datter kona d
"""
SAFE = ("safe notes", "notes with spans")
_TITLES = frozenset(_BESIDE.split())


@dataclass(frozen=True)
class Gold:
    """A note with what must be taken out of it: places in characters, and the kind of each."""

    id: str
    lang: str
    half: str
    text: str
    people: tuple[Person, ...]
    spans: tuple[tuple[int, int, str], ...]


@dataclass
class Tally:
    """What was counted over notes."""

    spans: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        """Give the share of spans of a kind of which no word is left, in per cent."""
        return 100 * self.found[kind] / max(1, self.spans[kind])

    def share(self, part: str, whole: str) -> float:
        """Give one count as per cent of another."""
        return 100 * self.counts[part] / max(1, self.counts[whole])


def read_marked(path: Path, half: str) -> Iterator[Gold]:
    """Read notes in which every place stands as `[words|K]`, under the lists of their sessions."""
    people: list[Person] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        sign, _, rest = line.partition(" ")
        if sign == "==":
            people = []
        elif sign == "@":
            people.append(Person(*(cell.strip() for cell in rest.split("|"))))
        elif sign in LANGUAGES:
            text, spans = unmarked(rest)
            yield Gold(f"{path.stem}-{number}", LANGUAGES[sign], half, text, tuple(people), spans)


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Take the marks out of a note and give the places they stood for."""
    text, spans, place = "", [], 0
    for match in _SPAN.finditer(marked):
        text += marked[place : match.start()]
        spans.append((len(text), len(text) + len(match[1]), TYPES[match[2]]))
        text += match[1]
        place = match.end()
    return text + marked[place:], tuple(spans)


def read_rows(path: Path) -> Iterator[Gold]:
    """Read notes from JSON lines with text, participants and spans (or persons)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        people = tuple(
            Person(p["name"], p.get("unit", ""), p.get("profession", "")) for p in row.get("participants", [])
        )
        spans = row.get("spans") or [[*span, "PERSON"] for span in row.get("persons", [])]
        yield Gold(
            str(row.get("id", number)),
            row.get("lang", ""),
            row.get("half", ""),
            row["text"],
            people,
            tuple(map(tuple, spans)),
        )


def read_corpus(path: Path) -> Iterator[Gold]:
    """Read notes from a file of either form, told apart by its name."""
    return read_marked(path, path.stem) if path.suffix == ".txt" else read_rows(path)


def corpus(half: str) -> Iterator[Gold]:
    """Give the notes of one file of the corpus in this repository."""
    yield from read_marked(CORPUS / f"{half}.txt", half)


def score(notes: Iterable[Gold], *, uncertain: bool = False) -> Tally:
    """Mask every note and count what was found, what leaked and what was lost."""
    tally = Tally()
    for note in notes:
        findings = mask(note.text, note.people, strangers=not note.people).findings
        covered = bytearray(len(note.text))
        for finding in findings:
            if finding.sure or uncertain:
                covered[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
        _count(note, covered, tally)
    return tally


def _count(note: Gold, covered: bytearray, tally: Tally) -> None:
    leaks = [
        note.text[start:end]
        for start, end, kind in note.spans
        if not _counted(note, (start, end, kind), covered, tally)
    ]
    lost = _ordinary_lost(note, covered, tally)
    tally.counts["notes with spans"] += bool(note.spans)
    tally.counts["safe notes"] += bool(note.spans) and not leaks
    tally.counts["clean notes"] += not note.spans
    tally.counts["touched clean notes"] += not note.spans and bool(lost)
    if leaks or lost:
        tally.misses.append(f"{note.id}: left {leaks} lost {lost} | {note.text}")


def _counted(note: Gold, span: tuple[int, int, str], covered: bytearray, tally: Tally) -> bool:
    start, end, kind = span
    pieces = [(start + m.start(), start + m.end()) for m in _PIECE.finditer(note.text[start:end])]
    letters = [place for a, b in ([p for p in pieces if p[1] - p[0] > 1] or pieces) for place in range(a, b)]
    if note.text[end - 1] == "s" and len(letters) > 2 and letters[-1] == end - 1:
        letters.pop()
    found = all(covered[place] for place in letters)
    tally.spans[kind] += 1
    tally.found[kind] += found
    return found


def _ordinary_lost(note: Gold, covered: bytearray, tally: Tally) -> list[str]:
    words = [(m.start(), m.end(), m.group().casefold()) for m in _WORD.finditer(note.text)]
    gold = [any(start < b and end > a for a, b, _ in note.spans) for start, end, _ in words]
    lost = []
    for index, (start, end, word) in enumerate(words):
        beside = gold[index + 1 : index + 2] == [True] or (index > 0 and gold[index - 1])
        if gold[index] or (word.rstrip(".") in _TITLES and beside):
            continue
        tally.counts["ordinary words"] += 1
        if any(covered[start:end]):
            tally.counts["lost words"] += 1
            lost.append(word)
    return lost


def report(tally: Tally, notes: int, seconds: float) -> str:
    """Write the table."""
    lines = [f"{'kind':20}{'n':>6}{'recall %':>10}"]
    lines += [f"{kind:20}{tally.spans[kind]:6}{tally.recall(kind):10.1f}" for kind in sorted(tally.spans)]
    lines += [
        f"{'ordinary words lost':26}{tally.share('lost words', 'ordinary words'):10.2f} %",
        f"{'clean notes touched':26}{tally.share('touched clean notes', 'clean notes'):10.2f} %",
        f"{'safe notes with spans':26}{tally.share('safe notes', 'notes with spans'):10.2f} %",
        f"{notes} notes in {seconds:.2f} s",
    ]
    return "\n".join(lines)


def table() -> str:
    """Write the table of the README: a line for each file of the corpus."""
    lines = ["| corpus | notes | " + " | ".join(TYPES.values()) + " | words lost | clean notes touched | fully safe |"]
    lines.append("|---" * (len(TYPES) + 5) + "|")
    for path in sorted(CORPUS.glob("*.txt")):
        notes = list(read_corpus(path))
        tally = score(notes)
        recall = [f"{tally.recall(kind):.1f}" if tally.spans[kind] else "" for kind in TYPES.values()]
        lost = f"{tally.share('lost words', 'ordinary words'):.2f} %"
        notes_lost = [f"{tally.share(*pair):.1f} %" for pair in (("touched clean notes", "clean notes"), SAFE)]
        lines.append(f"| {path.stem} | " + " | ".join([str(len(notes)), *recall, lost, *notes_lost]) + " |")
    return "\n".join(lines) + "\n"


def dump(notes: Iterable[Gold], path: Path) -> None:
    """Write notes as JSON lines, for other scorers."""
    rows = (
        {
            "id": n.id, "lang": n.lang, "half": n.half, "text": n.text, "spans": n.spans,
            "participants": [{"name": p.name, "unit": p.unit, "profession": p.profession} for p in n.people],
        }
        for n in notes
    )  # fmt: skip
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Score the notes asked for and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, nargs="*", default=[])
    arguments.add_argument("--misses", action="store_true", help="show every note with a leak or a lost word")
    arguments.add_argument("--dump", type=Path, help="write the notes as JSON lines instead of scoring them")
    given = arguments.parse_args()
    notes = [note for path in given.corpus for note in read_corpus(path)]
    if given.dump:
        dump(notes, given.dump)
        return
    if not notes:
        sys.stdout.write(table())
        return
    begun = time.perf_counter()
    tally = score(notes)
    sys.stdout.write(report(tally, len(notes), time.perf_counter() - begun) + "\n")
    if given.misses:
        sys.stdout.write("\n".join(tally.misses) + "\n")


if __name__ == "__main__":
    main()
