"""Train what weighs whether a listed word stands as the name, on the marked notes, and write its weights.

    uv run --with scikit-learn python -m tests.sessions.mask.training.train_name_or_word OUT.txt CORPUS.txt …

Both sides are made from the same notes. Names: where someone of the list is named, others are put who are called as a
word is. Words: where an ordinary word stands that some are called, it is taken as if someone of the list were.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sessions.mask import places
from sessions.mask.lexicon import names, word_strength
from sessions.mask.name_or_word import features
from sessions.mask.note import Note, fold, read
from sessions.mask.roster import Entry, Form
from tests.mask_score import Gold, read_marked

OTHERS = 7
"""How many other people are put where one is named."""
WORD_AT_MOST = 20
"""How often one ordinary word is taken, so that the most common ones do not decide everything."""
KNOWN_NAME = 4
STRENGTH, SCALE, SMALLEST = 0.1, 100, 2


class Example(NamedTuple):
    """What is seen of a word, whether it is a name there, and the file it came from."""

    seen: list[str]
    is_name: bool
    corpus: str


def is_first(name: str) -> bool:
    return name in names() and names()[name].first >= names()[name].last


def parts_of_names(note: Gold) -> set[str]:
    return {fold(part) for person in note.people for part in person.name.replace("-", " ").split()}


def names_that_are_words(notes: Iterable[Gold]) -> tuple[list[str], list[str]]:
    """Give first and last names that are words: those of the lists in the notes, and the common ones of the country."""
    listed = {part for note in notes for part in parts_of_names(note)}
    known = {name for name, count in names().items() if max(count) >= KNOWN_NAME}
    also = (name for name in listed | known if word_strength(name) >= 0 or places.is_known(name))
    words = sorted(name for name in also if len(name) > 1)
    return [name for name in words if is_first(name)], [name for name in words if not is_first(name)]


def as_named(note: Gold, shown: str) -> tuple[str, bool, bool] | None:
    """Give how someone is named: the case's ending, whether by the last name, and whether in lower case."""
    for person in note.people:
        parts = person.name.split()
        for ending in ("", "s"):
            core = shown.removesuffix(ending) if shown.endswith(ending) else ""
            for last, forms in ((False, {parts[0], " ".join(parts[:-1])}), (True, {parts[-1]})):
                if core in forms or core in {form.lower() for form in forms}:
                    return ending, last, core.islower()
    return None


def named(note: Gold, firsts: list[str], lasts: list[str], dice: random.Random) -> Iterator[Example]:
    for start, end, kind in note.spans:
        how = as_named(note, note.text[start:end]) if kind == "PARTICIPANT" else None
        if how:
            ending, last, lower = how
            for other in dice.sample(lasts if last else firsts, OTHERS):
                shown = (other if lower else other.title()) + ending
                text = note.text[:start] + shown + note.text[end:]
                yield from _seen(text, start, Entry(Form.NAME, bool(ending), last), note.half, is_name=True)


def worded(note: Gold, words: set[str], met: Counter[str]) -> Iterator[Example]:
    listed = parts_of_names(note)
    cut = read(note.text)
    for index, low in enumerate(cut.folded):
        place = cut.starts[index]
        name = low if low in words else low.removesuffix("s")
        taken = name in listed or any(start <= place < end for start, end, _ in note.spans)
        if not taken and (name in words or _is_named(cut, index)):
            met[low] += 1
            if met[low] <= WORD_AT_MOST:
                entry = Entry(Form.NAME, genitive=name != low, last_name=not is_first(name))
                yield from _seen(note.text, place, entry, note.half, is_name=False)


def _is_named(note: Note, index: int) -> bool:
    """Say whether a word that is no person has a capital that is not due: a place or a thing, as many are called."""
    word = note.words[index]
    return word[0].isupper() and word[1:].islower() and not note.starts_sentence(index)


def _seen(text: str, place: int, entry: Entry, corpus: str, *, is_name: bool) -> Iterator[Example]:
    note = read(text)
    if place in note.starts:
        yield Example(features(note, note.starts.index(place), entry), is_name, corpus)


def examples(notes: list[Gold]) -> list[Example]:
    firsts, lasts = names_that_are_words(notes)
    dice = random.Random(7)
    met: Counter[str] = Counter()
    found = [example for note in notes for example in named(note, firsts, lasts, dice)]
    return found + [example for note in notes for example in worded(note, {*firsts, *lasts}, met)]


def learnt(found: list[Example]) -> dict[str, int]:
    """Fit the weights and give them in hundredths, those that hardly tell anything left out."""
    counts = DictVectorizer()
    table = counts.fit_transform([dict.fromkeys(example.seen, 1) for example in found])
    model = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced", fit_intercept=False)
    model.fit(table, [example.is_name for example in found])
    rows = zip(counts.feature_names_, model.coef_[0], strict=True)
    return {feature: round(SCALE * weight) for feature, weight in rows if abs(SCALE * weight) >= SMALLEST}


def main() -> None:
    out, *paths = map(Path, sys.argv[1:])
    found = examples([note for path in paths for note in read_marked(path, path.stem)])
    weights = learnt(found)
    out.write_text("".join(f"{feature} {weight}\n" for feature, weight in sorted(weights.items())), encoding="utf-8")
    sys.stdout.write(f"{len(found)} examples, {len(weights)} weights\n")


if __name__ == "__main__":
    main()
