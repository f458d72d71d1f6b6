"""What safeguarding registers with the platform."""

from celery.schedules import crontab

from audit import registry as audit_registry
from audit.registry import Kind
from data_rights import registry as data_rights
from data_rights.retention import Rule
from data_rights.retention import register as keep
from jobs import schedule
from peer_network import pages
from peer_network.joining import leaving
from peer_network.models.cases import YEARS_KEPT
from peer_network.registrations import may_safeguard
from peer_network.safeguarding import data_part, home_cards, identities, notices, presenters
from tenants import registering
from ui import home, navigation

ACTIONS = (
    ("safeguarding.open", "Opened a safeguarding case"),
    ("safeguarding.refer_again", "Added to a safeguarding case"),
    ("safeguarding.work", "Worked on a safeguarding case"),
)
DAYS_KEPT = YEARS_KEPT * 366  # never a day before the database lets it go
WHY_KEPT = (
    "So that what was known and done can be looked up when harm comes to light later: as long as the NHS keeps records "
    "of adults’ care. Then the case goes whole, with its chronology and its key."
)


def register_all() -> None:
    """Called once, when the applications load."""
    registering.register(actions=ACTIONS, tags=presenters.TAGS, kinds=[notices.KIND])
    audit_registry.register("safeguarding.read", "Read a safeguarding case", Kind.READ)
    audit_registry.register("safeguarding.identity", "Opened who a member is, for a safeguarding case", Kind.READ)
    audit_registry.register("safeguarding.export", "Took safeguarding records out as a file", Kind.EXPORT)
    item = navigation.NavigationItem
    navigation.register(
        item("peers-safeguarding", "Safeguarding", "peers:safeguarding", order=61, is_visible=may_safeguard)
    )
    pages.register(item("safeguarding", "Cases", "peers:safeguarding", order=90, is_visible=may_safeguard))
    pages.register(
        item(
            "safeguarding-emergency",
            "Emergency script",
            "peers:safeguarding-emergency",
            order=91,
            is_visible=may_safeguard,
        )
    )
    pages.register(
        item(
            "safeguarding-lookups",
            "Identities opened",
            "peers:safeguarding-lookups",
            order=92,
            is_visible=may_safeguard,
        )
    )
    home.register(home_cards.cards)
    leaving.register_before(identities.keep)
    data_rights.register(data_part.PART)
    keep(
        Rule(
            "peers-cases",
            "Safeguarding cases of the peer network, after they were closed",
            DAYS_KEPT,
            WHY_KEPT,
            "peer_network/safeguarding/registrations.py",
            past=_past,
        )
    )
    schedule.register(
        "Seal safeguarding cases with the newest key",
        "peer_network.safeguarding.tasks.seal_cases",
        at=crontab(minute="25", hour="3"),
    )


def _past(before):
    from peer_network.models import Case

    return Case.objects.filter(state=Case.State.CLOSED, closed_at__lt=before)
