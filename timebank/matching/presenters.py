"""Matching runs and proposals, ready for pages and files."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from timebank.calc import hours
from timebank.exchange.notices import address
from timebank.matching import queries
from timebank.models import MatchingRun, PairDecision, Proposal
from ui import formats

TAGS = {
    "proposed": "timebank_proposed",
    "agreed": "timebank_agreed",
    "declined": "timebank_declined",
    "lapsed": "timebank_lapsed",
}
ANSWERS = {"": "No answer yet", "yes": "Yes", "no": "No"}


def source(run: MatchingRun) -> str:
    """Where a run's figures come from."""
    return f"Matching of {formats.date(run.made_on)}, by the rule “{run.rule}”"


def proposals_table(run: MatchingRun, rows: Iterable[Proposal]) -> Table:
    """Columns: who is helped, by whom, with what, hours, fit, score, why, how it stands."""
    return Table(
        key="proposals",
        caption="Who should help whom",
        head=("Who asks", "Who helps", "Request", "Offer", "Hours", numeric("Fit"), numeric("Score"), "Why", "Stands"),
        rows=tuple(
            [
                row.request.account.name,
                row.offer.account.name,
                {"text": row.request.title, "href": address(row.request)},
                {"text": row.offer.title, "href": address(row.offer)},
                hours.short(row.minutes),
                row.fit,
                row.score,
                " ".join(row.reasons),
                row.get_state_display(),
            ]
            for row in rows
        ),
        as_at=run.made_on,
        source=source(run),
        note="Fit is of 100: topic, group, service component, way of meeting, earlier cohort. Score is fit × priority "
        "× shortfall against the fair share, of 300.",
        people=NO_PEOPLE,
        sample=run.is_sample,
    )


def unmet_table(run: MatchingRun) -> Table:
    """Columns: who asks, for what, hours that nobody gives, why."""
    found = queries.requests_by_key([each["request"] for each in run.figures["unmet"]])
    rows = []
    for each in run.figures["unmet"]:
        row = found.get(each["request"])
        if row:
            title = {"text": row.title, "href": address(row)}
            rows.append([row.account.name, title, hours.short(each["minutes"]), each["why"]])
    return Table(
        key="unmet",
        caption="Requests that stay open, and why",
        head=("Who asks", "Request", "Still open", "Why"),
        rows=tuple(rows),
        as_at=run.made_on,
        source=source(run),
        people=NO_PEOPLE,
        sample=run.is_sample,
    )


def sentence(run: MatchingRun, rows: list[Proposal]) -> str:
    """What a coordinator reads first: `12 matches of 31 hours for 9 of 14 requests.`"""
    helped = {row.request_id for row in rows}
    minutes = sum(row.minutes for row in rows)
    return (
        f"{formats.plural(len(rows), 'match', 'matches')} of {hours.in_words(minutes)} "
        f"for {len(helped)} of {formats.plural(run.figures['requests'], 'request')}; "
        f"{hours.in_words(run.figures['asked'])} were asked for."
    )


def run_rows(rows: Iterable[Any]) -> list[list[Any]]:
    """Day, who, how many matches, agreed, Gini before and after, of each run."""
    return [
        [
            {"text": formats.date(row.made_on), "href": run_address(row)},
            row.by.name if row.by else "Sample data" if row.is_sample else "The schedule",
            formats.number(row.proposed),
            formats.number(row.agreed),
            f"{ratio_words(row.figures['before']['gini'])} → {ratio_words(row.figures['after']['gini'])}",
        ]
        for row in rows
    ]


def proposal_rows(rows: Iterable[Proposal], mine: set[int]) -> list[dict[str, Any]]:
    """Each proposal as a card for one side: what it is, how it stands, whether we have answered."""
    return [_card(row, mine) for row in rows]


def _card(row: Proposal, mine: set[int]) -> dict[str, Any]:
    asks, gives = row.request.account_id in mine, row.offer.account_id in mine
    answered = (not asks or row.asker_answer) and (not gives or row.giver_answer)
    return {
        "title": f"{row.offer.account.name} helps {row.request.account.name}: {row.request.title}",
        "href": reverse("timebank:proposal", args=[row.public_id]),
        "tag": TAGS[row.state],
        "hours": hours.in_words(row.minutes),
        "waits": row.state == Proposal.State.PROPOSED and not answered,
        "is_sample": row.run.is_sample,
    }


def details(row: Proposal) -> list[tuple[str, Any]]:
    """(what, words) rows of one proposal."""
    months = ", ".join(f"{_month(key)}: {hours.short(minutes)}" for key, minutes in sorted(row.months.items()))
    return [
        ("Who asks", row.request.account.name),
        ("Who helps", row.offer.account.name),
        ("Topic", row.request.topic_words()),
        ("Hours", f"{hours.in_words(row.minutes)} ({months})"),
        ("Needed by", formats.date(row.request.needed_by)),
        ("Fit", f"{row.fit} of 100"),
        ("Score", f"{row.score} of 300"),
        (f"Answer of {row.request.account.name}", ANSWERS[row.asker_answer]),
        (f"Answer of {row.offer.account.name}", ANSWERS[row.giver_answer]),
        *([("Why not", row.reason)] if row.reason else []),
    ]


def decision_rows(rows: Iterable[PairDecision]) -> list[dict[str, Any]]:
    """Pins and refusals that count in the next run."""
    return [
        {
            "what": row.get_kind_display(),
            "pair": f"{row.offer.account.name} for {row.request.account.name}: {row.request.title}",
            "why": row.reason,
            "on": row.made_on,
            "href": reverse("timebank:decision-end", args=[row.pk]),
        }
        for row in rows
    ]


def ratio_words(value: float | None) -> str:
    """`0.41`; words where nothing was given yet."""
    return "Not known" if value is None else f"{value:.2f}"


def run_address(run: MatchingRun) -> str:
    """The page of a run."""
    return reverse("timebank:run", args=[run.public_id])


def _month(key: str) -> str:
    return formats.month(datetime.date(int(key[:4]), int(key[5:]), 1))
