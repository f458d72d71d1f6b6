"""Made-up examples of the charts, for the gallery."""

import datetime

from ui.charts import (
    Bar,
    BarChart,
    FlowBand,
    FlowChart,
    FunnelLine,
    FunnelPlot,
    FunnelPoint,
    HeatCell,
    HeatColumn,
    HeatLevel,
    HeatMap,
    HeatRow,
    LineChart,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    PhaseMatrix,
    RiskEntry,
    RiskMap,
    Series,
    StackedBar,
    StackedBarChart,
    Stage,
    Target,
    Timeline,
    TimelineEntry,
    Tree,
    TreeNode,
)

DAY = datetime.date(2015, 7, 15)
DOWNLOAD = "/gallery/download.csv"
SOURCE = "made-up example"
GROUPS = [
    ("children_complex_needs", "Children and young people with complex needs"),
    ("multiple_ltc", "People with multiple long-term conditions"),
    ("learning_disability", "People with a learning disability and high support needs"),
    ("mental_health", "People with significant mental health needs"),
]

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
EXPECTED = LineChart(
    id="expected",
    title="People with a budget: promised and expected",
    description="If it goes on as it went, between 1,500 and 2,200 people will have a budget by March 2017.",
    category="Quarter",
    labels=(
        *("Dec 2014", "Mar 2015", "Jun 2015", "Sep 2015", "Dec 2015"),
        *("Mar 2016", "Jun 2016", "Sep 2016", "Dec 2016", "Mar 2017"),
    ),
    series=(
        Series("Plan", (100, 180, 260, 420, 650, 900, 1150, 1400, 1700, 2000), "plan"),
        Series("What happened", (95, None, 198, *(None,) * 7), "actual", shown=("", "*", *("",) * 8)),
        Series(
            "What we expect",
            (None, None, 198, 330, 520, 760, 1010, 1270, 1550, 1840),
            "forecast",
            low=(None, None, 198, 290, 440, 640, 840, 1050, 1280, 1500),
            high=(None, None, 198, 370, 600, 880, 1180, 1490, 1820, 2200),
            interval="19 in 20 chances",
        ),
    ),
    target=Target(2000, "Promised", "Mar 2017"),
    as_at=DAY,
    source=SOURCE,
    small_numbers_hidden=True,
    download=DOWNLOAD,
)
EQUAL_AGE = LineChart(
    id="equal-age",
    title="Intakes compared at the same age",
    description="Six months after its start the second intake had 60 people, and the first 41.",
    category="Age",
    labels=tuple(f"Month {month}" for month in range(0, 15, 3)),
    series=(
        Series("Intake 1", (0, 12, 41, 70, 110), "first"),
        Series("Intake 2", (0, 25, 60, 98, None), "second"),
        Series("Intake 3", (0, 30, 77, None, None), "third"),
        Series("Intake 4", (0, 18, None, None, None), "fourth"),
        Series("Intake 5", (5, 36, 52, 60, 66), "fifth"),
    ),
    as_at=DAY,
    source=SOURCE,
    small_numbers_hidden=True,
    download=DOWNLOAD,
)


def _funnel_line(population: int) -> FunnelLine:
    """Limits of about the right shape round a mean of 12; made up, like all here."""
    half = 1100 / population**0.5
    return FunnelLine(population, max(12 - 2 * half, 0), 12 + 2 * half, max(12 - 3.1 * half, 0), 12 + 3.1 * half)


FUNNEL = FunnelPlot(
    id="funnel",
    title="Budgets for each 100,000 people",
    description="Kernow has more than chance explains; Bristol has fewer.",
    unit="Budgets for each 100,000 people",
    points=(
        FunnelPoint("Kernow", 545000, 19.8, "19.8", "above_998"),
        FunnelPoint("Bristol", 437000, 8.2, "8.2", "below_95"),
        FunnelPoint("Bath and North East Somerset", 180000, 18.1, "18.1", "above_95"),
        FunnelPoint("Gloucestershire", 605000, 12.6, "12.6", "inside"),
        FunnelPoint("South Gloucestershire", 269000, 10.4, "10.4", "inside"),
        FunnelPoint("Somerset", 538000, 7.1, "7.1", "below_998"),
        FunnelPoint("Swindon", 215000, None, "*", "not_known"),
    ),
    lines=tuple(_funnel_line(population) for population in range(100000, 650000, 10000)),
    mean=12.0,
    as_at=DAY,
    source=SOURCE,
    small_numbers_hidden=True,
    download=DOWNLOAD,
)
COHORTS = Timeline(
    id="cohorts",
    title="Intakes and how far their sites have come",
    description="The first intake’s sites have begun; those of the second prepare.",
    today=DAY,
    lane_heading="Intake",
    entries=(
        TimelineEntry(
            "Prepares", datetime.date(2015, 1, 1), datetime.date(2015, 3, 31), lane="First intake", when="From January"
        ),
        TimelineEntry(
            "Runs",
            datetime.date(2015, 9, 1),
            datetime.date(2016, 3, 31),
            lane="First intake",
            stages=(Stage("Live", 4), Stage("Preparing", 2)),
        ),
        TimelineEntry("Mentors the second", datetime.date(2016, 4, 1), datetime.date(2016, 9, 30), lane="First intake"),
        TimelineEntry(
            "Runs",
            datetime.date(2016, 4, 1),
            datetime.date(2016, 9, 30),
            lane="Second intake",
            stages=(Stage("Preparing", 5),),
        ),
    ),
    source=SOURCE,
    download=DOWNLOAD,
)
RAG = (
    HeatLevel("red", "Overdue", "triangle"),
    HeatLevel("amber", "Due soon or slipped", "diamond"),
    HeatLevel("green", "On track", "circle"),
    HeatLevel("done", "Done", "tick"),
    HeatLevel("none", "Not planned", "dash"),
)
MILESTONES = HeatMap(
    id="milestones",
    title="Milestones by area",
    description="Two areas are overdue with the project lead. All others are on track.",
    row_heading="Area",
    columns=tuple(
        HeatColumn(f"{what} is in place in the area", f"{number}. {what}", f"by {day}")
        for number, (what, day) in enumerate(
            [
                (what, day)
                for day in ("31 January 2015", "31 March 2015", "30 June 2015", "31 March 2016")
                for what in ("Project lead", "Steering group", "Offer", "Evaluation")
            ],
            1,
        )
    ),
    heat_rows=tuple(
        HeatRow(
            name,
            tuple(
                HeatCell(level, words, detail, href)
                for _ in range(4)
                for level, words, detail in (
                    ("done", "Done", "12 days late"),
                    (first, "Overdue" if first == "red" else "On track", ""),
                    ("amber", "Slipped", "to 1 August"),
                    ("none", "Not planned", ""),
                )
            ),
            href,
        )
        for name, first, href in (
            ("Kernow", "green", "#milestones"),
            ("Bath and North East Somerset", "red", None),
            ("Swindon", "red", None),
        )
    ),
    scale=RAG,
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
MATURITY = HeatMap(
    id="maturity",
    title="How mature each component is",
    description="Kernow is furthest with people at the centre.",
    row_heading="Area",
    columns=(HeatColumn("People at the centre"), HeatColumn("Money that follows", "Money"), HeatColumn("Workforce")),
    heat_rows=(
        HeatRow("Kernow", (HeatCell(5, "5A"), HeatCell(3, "3B"), HeatCell(1, "1A"))),
        HeatRow("Swindon", (HeatCell(4, "4A"), HeatCell(2, "2B"), HeatCell(1, "1B"))),
    ),
    scale=tuple(HeatLevel(step, f"Level {step}", f"step-{step}") for step in range(1, 6)),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
RISKS = RiskMap(
    id="risks",
    title="Risks by likelihood and impact",
    description="One risk is extreme: nobody is found for the work.",
    entries=(
        RiskEntry("Nobody is found for the work", 4, 4, 1, "#risks", before=(4, 5)),
        RiskEntry("Money is not released in time", 3, 4, 2, "#risks", before=(3, 4)),
        RiskEntry("People don’t hear of the offer", 3, 4, 3),
        RiskEntry("The evaluation comes late", 2, 2, 4, before=(3, 2)),
    ),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
HELP_GIVEN = FlowChart(
    id="help-given",
    title="Who helped whom",
    description="Kernow gave most, Swindon was helped most.",
    source_heading="Gave",
    target_heading="Was helped",
    measure="Hours",
    flow_bands=(
        FlowBand("Kernow", "Swindon", 480, "8 h"),
        FlowBand("Kernow", "Wiltshire", 240, "4 h"),
        FlowBand("South Devon and Torbay", "Swindon", 120, "2 h"),
    ),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
MENTORING = Tree(
    id="mentoring",
    title="Who mentors whom",
    description="Sites of the first intake mentor those of the second, and these the third.",
    node_heading="Site",
    parent_heading="Mentored by",
    depth_heading="Intake",
    roots=(
        TreeNode(
            "St Austell",
            "Kernow, children and young people",
            "active",
            "#mentoring",
            (
                TreeNode("Bude", "Kernow", "in_progress", children=(TreeNode("Holsworthy, North Devon", "Not begun"),)),
                TreeNode("A site with a name that is rather long, Bath and North East Somerset"),
            ),
        ),
        TreeNode("Bedminster", "Bristol, mental health"),
    ),
    as_at=DAY,
    source=SOURCE,
    download=DOWNLOAD,
)
# What is drawn by which macro.
PICTURES = (
    ("bar_chart", BARS),
    ("line_chart", LINES),
    ("line_chart", EXPECTED),
    ("line_chart", EQUAL_AGE),
    ("funnel_plot", FUNNEL),
    ("stacked_bar_chart", STACKED),
    ("timeline", TIMELINE),
    ("timeline", COHORTS),
    ("flow_chart", HELP_GIVEN),
)
MAPS = (
    ("phase_matrix", MATRIX),
    ("heat_map", MILESTONES),
    ("heat_map", MATURITY),
    ("risk_map", RISKS),
    ("tree", MENTORING),
)
PRINTED = [chart for _, chart in (*PICTURES, *MAPS)]
