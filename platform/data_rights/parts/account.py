"""The account itself: who the person is, their invitations and staff sessions. Erased last, into a tombstone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from data_rights import rows
from data_rights.registry import Kept, Part, Section

ERASED_DOMAIN = "erased.invalid"
WHY = (
    "Other rows refer to a person by number: who gave a role, who changed a plan. The number stays, and says nothing "
    "but that somebody was erased, and in which month."
)


def export(user: Any) -> Iterable[Section]:
    """The account, the invitations sent to its address, and timed staff sessions."""
    people = rows.of_model("accounts.User")
    yield rows.section_of("account", "Your account", people.objects.filter(pk=user.pk), user)
    yield rows.section_of("invitations", "Invitations sent to you", _invitations_to(user), user)
    sessions = rows.of_model("accounts.StaffSession").objects.filter(user=user)
    yield rows.section_of("staff-sessions", "Staff sessions that you began", sessions, user)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Take away who the person was; what is left is their number."""
    accepted = _invitations_to(user).filter(accepted_at__isnull=False).update(email=tombstone_address(user))
    gone = _invitations_to(user).delete()[0]
    if accepted or gone:
        yield "Took your address out of invitations."
    user.groups.clear()
    user.user_permissions.clear()
    address = user.email
    transaction.on_commit(lambda: forget_demo_mails(address))
    user.email = tombstone_address(user)
    user.name = f"Person erased in {timezone.localdate():%B %Y}"
    user.is_active, user.last_login = False, None
    user.date_joined = timezone.now()
    user.set_unusable_password()
    user.save()
    yield "Took your name, address and password out of your account, and closed it."


def keeps(user: Any) -> list[Kept]:
    """The number."""
    count = rows.of_model("accounts.StaffSession").objects.filter(user=user).count()
    found = [Kept("The number of your account, without a name", WHY, "for as long as rows refer to it", 1)]
    if count:
        why = "Why somebody opened the operators' tools has to be answerable. They name you by number."
        found.append(Kept("Staff sessions", why, "as long as the audit", count))
    return found


def tombstone_address(user: Any) -> str:
    """An address that leads nowhere (RFC 2606) and says nothing."""
    return f"{user.public_id.hex}@{ERASED_DOMAIN}"


def is_erased(user: Any) -> bool:
    """Whether this is what is left of somebody."""
    return bool(user.email.endswith(f"@{ERASED_DOMAIN}"))


def forget_demo_mails(address: str) -> int:
    """Delete the files in which the demo keeps e-mails, where they name the address; returns how many."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", "") or settings.MAIL_ROOT)
    gone = 0
    for path in folder.rglob("*") if folder.is_dir() else []:
        if path.is_file() and address.lower() in path.read_text(errors="replace").lower():
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _invitations_to(user: Any) -> Any:
    addresses = {user.email, *user.emailaddress_set.values_list("email", flat=True)}
    return rows.of_model("accounts.Invitation").objects.filter(email__in={each.lower() for each in addresses})


PART = Part(
    key="account",
    title="Your account",
    models=(
        "accounts.User",
        "accounts.User_groups",
        "accounts.User_user_permissions",
        "accounts.Invitation",
        "accounts.StaffSession",
    ),
    export=export,
    erase=erase,
    keeps=keeps,
    order=90,
)
