"""Names of cells, held against openpyxl's own reading of them."""

import re

import pytest
from openpyxl.utils import coordinate_to_tuple, get_column_letter, range_boundaries

from pipeline.intake.cell_names import boundaries, cell_name, column_letters, column_number, row_and_column


def test_every_column_has_the_letters_that_excel_gives_it():
    for column in range(1, 16_385):
        assert column_letters(column) == get_column_letter(column)
        assert column_number(get_column_letter(column).lower()) == column


@pytest.mark.parametrize("name", ["A1", "D7", "AA10", "XFD1048576", "$B$2"])
def test_a_name_is_a_row_and_a_column(name: str):
    assert row_and_column(name) == coordinate_to_tuple(name.replace("$", ""))
    assert cell_name(*row_and_column(name)) == name.replace("$", "")


@pytest.mark.parametrize("name", ["A1:C3", "B2", "$A$1:$C$3"])
def test_an_area_is_its_first_and_last_cell(name: str):
    left, top, right, bottom = range_boundaries(name)
    assert boundaries(name) == (top, left, bottom, right)


def test_whole_columns_and_rows_name_no_other_side():
    assert boundaries("A:C") == (0, 1, 0, 3)
    assert boundaries("2:5") == (2, 0, 5, 0)


@pytest.mark.parametrize("name", ["", "7", "A", "A0", "1A", "ก1", "AAAA1", "A1:", "A1:B", "A1:2", ":", "A-1"])
def test_what_names_no_cell_is_refused(name: str):
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        row_and_column(name)


@pytest.mark.parametrize("name", ["", "A0:B2", "ก1:ข2", "A1:B", "A1:2", "A1:", ":", "A1:B2:C3", "AAAA1:B2"])
def test_what_names_no_area_is_refused(name: str):
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        boundaries(name)
