"""In what variety a note is written, and which notes are alone in theirs at their table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.mask.tongue import alone, lone_voices, variety
from sessions.notes import Note
from tests.mask_score import corpus

BOKMAL = [
    "vi må få bedre tid til rapporten, ikke bare på papiret",
    "hvorfor får ikke vikarene opplæring i noe som helst",
    "jeg ønsker at noen følger opp pårørende",
    "det er en felles tavle, men den blir ikke brukt",
    "hvem sier ifra når bilen mangler",
]
NYNORSK = "vi treng ikkje fleire skjema, men nokon som høyrer på oss"
DIALECT = "æ syns itj vi ska snakk over hauet på brukeran"
ENGLISH = "we need more time with the new people because they are not trained"
UNTOLD = ["fint kurs i mai", "HMS og BPA", "takk!", "", "3/4", "dziękuję bardzo za pomoc"]


def at_table(table: int, texts: list[str]) -> list[Note]:
    return [Note(f"{table}-{place}", table, 1, text, 0.0) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((text, "nb") for text in BOKMAL),
        (NYNORSK, "nn"),
        ("brukarane våre er ærlege, leiinga burde lytte", "nn"),
        (DIALECT, "dialect"),
        ("ka e vitsen med tavla når ingen skriver på ho", "dialect"),
        ("eg va aleine på vakt, me e for få", "dialect"),
        (ENGLISH, "en"),
        *((text, "") for text in UNTOLD),
    ],
)
def test_a_variety_is_told_where_there_is_enough_to_tell_it_by(text: str, told: str) -> None:
    assert variety(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hun sa «æ e så lei» og vi ble ikke trodd", "nb"),
        ("skriv til post@nordre.no eller koordinator", ""),
        ("A. og E. har ikke noe kontor", "nb"),
        ("jeg ønsker ikkje at nokon skal være alene", ""),
    ],
)
def test_quoted_words_addresses_and_letters_tell_nothing_of_the_writer(text: str, told: str) -> None:
    assert variety(text) == told


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    assert variety(text) in {"nb", "nn", "dialect", "en", ""}


def test_hardly_a_note_in_bokmal_or_nynorsk_is_taken_for_another_variety() -> None:
    told = [(note.lang, variety(note.text)) for half in ("tune", "score") for note in corpus(half)]
    wrong = [pair for pair in told if pair[0] in {"nb", "nn"} and pair[1] not in {pair[0], ""}]
    right = [pair for pair in told if pair[0] in {"nb", "nn"} and pair[0] == pair[1]]
    assert len(wrong) <= len(right) // 100


@pytest.mark.parametrize("odd", [NYNORSK, DIALECT, ENGLISH])
def test_the_one_note_in_another_variety_is_alone(odd: str) -> None:
    notes = at_table(1, [*BOKMAL[:2], odd, *BOKMAL[2:4]])
    assert alone(notes) == {"1-2"}


def test_two_different_ones_are_each_alone() -> None:
    assert alone(at_table(1, [*BOKMAL, NYNORSK, DIALECT])) == {"1-5", "1-6"}


def test_two_notes_of_one_variety_are_alone_among_ten_and_not_among_six() -> None:
    two = [DIALECT, DIALECT + " no"]
    assert alone(at_table(1, [*two, *BOKMAL, *BOKMAL[:3]])) == {"1-0", "1-1"}
    assert not alone(at_table(1, [*two, *BOKMAL[:4]]))


def test_nothing_is_said_of_few_notes_of_a_mixed_table_or_of_notes_that_cannot_be_told() -> None:
    assert not alone(at_table(1, [*BOKMAL[:2], DIALECT]))
    assert not alone(at_table(1, [*BOKMAL[:2], NYNORSK, NYNORSK, DIALECT]))
    assert not alone(at_table(1, [*BOKMAL, *UNTOLD]))
    assert not alone([])


def test_each_table_is_looked_at_alone_in_any_order_of_notes() -> None:
    notes = [*at_table(1, [*BOKMAL, DIALECT]), *at_table(2, [DIALECT, DIALECT, DIALECT, DIALECT, BOKMAL[0]])]
    assert lone_voices(notes) == lone_voices(reversed(notes)) == {"1-5", "2-4"}
