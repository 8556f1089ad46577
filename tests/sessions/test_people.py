"""People are read from whatever a spreadsheet writes, and come out as plain words."""

from sessions.people import Person, read_people

ROWS = (Person("Kari Nordmann", "Solsida", "vernepleier"), Person("Åse Bø", "", "kokk"))


def test_commas_and_semicolons_both_part_the_columns() -> None:
    for mark in ",;":
        lines = [mark.join(cells) for cells in [("Kari Nordmann", "Solsida", "vernepleier"), ("Åse Bø", "", "kokk")]]
        assert read_people(lines) == ROWS


def test_a_comma_in_quotes_parts_nothing() -> None:
    assert read_people(['"Bø; Åse";Post 1, nord;kokk']) == (Person("Bø; Åse", "Post 1, nord", "kokk"),)


def test_a_first_line_that_names_the_columns_is_no_person() -> None:
    for names in ("navn,enhet,yrke", "Name,Unit,Profession", "NAMN,eining,yrke", "\n" + "Navn"):
        assert read_people([*names.splitlines(), "Åse Bø"]) == (Person("Åse Bø"),)


def test_someone_named_as_a_column_further_down_stays() -> None:
    assert read_people(["Åse Bø", "Navn"]) == (Person("Åse Bø"), Person("Navn"))


def test_lines_without_a_name_and_columns_too_many_are_passed_over() -> None:
    assert read_people(["", ",Solsida,", "  ", "Åse Bø,x,y,z,w"]) == (Person("Åse Bø", "x", "y"),)


def test_a_quote_that_is_never_closed_costs_its_own_line_alone() -> None:
    assert read_people(['"Åse Bø', "Kari Nordmann,Solsida"]) == (Person("Åse Bø"), Person("Kari Nordmann", "Solsida"))


def test_a_name_has_nothing_in_it_that_acts_on_a_terminal() -> None:
    assert read_people(["\u202eKari\x1b[2J  Nordmann\t,\ufeffSolsida\x00"]) == (Person("Kari[2J Nordmann", "Solsida"),)
