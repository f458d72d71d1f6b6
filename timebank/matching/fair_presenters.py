"""What a run would do to fair shares, and how it differs from first come, first served: tables and a chart."""

from typing import Any

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from timebank.calc import hours
from timebank.matching.presenters import ratio_words, source
from timebank.models import Account, MatchingRun
from ui.charts import Bar, BarChart

EXPLAINED = (
    "Entitled: the area’s share of all hours that areas have had and that were asked for in this run. "
    "1.00 is exactly the fair share."
)


def fairness_table(run: MatchingRun, names: dict[str, str]) -> Table:
    """Columns: area, entitled, received ÷ entitled before and after, hours in this run."""
    figures = run.figures
    return Table(
        key="fairness",
        caption="What it would do to fair shares",
        head=("Area", "Entitled", numeric("Before"), numeric("After"), "Hours in this run"),
        rows=tuple(
            [
                names.get(slug, slug),
                hours.short(round(figures["shares"].get(slug, 0) * figures["pool"])),
                ratio_words(before),
                ratio_words(figures["after"]["ratios"].get(slug)),
                hours.short(figures["received"].get(slug, 0)),
            ]
            for slug, before in sorted(figures["before"]["ratios"].items(), key=lambda each: (each[1], each[0]))
        ),
        as_at=run.made_on,
        source=source(run),
        note=EXPLAINED,
        people=NO_PEOPLE,
        sample=run.is_sample,
    )


def comparison_table(run: MatchingRun, names: dict[str, str]) -> Table:
    """Columns: area, where it stood, hours by this matching, hours first come, first served."""
    figures = run.figures
    received, in_order = figures["received"], figures["first_come"]["received"]
    return Table(
        key="comparison",
        caption="Beside first come, first served",
        head=("Area", numeric("Received ÷ entitled so far"), "This matching", "First come, first served", "Difference"),
        rows=tuple(
            [
                names.get(slug, slug),
                ratio_words(ratio),
                hours.short(received.get(slug, 0)),
                hours.short(in_order.get(slug, 0)),
                hours.short(received.get(slug, 0) - in_order.get(slug, 0)),
            ]
            for slug, ratio in sorted(figures["standing"].items(), key=lambda each: (each[1], each[0]))
        ),
        as_at=run.made_on,
        source=source(run),
        note="First come, first served goes by the day of asking alone; the same rules of topic, dates and hours hold.",
        people=NO_PEOPLE,
        sample=run.is_sample,
    )


def measures(run: MatchingRun) -> list[tuple[str, str]]:
    """(figure, label) of the run: Gini and smallest ratio before and after, and first come, first served."""
    figures = run.figures
    without = figures["first_come"]["after"]
    gini = [ratio_words(figures[when]["gini"]) for when in ("before", "after")]
    least = [ratio_words(figures[when]["minimum"]) for when in ("before", "after")]
    return [
        (" → ".join(gini), f"Gini, before and after. First come, first served: {ratio_words(without['gini'])}"),
        (
            " → ".join(least),
            f"smallest received ÷ entitled, before and after. First come, first served: "
            f"{ratio_words(without['minimum'])}",
        ),
    ]


def below_share_words(run: MatchingRun) -> str:
    """`Areas below their fair share get 14 hours; first come, first served would give them 9 hours.`"""
    matched, in_order = run.figures["below_share"]
    return (
        f"Areas below their fair share get {hours.in_words(matched)}; first come, first served would give them "
        f"{hours.in_words(in_order)}."
    )


def chart(run: MatchingRun, names: dict[str, str], downloads: Any) -> BarChart:
    """Received ÷ entitled of each area after the run, with what it was before in words."""
    ordered = sorted(run.figures["before"]["ratios"].items(), key=lambda each: (each[1], each[0]))
    after = run.figures["after"]["ratios"]
    return BarChart(
        id="run-fairness",
        title="Received ÷ entitled, before and after",
        description="The bars show where areas would stand after this run. 1.00 is exactly the fair share.",
        category="Area",
        measure="Before → after",
        bars=tuple(
            Bar(names.get(slug, slug), round(after[slug], 2), f"{ratio_words(before)} → {ratio_words(after[slug])}")
            for slug, before in ordered
        ),
        as_at=run.made_on,
        source=source(run),
        downloads=downloads,
    )


def names_of(accounts: list[Account]) -> dict[str, str]:
    """Names by slug; short ones, which fit on a chart."""
    return {account.slug: account.area.short_name if account.area else account.name for account in accounts}
