"""The clock of silence: notices on the 5th and 10th day, the end on the 14th."""

import datetime

from timebank.calc.sessions.clocks import Clock

SINCE = datetime.date(2015, 7, 1)


def on(day: int, told: int = 0, told_on: int | None = None) -> Clock:
    return Clock(SINCE, datetime.date(2015, 7, day), told, datetime.date(2015, 7, told_on) if told_on else None)


def test_the_first_notice_is_due_after_five_days_and_the_second_after_ten() -> None:
    assert [on(day).notice_due for day in (5, 6, 7)] == [None, 5, 5]
    assert [on(day, 5, 6).notice_due for day in (6, 10, 11)] == [None, None, 10]


def test_silence_confirms_after_fourteen_days_and_two_notices() -> None:
    assert [on(day, 10, 11).may_confirm for day in (14, 15)] == [False, True]


def test_silence_never_confirms_before_both_notices() -> None:
    assert not on(30).may_confirm
    assert not on(30, 5, 6).may_confirm


def test_missed_mornings_give_one_notice_a_day_and_four_days_after_the_second() -> None:
    assert on(20).notice_due == 5
    assert on(20, 5, 20).notice_due is None
    assert on(21, 5, 20).notice_due == 10
    late = on(24, 10, 21)
    assert late.ends_on == datetime.date(2015, 7, 25) and not late.may_confirm
    assert on(25, 10, 21).may_confirm


def test_days_left_run_down_to_zero() -> None:
    assert [on(day).days_left for day in (1, 14, 15, 16)] == [14, 1, 0, 0]
