"""Made-up examples of every component, in every state, for the gallery."""

import datetime

from django import forms
from django.core.paginator import Paginator
from markupsafe import Markup

from disclosure import people, publish
from files import offers
from files.tables import Table, numeric
from ui import tags
from ui.charts import (
    Bar,
    BarChart,
    LineChart,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    PhaseMatrix,
    Series,
    StackedBar,
    StackedBarChart,
    Timeline,
    TimelineEntry,
)
from ui.forms import SplitDateField
from ui.home import HomeCard

DAY = datetime.date(2015, 7, 15)
DOWNLOAD = "/gallery/download.csv"
SOURCE = "made-up example"
GROUPS = [
    ("children_complex_needs", "Children and young people with complex needs"),
    ("multiple_ltc", "People with multiple long-term conditions"),
    ("learning_disability", "People with a learning disability and high support needs"),
    ("mental_health", "People with significant mental health needs"),
]
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


BARS = BarChart(
    id="bars",
    title="People with a personal health budget, by area",
    description="Kernow has most, with 62 people. Swindon is not known.",
    category="Area",
    measure="People",
    bars=(
        Bar("Kernow", 62),
        Bar("Bath and North East Somerset", 41),
        Bar("South Gloucestershire", 17),
        Bar("Bristol", 0),
        Bar("Swindon", None),
    ),
    as_at=DAY,
    source=SOURCE,
    small_numbers_hidden=False,
    download=DOWNLOAD,
)
LINES = LineChart(
    id="lines",
    title="People with a budget: plan and what happened",
    description="The plan rises to 2,000 by March 2017. By June 2015, 198 people had a budget against a plan of 260.",
    category="Month",
    labels=("Dec 2014", "Mar 2015", "Jun 2015", "Sep 2015", "Mar 2016", "Sep 2016", "Mar 2017"),
    series=(
        Series("Plan", (100, 180, 260, 420, 900, 1400, 2000), "plan"),
        Series("What happened", (95, 150, 198, None, None, None, None), "actual"),
        Series("What we expect", (None, None, 198, 310, 700, 1250, 1850), "forecast"),
    ),
    as_at=DAY,
    source=SOURCE,
    small_numbers_hidden=True,
    download=DOWNLOAD,
)
STACKED = StackedBarChart(
    id="stacked",
    title="Sites in each intake, by group",
    description="Kernow and Bristol have most sites. Children and young people are the largest part in both.",
    category="Area",
    parts=("Children", "Long-term conditions", "Learning disability", "Mental health"),
    bars=(
        StackedBar("Kernow", (6, 4, 3, 1)),
        StackedBar("Bristol", (5, 2, 4, 2)),
        StackedBar("North Somerset", (1, 0, 2, None)),
    ),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
TIMELINE = Timeline(
    id="timeline",
    title="Milestones and intakes",
    description="The first intake has begun. Four more follow, one each half-year, until March 2017.",
    today=DAY,
    entries=(
        TimelineEntry("Network chosen", datetime.date(2015, 3, 5), status="done"),
        TimelineEntry(
            "First intake of sites", datetime.date(2015, 4, 1), datetime.date(2015, 9, 30), "in_progress", "6 sites"
        ),
        TimelineEntry("Second intake of sites", datetime.date(2015, 10, 1), datetime.date(2016, 3, 31), "not_started"),
        TimelineEntry("Right to ask widens", datetime.date(2016, 4, 1), status="not_started", when="April 2016"),
        TimelineEntry("2,000 people have a budget", datetime.date(2017, 3, 31), status="at_risk"),
    ),
    source=SOURCE,
    download=DOWNLOAD,
)
MATRIX = PhaseMatrix(
    id="matrix",
    title="When each area starts with each group",
    description="Phase 1 comes first. To be confirmed means that the area has not chosen yet.",
    row_heading="Area",
    columns=tuple(
        MatrixColumn(name, short)
        for (_, name), short in zip(GROUPS, ["Children", "Long-term", "Learning", "Mental health"], strict=True)
    ),
    matrix_rows=(
        MatrixRow("Kernow", tuple(MatrixCell(phase, href="#matrix") for phase in (1, 2, 3, 4)), href="#matrix"),
        MatrixRow("Bath and North East Somerset", tuple(MatrixCell(phase) for phase in (2, 1, 4, 3))),
        MatrixRow("Swindon", tuple(MatrixCell(None) for _ in GROUPS)),
    ),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
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
        "bars": BARS,
        "lines": LINES,
        "stacked": STACKED,
        "timeline": TIMELINE,
        "matrix": MATRIX,
        "cards": CARDS,
        "example_form": EveryField(),
        "broken_form": broken,
        "filters": ExampleFilters(query or None),
        "results": RESULTS,
        "list_page": Paginator(range(1, 124), 10).get_page(query.get("page", 4)),
        "statuses": sorted(tags.all_tags()),
        "day": DAY,
    }
