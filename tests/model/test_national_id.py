"""The 13-digit number of a person: as it is typed, its check digit, and as it is kept."""

import pytest
from pydantic import TypeAdapter, ValidationError

from pipeline.model.national_id import NationalId, check_digit

NUMBER = TypeAdapter(NationalId)


@pytest.mark.parametrize(
    "typed", ["0000000011002", "0 0000 00011 00 2", "0-0000-00011-00-2", "๐ ๐๐๐๐ ๐๐๐๑๑ ๐๐ ๒"]
)
def test_it_is_kept_in_groups_however_it_was_typed(typed: str) -> None:
    assert NUMBER.validate_python(typed) == "0 0000 00011 00 2"


@pytest.mark.parametrize(
    ("twelve", "last"),
    [
        ("000000001100", 2),  # 5 + 4 = 9, and 2 makes 11
        ("000000001113", 4),  # 5 + 4 + 3 + 3 * 2 = 18, and 4 makes 22
        ("110170020345", 0),  # 144, and 10 makes 154: a digit of 10 is 0
        ("123456789012", 1),  # 352 = 32 * 11, and 11 makes 363: of 11 it is 1
    ],
)
def test_the_last_digit_follows_from_the_others(twelve: str, last: int) -> None:
    """Weights 13 to 2 from the left; the digit is what the sum lacks to the next multiple of 11."""
    assert check_digit(twelve) == last


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("000000001100", "national_id"),
        ("00000000110022", "national_id"),
        ("นายหนึ่ง", "national_id"),
        ("0000000011003", "national_id_check"),
        ("0000000101002", "national_id_check"),
    ],
)
def test_what_is_no_such_number_is_refused(typed: str, error: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NUMBER.validate_python(typed)
    assert [each["type"] for each in refused.value.errors()] == [error]


def test_nothing_typed_is_nothing() -> None:
    assert NUMBER.validate_python(" ") == ""
