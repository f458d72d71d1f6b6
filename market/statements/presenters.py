"""Statements as pages and files show them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from market.models import Interest, OfferAnswer, StatementVersion
from market.statements import freezing, gap_map, gaps, picture
from market.statements.drafting import NAMES
from market.statements.notices import address_of
from ui import formats
from ui.charts import HeatMap
from ui.navigation import href_or_none

TAGS = (
    ("statement_draft", "Being written", "yellow"),
    ("statement_published", "Published", "green"),
    ("intervention_planned", "Planned", "blue"),
    ("intervention_under_way", "Under way", "yellow"),
    ("intervention_done", "Done", "green"),
    ("intervention_stopped", "Stopped", "grey"),
)
MAP_TITLE = "Gap map: kinds of support by area"
WORDS_SOURCE = "the area’s commissioner"


def parts(version: StatementVersion, tables: Mapping[str, Table]) -> list[dict[str, Any]]:
    """The four parts: heading, the commissioner's words, the tables beside them."""
    return [
        {
            "key": part,
            "heading": NAMES[part],
            "words": getattr(version, part),
            "tables": [tables[key] for key in picture.OF_PARTS[part] if key in tables and tables[key].rows],
        }
        for part in StatementVersion.PARTS
    ]


def kept_tables(version: StatementVersion) -> dict[str, Table]:
    """The tables of a published version, as they were shown."""
    return freezing.all_thawed(version.tables["tables"])


def kept_map(version: StatementVersion) -> HeatMap:
    """Its gap map."""
    return gap_map.drawn(version.tables["map"], as_at=version.published_on, title=MAP_TITLE)


def words_table(version: StatementVersion) -> Table:
    """Columns: part, words. For kinds of file that hold tables alone."""
    rows: list[list[Any]] = [[NAMES[part], getattr(version, part)] for part in StatementVersion.PARTS]
    if version.reason:
        rows.append(["Why this version was made", version.reason])
    return Table(
        key="words",
        caption="In the commissioner’s words",
        head=("Part", "Words"),
        rows=tuple(rows),
        as_at=version.published_on,
        source=WORDS_SOURCE,
        people=NO_PEOPLE,
        sample=version.statement.is_sample,
    )


def prose(version: StatementVersion) -> list[tuple[str, str]]:
    """The same for paper."""
    found = [(NAMES[part], getattr(version, part)) for part in StatementVersion.PARTS]
    return [*found, ("Why this version was made", version.reason)] if version.reason else found


def gap_names(version: StatementVersion) -> list[str]:
    """The keys of the gaps that a published version shows."""
    return [need for need, each in version.tables.get("gaps", {}).items() if each["level"] in gaps.GAPS]


def list_table(versions: Iterable[StatementVersion]) -> Table:
    """Columns: area, year, version, published, number of gaps. `kept_gaps` stands on each row."""
    rows = tuple(
        [
            {"text": each.statement.area.name, "href": address_of(each)},
            str(each.statement.year),
            each.number,
            each.published_on,
            sum(gap["level"] in gaps.GAPS for gap in each.kept_gaps.values()),
        ]
        for each in versions
    )
    return Table(
        key="statements",
        caption="Market position statements",
        head=("Area", "Year", numeric("Version"), "Published on", numeric("Gaps")),
        rows=rows,
        as_at=today(),
        source="the areas’ commissioners",
        people=NO_PEOPLE,
        sample=any(each.statement.is_sample for each in versions),
    )


def interest_table(found: Iterable[Interest]) -> Table:
    """Columns: provider, statement, gap, what they could do, how to reach them, since."""
    return Table(
        key="interest",
        caption="Providers who are interested",
        head=("Provider", "Statement", "Interested in", "What they could do", "How to reach them", "Since"),
        rows=tuple(
            [
                each.provider.organisation.name,
                str(each.statement.year),
                each.get_need_words(),
                each.note,
                ", ".join(filter(None, [each.provider.telephone, each.provider.email])),
                each.said_on,
            ]
            for each in found
        ),
        as_at=today(),
        source="what providers said",
        people=NO_PEOPLE,
    )


def answers_table(found: Iterable[OfferAnswer]) -> Table:
    """Columns: offer, provider, statement, gap, since."""
    return Table(
        key="answers",
        caption="Offers that answer your statements",
        head=("Offer", "Provider", "Statement", "Answers", "Since"),
        rows=tuple(
            [
                _linked(each.offer.listing.title, "market:offer", each.offer.public_id),
                each.offer.listing.provider_name,
                str(each.statement.year),
                each.get_need_words(),
                each.said_on,
            ]
            for each in found
        ),
        as_at=today(),
        source="what providers said of their offers",
        people=NO_PEOPLE,
        sample=any(each.offer.listing.is_sample for each in found),
    )


def offers_answering(listings: Iterable[Any]) -> list[dict[str, Any]]:
    """Offers that answer a statement: title, provider, address."""
    return [
        {
            "title": each.title,
            "provider": each.provider_name,
            "href": href_or_none("market:offer", each.public_id),
            "is_sample": each.is_sample,
        }
        for each in listings
    ]


def version_links(versions: Iterable[StatementVersion], shown: StatementVersion) -> list[dict[str, Any]]:
    """Every published version of a statement: words, address, why it was made; the shown one has no address."""
    area, year = shown.statement.area.slug, shown.statement.year
    return [
        {
            "words": f"Version {each.number}, {formats.date(each.published_on)}",
            "href": "" if each.pk == shown.pk else reverse("market:statement-version", args=[area, year, each.number]),
            "reason": each.reason,
        }
        for each in versions
    ]


def _linked(text: str, route: str, *args: Any) -> Any:
    href = href_or_none(route, *args)
    return {"text": text, "href": href} if href else text
