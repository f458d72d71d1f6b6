"""What each file of a network folder holds: its columns, how each is read, and what makes a row the only one."""

import re

from files.shapes import Column, Shape, Unreadable, date, one_of, short, whole_number, words
from tenants import groups
from tenants.models import EligiblePool, NationalMilestone, NetworkRisk, Organisation, Workstream
from tenants.models.areas import RESERVED_SLUGS, SLUG_SHAPE


def phase(cell: str) -> int | None:
    """1 to 4, or None for TBC (to be confirmed)."""
    if cell.upper() == "TBC":
        return None
    if cell not in {"1", "2", "3", "4"}:
        raise Unreadable(f"{short(cell)} is not a phase; write 1, 2, 3 or 4, or TBC where it is to be confirmed")
    return int(cell)


def area_slug(cell: str) -> str:
    """The shape of an area's slug; whether there is such an area is checked across files."""
    if not re.fullmatch(SLUG_SHAPE, cell):
        raise Unreadable(f"{short(cell)} can't be a slug; use 2 to 40 small letters, numbers and hyphens")
    return cell


def new_area_slug(cell: str) -> str:
    """An area's slug that is none of the site's own words."""
    if cell in RESERVED_SLUGS:
        raise Unreadable(f"{short(cell)} is kept for the site's own pages; choose another slug")
    return area_slug(cell)


def risk_key(cell: str) -> str:
    """A word that can stand in an address."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell) or len(cell) > 60:
        raise Unreadable(f"{short(cell)} can't be a key; use up to 60 small letters, numbers and hyphens")
    return cell


def workstream_key(cell: str) -> str:
    """A workstream's name in addresses: none of the site's own words."""
    if risk_key(cell) == "new":
        raise Unreadable(f"{short(cell)} is kept for the site's own pages; choose another key")
    return cell


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


GROUP_KEYS = tuple(item.key for item in groups.GROUPS)
AREA = Column("area", area_slug, help="The area's slug, as in the sheet or file areas.", example="kernow")
GROUP = Column("group", one_of(GROUP_KEYS), help="The group of people.", choices=GROUP_KEYS, example=GROUP_KEYS[0])
GROUP_OR_ALL = Column(
    "group",
    one_of(GROUP_KEYS),
    required=False,
    help="The group of people; empty for all groups.",
    choices=GROUP_KEYS,
    example=GROUP_KEYS[0],
)
PHASES = ("1", "2", "3", "4", "TBC")
DAY = "A date as year-month-day."


def _text(name: str, limit: int, help: str, example: str, *, required: bool = True) -> Column:  # noqa: A002
    return Column(name, words(limit), required=required, help=f"{help} At most {limit} letters.", example=example)


def _number(name: str, help: str, example: str, *, required: bool = True) -> Column:  # noqa: A002
    return Column(name, whole_number, required=required, help=f"{help} Digits only.", example=example)


def _choice(name: str, allowed: list[str], help: str, *, required: bool = True) -> Column:  # noqa: A002
    return Column(name, one_of(allowed), required=required, help=help, choices=tuple(allowed), example=allowed[0])


SHAPES = {
    shape.file: shape
    for shape in (
        Shape(
            "network.csv",
            (
                _text("name", 120, "The network's name.", "South West IPC network"),
                _text("short_name", 60, "Its name in headings.", "South West IPC"),
                _number("stated_population", "How many people live there.", "5300000", required=False),
                _text("source", 300, "Where that number is from.", "Application of November 2014", required=False),
            ),
            key=(),
        ),
        Shape(
            "areas.csv",
            (
                Column(
                    "slug",
                    new_area_slug,
                    help="The area's name in addresses: 2 to 40 small letters, numbers and hyphens. Never changed.",
                    example="kernow",
                ),
                _text("name", 120, "The area's name.", "NHS Kernow"),
                _text("short_name", 60, "For charts and small screens.", "Kernow"),
                _text("ods_code", 10, "The code of the Organisation Data Service.", "11N", required=False),
                _text("ons_code", 9, "The code of the Office for National Statistics.", "E38000089", required=False),
                Column(
                    "local_authorities",
                    names,
                    required=False,
                    help="Its councils, with | between them.",
                    example="Cornwall Council|Council of the Isles of Scilly",
                ),
                _number("approx_population_2014", "Roughly how many people live there.", "548000", required=False),
            ),
            key=("slug",),
        ),
        Shape(
            "phase_plan.csv",
            (
                AREA,
                *(
                    Column(
                        item.key,
                        phase,
                        help=f"The phase for {item.name}: 1 to 4, or TBC (to be confirmed).",
                        example="1",
                        choices=PHASES,
                    )
                    for item in groups.GROUPS
                ),
            ),
            key=("area",),
        ),
        Shape(
            "phb_baseline_nov2014.csv",
            (
                AREA,
                _number("phb_in_place", "Personal health budgets in place, as already public.", "9"),
                _number("in_pipeline", "Those being set up.", "4", required=False),
                _text("pipeline_note", 200, "What the source says of them.", "By March", required=False),
            ),
            key=("area",),
        ),
        Shape("sites_reported.csv", (GROUP, _number("sites", "How many sites.", "6")), key=("group",)),
        Shape(
            "milestones.csv",
            (
                _text("key", 60, "A short word for it.", "eoi"),
                _text("activity", 120, "What is done.", "Expression of interest"),
                _text("deliverable", 300, "What there is then.", "Site contacts NHS England"),
                Column("due", date, help=DAY, example="2015-01-31"),
                _choice("precision", NationalMilestone.Precision.values, "How exact the date is."),
                _text("stage", 60, "The stage that it belongs to.", "Application"),
            ),
            key=("key",),
        ),
        Shape(
            "implementation_cohorts.csv",
            (
                _number("number", "The intake's number.", "1"),
                Column("starts", date, help=DAY, example="2015-04-01"),
                _text("note", 300, "Anything to say.", "First sites", required=False),
            ),
            key=("number",),
        ),
        Shape(
            "targets.csv",
            (
                _text("key", 60, "A short word for it.", "chc_adults"),
                Column("target", target, required=False, help="A number or a share.", example="1000"),
                Column("by", date, help=DAY, example="2017-03-31"),
                _text("statement", 300, "The promise in its own words.", "Over 1,000 people have a budget"),
            ),
            key=("key",),
        ),
        Shape(
            "eligible_pools.csv",
            (
                AREA,
                GROUP,
                _number("people", "How many people.", "120"),
                _choice("qualifier", EligiblePool.Qualifier.values, "What kind of number it is.", required=False),
                _text("what", 300, "Who they are.", "Adults in continuing healthcare"),
            ),
            key=("area", "group", "what"),
        ),
        Shape(
            "partners.csv",
            (
                Column("area", area_slug, help="The area's slug, or network for the whole region.", example="kernow"),
                GROUP_OR_ALL,
                _text("partner", 200, "The organisation's name.", "Disability Cornwall"),
                _choice("kind", Organisation.Kind.values, "What kind of organisation it is."),
            ),
            key=("area", "group", "partner"),
        ),
        Shape(
            "resources.csv",
            (AREA, GROUP_OR_ALL, _text("resource", 300, "What the area has for it.", "A brokerage team")),
            key=("area", "group", "resource"),
        ),
        Shape(
            "risks.csv",
            (
                Column("key", risk_key, help="A short word for it, in small letters.", example="partnership"),
                _choice("kind", NetworkRisk.Kind.values, "A risk may happen, an issue has happened."),
                _text("title", 200, "What could happen, or has happened.", "Partners may leave"),
                _text("description", 2000, "Cause and effect.", "Areas start from different places", required=False),
                _text("mitigation", 2000, "What is done about it.", "Each joins at its own pace", required=False),
                _text("owner", 120, "Who looks after it.", "Programme manager", required=False),
            ),
            key=("key",),
        ),
        Shape(
            "workstreams.csv",
            (
                Column("key", workstream_key, help="Its name in addresses.", example="financial-modelling"),
                _text("name", 120, "Its name.", "Financial modelling"),
                _text("purpose", 500, "What it is for.", "A financial model that areas share", required=False),
                _text("owner", 120, "Who owns it: a job title or an organisation.", "Lead for finance", required=False),
                _choice("status", Workstream.Status.values, "Where it stands."),
                Column("starts", date, required=False, help=DAY, example="2015-04-01"),
            ),
            key=("key",),
        ),
        Shape(
            "sources.csv",
            (
                _text("file", 60, "The file that it is about.", "phase_plan.csv"),
                Column(
                    "as_at", date, required=False, help=f"The day that the figures tell of. {DAY}", example="2014-11-30"
                ),
                _text("source", 300, "Where its figures are from.", "Application of November 2014, page 12"),
                _text("licence", 120, "Under which licence.", "Open Government Licence 3.0", required=False),
            ),
            key=("file",),
        ),
    )
}
# `network` in place of an area: the partner or resource works across the region.
NETWORK_WIDE_FILES = ("partners.csv",)
