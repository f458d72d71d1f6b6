"""Twenty working days of England and Wales, counted by hand."""

import datetime

import pytest

from tenants import working_days

D = datetime.date


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (D(2015, 7, 15), 20, D(2015, 8, 12)),  # Wednesday; four weeks without a bank holiday
        (D(2015, 8, 14), 20, D(2015, 9, 14)),  # Friday; the summer bank holiday of 31 August lies in between
        (D(2015, 7, 17), 1, D(2015, 7, 20)),  # Friday to Monday
        (D(2015, 7, 18), 1, D(2015, 7, 20)),  # Saturday to Monday
        (D(2015, 4, 2), 1, D(2015, 4, 7)),  # Maundy Thursday; Good Friday and Easter Monday
        (D(2015, 12, 24), 1, D(2015, 12, 29)),  # Boxing Day 2015 is a Saturday, so Monday 28 December is off too
        (D(2022, 9, 16), 1, D(2022, 9, 20)),  # the state funeral of 19 September 2022
    ],
)
def test_so_many_working_days_after_a_day(day, count, expected):
    assert working_days.after(day, count) == expected


def test_between_counts_what_after_counts():
    assert working_days.between(D(2015, 7, 15), D(2015, 8, 12)) == 20
    assert working_days.between(D(2015, 8, 12), D(2015, 7, 15)) == -20
    assert working_days.between(D(2015, 7, 15), D(2015, 7, 15)) == 0
    assert working_days.between(D(2015, 7, 17), D(2015, 7, 19)) == 0
