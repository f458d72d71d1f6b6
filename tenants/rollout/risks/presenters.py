"""An area's risks and issues, ready for a page."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.urls import reverse

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants.models import Area
from tenants.rollout import risk_scores
from tenants.rollout.models import Risk
from tenants.rollout.reasons import Asked
from ui import formats
from ui.charts import RiskEntry, RiskMap

FIELD_WORDS = {name: Risk._meta.get_field(name).verbose_name.capitalize() for name in (  # noqa: SLF001
    "kind", "title", "description", "group", "likelihood_before", "impact_before", "mitigation", "likelihood_after",
    "impact_after", "owner", "review_on", "is_shared", "closed_on", "closing_words",
)}  # fmt: skip
ALL_GROUPS = "All groups"
KEPT = "It is kept. Where the risk is on the board's list, the board reads it."


class Show(models.TextChoices):
    """What the list may be narrowed to."""

    OPEN = "", "Open"
    SHARED = "shared", "Open and shared with the board"
    LOCAL = "local", "Open and local"
    REVIEW = "review", "Open and to be looked at again"
    CLOSED = "closed", "Closed"
    ALL = "all", "All, closed ones too"


def narrowed(risks: Iterable[Risk], show: Show, kind: str, on: datetime.date) -> list[Risk]:
    """Those that the filters leave, in their order."""
    keeps = {
        Show.OPEN: lambda risk: risk.closed_on is None,
        Show.SHARED: lambda risk: risk.closed_on is None and risk.is_shared,
        Show.LOCAL: lambda risk: risk.closed_on is None and not risk.is_shared,
        Show.REVIEW: lambda risk: risk.closed_on is None and risk.review_on < on,
        Show.CLOSED: lambda risk: risk.closed_on is not None,
        Show.ALL: lambda risk: True,
    }[show]
    return [risk for risk in risks if keeps(risk) and kind in ("", risk.kind)]


def sentence(risks: list[Risk]) -> str:
    """`3 open: 1 extreme, 2 high. The board sees 1 of them.`"""
    standing = [risk for risk in risks if risk.closed_on is None]
    if not standing:
        return "No open risks or issues."
    counts = Counter(risk_scores.band(risk.rating_after).name for risk in standing)
    bands = [f"{counts[band.name]} {band.name.lower()}" for band in reversed(risk_scores.BANDS) if counts[band.name]]
    seen = sum(risk.is_shared for risk in standing)
    return f"{len(standing)} open: {', '.join(bands)}. The board sees {seen or 'none'} of them."


def risk_map(area: Area, risks: list[Risk], on: datetime.date, downloads: Offers) -> RiskMap:
    """The open risks and issues on the five by five map, as they stand after mitigation."""
    return RiskMap(
        id="risk-map",
        title="Open risks and issues",
        description="Each by its number, where it stands after mitigation.",
        entries=tuple(
            RiskEntry(
                risk.title,
                risk.likelihood_after,
                risk.impact_after,
                risk.pk,
                href=address(area, risk),
                before=(risk.likelihood_before, risk.impact_before),
            )
            for risk in risks
            if risk.closed_on is None
        ),
        as_at=on,
        source=f"{area.name}'s own list",
        downloads=downloads,
    )


def table(area: Area, risks: list[Risk], on: datetime.date) -> Table:
    """Columns: number, title, kind, group, scores before and after, owner, review, who sees it, closed."""
    return Table(
        key="risks",
        caption=f"Risks and issues of {area.name}",
        head=(
            numeric("Number"), "What could happen", "Kind", "Group", "Cause and effect", "Before mitigation",
            "What is done about it", "After mitigation", "Owner", "Look at it again by", "Who sees it", "Closed on",
            "How it ended",
        ),
        rows=tuple(_row(area, risk) for risk in risks),
        as_at=on,
        source=f"{area.name}'s own list",
        people=NO_PEOPLE,
        sample=any(risk.is_sample for risk in risks),
    )  # fmt: skip


def _row(area: Area, risk: Risk) -> list[Any]:
    return [
        risk.pk,
        {"text": risk.title, "href": address(area, risk)},
        risk.get_kind_display(),
        risk.get_group_display() or ALL_GROUPS,
        risk.description,
        risk_scores.in_words(risk.likelihood_before, risk.impact_before),
        risk.mitigation,
        risk_scores.in_words(risk.likelihood_after, risk.impact_after),
        risk.owner,
        risk.review_on,
        seen_by(risk),
        risk.closed_on,
        risk.closing_words,
    ]


def listed(area: Area, risks: list[Risk], on: datetime.date) -> list[dict[str, Any]]:
    """One entry a risk of the page's list."""
    return [
        {
            "number": risk.pk,
            "title": risk.title,
            "href": address(area, risk),
            "kind": risk.get_kind_display(),
            "tag": risk_scores.tag(risk.likelihood_after, risk.impact_after),
            "rating": risk.rating_after,
            "owner": risk.owner,
            "review": review_words(risk, on),
            "seen_by": seen_by(risk),
            "is_sample": risk.is_sample,
        }
        for risk in risks
    ]


def details(risk: Risk, on: datetime.date) -> list[tuple[str, Any]]:
    """(what, words) rows of one risk."""
    rows = [
        ("Kind", risk.get_kind_display()),
        ("Group", risk.get_group_display() or ALL_GROUPS),
        ("Cause and effect", risk.description or "Not written yet"),
        ("Score before mitigation", risk_scores.in_words(risk.likelihood_before, risk.impact_before)),
        ("What is done about it", risk.mitigation or "Nothing yet"),
        ("Score after mitigation", risk_scores.in_words(risk.likelihood_after, risk.impact_after)),
        ("Owner", risk.owner),
        ("Look at it again by", review_words(risk, on)),
        ("Who sees it", seen_by(risk)),
        ("Opened on", formats.date(risk.opened_on)),
    ]
    return [*rows, ("How it ended", risk.closing_words)] if risk.closed_on else rows


def review_words(risk: Risk, on: datetime.date) -> str:
    """`1 September 2015`, with a word where the day has passed; nothing of a closed one."""
    if risk.closed_on:
        return f"Closed on {formats.date(risk.closed_on)}"
    return formats.date(risk.review_on) + (": this day has passed" if risk.review_on < on else "")


def seen_by(risk: Risk) -> str:
    """Who sees it."""
    return "The board too" if risk.is_shared else "The area's own people"


def history_rows(changes: list[Any]) -> list[list[Any]]:
    """On which day (the field's), what, before, after, why and who of each change."""
    return [
        [
            change.on,
            FIELD_WORDS[change.field],
            change.before or "Empty",
            change.after or "Empty",
            change.reason,
            change.by.name if change.by else "Sample data",
        ]
        for change in changes
    ]


def closing(title: str) -> Asked:
    """What is asked of whoever closes a risk or issue, of an area or of the network."""
    return Asked(f"Close: {title}", "How did it end?", KEPT, "Say how it ended.", "Close it", "It is closed.")


def reopening(title: str) -> Asked:
    """What is asked of whoever opens it again."""
    question, missing = "Why is it open again?", "Say why it is open again."
    return Asked(f"Open again: {title}", question, KEPT, missing, "Open it again", "It is open again.")


def address(area: Area, risk: Risk) -> str:
    """Its page."""
    return reverse("rollout:risk", args=[area.slug, risk.pk])
