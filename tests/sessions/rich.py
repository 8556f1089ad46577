"""One session with something of everything, whose minutes are kept in golden/.

`python -m tests.sessions.rich` writes them anew; read what has changed before you keep it.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sessions.answers import Answer, Judgement, Outcome, Verdict
from sessions.group import Group
from sessions.items import Fate
from sessions.minutes.group import group_minutes
from sessions.minutes.leaders import leaders_minutes, report_of
from sessions.path import EarlierItem, earlier_items
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


def earlier(language: str) -> tuple[EarlierItem, ...]:
    """Give what the group raised at its two meetings before: answered, tried, waiting, followed up, raised again."""
    headings = (["Åpen dør på vaktrommet", "Nøkler til medisinskapet"], ["Måltider uten radio", "Sår", "Kjørelister"])
    met = []
    for number, raised in enumerate(headings, start=1):
        whole = session(number=number, language=language, people=(Person("Kari Nordmann"),))
        for heading in raised:
            whole = made(whole, f"{heading}: Kari Nordmann sa at det haster.", heading=heading, ask="et *svar*")
            whole = decided(whole, whole.items_made, Fate.RAISED)
        met.append(whole.approve(date(2010, 8 + number, 14)))
    answers = (
        Answer(
            "1-1", date(2010, 9, 20), "Vi ser det.", "Døra står åpen.\n\n- fra mandag\n- hele dagen", "T. E.", "nå", 1
        ),
        Answer("2-1", date(2010, 10, 20), "Nei, fordi mange vil ha den på. 1. #", after=2),
        Answer("2-2", date(2010, 10, 1), does="Kari Nordmann spør legen", after=1),
        Answer("2-3", date(2010, 10, 1), does="Nye lister", after=1),
    )
    day = date(2010, 10, 14)
    judgements = (
        Judgement("1-1", day, 2, Verdict.SAME),
        Judgement("2-2", date(2010, 11, 16), 3, outcome=Outcome.RAISED_AGAIN),
        Judgement("2-3", day, 2, Verdict.BETTER, Outcome.FOLLOWED_UP),
    )
    return earlier_items(Group("x", answers=answers, judgements=judgements), met, 3)


def minutes(language: str) -> dict[Path, str]:
    """Give both minutes of the session by the golden file that they are to be like."""
    whole, before = rich(language), earlier(language)
    return {
        GOLDEN / f"{language}-group.md": group_minutes(whole, earlier=before),
        GOLDEN / f"{language}-leaders.md": leaders_minutes(report_of(whole, before)),
    }


if __name__ == "__main__":
    for language in LANGUAGES:
        for path, text in minutes(language).items():
            path.write_text(text, encoding="utf-8", newline="\n")
