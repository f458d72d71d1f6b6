"""What the API registers with the platform: words of the audit, its own part, the scope that everybody has."""

from api import registry, scopes
from audit import registry as audit_registry


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    for action, words in (
        ("token.make", "Made an API token"),
        ("token.revoke", "Revoked an API token"),
        ("calendar_link.make", "Made a private calendar link"),
        ("calendar_link.revoke", "Took back a private calendar link"),
    ):
        audit_registry.register(action, words)
    scopes.register(scopes.Scope("me:read", "Read who you are here: your roles, without name or e-mail address"))
    from api import me  # its schemas name models, which can't be imported while the applications are loading

    registry.register("me", me.router)
