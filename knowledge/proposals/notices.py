"""What people hear of proposals: editors of a new one, and whoever proposed it of the answer."""

from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify, notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import people_who_may, whoever_may

MADE, ANSWERED = "knowledge-proposal", "knowledge-proposal-answered"
KINDS = (
    NotificationKind(
        key=MADE,
        label="Proposals for the knowledge base",
        describes="Somebody has proposed a resource and waits for an answer.",
        mail_words="Somebody has proposed a resource for the knowledge base. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.CMS_EDIT),
    ),
    NotificationKind(
        key=ANSWERED,
        label="Your proposals for the knowledge base",
        describes="An editor has answered what you proposed, or it has been published.",
        mail_words="There is an answer to what you proposed for the knowledge base. Sign in to read it.",
        default=Way.AT_ONCE,
    ),
)


def made(proposal: Any) -> None:
    """Tell the editors."""
    notify_all(
        to=people_who_may(Permission.CMS_EDIT),
        kind=MADE,
        title=f"Proposed: {proposal.title}",
        url=address(proposal),
        key=f"proposal-{proposal.pk}",
        by=proposal.by,
    )


def answered(proposal: Any, *, by: Any) -> None:
    """Tell whoever proposed it."""
    taken_up = proposal.state == proposal.State.TAKEN_UP
    _tell_author(
        proposal,
        f"{'A draft is being written of' if taken_up else 'Not taken up'}: {proposal.title}",
        "An editor has begun a draft with your words." if taken_up else f"Why: {proposal.reason}",
        proposal.state,
        by=by,
    )


def published(page: Any) -> None:
    """Tell whoever proposed a resource that it is published, once."""
    for proposal in page.proposals.select_related("by"):
        _tell_author(
            proposal, f"Published: {page.title}", "You proposed it, and everybody can read it now.", "published"
        )


def address(proposal: Any) -> str:
    """The page of a proposal."""
    return reverse("knowledge:proposal", args=[proposal.public_id])


def _tell_author(proposal: Any, title: str, body: str, key: str, by: Any = None) -> None:
    if proposal.by:
        facts = {"kind": ANSWERED, "title": title, "body": body, "url": address(proposal), "by": by}
        notify(to=proposal.by, key=f"proposal-{proposal.pk}-{key}", **facts)
