"""One session with something of everything, whose minutes are kept in golden/.

`python -m tests.sessions.rich` writes them anew; read what has changed before you keep it.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sessions.items import Fate
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.people import Person
from sessions.session import Session
from sessions.sorting import decided, made
from sessions.tables import Table
from tests.sessions.building import LANGUAGES, note, session

GOLDEN = Path(__file__).parent / "golden"
NOTES = [
    (1, "Vikarer får ikke innlogging, og da blir det viktigste stående på gule lapper."),
    (2, "Kari Nordmann ble sittende igjen alene.\nHun ringte 912 34 567.\n\nIngen svarte."),
    (1, "# Ikke en overskrift\n- ikke en liste\n1. ikke talt\n| ikke | en tabell |\n> ikke sitert"),
    (9, "Skrevet ved et bord <b>uten</b> tema: [lenke](http://vg.no), *stjerner* og www.vg.no 👩\u200d👧"),
    (2, "Åpent kjøkken en dag i uka"),
]


def rich(language: str) -> Session:
    """Give the session in a language."""
    whole = session(
        title="Brukerkunnskap",
        language=language,
        purpose="Hvordan får vi vite hva brukerne egentlig trenger?",
        group="Dialogkafé Utviklingssenteret",
        number=3,
        present=27,
        people=(Person("Kari Nordmann", "Solsida", "vernepleier"), Person("Per Olav Hovland")),
        tables=(Table(1, "Rapport og overlapp"), Table(2, "Måltider")),
    )
    for place, (table, text) in enumerate(NOTES):
        whole = whole.with_note(note(str(place), text, table))
    whole = made(whole, "Vi slår av radioen under middagen. Det trenger vi ikke spørre noen om.")
    whole = made(
        whole,
        "Vikarer får ikke innlogging.\n\nKari sa at det viktigste blir stående på gule lapper.",
        ["0"],
        heading="Vikarer får ikke opplæring i rapportsystemet",
        ask="avklaring av hvem som har ansvar for opplæringen",
    )
    whole = made(whole, "Opplæring av vikarer er ingen sin oppgave.")
    whole = made(whole, "Overlappen er ti minutter #", heading="Overlapp #")
    whole = decided(decided(decided(whole, 2, Fate.RAISED), 4, Fate.RAISED), 1, Fate.KEPT)
    return replace(whole, present=27).approve(date(2010, 11, 17))


def minutes(language: str) -> dict[Path, str]:
    """Give both minutes of the session by the golden file that they are to be like."""
    whole = rich(language)
    return {
        GOLDEN / f"{language}-group.md": group_minutes(whole),
        GOLDEN / f"{language}-leaders.md": leaders_minutes(report_of(whole)),
    }


if __name__ == "__main__":
    for language in LANGUAGES:
        for path, text in minutes(language).items():
            path.write_text(text, encoding="utf-8", newline="\n")
