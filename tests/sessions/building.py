"""What the tests of a session are built of: a clock to set, a session, and strategies for whole sessions."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sessions import sorting
from sessions.ballots import Ballot, Ballots, Usefulness
from sessions.items import Fate
from sessions.notes import Note, Notes, one_line, plain
from sessions.people import Person
from sessions.plan import Plan, session_of
from sessions.rulings import Ruling
from sessions.session import Session
from sessions.shelf import PROGRAMMES, built_in
from sessions.tables import Table
from sessions.timer import MINUTE

NOON = 1_289_905_200.0
"""16 November 2010, 12:00 in Oslo."""
DAY = date(2010, 11, 16)
LANGUAGES = ("nb", "nn", "en")
KARI, PER = Person("Kari Nordmann", "Solsida", "vernepleier"), Person("Per Olav Hovland", "Nattevakta", "kokk")

PIECES = (
    *(
        "Kari",
        "Nordmanns",
        "Per Olav",
        "Vår i lufta",
        "den eneste som",
        "vikarer",
        "rapport",
        "sa at",
        "Ola:",
        "91234567",
        "a@b.no",
        "en kollega",
    ),
    *("[/b]", "<script>alert(1)</script>", "# heading", "| a | b |", "|---|---|", ":--", "---", "===", "> q", "- x"),
    *(
        "1. y",
        "2)",
        "+",
        "*x*",
        "__y__",
        "~~z~~",
        "`c`",
        "```",
        "[a](http://b.no)",
        "![a](b)",
        "[^1]: n",
        "\\",
        "#",
        "##",
    ),
    *("&amp;", "&#35;", "www.vg.no", "vg.no", "//x.com/", "http://x.no", "mailto:a@b", "    code", "\t", "\n", "\n\n"),
    *(
        "\u202eabc\u202c",
        "\u200f",
        "👩\u200d👩\u200d👧",
        "e\u0301",
        "\ud800",
        "\x1b[2J",
        "\x00",
        "\u2028",
        "\ufeff",
        "æøå",
    ),
)
NASTY = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=4).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=4).map("\n".join),
)
"""Any text that a person, or a machine, may put in a field."""
TEXTS = NASTY.map(plain).filter(bool)
LINES = NASTY.map(one_line)
SENSES = (("Vår", "also_a_word"), ("eneste", "the_only_one"))
RULINGS = st.tuples(st.sampled_from(SENSES), st.booleans()).map(lambda one: Ruling(*one[0], masked=one[1]))


@dataclass
class TestClock:
    """A clock that goes when it is told to."""

    __test__ = False
    at: float = NOON

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        """Let time pass, as it does for a laptop with its lid closed."""
        self.at += seconds


def session(**changes: Any) -> Session:  # noqa: ANN401 - any field of a session
    """Give a café of three rounds at two tables, in the lobby, with what is changed."""
    plan = Plan("Brukerkunnskap", built_in("dialogkafe"), DAY, tables=(Table(1, "Måltider"), Table(2, "Overlapp")))
    return replace(session_of(plan, "nb"), **changes)


def note(note_id: str, text: str = "Vikarer", table: int = 1, written: float = NOON) -> Note:
    return Note(note_id, table, 1, text, written)


def noted(*notes: Note, **changes: Any) -> Session:  # noqa: ANN401 - any field of a session
    return session(notes=Notes(notes), **changes)


@st.composite
def sorted_items(draw: st.DrawFn, whole: Session) -> Session:
    """Give the session with items of all fates, made as the group makes them."""
    for _ in range(draw(st.integers(0, 4))):
        of = draw(st.lists(st.sampled_from(sorted(whole.notes)), unique=True, max_size=3)) if whole.notes else []
        try:
            whole = sorting.made(whole, draw(NASTY), of, heading=draw(NASTY), ask=draw(NASTY))
        except sorting.SortingError:  # no word in it
            continue
        whole = sorting.decided(whole, whole.items_made, draw(st.sampled_from([None, Fate.KEPT, Fate.RAISED])))
    return whole


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Give any session that can come to be: at any step, with notes, people, and items of all fates."""
    people = tuple(
        draw(st.lists(st.sampled_from([KARI, PER, Person("Åse-Lill Bø"), Person("Vår Vik")]), unique=True, max_size=3))
    )
    plan = Plan(
        draw(LINES) or "Uten tittel",
        built_in(draw(st.sampled_from(PROGRAMMES))),
        draw(st.dates(date(2001, 1, 1), date(2090, 1, 1))),
        purpose=draw(LINES),
        questions=tuple(draw(st.lists(LINES, max_size=2))),
        group=draw(LINES),
        tables=tuple(Table(n, draw(LINES), draw(LINES)) for n in range(1, draw(st.integers(1, 4)))),
        people=people,
        present=draw(st.integers(0, 40)),
    )
    whole = session_of(plan, draw(st.sampled_from(LANGUAGES)))
    now = NOON
    for minutes in draw(st.lists(st.floats(0, 40), max_size=9)):
        whole, now = whole.next(now), now + minutes * MINUTE
    for place in range(draw(st.integers(0, 5))):
        text, table = draw(TEXTS), draw(st.integers(1, 4))
        whole = whole.with_note(Note(f"n{place}", table, whole.writing_round, text, now + place))
    whole = draw(sorted_items(whole))
    if draw(st.booleans()):
        whole = whole.approve(whole.day + timedelta(days=draw(st.integers(0, 3))))
    rulings = draw(st.lists(RULINGS, unique_by=lambda one: (one.word, one.reason), max_size=2))
    ballots = Ballots()
    for _ in range(draw(st.integers(0, 6))):
        ballots = ballots.with_ballot(Ballot(draw(st.none() | st.sampled_from(Usefulness)), draw(LINES), draw(LINES)))
    return replace(whole, ballots=ballots, ends=draw(st.none() | st.floats(0, 4e9)), rulings=tuple(rulings))
