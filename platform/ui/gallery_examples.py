"""Made-up examples of every component, in every state, for the gallery."""

import datetime

from django import forms
from django.core.paginator import Paginator
from markupsafe import Markup

from disclosure import people, publish
from files import offers
from files.tables import Table, numeric
from ui import gallery_charts, tags
from ui.forms import SplitDateField
from ui.gallery_charts import DAY, GROUPS, SOURCE
from ui.home import HomeCard

RESULTS = [
    {
        "title": "What a personal health budget can pay for",
        "href": "#finding",
        "kind": "Pages",
        "about": "Reviewed in June 2015",
        "excerpt": Markup("A <mark>budget</mark> can pay for care at home, therapies and equipment."),
    },
    {"title": "NHS Kernow", "href": "#finding", "kind": "Areas", "about": "", "excerpt": ""},
]


class EveryField(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="What is your name?", max_length=60, help_text="As your colleagues know you.")
    email = forms.EmailField(label="Your e-mail address", help_text="We only use it to answer you.")
    secret = forms.CharField(label="A password", widget=forms.PasswordInput, help_text="12 letters or more.")
    people = forms.IntegerField(
        label="How many people?", min_value=0, widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-5"})
    )
    budget = forms.DecimalField(
        label="Yearly budget",
        required=False,
        widget=forms.NumberInput(attrs={"class": "nhsuk-input--width-5", "data-prefix": "£"}),
    )
    story = forms.CharField(label="Tell us more", max_length=500, widget=forms.Textarea, required=False)
    area = forms.ChoiceField(
        label="Area", choices=[("", "Choose an area"), ("kernow", "Kernow"), ("swindon", "Swindon")]
    )
    group = forms.ChoiceField(label="Which group?", choices=GROUPS, widget=forms.RadioSelect)
    needs = forms.MultipleChoiceField(
        label="What would help?",
        help_text="Choose all that fit.",
        choices=[("talk", "Talking to a peer"), ("money", "Help with the money"), ("plan", "Help with the plan")],
        widget=forms.CheckboxSelectMultiple,
    )
    starts = SplitDateField(label="When does it start?", help_text="For example, 27 3 2015.")
    paper = forms.FileField(label="A file", help_text="A CSV of up to 5 MB.", required=False)
    agreed = forms.BooleanField(
        label="I have read how this is used", error_messages={"required": "Tick the box to say that you have read it"}
    )


class ExampleFilters(forms.Form):
    """Filters over a list."""

    is_filter = True
    area = forms.ChoiceField(label="Area", required=False, choices=[("", "All areas"), ("kernow", "Kernow")])
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Any"), ("late", "Late")])


CARDS = [
    HomeCard("Send Kernow’s return", "The board waits for April to June.", "Open the return", "#", DAY.replace(day=10)),
    HomeCard("Answer Bristol", "They ask about hiring personal assistants.", "Read the question", "#", DAY),
    HomeCard("Check the plan", "The next step for mental health has no owner.", "Open the plan", "#"),
]


def table() -> Table:
    """A table with counts of people, for the page and its files."""
    return Table(
        key="example",
        caption="People with a budget (example)",
        head=("Area", numeric("People"), "First budget", "What they say"),
        rows=(
            [{"text": "Kernow", "href": "#tables"}, publish(people(43)), datetime.date(2014, 9, 19), "We began early."],
            ["Bath and North East Somerset", publish(people(6)), DAY, "=1+1 is text here, and stays text in a file."],
            ["Swindon", "Not known", None, ""],
        ),
        as_at=DAY,
        source=SOURCE,
        note="Made up for the gallery.",
        sample=True,
    )


def context(query) -> dict:
    """All that the gallery's page shows. `query` holds the filters and the page of the list."""
    broken = EveryField(
        {
            "broken-email": "nobody",
            "broken-people": "many",
            "broken-starts-day": "31",
            "broken-starts-month": "2",
            "broken-starts-year": "2015",
        },
        prefix="broken",
    )
    return {
        "shown": table(),
        "downloads": offers.offers("ui:gallery-download"),
        "no_pdf": offers.Offers(offers.offers("ui:gallery-download").links[:2], missing=offers.NO_PDF),
        "pictures": gallery_charts.PICTURES,
        "maps": gallery_charts.MAPS,
        "cards": CARDS,
        "example_form": EveryField(),
        "broken_form": broken,
        "filters": ExampleFilters(query or None),
        "results": RESULTS,
        "list_page": Paginator(range(1, 124), 10).get_page(query.get("page", 4)),
        "statuses": sorted(tags.all_tags()),
        "day": DAY,
    }
