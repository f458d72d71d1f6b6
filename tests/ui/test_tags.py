import pytest

from tests.ui.drawing import draw, words
from ui import tags


def test_status_that_is_not_known_is_an_error():
    with pytest.raises(tags.UnknownStatus, match="half_done"):
        tags.for_status("half_done")


def test_page_with_an_unknown_status_fails():
    with pytest.raises(tags.UnknownStatus):
        draw('{{ ui.tag("half_done") }}')


def test_status_that_already_reads_otherwise_is_refused():
    with pytest.raises(ValueError, match="already reads 'Late'"):
        tags.register("late", "Overdue", "red")


def test_colour_that_the_design_system_lacks_is_refused():
    with pytest.raises(ValueError, match="mauve"):
        tags.register("some_new_status", "New", "mauve")


def test_tag_shows_words_and_not_the_code():
    tag = draw('{{ ui.tag("to_be_confirmed") }}').find(class_="nhsuk-tag")

    assert words(tag) == "To be confirmed"
    assert "nhsuk-tag--white" in tag["class"]


def test_every_tag_has_words_and_a_colour_of_the_design_system():
    for status, tag in tags.all_tags().items():
        assert tag.text and (tag.text[0].isupper() or tag.text[0].isdigit()), status  # "1: Not started" is a level
        assert tag.colour in tags.COLOURS, status
