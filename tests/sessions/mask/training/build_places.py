"""Make `sessions/mask/data/places.txt` from the populated places of GeoNames.

    python -m tests.sessions.mask.training.build_places CITIES500.json OUT.txt

Takes the names of Norwegian places of at least 500 people that are one word, folded, one a line.
"""

import json
import sys
from pathlib import Path

from sessions.mask.note import WORD, fold


def main(cities: str, out: str) -> None:
    places = json.loads(Path(cities).read_text(encoding="utf-8")).values()
    names = {place["name"] for place in places if place["countrycode"] == "NO"}
    kept = sorted(fold(name) for name in names if WORD.fullmatch(name))
    Path(out).write_text("".join(f"{name}\n" for name in kept), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
