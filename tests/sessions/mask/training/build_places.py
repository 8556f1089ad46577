"""Make `sessions/mask/data/places.txt` and `post_towns.txt` from GeoNames and from the register of post codes.

    python -m tests.sessions.mask.training.build_places CITIES500.json POST-CODES.json PLACES.txt POST_TOWNS.txt

Takes the names of Norwegian places of at least 500 people, and of the others that have a post code: those of one word,
folded, one a line.
"""

import json
import sys
from pathlib import Path

from sessions.mask.lexicon import RARE, word_strength
from sessions.mask.note import WORD, fold


def main(cities: str, codes: str, places: str, post_towns: str) -> None:
    rows = json.loads(Path(cities).read_text(encoding="utf-8")).values()
    large = {fold(row["name"]) for row in rows if row["countrycode"] == "NO" and WORD.fullmatch(row["name"])}
    towns = {fold(name) for name in json.loads(Path(codes).read_text(encoding="utf-8")).values()}
    small = {name for name in towns - large if WORD.fullmatch(name) and word_strength(name) <= RARE}
    for names, out in ((large, places), (small, post_towns)):
        Path(out).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
