"""What an assessment has to say before it can be agreed, and its impacts in words."""

import datetime

from tenants.frameworks import CHARACTERISTICS
from tenants.rollout.models import EqualityAssessment

IMPACTS = (("positive", "Positive"), ("neutral", "Neutral"), ("negative", "Negative"), ("not_known", "Not known"))
IMPACT_WORDS = dict(IMPACTS)
IN_NEED_OF_ACTION = {"negative", "not_known"}


def what_is_missing(row: EqualityAssessment | None, day: datetime.date) -> list[str]:
    """What has to be written before it can be agreed, a finished sentence each; empty where all is there."""
    if row is None:
        return ["Nothing is written yet."]
    open_ones = [name for key, name in CHARACTERISTICS if not row.findings.get(key, {}).get("impact")]
    mute = [
        name
        for key, name in CHARACTERISTICS
        if row.findings.get(key, {}).get("impact") == "negative" and not row.findings[key].get("words")
    ]
    needs_action = any(found.get("impact") in IN_NEED_OF_ACTION for found in row.findings.values())
    checks = [
        (not row.involved, "Say who was involved."),
        (not row.evidence, "Say what it rests on."),
        (bool(open_ones), f"Say what the impact is for: {', '.join(open_ones)}."),
        (bool(mute), f"Say in words what the negative impact is for: {', '.join(mute)}."),
        (needs_action and not row.actions, "Say what will be done about impacts that are negative or not known."),
        (not row.owner, "Say who owns it."),
        (row.review_on is None, "Say by when it is looked at again."),
        (row.review_on is not None and row.review_on <= day, "The day of the next review has passed: choose another."),
    ]
    return [sentence for is_missing, sentence in checks if is_missing]


def impact_in_words(found: dict[str, str]) -> str:
    """`Negative: few interpreters`, or nothing."""
    words = IMPACT_WORDS.get(found.get("impact", ""), "")
    return ": ".join(part for part in (words, found.get("words", "")) if part)
