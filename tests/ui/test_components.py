import datetime

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory

from tests.ui.drawing import draw, words

NASTY = '<script>alert("x")</script>'


@pytest.mark.parametrize(
    "source",
    [
        "{{ ui.button(nasty) }}",
        '{{ ui.link(nasty, "/") }}',
        '{{ ui.card(nasty, href="/", text=nasty) }}',
        "{{ ui.card(nasty, text=nasty) }}",
        "{{ ui.stat(nasty, nasty, note=nasty, source=nasty, href=nasty) }}",
        '{{ ui.table(nasty, [nasty], [[nasty], [{"text": nasty, "href": nasty}]], source=nasty) }}',
        "{{ ui.summary_list([(nasty, nasty, nasty, nasty)], title=nasty) }}",
        "{{ ui.notice(nasty, title=nasty) }}{{ ui.inset(nasty) }}{{ ui.warning(nasty, nasty) }}",
        "{{ ui.details(nasty, nasty) }}{{ ui.panel(nasty, nasty) }}",
        '{{ ui.empty(nasty, nasty, nasty, "/") }}{{ ui.progress(nasty, words=nasty) }}',
        "{{ ui.breadcrumbs([(nasty, nasty)]) }}{{ ui.contents([(nasty, nasty)]) }}",
        '{{ ui.tabs([("a", nasty, nasty)], title=nasty) }}{{ ui.easy_read([("phone", nasty)]) }}',
        '{{ ui.post_button(nasty, nasty, nasty, values={"a": nasty}) }}',
    ],
)
def test_components_draw_text_as_text(source):
    drawn = draw(source, nasty=NASTY)

    assert drawn.find("script") is None
    assert 'alert("x")' in drawn.get_text() + str([tag.attrs for tag in drawn.find_all()])


def test_table_puts_numbers_right_with_separators():
    table = draw(
        '{{ ui.table("Areas", ["Area", {"text": "People", "numeric": true}], [["Kernow", 12345]], '
        'as_at=day, source="Return", small_numbers_hidden=true, download="/a.csv") }}',
        day=datetime.date(2015, 7, 15),
    )

    cell = table.find("td")
    assert words(cell) == "12,345"
    assert "nhsuk-table__cell--numeric" in cell["class"]
    assert words(table.find("caption")) == "Areas"
    assert words(table.find("th", scope="row")) == "Kernow"
    assert "As at 15 July 2015. Source: Return. Small numbers are hidden" in words(table.find(class_="ipc-source"))
    assert table.find("a", download=True)["href"] == "/a.csv"


def test_table_can_be_scrolled_by_keyboard():
    region = draw('{{ ui.table("Areas", ["Area"], [["Kernow"]]) }}').find(class_="ipc-scroll")

    assert (region["tabindex"], region["role"], region["aria-label"]) == ("0", "region", "Areas")


def test_table_without_rows_says_so():
    table = draw('{{ ui.table("Areas", ["Area"], [], empty="No area yet.") }}')

    assert words(table.find(class_="ipc-table__empty")) == "No area yet."


def test_zero_is_shown_and_not_left_out():
    assert words(draw('{{ ui.table("Areas", ["Area", "People"], [["Bristol", 0]]) }}').find("td")) == "0"
    assert words(draw('{{ ui.stat(0, "people") }}').find(class_="ipc-stat__figure")) == "0"


def test_progress_says_in_words_how_far_it_is():
    progress = draw('{{ ui.progress("Rows read", 40, 110) }}')

    assert words(progress.find("p")) == "Rows read : 40 of 110 (36%)"
    assert (progress.find("progress")["value"], progress.find("progress")["max"]) == ("40", "110")


def test_progress_of_unknown_length_has_no_value():
    assert not draw('{{ ui.progress("Checking") }}').find("progress").has_attr("value")


def test_pagination_keeps_the_filters():
    request = RequestFactory().get("/areas/", {"status": "late", "page": "2"})
    page = Paginator(range(100), 10).page(2)

    drawn = draw("{{ ui.pagination(page, request) }}", page=page, request=request)

    addresses = [link["href"] for link in drawn.find_all("a")]
    assert "?status=late&page=3" in addresses
    assert drawn.find(attrs={"aria-current": "page"})["href"] == "?status=late&page=2"


def test_a_number_that_heads_its_row_stands_to_the_left_as_its_columns_head_does():
    drawn = draw(
        '{% set number = {"text": "Intake", "numeric": true} %}{{ ui.table("Intakes", [number, number], [[1, 2]]) }}'
    )

    heads = [cell["class"] for cell in drawn.find("thead").find_all("th")]
    assert ["nhsuk-table__header--numeric" in classes for classes in heads] == [False, True]
    assert "nhsuk-table__cell--numeric" in drawn.find("tbody").find("td")["class"]


def test_pagination_of_a_single_page_is_not_drawn():
    assert not draw("{{ ui.pagination(page) }}", page=Paginator(range(5), 10).page(1)).find()


def test_result_count_says_which_part_is_shown():
    page = Paginator(range(23), 10).page(2)

    assert words(draw('{{ ui.result_count(page, "area") }}', page=page)) == "Showing 11 to 20 of 23 areas"


def test_picture_beside_words_is_hidden_from_screen_readers():
    item = draw('{{ ui.easy_read([("calendar", "You can ask from April.")]) }}').find("li")

    assert item.find("svg")["aria-hidden"] == "true"
    assert words(item) == "You can ask from April."


def test_picture_that_nobody_drew_is_an_error():
    with pytest.raises(LookupError, match="unicorn"):
        draw('{{ ui.pictogram("unicorn") }}')


def test_component_that_nobody_made_is_an_error():
    with pytest.raises(Exception, match="carousel"):
        draw("{{ ui.carousel() }}")


def test_easy_read_switch_keeps_the_rest_of_the_address():
    request = RequestFactory().get("/your-turn/", {"group": "a"})

    on = draw("{{ ui.easy_read_switch(request, false) }}", request=request).find("a")["href"]

    assert on == "?group=a&easy-read=1"


def test_components_set_no_style_attributes():
    from ui import gallery_examples

    drawn = draw(
        "{% for macro, chart in pictures + maps %}{{ ui[macro](chart) }}{% endfor %}"
        "{{ ui.form(broken_form, 'token') }}",
        **gallery_examples.context({}),
    )

    assert drawn.find_all(style=True) == []


def test_markup_of_other_macros_is_kept_in_tabs():
    drawn = draw('{% set part %}<p>Plan</p>{% endset %}{{ ui.tabs([("a", "Plan", part)]) }}')

    assert words(drawn.find(id="a").find("p")) == "Plan"
