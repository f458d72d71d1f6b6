"""Notifications, the choice of them, and the record of e-mails."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from data_rights import rows
from data_rights.registry import Part, Section

OWN = {"notify.Notification": "to", "notify.Preference": "user"}


def export(user: Any) -> Iterable[Section]:
    """All of them; of e-mails the record, since their text is wiped when they have gone."""
    yield from rows.sections(user, OWN, "notify")
    yield rows.section_of("mails", "E-mails sent to you", _mails(user), user)


def erase(user: Any, by: Any) -> Iterable[str]:
    """All of them, also e-mails to the person's addresses from before they had an account."""
    gone = sum(rows.of_model(label).objects.filter(**{path: user}).delete()[0] for label, path in OWN.items())
    gone += _mails(user).delete()[0]
    if gone:
        yield f"Deleted {rows.counted(gone, 'notifications, choices and records of e-mails')}."


def _mails(user: Any) -> Any:
    addresses = {user.email, *user.emailaddress_set.values_list("email", flat=True)}
    sent_to = Q(to=user)
    for address in addresses:
        sent_to |= Q(address__iexact=address)
    return rows.of_model("notify.Mail").objects.filter(sent_to).order_by("pk")


PART = Part(
    key="notify",
    title="Notifications and e-mails",
    models=(*OWN, "notify.Mail"),
    export=export,
    erase=erase,
    order=42,
)
