"""Taking the region's rates as reference rates of a scenario: a new version, which names the figures they came from."""

import re

from accounts.models import User
from finance_models.assumptions import actions
from finance_models.models import AssumptionSet
from tenants.models import Area
from tenants.returns.models import RegionFigures
from ui import formats

HEADER = "[capitation.reference]"
ORIGIN = "# The region's rates:"
TABLE = re.compile(r"\s*\[\[?[^\]]+\]\]?\s*(#.*)?")
FEWEST_AREAS = 2


class ReferenceNotPossible(ValueError):
    """The region's rates can't be taken; the message says why, and what to do."""


def rates_for(found: AssumptionSet, figures: RegionFigures | None) -> dict[str, str]:
    """The region's rates in pounds for the bands that a scenario has. Raises ReferenceNotPossible, AssumptionsRefused.

    With one area alone the region's rates would be that area's own.
    """
    if figures is None or len(figures.releases) < FEWEST_AREAS:
        raise ReferenceNotPossible("There are no rates of the region yet: at least two areas have to release first.")
    terms = actions.parse(found.text).capitation
    names = terms.bands.names() if terms else []
    rates = {band: figures.result["reference"][band] for band in names if band in figures.result["reference"]}
    if not rates:
        raise ReferenceNotPossible(
            "No band of this scenario is one of the region's. Take the network's edges of ages and conditions first."
        )
    return rates


def take(*, area: Area, found: AssumptionSet, figures: RegionFigures | None, by: User | None) -> AssumptionSet:
    """Make the next version of a scenario with the region's rates in the place of its reference rates.

    Raises ReferenceNotPossible, AssumptionsRefused, AssumptionsUnchanged.
    """
    rates = rates_for(found, figures)
    origin = origin_words(figures) if figures else ""
    text = with_reference(found.text, rates, origin)
    return actions.save(area=area, name=found.name, text=text, reason=f"Reference rates: {origin}", by=by)


def origin_words(figures: RegionFigures) -> str:
    """`region's figures 3 of 15 July 2015, by network terms 1, from 4 areas (bristol 1, kernow 2)`."""
    areas = ", ".join(f"{slug} {number}" for slug, number in figures.releases)
    count = formats.plural(len(figures.releases), "area", "areas")
    return (
        f"region's figures {figures.number} of {formats.date(figures.as_at)}, "
        f"by network terms {figures.terms.number}, from {count} ({areas})"
    )[:480]


def with_reference(text: str, rates: dict[str, str], origin: str) -> str:
    """The text with these reference rates, after the rest of [capitation]; all else stays as it was written."""
    lines = _without_reference(text.splitlines())
    at = next((number for number, line in enumerate(lines) if line.split("#")[0].strip() == "[capitation]"), 0)
    following = [number for number, line in enumerate(lines) if number > at and TABLE.fullmatch(line)]
    end = following[0] if following else len(lines)
    # Notes right before the next part belong to that.
    while following and end > at + 1 and lines[end - 1].lstrip().startswith("#"):
        end -= 1
    block = [f"{ORIGIN} {origin}", HEADER, *(f'"{band}" = {rate}' for band, rate in rates.items())]
    parts = ("\n".join(part).strip("\n") for part in (lines[:end], block, lines[end:]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _without_reference(lines: list[str]) -> list[str]:
    """All but the part with reference rates, and the line that says whence they came."""
    kept: list[str] = []
    is_inside = False
    for line in lines:
        if TABLE.fullmatch(line):
            is_inside = line.split("#")[0].strip() == HEADER
        if not is_inside and not line.startswith(ORIGIN):
            kept.append(line)
    return kept
