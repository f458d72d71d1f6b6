"""What editors and proposers see of proposals."""

from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from knowledge.coproduction import roles
from knowledge.models import Proposal
from knowledge.proposals import notices
from tenants import groups
from ui import formats

TAGS = {
    Proposal.State.NEW: "proposal_new",
    Proposal.State.TAKEN_UP: "proposal_taken_up",
    Proposal.State.DECLINED: "proposal_declined",
}
STATES = [("", "All"), *Proposal.State.choices]


HEAD = ("Title", "Proposed as", "From", "Date", "State")
SOURCE = "the knowledge base of this site"


def table(proposals: list[Any]) -> Table:
    """One line for each proposal: nobody by name, as on the page."""
    return Table("proposals", "Proposals", HEAD, tuple(rows(proposals)), today(), SOURCE, people=NO_PEOPLE)


def rows(proposals: list[Any]) -> list[list[Any]]:
    """Rows of a list."""
    return [
        [
            {"text": proposal.title, "href": notices.address(proposal)},
            roles.BY_KEY[proposal.role].name,
            proposal.area.name if proposal.area else "–",
            {"text": formats.date(proposal.made_on)},
            {"status": TAGS[Proposal.State(proposal.state)]},
        ]
        for proposal in proposals
    ]


def one(proposal: Any, access: Any) -> dict[str, Any]:
    """Everything about one proposal: `facts`, `status`, `page_href` for whoever may follow it, `may_answer`."""
    is_editor = access.can(Permission.CMS_EDIT)
    resource = proposal.resource
    href = None
    if resource is not None and resource.live:
        href = resource.get_url()
    elif resource is not None and is_editor:
        href = reverse("knowledge:making", args=[resource.pk])
    return {
        "proposal": proposal,
        "facts": facts(proposal, is_editor),
        "status": TAGS[Proposal.State(proposal.state)],
        "page_href": href,
        "is_published": bool(resource is not None and resource.live),
        "is_editor": is_editor,
        "may_answer": is_editor and proposal.state == Proposal.State.NEW,
    }


def facts(proposal: Any, is_editor: bool) -> list[tuple[str, str]]:
    """Who proposed what, for whom, and when. Editors see whose account it is, so that they can talk to them."""
    names = [groups.BY_KEY[key].name for key in proposal.groups if key in groups.BY_KEY]
    found = [
        ("Kind", proposal.get_kind_display() or "Not said"),
        ("For", "; ".join(names) or "Everybody"),
        ("Proposed as", roles.BY_KEY[proposal.role].name),
        ("Name on the page", proposal.name or "None: the role only"),
        ("Proposed on", formats.date(proposal.made_on)),
    ]
    if proposal.area:
        found.append(("From", proposal.area.name))
    if proposal.came_from:
        found.append(("It comes from", proposal.came_from))
    if is_editor:
        found.append(("By", proposal.by.name if proposal.by else "Nobody named"))
    return found
