"""Make `sessions/mask/data/verbs.txt.xz`: the stems of regular verbs of bokmål and nynorsk.

    python -m tests.sessions.mask.training.build_verbs LEMMAS.tsv OUT.txt.xz

A line of LEMMAS.tsv is a language, a word form and its lemma. A stem counts as a verb's when its lemma has a present
and a past in the forms.
"""

import lzma
import sys
from pathlib import Path

SHORTEST = 4


def is_verb(stem: str, forms: set[str]) -> bool:
    present = {stem + "er", stem + "ar"} & forms
    single = stem[:-1] if stem[-1] == stem[-2] not in "td" else stem  # "spilte" of "spille", but no "matte"
    past = {stem + "te", stem + "de", single + "te", single + "de"} & forms or {stem + "et", stem + "a"} <= forms
    return bool(present and past)


def main(lemmas: str, out: str) -> None:
    forms: dict[tuple[str, str], set[str]] = {}
    for line in Path(lemmas).read_text(encoding="utf-8").splitlines():
        language, form, lemma = line.split("\t")
        forms.setdefault((language, lemma), set()).add(form)
    verbs = [lemma for _, lemma in forms if len(lemma) >= SHORTEST and lemma[-1] in "ea" and lemma.islower()]
    stems = {
        lemma[:-1]
        for lemma in verbs
        for language in ("nb", "nn")
        if is_verb(lemma[:-1], forms.get((language, lemma), set()))
    }
    Path(out).write_bytes(lzma.compress("".join(f"{stem}\n" for stem in sorted(stems)).encode("utf-8"), preset=9))


if __name__ == "__main__":
    main(*sys.argv[1:])
