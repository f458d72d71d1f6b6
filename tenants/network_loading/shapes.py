"""What each file of a network folder holds: its columns, how each is read, and what makes a row the only one."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tenants import groups
from tenants.models import EligiblePool, NationalMilestone, Organisation
from tenants.models.areas import RESERVED_SLUGS, SLUG_SHAPE

Reader = Callable[[str], Any]


class Unreadable(ValueError):
    """A cell that can't be read; the message is the fault's "why"."""


@dataclass(frozen=True)
class Column:
    """A column: its name, how a non-empty cell is read, and whether an empty cell is a fault."""

    name: str
    read: Reader
    required: bool = True


@dataclass(frozen=True)
class Shape:
    """A file: its columns, the columns that identify a row, and whether `areas.csv` must know its area column."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def words(limit: int) -> Reader:
    """Text of at most `limit` letters."""

    def read(cell: str) -> str:
        if len(cell) > limit:
            raise Unreadable(f"is {len(cell)} letters long; shorten it to {limit} or fewer")
        return cell

    return read


def whole_number(cell: str) -> int:
    """A whole number of people, sites and the like: digits only, up to two thousand million."""
    if not re.fullmatch(r"[0-9]{1,10}", cell):
        raise Unreadable(f"{cell!r} is not a whole number; write it with digits only, such as 1200")
    if int(cell) > 2_000_000_000:
        raise Unreadable(f"{cell} is too large to be right; check the number")
    return int(cell)


def date(cell: str) -> datetime.date:
    """A date written year-month-day."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
            raise ValueError
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise Unreadable(f"{cell!r} is not a date; write it as year-month-day, such as 2015-01-31") from None


def phase(cell: str) -> int | None:
    """1 to 4, or None for TBC (to be confirmed)."""
    if cell.upper() == "TBC":
        return None
    if cell not in {"1", "2", "3", "4"}:
        raise Unreadable(f"{cell!r} is not a phase; write 1, 2, 3 or 4, or TBC where it is to be confirmed")
    return int(cell)


def one_of(allowed: list[str]) -> Reader:
    """One of the listed words."""

    def read(cell: str) -> str:
        if cell not in allowed:
            raise Unreadable(f"{cell!r} is not known; write one of {', '.join(allowed)}")
        return cell

    return read


def area_slug(cell: str) -> str:
    """The shape of an area's slug; whether there is such an area is checked across files."""
    if not re.fullmatch(SLUG_SHAPE, cell):
        raise Unreadable(f"{cell!r} can't be a slug; use 2 to 40 small letters, numbers and hyphens")
    return cell


def new_area_slug(cell: str) -> str:
    """An area's slug that is none of the site's own words."""
    if cell in RESERVED_SLUGS:
        raise Unreadable(f"{cell!r} is kept for the site's own pages; choose another slug")
    return area_slug(cell)


def names(cell: str) -> list[str]:
    """Names separated by |."""
    return [name.strip() for name in cell.split("|") if name.strip()]


def target(cell: str) -> tuple[int | None, int | None]:
    """(number, share in 0.01%): `1000` is (1000, None), `2%` is (None, 200)."""
    share = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%", cell)
    if share:
        hundredths = round(float(share[1]) * 100)
        if hundredths > 10_000:
            raise Unreadable(f"{cell} is more than the whole; write at most 100%")
        return None, hundredths
    return whole_number(cell), None


group = one_of([item.key for item in groups.GROUPS])

SHAPES = {
    shape.file: shape
    for shape in (
        Shape(
            "network.csv",
            (
                Column("name", words(120)),
                Column("short_name", words(60)),
                Column("stated_population", whole_number, required=False),
                Column("source", words(300), required=False),
            ),
            key=(),
        ),
        Shape(
            "areas.csv",
            (
                Column("slug", new_area_slug),
                Column("name", words(120)),
                Column("short_name", words(60)),
                Column("ods_code", words(10), required=False),
                Column("ons_code", words(9), required=False),
                Column("local_authorities", names, required=False),
                Column("approx_population_2014", whole_number, required=False),
            ),
            key=("slug",),
        ),
        Shape(
            "phase_plan.csv",
            (Column("area", area_slug), *(Column(item.key, phase) for item in groups.GROUPS)),
            key=("area",),
        ),
        Shape(
            "phb_baseline_nov2014.csv",
            (
                Column("area", area_slug),
                Column("phb_in_place", whole_number),
                Column("in_pipeline", whole_number, required=False),
                Column("pipeline_note", words(200), required=False),
            ),
            key=("area",),
        ),
        Shape("sites_reported.csv", (Column("group", group), Column("sites", whole_number)), key=("group",)),
        Shape(
            "milestones.csv",
            (
                Column("key", words(60)),
                Column("activity", words(120)),
                Column("deliverable", words(300)),
                Column("due", date),
                Column("precision", one_of(NationalMilestone.Precision.values)),
                Column("stage", words(60)),
            ),
            key=("key",),
        ),
        Shape(
            "implementation_cohorts.csv",
            (
                Column("number", whole_number),
                Column("starts", date),
                Column("note", words(300), required=False),
            ),
            key=("number",),
        ),
        Shape(
            "targets.csv",
            (
                Column("key", words(60)),
                Column("target", target, required=False),
                Column("by", date),
                Column("statement", words(300)),
            ),
            key=("key",),
        ),
        Shape(
            "eligible_pools.csv",
            (
                Column("area", area_slug),
                Column("group", group),
                Column("people", whole_number),
                Column("qualifier", one_of(EligiblePool.Qualifier.values), required=False),
                Column("what", words(300)),
            ),
            key=("area", "group", "what"),
        ),
        Shape(
            "partners.csv",
            (
                Column("area", area_slug),
                Column("group", group, required=False),
                Column("partner", words(200)),
                Column("kind", one_of(Organisation.Kind.values)),
            ),
            key=("area", "group", "partner"),
        ),
        Shape(
            "resources.csv",
            (Column("area", area_slug), Column("group", group, required=False), Column("resource", words(300))),
            key=("area", "group", "resource"),
        ),
        Shape(
            "sources.csv",
            (
                Column("file", words(60)),
                Column("as_at", date, required=False),
                Column("source", words(300)),
                Column("licence", words(120), required=False),
            ),
            key=("file",),
        ),
    )
}
# `network` in place of an area: the partner or resource works across the region.
NETWORK_WIDE_FILES = ("partners.csv",)
