"""What the matching registers with the platform: its job, words of the audit, tags, kinds of news."""

from accounts.permissions import Permission
from jobs import registry as jobs_registry
from tenants import registering
from timebank.calc.matching.solving import NotSolved

AUDIT_WORDS = (
    ("timebank.match", "Ran the matching of the time bank"),
    ("timebank.pair_pin", "Pinned a pair of the matching"),
    ("timebank.pair_refuse", "Refused a pair of the matching"),
    ("timebank.pair_free", "Took back a decision about a pair"),
    ("timebank.proposal_accept", "Said yes to a match of the time bank"),
    ("timebank.proposal_decline", "Said no to a match of the time bank"),
    ("timebank.proposal_release", "Let an agreed match of the time bank go"),
)
TAGS = (
    ("timebank_proposed", "Waits for an answer", "yellow"),
    ("timebank_agreed", "Agreed", "green"),
    ("timebank_declined", "Declined", "red"),
    ("timebank_lapsed", "Lapsed", "grey"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    from timebank.matching import job, notices

    registering.register(actions=AUDIT_WORDS, tags=TAGS, kinds=notices.KINDS)
    jobs_registry.register(
        jobs_registry.JobKind(
            slug="timebank-matching",
            title="Match offers and requests",
            run=job.run,
            permission=Permission.TIMEBANK_COORDINATE,
            area_wide=False,
            refusals=(NotSolved,),
        )
    )
