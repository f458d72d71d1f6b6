"""What both sides hear of a proposal: that there is one, and what the other side said."""

from collections import Counter

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may
from timebank.exchange.whose import people_of
from timebank.models import Account, MatchingRun, Proposal
from ui import formats

PROPOSED, ANSWERED = "timebank-proposed", "timebank-answered"
KINDS = (
    NotificationKind(
        key=PROPOSED,
        label="Matches for your area in the time bank",
        describes="The coordinator has run the matching, and something fits an offer or a request of yours.",
        mail_words="There is a match for your area in the time bank. Sign in to say yes or no.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.TIMEBANK_ACT),
    ),
    NotificationKind(
        key=ANSWERED,
        label="Answers to a match in the time bank",
        describes="The other side has said yes or no.",
        mail_words="The other side has answered a match in the time bank. Sign in to read the answer.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.TIMEBANK_ACT),
    ),
)


def proposed(run: MatchingRun) -> None:
    """Tell each side once, with how many matches there are for it."""
    found: Counter[Account] = Counter()
    for row in run.proposals.select_related("request__account__area", "offer__account__area"):
        found.update([row.request.account, row.offer.account])
    for account, count in found.items():
        notify_all(
            to=people_of(account),
            kind=PROPOSED,
            title=f"{formats.plural(count, 'match', 'matches')} for {account.name}",
            body="Say yes or no, so that a day can be found.",
            url=reverse("timebank:proposals"),
            area=account.area,
            key=f"run-{run.pk}-{account.pk}",
            by=run.by,
        )


def answered(proposal: Proposal, *, side: str, by: User | None) -> None:
    """Tell the other side."""
    mine, other = proposal.request.account, proposal.offer.account
    if side == "giver":
        mine, other = other, mine
    said = "says no" if proposal.state == Proposal.State.DECLINED else "says yes"
    notify_all(
        to=people_of(other),
        kind=ANSWERED,
        title=f"{mine.name} {said}: {proposal.request.title}",
        body=f"Why: {proposal.reason}" if proposal.reason else "",
        url=reverse("timebank:proposal", args=[proposal.public_id]),
        area=other.area,
        key=f"proposal-{proposal.pk}-{side}",
        by=by,
    )
