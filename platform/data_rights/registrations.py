"""What data rights registers with the platform, also for the packages below, which may not import it."""

from audit import registry as audit_registry


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    _audit()


def _audit() -> None:
    kind = audit_registry.Kind
    for action, words, sort in (
        ("data.export", "Asked for a copy of their own data", kind.EXPORT),
        ("data.download", "Downloaded a copy of their own data", kind.EXPORT),
        ("data_request.make", "Made a request about their data", kind.CHANGE),
        ("data_request.cancel", "Took a request about their data back", kind.CHANGE),
        ("data_request.answer", "Answered a request about data", kind.CHANGE),
        ("data_request.read", "Opened a request about data", kind.READ),
        ("person.erase", "Erased a person", kind.CHANGE),
        ("retention.run", "Deleted what was past its time", kind.CHANGE),
        ("people.read", "Looked at people and their addresses", kind.READ),
        ("team.export", "Downloaded a team's list", kind.EXPORT),
    ):
        audit_registry.register(action, words, sort)
    # `str()` of an invitation is its e-mail address.
    audit_registry.register_thing("accounts.Invitation", lambda row: f"{row.role_name}, {row.where}")
