import pytest

from disclosure.costs import PublishedCost, cost_cell, cost_of_checked
from disclosure.rules import S10R10


def costs(*pounds):
    return {f"person {i}": n * 100 for i, n in enumerate(pounds)}


def test_a_cost_of_ten_people_is_shown_to_the_pound():
    assert str(cost_cell(costs(*[1_250] * 10))) == "£12,500"
    # 10 × 25.05 = 250.50: half a pound goes up.
    assert str(cost_cell(dict.fromkeys(range(10), 2_505))) == "£251"


def test_a_cost_of_nine_people_is_hidden():
    assert str(cost_cell(costs(*[1_000] * 9))) == "*"


def test_people_without_a_cost_do_not_make_up_the_ten():
    assert cost_cell(costs(*[1_000] * 9, 0, 0, 0)).is_hidden


def test_the_stricter_rule_needs_one_more_than_it_hides():
    assert cost_cell(costs(*[100] * 10), rule=S10R10).is_hidden
    assert not cost_cell(costs(*[100] * 11), rule=S10R10).is_hidden


def test_two_people_with_over_nine_tenths_hide_the_cost():
    # Eight people at 100 are 800. Two at 3,600 each are 7,200 of 8,000: 90% exactly, so shown.
    assert str(cost_cell(costs(*[100] * 8, 3_600, 3_600))) == "£8,000"
    # A pound more, and it is over 90%.
    assert cost_cell(costs(*[100] * 8, 3_600, 3_601)).is_hidden


def test_one_person_with_nearly_all_hides_the_cost():
    assert cost_cell(costs(*[1] * 50, 10_000)).is_hidden


def test_refunds_count_by_their_size():
    # The sum is small, and two people alone are 95% of what moved: 19,000 of 20,000.
    assert cost_cell(costs(*[100] * 10, 9_500, -9_500)).is_hidden
    assert str(cost_cell(costs(*[-100] * 10))) == "−£1,000"


def test_nobody_with_a_cost_is_nought():
    assert str(cost_cell({})) == str(cost_cell(costs(0, 0))) == "£0"


@pytest.mark.parametrize("wrong", [12.5, "100", True, None])
def test_costs_are_whole_pence(wrong):
    with pytest.raises(TypeError):
        cost_cell({"a": wrong})


def test_two_hidden_costs_cannot_be_told_apart():
    assert cost_cell(costs(5)) == cost_cell(costs(900))
    assert repr(cost_cell(costs(5))) == "<PublishedCost *>"
    assert cost_cell(costs(5)).to_json() == {"value": None, "text": "*", "hidden": True}
    assert (cost_cell(costs(5)).for_csv(), cost_cell(costs(*[10] * 10)).for_csv()) == ("*", 100)


def test_a_cost_cannot_be_made_from_outside():
    with pytest.raises(TypeError):
        PublishedCost(5)


def test_a_sum_that_was_checked_before_is_shown_to_the_pound_and_hidden_by_a_stricter_rule():
    assert str(cost_of_checked(123_450, at_least=10)) == "£1,235"
    assert str(cost_of_checked(123_449, at_least=10)) == "£1,234"
    assert cost_of_checked(123_450, at_least=9).is_hidden
    assert cost_of_checked(123_450, at_least=10, rule=S10R10).is_hidden
    assert str(cost_of_checked(123_450, at_least=11, rule=S10R10)) == "£1,235"
    assert str(cost_of_checked(0, at_least=0)) == "£0"
    with pytest.raises(TypeError):
        cost_of_checked(1.5, at_least=10)
