"""What holds for every text and every list."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.mask import findings_left, mask
from sessions.people import Person

PEOPLE = (Person("Kari Nordmann", "Solsida", "vernepleier"), Person("Bo Dag Li"), Person("En Kollega"), Person("A"))
PIECES = [
    "Kari",
    "Bo",
    "Nordmann",
    "en",
    "kollega",
    " ",
    "\n",
    ": ",
    "s",
    "@",
    "91234567",
    "170540",
    "26641",
    "rom 204",
    "født",
    "3.4.31",
    "ho",
    "sa",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


@settings(max_examples=300)
@given(TEXTS)
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask(text, PEOPLE).text
    assert mask(once, PEOPLE).text == once
    assert not findings_left(once, PEOPLE)


@settings(max_examples=100)
@given(st.text(), st.lists(st.builds(Person, st.text(), st.text(), st.text()), max_size=5))
def test_no_text_and_no_list_makes_it_raise(text: str, people: list[Person]) -> None:
    mask(text, people)


def test_the_mask_loads_nothing_before_the_first_note() -> None:
    script = "import sys, sessions.mask; print(*sorted(m for m in sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not loaded & {
        "phonenumbers",
        "stdnum",
        "rapidfuzz",
        "sessions.mask.recognisers",
        "sessions.mask.note",
        "unicodedata2",
    }
