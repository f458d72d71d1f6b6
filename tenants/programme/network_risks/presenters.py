"""The network's own risks and issues, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table
from tenants.models import NetworkRisk
from tenants.network_risks import LOADED
from tenants.rollout import risk_scores
from ui import formats

BY_THE_APPLICATION = "Not scored by the application"
BY_NOBODY = "Not scored yet"
THE_NETWORK = "The network"


def number(place: int) -> str:
    """`N2`: the second of the network's own list, which is told from an area's second on a map by its letter."""
    return f"N{place}"


def score_words(risk: NetworkRisk, moment: str) -> str:
    """`12, high: …` before or after mitigation, or who has left it unscored."""
    likelihood, impact = getattr(risk, f"likelihood_{moment}"), getattr(risk, f"impact_{moment}")
    return risk_scores.in_words(likelihood, impact, otherwise=_unscored(risk))


def _unscored(risk: NetworkRisk) -> str:
    return BY_NOBODY if risk.source == "the network" else BY_THE_APPLICATION


def table(risks: list[NetworkRisk], on: datetime.date) -> Table:
    """Columns: what could happen, number, kind, cause and effect, score before, what is done, score after, and so on.

    The number is the one on the board's map, where a risk stands once it is scored.
    """
    sources = list(dict.fromkeys(risk.source for risk in risks if risk.source))
    return Table(
        key="network-risks",
        caption="Risks and issues of the network itself",
        head=(
            "What could happen",
            "Number",
            "Kind",
            "Cause and effect",
            "Score before mitigation",
            "What is done about it",
            "Score after mitigation",
            "Owner",
            "Look at it again by",
        ),
        rows=tuple(
            [
                {"text": risk.title, "href": address(risk)},
                number(place),
                risk.get_kind_display(),
                risk.description,
                score_words(risk, "before"),
                risk.mitigation or "Not written yet",
                score_words(risk, "after"),
                risk.owner or "Nobody named yet",
                review_words(risk, on),
            ]
            for place, risk in enumerate(risks, 1)
        ),
        as_at=on,
        source="; ".join(sources),
        people=NO_PEOPLE,
        sample=any(risk.is_sample for risk in risks),
    )


def details(risk: NetworkRisk, on: datetime.date) -> list[tuple[str, Any]]:
    """(what, words) rows of one risk."""
    rows = [
        ("Kind", risk.get_kind_display()),
        ("Cause and effect", risk.description or "Not written yet"),
        ("Score before mitigation", score_words(risk, "before")),
        ("What is done about it", risk.mitigation or "Not written yet"),
        ("Score after mitigation", score_words(risk, "after")),
        ("Owner", risk.owner or "Nobody named yet"),
        ("Look at it again by", review_words(risk, on)),
        ("Opened on", formats.date(risk.opened_on)),
        ("Source", risk.source),
    ]
    return [*rows, ("How it ended", risk.closing_words)] if risk.closed_on else rows


def review_words(risk: NetworkRisk, on: datetime.date) -> str:
    """`1 September 2015`, with a word where the day has passed."""
    if risk.closed_on and risk.closed_on <= on:
        return f"Closed on {formats.date(risk.closed_on)}"
    if risk.review_on is None:
        return "No date yet"
    return formats.date(risk.review_on) + (": this day has passed" if risk.review_on < on else "")


def history_rows(rows: list[NetworkRisk]) -> list[list[Any]]:
    """From when, the score after mitigation, why, and who, of each row."""
    return [
        [
            row.as_at,
            score_words(row, "after"),
            row.reason,
            row.by.name if row.by else ("The network’s folder" if row.reason == LOADED else "Sample data"),
        ]
        for row in rows
    ]


def address(risk: NetworkRisk) -> str:
    """Its page."""
    return reverse("programme:network-risk", args=[risk.key])
