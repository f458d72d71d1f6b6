"""How long enquiries, reports and feedback are kept."""

import datetime
from typing import Any

from data_rights.retention import Rule, register

ENQUIRY_DAYS = 2 * 366
REPORT_DAYS = 366
FEEDBACK_DAYS = 5 * 366
WHERE = "market/asking/retention.py"


def register_all() -> None:
    """Called once, when the applications load."""
    for slug, what, days, why, past in (
        (
            "market-enquiries",
            "What somebody asked a provider, and the answers",
            ENQUIRY_DAYS,
            "Two years after the last message nobody goes on with it. What was agreed stands in the person’s plan.",
            old_enquiries,
        ),
        (
            "market-reports",
            "Reports of messages in the marketplace that were decided",
            REPORT_DAYS,
            "A year is enough to ask again. The audit keeps that a commissioner decided.",
            old_reports,
        ),
        (
            "market-feedback",
            "Feedback on providers",
            FEEDBACK_DAYS,
            "After five years a provider is another one. Whoever wrote it can take it back before.",
            old_feedback,
        ),
    ):
        register(Rule(slug, what, days, why, WHERE, past=past))


def old_enquiries(before: datetime.datetime) -> Any:
    """Enquiries whose last message is older; their messages go with them."""
    from market.models import Enquiry

    return Enquiry.objects.filter(last_at__lt=before)


def old_reports(before: datetime.datetime) -> Any:
    """Reports that were decided before."""
    from market.models import MessageReport

    return MessageReport.objects.filter(decided_at__lt=before)


def old_feedback(before: datetime.datetime) -> Any:
    """Feedback written before."""
    from market.models import Feedback

    return Feedback.objects.filter(at__lt=before)
