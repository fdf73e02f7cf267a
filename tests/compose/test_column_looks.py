"""How the columns of an officer's own table stand."""

import pytest

from pipeline.compose.column_alignment import column_looks


@pytest.mark.parametrize(
    ("column", "look"),
    [
        (["หลักการเขียน", "การพิมพ์"], ""),
        (["40", "120"], "cell-center"),
        (["๔๐", "๑๒๐"], "cell-center"),
        (["60%", "-"], "cell-center"),
        (["18,500.00", "950.50", "0"], "cell-right"),
        (["๑,๐๐๐", "๙๕๐"], "cell-right"),
        (["17 สิงหาคม 2569", "40"], ""),
        (["9/2563", "10/2563"], ""),
        (["-", ""], ""),
        (["{count}", "40"], ""),
    ],
)
def test_a_column_stands_by_what_it_holds(column, look):
    assert column_looks([[text] for text in column]) == (look,)


def test_each_column_stands_by_itself():
    assert column_looks([["ก", "1", "1.50"], ["ข", "2", "12.25"]]) == ("", "cell-center", "cell-right")


def test_a_table_without_rows_has_no_columns():
    assert column_looks([]) == ()
