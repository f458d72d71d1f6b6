import pytest

from disclosure.rules import S7R5, S10R10, LooserRuleError, Rule


@pytest.mark.parametrize(
    ("true", "shown"),
    [
        (0, 0), (1, None), (4, None), (7, None), (8, 10), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20),
        (198, 200), (1_202, 1_200), (1_203, 1_205),
    ],
)  # fmt: skip
def test_s7r5_keeps_nought_hides_one_to_seven_and_rounds_the_rest_to_five(true, shown):
    assert S7R5.shown(true) == shown


@pytest.mark.parametrize(
    ("true", "shown"),
    [(0, 0), (1, None), (10, None), (11, 10), (14, 10), (15, 20), (24, 20), (25, 30), (35, 40)],
)
def test_s10r10_hides_one_to_ten_and_a_half_goes_up(true, shown):
    # 25 goes to 30 and 35 to 40: not to the even ten, as Python's own round() would have it.
    assert S10R10.shown(true) == shown


@pytest.mark.parametrize(
    ("rule", "shown", "low", "high"),
    [
        (S7R5, None, 1, 7), (S7R5, 0, 0, 0), (S7R5, 10, 8, 12), (S7R5, 15, 13, 17),
        (S10R10, None, 1, 10), (S10R10, 10, 11, 14), (S10R10, 20, 15, 24),
    ],
)  # fmt: skip
def test_possible_counts_are_those_that_a_shown_figure_leaves_open(rule, shown, low, high):
    assert (rule.possible(shown)[0], rule.possible(shown)[-1]) == (low, high)


@pytest.mark.parametrize("shown", [5, 7, 12])
def test_a_figure_that_the_rule_never_shows_has_no_possible_count(shown):
    assert len(S7R5.possible(shown)) == 0


@pytest.mark.parametrize("rule", [S7R5, S10R10, Rule(hide_up_to=12, round_to=5), Rule(hide_up_to=10, round_to=20)])
def test_possible_counts_agree_with_showing_every_count_one_by_one(rule):
    shown = [rule.shown(n) for n in range(400)]
    for figure in {rule.shown(n) for n in range(300)}:
        assert list(rule.possible(figure)) == [n for n, seen in enumerate(shown) if seen == figure]


@pytest.mark.parametrize(("hide_up_to", "round_to"), [(5, 5), (6, 5), (7, 1), (7, 4), (9, 4), (0, 10), (-7, 5), (7, 0)])
def test_a_looser_rule_is_refused(hide_up_to, round_to):
    with pytest.raises(LooserRuleError):
        Rule(hide_up_to=hide_up_to, round_to=round_to)


@pytest.mark.parametrize(("hide_up_to", "round_to"), [(13, 10), (10, 5)])
def test_a_rule_whose_rounding_gives_a_small_count_away_is_refused(hide_up_to, round_to):
    # 14 alone would be shown as 10; or only 11 and 12.
    with pytest.raises(LooserRuleError, match="give the true count away"):
        Rule(hide_up_to=hide_up_to, round_to=round_to)


def test_a_rule_that_shows_people_as_nobody_is_refused():
    # 8 to the nearest 20 is 0.
    with pytest.raises(LooserRuleError, match="as 0"):
        Rule(hide_up_to=7, round_to=20)


@pytest.mark.parametrize("value", [True, 7.5, "10"])
def test_a_rule_is_made_of_whole_numbers(value):
    with pytest.raises(LooserRuleError):
        Rule(hide_up_to=10, round_to=value)


def test_a_count_below_nought_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        S7R5.shown(-1)


def test_the_note_says_what_is_hidden_and_what_is_rounded():
    assert "1 to 7 people" in S7R5.note
    assert "nearest 5" in S7R5.note
    assert "1 to 10 people" in S10R10.note
