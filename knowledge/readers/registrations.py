"""What readers' part of the room registers with the platform."""

from audit import registry as audit_registry
from data_rights import registry as data_registry
from embedded import demo_data
from knowledge.readers import data_part, retention, sample


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    data_registry.register(data_part.PART)
    retention.register_all()
    demo_data.register("Sample words of readers", sample.make, order=22)
    for action, words in (
        ("resource.mark_used", "Said that an area used a resource"),
        ("resource.unmark_used", "Took back that an area used a resource"),
    ):
        audit_registry.register(action, words)
    # Without what it changed, which may name somebody, and an audit row can never be cleared of it.
    audit_registry.register_thing("knowledge.Use", lambda use: f"Resource {use.resource_id}")
