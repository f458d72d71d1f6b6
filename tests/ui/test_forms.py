import datetime

import pytest
from django import forms

from tests.ui.drawing import draw, words
from ui.forms import SplitDateField
from ui.gallery_examples import EveryField


class DateForm(forms.Form):
    starts = SplitDateField(label="Start")


def sent(day="", month="", year="") -> DateForm:
    return DateForm({"starts-day": day, "starts-month": month, "starts-year": year})


def drawn(form):
    return draw("{{ form }}", form=form)


def test_date_is_read_from_three_boxes():
    form = sent("27", "3", "2015")

    assert form.is_valid()
    assert form.cleaned_data["starts"] == datetime.date(2015, 3, 27)


@pytest.mark.parametrize("month", ["mar", "March", "MARCH", "03"])
def test_month_may_be_a_word(month):
    assert sent("27", month, "2015").is_valid()


@pytest.mark.parametrize(
    ("boxes", "message", "wrong"),
    [
        (("", "", ""), "Enter a date, for example 27 3 2015", ["day", "month", "year"]),
        (("27", "", "2015"), "The date must include a month", ["month"]),
        (("", "", "2015"), "The date must include a day and month", ["day", "month"]),
        (("31", "2", "2015"), "Enter a real date, for example 27 3 2015", ["day", "month", "year"]),
        (("x", "2", "2015"), "Enter a real date, for example 27 3 2015", ["day", "month", "year"]),
        (("1", "2", "15"), "Enter a real date, for example 27 3 2015", ["year"]),
        (("1", "2", "99999999999999999999"), "Enter a real date, for example 27 3 2015", ["day", "month", "year"]),
    ],
)
def test_date_error_says_what_to_mend_and_links_to_the_box(boxes, message, wrong):
    page = drawn(sent(*boxes))

    link = page.find(class_="nhsuk-error-summary").find("a")
    assert (words(link), link["href"]) == (message, f"#id_starts-{wrong[0]}")
    assert [box["name"] for box in page.find_all("input", attrs={"aria-invalid": "true"})] == [
        f"starts-{part}" for part in wrong
    ]


def test_date_keeps_what_was_typed():
    page = drawn(sent("31", "2", "2015"))

    assert [box["value"] for box in page.find_all("input")] == ["31", "2", "2015"]


def test_every_error_of_the_summary_links_to_a_box_on_the_page():
    page = drawn(EveryField({}))

    links = [link["href"] for link in page.find(class_="nhsuk-error-summary").find_all("a")]
    assert len(links) == 9
    assert [href for href in links if page.find(id=href.removeprefix("#")) is None] == []


def test_hint_and_error_are_tied_to_their_field():
    page = drawn(EveryField({"email": "nobody"}))

    box = page.find("input", attrs={"name": "email"})
    assert box["aria-describedby"].split() == ["id_email-hint", "id_email-error"]
    assert box["aria-invalid"] == "true"
    assert page.find(id="id_email-error").find_parent(class_="nhsuk-form-group--error")


def test_hint_stands_before_the_field():
    group = drawn(EveryField()).find("input", attrs={"name": "email"}).find_parent(class_="nhsuk-form-group")

    assert [tag.name for tag in group.find_all(["label", "div", "input"])] == ["label", "div", "input"]


def test_every_box_has_a_label():
    page = drawn(EveryField())

    labels = {label.get("for") for label in page.find_all("label")}
    boxes = page.find_all(["input", "select", "textarea"])
    assert [box["id"] for box in boxes if box["id"] not in labels] == []


def test_questions_of_several_boxes_are_groups_with_a_legend():
    legends = [words(legend) for legend in drawn(EveryField()).find_all("legend")]

    assert legends == ["Which group?", "What would help?", "When does it start?"]


def test_field_that_may_be_left_empty_says_so():
    assert words(drawn(EveryField()).find("label", attrs={"for": "id_budget"})) == "Yearly budget (optional)"


def test_label_and_choices_are_drawn_as_text():
    class Nasty(forms.Form):
        one = forms.CharField(label="<script>1</script>", help_text="<script>2</script>")
        two = forms.ChoiceField(label="Two", choices=[("a", "<script>3</script>")], widget=forms.RadioSelect)
        three = forms.ChoiceField(label="<script>4</script>", choices=[("a", "<script>5</script>")])

    assert drawn(Nasty({"one": "", "two": '"><script>6</script>'})).find("script") is None


def test_what_was_typed_is_kept_and_a_password_is_not():
    page = drawn(
        EveryField({"name": 'Ann "A" <b>', "secret": "south-west", "needs": ["talk"], "group": "multiple_ltc"})
    )

    assert page.find("input", attrs={"name": "name"})["value"] == 'Ann "A" <b>'
    assert not page.find("input", attrs={"name": "secret"}).get("value")
    assert [box["value"] for box in page.find_all("input", checked=True)] == ["multiple_ltc", "talk"]


def test_placeholder_is_never_a_label():
    class Placeholder(forms.Form):
        name = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "Name"}))

    assert not drawn(Placeholder()).find("input").has_attr("placeholder")


def test_errors_of_the_whole_form_are_in_the_summary():
    form = EveryField({})
    form.add_error(None, "These two do not fit together.")

    assert "These two do not fit together." in words(drawn(form).find(class_="nhsuk-error-summary"))


def test_summary_is_shown_once():
    page = draw("{{ ui.error_summary(form) }}{{ form }}", form=EveryField({}))

    assert len(page.find_all(class_="nhsuk-error-summary")) == 1


def test_hidden_field_is_drawn_without_a_label():
    class Hidden(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput, initial="k")

    page = drawn(Hidden())
    assert page.find("input")["type"] == "hidden"
    assert page.find("label") is None


def test_widget_that_the_design_system_lacks_still_has_label_and_error():
    class Split(forms.Form):
        at = forms.SplitDateTimeField(label="When")

    page = drawn(Split({}))
    assert words(page.find("label")) == "When"
    assert page.find(class_="nhsuk-error-message")
    assert len(page.find_all("input")) == 2


def test_form_with_a_file_can_send_it():
    assert draw("{{ ui.form(form, 'token') }}", form=EveryField()).find("form")["enctype"] == "multipart/form-data"
