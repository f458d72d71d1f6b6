"""A release to the region, ready for a page: exactly what leaves the area, and why some of it stands together."""

from typing import Any

from files.tables import Table, numeric
from finance_models.calc.windows import Window
from finance_models.models import RegionalRelease, Run
from finance_models.release import queries, words
from finance_models.runs.tables import table_of
from finance_models.steps import Standing
from tenants.models import Area
from tenants.returns import finance
from tenants.returns.models import FinanceTerms
from ui import formats

State = RegionalRelease.State
OUTCOMES = {
    "costed": "Costed",
    "uncosted": "No price, so counted and not costed",
    "outside_eligibility": "Outside the person's eligibility or the base year",
    "unlinked": "Of nobody in the people table",
}
SUMS = "Sums of squares and products, from which the region makes its intervals. None of them is about a single person."


def tables(run: Run) -> list[Table]:
    """What would leave (bands, sums for intervals, settings, lines), then why some of it stands together."""
    found = run.result["release"]
    return [
        _bands(run, found),
        _sums(run, found),
        _settings(run, found),
        _lines(run, found),
        _activity(run, found),
        _merged(run),
        _together(run),
    ]


def _bands(run: Run, found: dict[str, Any]) -> Table:
    days = window_of(found).days
    rows = [
        [
            words.bands_words(band["bands"]),
            band["sums"]["people"],
            f"{band['sums']['days'] / days:,.2f}",
            formats.pounds(band["sums"]["truncated"]),
            formats.pounds(band["sums"]["excess"]),
        ]
        for band in found["bands"]
    ]
    head = (
        "Band (age/conditions)", numeric("People"), numeric("Person-years"), numeric("Cost within the truncation"),
        numeric("Cost beyond it"),
    )  # fmt: skip
    return table_of(run, "bands", "Each band that leaves the area", head, rows)


def _sums(run: Run, found: dict[str, Any]) -> Table:
    names = ("days", "days_squared", "truncated_squared", "truncated_by_days")
    rows = [[words.bands_words(band["bands"]), *(band["sums"][name] for name in names)] for band in found["bands"]]
    head = (
        "Band (age/conditions)", numeric("Days"), numeric("Days squared"), numeric("Pence squared"),
        numeric("Pence times days"),
    )  # fmt: skip
    return table_of(run, "sums", "The sums that leave with them", head, rows, note=SUMS)


def _settings(run: Run, found: dict[str, Any]) -> Table:
    rows = [
        [
            words.bands_words(band["bands"]),
            words.setting_words(name),
            formats.pounds(sums["cost"]),
            sums["cost_squared"],
        ]
        for band in found["bands"]
        for name, sums in band["settings"].items()
    ]
    head = ("Band (age/conditions)", "Setting", numeric("Cost"), numeric("Pence squared"))
    return table_of(run, "settings", "Cost by setting inside each band", head, rows)


def _lines(run: Run, found: dict[str, Any]) -> Table:
    rows = [[label, found["lines"][key]] for key, label in OUTCOMES.items()]
    return table_of(run, "lines", "Quality: lines of activity", ("What became of them", numeric("Lines")), rows)


def _activity(run: Run, found: dict[str, Any]) -> Table:
    rows = [[words.setting_words(name), lines] for name, lines in found["activity"].items()]
    return table_of(run, "activity", "Activity: lines that count", ("Setting", numeric("Lines")), rows)


def _merged(run: Run) -> Table:
    rows = [[words.bands_words(each["bands"]), words.merged_words(each)] for each in run.result["merged"]]
    note = "The reasons stay in the area: they tell of few people."
    return table_of(run, "merged", "Bands that were merged, and why", ("Leaves as", "Why"), rows, note=note)


def _together(run: Run) -> Table:
    by_band: dict[str, list[dict[str, Any]]] = {}
    for each in run.result["together"]:
        by_band.setdefault(words.bands_words(each["bands"]), []).append(each)
    rows = [[band, words.together_words(reasons)] for band, reasons in by_band.items()]
    note = "The reasons stay in the area: they tell of few people."
    return table_of(run, "together", "Settings put together, and why", ("Band", "Why"), rows, note=note)


def window_of(document: dict[str, Any]) -> Window:
    """The base year of a release."""
    import datetime

    return Window(*(datetime.date.fromisoformat(text) for text in document["window"]))


def about(release: RegionalRelease) -> list[tuple[str, str]]:
    """What it was made from, and where it stands."""
    run = release.run
    return [
        ("Made from", f"{run.version}, {run.assumptions}, checksum {run.checksum[:16]}"),
        ("Terms", f"Network terms {release.terms}"),
        ("Prepared", f"{formats.date(run.made_on)}, by {run.by.name if run.by else 'sample data'}"),
        ("What to know of it", release.note or "Nothing was written"),
        ("Steps", words.history_words(release)),
    ]


def history(area: Area, releases: list[RegionalRelease], address: Any) -> Table:
    """Every release, the newest first."""
    from files.people import NO_PEOPLE

    rows = [
        [
            {"text": str(each), "href": address(each.number)},
            {"status": f"release_{each.state}"},
            f"Network terms {each.terms}",
            str(each.run.version),
            words.history_words(each),
        ]
        for each in releases
    ]
    return Table(
        key="releases",
        caption="Releases of this area",
        head=("Release", "State", "Terms", "Data", "What was done"),
        rows=tuple(rows),
        as_at=max((each.run.made_on for each in releases), default=None),
        source=f"{area.name}'s finance models",
        people=NO_PEOPLE,
        sample=any(each.is_sample for each in releases),
    )


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    terms: FinanceTerms | None = finance.present_terms()
    if terms is None:
        return Standing("step_waits", "The network has not set its terms yet.")
    waiting = queries.newest_of(State.PROPOSED)
    if waiting and waiting.terms == terms.number:
        return Standing("step_look", f"{waiting} waits for another person to release it.")
    counts = queries.newest_of(State.RELEASED)
    if counts is None:
        return Standing("step_waits", "Nothing is released.")
    if counts.terms != terms.number:
        return Standing("step_look", f"{counts} is by earlier terms of the network. Prepare one by the present terms.")
    return Standing("step_ready", f"{counts} counts in the region's figures. {words.sentence(counts)}")
