"""What is written for the leaders is asked once more, headings and answers included."""

import pytest

from sessions.mask import Kind, findings_left, mask
from sessions.mask.placeholders import PLACEHOLDERS, placeholders_in
from sessions.people import Person

PEOPLE = (Person("Kari Nordmann", "Solsida", "vernepleier"),)
CLEAN = "# Møte\n\n### Sak 3-2: Vikarer får ikke opplæring\n\n**Gruppa ber om:** en avklaring\n\n- Frist: 1. mai 2025\n"


def test_a_finished_text_without_names_may_be_written() -> None:
    assert not findings_left(CLEAN, PEOPLE)


@pytest.mark.parametrize(
    "line", ["## Kari sitt forslag", "- Ansvarlig: Kari", "**Gruppa ber om:** svar til 912 34 567", "| Nordmann |"]
)
def test_a_certain_finding_anywhere_holds_it_back(line: str) -> None:
    (finding,) = findings_left(CLEAN + line, PEOPLE)
    assert (CLEAN + line)[finding.start : finding.end] in {"Kari", "912 34 567", "Nordmann"}


@pytest.mark.parametrize("kind", Kind)
def test_placeholders_are_known_by_their_places_and_never_found(kind: Kind) -> None:
    text = f"vi så {PLACEHOLDERS[kind]} der"
    assert [text[start:end] for start, end in placeholders_in(text)] == [PLACEHOLDERS[kind]]
    assert not mask(text, PEOPLE).findings
