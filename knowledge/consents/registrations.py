"""What the consents to stories register with the platform."""

from celery.schedules import crontab

from audit import registry as audit_registry
from audit.registry import Kind
from data_rights import registry as data_registry
from jobs import schedule
from knowledge.consents import data_part, notices, retention
from notify import registry as notify_registry
from ui import tags

# Just after midnight, so that a story is gone on the day on which its consent ends.
AT = crontab(minute="5", hour="0")


def register_all() -> None:
    """Called once, with the rest of the room's."""
    for kind in notices.KINDS:
        notify_registry.register(kind)
    for action, words, what in (
        ("consent.record", "Wrote down a consent to a story", Kind.CHANGE),
        ("consent.withdraw", "Took back a consent to a story", Kind.CHANGE),
        ("consent.end", "Ended a consent to a story whose time was over", Kind.CHANGE),
        ("consent.send_link", "Sent somebody the link to their story again", Kind.CHANGE),
        ("consent.read", "Looked at the consents to a story", Kind.READ),
    ):
        audit_registry.register(action, words, what)
    # By number alone: an audit row can never be cleared of words.
    audit_registry.register_thing("knowledge.Consent", lambda consent: f"Consent {consent.pk}")
    for status, words, colour in (
        ("consent_counts", "Counts", "green"),
        ("consent_none", "None that counts", "orange"),
        ("consent_taken_back", "Taken back", "red"),
        ("consent_ended", "Ended", "grey"),
    ):
        tags.register(status, words, colour)
    schedule.register("Take down stories whose consent has ended", "knowledge.tasks.keep_consents", at=AT)
    data_registry.register(data_part.PART)
    retention.register_all()
