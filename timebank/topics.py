"""What an offer, a request or a session is about: the workstreams that areas help each other with."""

from dataclasses import dataclass

from django.db import models


class Topic(models.TextChoices):
    """One of the ten categories of the time bank. The slug is stored and stands in addresses, so it never changes."""

    FINANCE_MODELS = "finance-models", "Finance models"
    BLOCK_CONTRACTS = "block-contracts", "Block contracts"
    RISK_SHARING = "risk-sharing", "Risk sharing"
    MARKET_DEVELOPMENT = "market-development", "Market development"
    PEER_SUPPORT = "peer-support", "Peer support and activation"
    CARE_PLANNING = "care-planning", "Care planning"
    INFORMATION_GOVERNANCE = "information-governance", "Information governance"
    EVALUATION = "evaluation", "Evaluation"
    CO_PRODUCTION = "co-production", "Co-production"
    WORKFORCE = "workforce", "Workforce"


@dataclass(frozen=True)
class UnknownTopic(LookupError):
    """There is no such category; the message names those that there are."""

    slug: str

    def __str__(self) -> str:
        return f"There is no topic “{self.slug}”. The topics are: {', '.join(Topic.values)}."


def name_of(slug: str) -> str:
    """What the topic is called: `Risk sharing`. Raises UnknownTopic."""
    try:
        return str(Topic(slug).label)
    except ValueError:
        raise UnknownTopic(slug) from None
