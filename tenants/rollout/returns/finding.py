"""What the addresses of returns name: a quarter, a draft, a section, a version. What is missing is a 404."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from config.today import today
from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns import versions
from tenants.returns.models import SignedReturn
from tenants.returns.shape import SECTION_BY_KEY, Section
from tenants.rollout import return_drafts
from tenants.rollout.models import ReturnDraft


def quarter_of(key: str) -> Quarter:
    """The quarter that a return is asked for; raises Http404."""
    found = quarters.parse(key)
    if found is None or found not in quarters.finished_by(today()):
        raise Http404("No return is asked for this quarter.")
    return found


def section_of(key: str) -> Section:
    """One screen of the return; raises Http404."""
    if key not in SECTION_BY_KEY:
        raise Http404("There is no such section.")
    return SECTION_BY_KEY[key]


def draft_of(quarter: Quarter) -> ReturnDraft:
    """What is being written; raises Http404."""
    found = return_drafts.find(quarter)
    if found is None:
        raise Http404("Nobody is writing this return.")
    return found


def signed_of(area: Area, quarter: Quarter, version: int | None = None) -> SignedReturn:
    """A signed version of the area's own, the latest without a number; raises Http404."""
    rows = versions.versions(area, quarter)
    found = next((row for row in rows if version in (None, row.version)), None)
    if found is None:
        raise Http404("There is no such version.")
    return found


def crumbs(area: Area, quarter: Quarter | None = None) -> list[tuple[str, str]]:
    """Breadcrumbs down to the list of returns, or to the quarter's page."""
    found: list[Any] = [
        ("Areas", reverse("areas:list")),
        (area.name, reverse("areas:overview", args=[area.slug])),
        ("Returns", reverse("returns_pages:list", args=[area.slug])),
    ]
    if quarter:
        found.append((str(quarter), reverse("returns_pages:quarter", args=[area.slug, quarter.key])))
    return found
