"""Addresses of forms with something filled in: "ask for help" of the roll-out, answers to an offer or a request, and
sessions that two sides agree on without a matching."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from timebank.models import Account, Offer, Request
from timebank.topics import Topic

# Words of the programme's milestones and service components, and the topic that they ask about. The first that fits.
WORDS = (
    ("contract", Topic.BLOCK_CONTRACTS),
    ("financ", Topic.FINANCE_MODELS),
    ("cost", Topic.FINANCE_MODELS),
    ("budget", Topic.FINANCE_MODELS),
    ("resources", Topic.FINANCE_MODELS),
    ("data", Topic.INFORMATION_GOVERNANCE),
    ("governance", Topic.INFORMATION_GOVERNANCE),
    ("gain", Topic.RISK_SHARING),
    ("risk", Topic.RISK_SHARING),
    ("market", Topic.MARKET_DEVELOPMENT),
    ("provider", Topic.MARKET_DEVELOPMENT),
    ("peer", Topic.PEER_SUPPORT),
    ("connector", Topic.PEER_SUPPORT),
    ("activation", Topic.PEER_SUPPORT),
    ("plan", Topic.CARE_PLANNING),
    ("evaluat", Topic.EVALUATION),
    ("train", Topic.WORKFORCE),
    ("team", Topic.WORKFORCE),
    ("lead", Topic.WORKFORCE),
    ("co-produc", Topic.CO_PRODUCTION),
)
TITLE_CHARACTERS = 120
MOST_OF_OWN = 3


def ask_address(topic: str, group: str, area: Any) -> str | None:
    """A request with its title, topic and group filled in, for `tenants.help_requests`. `topic` is words of a page."""
    found = next((slug for part, slug in WORDS if part in topic.lower()), "")
    facts = {"title": topic[:TITLE_CHARACTERS], "topic": str(found), "group": group, "account": area.slug}
    query = urlencode({name: value for name, value in facts.items() if value})
    return f"{reverse('timebank:request-new')}?{query}"


def prefilled(row: Offer | Request) -> str:
    """The form that answers a row: a request of what is offered, an offer of what is asked for."""
    route = "timebank:request-new" if isinstance(row, Offer) else "timebank:offer-new"
    facts = {"title": row.title, "topic": row.topic, "group": row.group, "component": row.component}
    return f"{reverse(route)}?{urlencode({name: value for name, value in facts.items() if value})}"


def session_links(row: Offer | Request, mine: Iterable[Account]) -> list[tuple[str, str]]:
    """(title, address) of forms that agree on a session about the row of somebody else.

    The first names the row alone; the others also one of our own open rows on its topic that it fits: a request of ours
    with an offer of theirs, or the other way round. One query.
    """
    other: type[Offer] | type[Request] = Request if isinstance(row, Offer) else Offer
    fitting = other._default_manager.filter(account__in=list(mine), state=other.State.OPEN, topic=row.topic)
    own = fitting.exclude(account=row.account).order_by("pk")[:MOST_OF_OWN]
    return [(row.title, session_address(row)), *((each.title, session_address(row, each)) for each in own)]


def session_address(*rows: Offer | Request) -> str:
    """The form of a session, filled in by an offer, a request, or one of each."""
    named = {str(row._meta.model_name): str(row.public_id) for row in rows}
    return f"{reverse('timebank:session-new')}?{urlencode(named)}"
