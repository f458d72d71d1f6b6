"""Taking a session for a change: whoever comes second waits, and then sees what the first has done."""

from timebank.models import Account, Session, SessionPart
from timebank.sessions.errors import SessionRefused, WrongState

WORDS = {"title", "topic", "group", "details", "how", "place", "link"}


def locked(session: Session, *states: str) -> Session:
    """The session as it is now, kept from others until the transaction ends. Raises WrongState."""
    found = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if states and found.state not in states:
        raise WrongState(str(found.get_state_display()))
    return found


def parts_of(session: Session) -> list[SessionPart]:
    """Its parts with their accounts, givers first."""
    related = ("account__area", "account__organisation", "account__balance")
    return list(session.parts.select_related(*related).order_by("side", "pk"))


def part_of(session: Session, account: Account) -> SessionPart:
    """The part of this account. Raises SessionRefused where it has none."""
    found = session.parts.select_related("account__area", "account__organisation").filter(account=account).first()
    if found is None:
        raise SessionRefused(f"{account.name} has no part in this session.")
    return found


def save(session: Session, *names: str) -> None:
    """Store these fields; what calendars show gets a new version."""
    if set(names) & {"state", "starts_at", "place", "link", "title", "minutes", "how"}:
        session.version += 1
    session.save(update_fields=[*names, "version", "changed_at"])


def check_words(session: Session) -> None:
    """Raises ValidationError where something that people typed doesn't fit its field."""
    session.clean_fields(exclude={field.name for field in Session._meta.fields} - WORDS)
