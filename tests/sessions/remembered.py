"""A group that remembers something of everything, whose look back is kept in golden_lookback/.

`python -m tests.sessions.remembered` writes it anew; read what has changed before you keep it.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sessions.answers import Answer, Judgement, Verdict
from sessions.contract import with_agreement, with_contract
from sessions.group import Group
from sessions.items import Fate
from sessions.lookback import look_back, lookback_markdown
from sessions.people import Person
from sessions.session import Session
from sessions.situation_log import EpisodeKind, HandedIn
from sessions.sorting import decided, made
from sessions.themes import Theme
from sessions.trials import HowItWent, with_report, with_trial
from tests.sessions.building import LANGUAGES, session

GOLDEN = Path(__file__).parent / "golden_lookback"
NAME = "Hjemmetjenesten, gruppe 1"
FIRST, SECOND, THIRD = date(2026, 8, 25), date(2026, 9, 8), date(2026, 11, 17)
TODAY = date(2026, 11, 24)


def meetings(language: str = "nb") -> list[Session]:
    """Give four meetings: one from long ago, two that raised something, one that waits in its lobby."""
    held = []
    for number, day in enumerate((date(2026, 1, 6), FIRST, SECOND), start=1):
        whole = session(
            id=str(number), group=NAME, number=number, day=day, language=language, people=(Person("Kari Nordmann"),)
        )
        whole = made(whole, "Overlappen er ti minutter", heading=f"Overlapp *{number}*", ask="en halvtime")
        whole = decided(made(whole, "Beholdt sak", heading="Radioen"), 1, Fate.RAISED)
        held.append(replace(whole.next(0.0), approved_on=day))
    unread = decided(made(session(id="4", group=NAME, number=4, day=THIRD), "Ikke lest"), 1, Fate.RAISED)
    return [*held, unread.next(0.0), session(id="5", group=NAME, number=5, day=TODAY)]


def group() -> Group:
    """Give the group, with a threshold of three."""
    months = [(date(2026, 9, 1), EpisodeKind.BEHAVIOUR)] * 4 + [(date(2026, 10, 1), EpisodeKind.TASKS)] * 2
    whole = Group(NAME, leader="Tone Eksempel", handed_in=tuple(HandedIn(*one) for one in months))
    answer = Answer("2-1", SECOND, "Vi ser det.", "Kari Nordmann prøver *en halvtime*\ni høst.", "Tone", "jul", after=2)
    judged = Judgement("2-1", THIRD, 3, Verdict.BETTER)
    whole = replace(whole, answers=(answer,), judgements=(judged,))
    whole = with_agreement(with_contract(whole, "Hemmelig pakt", FIRST), 6, FIRST)
    whole = replace(
        whole, themes=(Theme("Alenearbeid", SECOND), Theme("Venter"), Theme("Før i tida", date(2025, 1, 1)))
    )
    for text in ("Si fra til Tone Eksempel først", "Spørre hva de er redde for", "Puste # dypt", "Ringe i morgen"):
        whole = with_trial(whole, text, FIRST)
    whole = with_report(whole, 1, SECOND, HowItWent.NOT_YET)
    whole = with_report(whole, 1, THIRD, HowItWent.TRIED, "Det ble roligere.")
    whole = with_report(whole, 2, SECOND, HowItWent.LET_GO)
    return with_report(whole, 3, THIRD, HowItWent.NOT_YET, "Vi rakk det ikke.")


def texts() -> dict[Path, str]:
    """Give the look back in each language by the golden file that it is to be like."""
    return {
        GOLDEN / f"{language}.md": lookback_markdown(look_back(group(), meetings(language), TODAY), language)
        for language in LANGUAGES
    }


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8", newline="\n")
