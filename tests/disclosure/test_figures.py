from datetime import date
from decimal import Decimal

import jinja2
import pytest

from disclosure.figures import PublishedFigure, difference, rate_per, share
from disclosure.published import already_public, publish
from disclosure.raw import people
from disclosure.rules import S7R5

NOVEMBER = {"source": "Markers of Progress survey", "as_at": date(2014, 11, 30)}


def shown(n):
    return publish(people(n))


def test_a_share_is_made_from_what_is_shown_and_not_from_the_true_counts():
    # 12 of 38 is 32%; the page shows 10 of 40.
    assert str(share(shown(12), shown(38))) == "25%"


def test_a_share_can_have_decimals_and_halves_go_up():
    # 10 of 80 is 12.5%; 25 of 200 is 12.5%.
    assert str(share(shown(10), shown(80), decimals=1)) == "12.5%"
    assert str(share(shown(25), shown(200))) == "13%"


def test_a_rate_is_for_each_100_000_people():
    # 200 of 5,400,000: 200 / 54 = 3.7037
    assert str(rate_per(shown(198), 5_400_000)) == "3.7"
    assert str(rate_per(already_public(198, **NOVEMBER), 5_400_000, decimals=2)) == "3.67"
    assert str(rate_per(shown(5_000), shown(20_000), per=1_000, decimals=0)) == "250"


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [(31, 18, "+10"), (18, 31, "−10"), (19, 21, "0"), (0, 10, "−10"), (1_300, 8, "+1,290")],
)
def test_a_difference_is_between_what_is_shown(now, before, text):
    assert str(difference(shown(now), shown(before))) == text


@pytest.mark.parametrize(
    "figure",
    [
        share(shown(3), shown(40)), share(shown(40), shown(3)), share(shown(0), shown(3)),
        rate_per(shown(3), 1_000), rate_per(shown(40), shown(3)), difference(shown(40), shown(3)),
        difference(shown(3), shown(3)),
    ],
)  # fmt: skip
def test_whatever_is_made_from_a_hidden_count_is_hidden(figure):
    assert (str(figure), figure.is_hidden, figure.value, figure.for_csv()) == ("*", True, None, "*")
    assert figure.to_json() == {"value": None, "text": "*", "hidden": True}


@pytest.mark.parametrize("figure", [share(shown(0), shown(0)), rate_per(shown(40), 0), rate_per(shown(0), shown(0))])
def test_nothing_to_divide_by_gives_no_figure(figure):
    assert (str(figure), figure.is_hidden, figure.for_csv()) == ("no figure", False, "no figure")


def test_a_figure_keeps_the_source_of_a_public_count():
    figure = difference(shown(300), already_public(198, **NOVEMBER))
    assert str(figure) == "+102"
    assert [source.name for source in figure.sources] == ["Markers of Progress survey"]
    assert shown(3).sources == ()


@pytest.mark.parametrize("make", [share, rate_per, difference])
def test_raw_counts_and_plain_numbers_are_refused(make):
    for wrong in (people(40), 40, None):
        with pytest.raises(TypeError):
            make(wrong, shown(80))
    with pytest.raises(TypeError):
        make(shown(80), people(40))


def test_a_population_below_nought_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        rate_per(shown(40), -1)


def test_a_figure_cannot_be_made_from_outside():
    with pytest.raises(TypeError):
        PublishedFigure(Decimal("12.4"), False, "percent", ())


def test_a_figure_in_a_csv_is_a_number_and_on_a_page_is_safe_text():
    figure = share(shown(10), shown(80), decimals=1)
    assert figure.for_csv() == Decimal("12.5")
    assert jinja2.Environment(autoescape=True).from_string("{{ x }}").render(x=figure) == "12.5%"
    assert figure == share(shown(12), shown(78), decimals=1)
    assert S7R5.shown(78) == 80
