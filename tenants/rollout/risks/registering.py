"""What risks and issues register with the roll-out and the platform."""

from tenants import registering
from tenants.models import Area
from tenants.rollout import parts
from tenants.rollout.models import Risk
from tenants.rollout.risks import notices, presenters, queries

ACTIONS = (
    ("risk.add", "Added a risk or issue"),
    ("risk.change", "Changed a risk or issue"),
    ("risk.close", "Closed a risk or issue"),
    ("risk.reopen", "Opened a risk or issue again"),
)
TAGS = (
    ("risk_low", "Low", "green"),
    ("risk_moderate", "Moderate", "yellow"),
    ("risk_high", "High", "orange"),
    ("risk_extreme", "Extreme", "red"),
    ("risk_closed", "Closed", "grey"),
)


def register_all() -> None:
    """Called once, when the applications load."""
    registering.register(actions=ACTIONS, tags=TAGS, kinds=notices.KINDS)
    parts.register(parts.Part("risks", "Risks and issues", 30, words=words_of, route="rollout:risks", dues=dues_of))


def words_of(area: Area) -> str:
    """Its line on the overview."""
    return presenters.sentence(list(queries.risks()))


def dues_of(area: Area) -> list[parts.Due]:
    """The day by which each open risk or issue is looked at again."""
    return [
        parts.Due(f"Look again at: {risk.title}", presenters.address(area, risk), risk.review_on)
        for risk in Risk.objects.filter(closed_on__isnull=True)
    ]
