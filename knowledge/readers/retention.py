"""How long opinions are kept."""

from data_rights.retention import Rule, register

DAYS = 2 * 366  # a review of the resource falls into it, and the one before


def register_all() -> None:
    """Called once, when the applications load."""
    from knowledge.models import Opinion

    register(
        Rule(
            "resource-opinions",
            "Whether a resource helped a reader, and why",
            DAYS,
            "They are read when the resource is reviewed. Afterwards it is another text.",
            "knowledge/readers/retention.py",
            past=lambda before: Opinion.objects.filter(at__lt=before),
        )
    )
