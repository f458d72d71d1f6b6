"""What is known of a person whose story is told. They are found by their e-mail address: the record has no account."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from data_rights.registry import Part, Section
from knowledge.consents import actions, presenters
from tenants.data_part.rows_of import addresses


def consents_of(user: Any) -> Any:
    """The consents with one of the person's addresses."""
    from knowledge.models import Consent

    wanted = Q(pk=None)
    for address in addresses(user):
        wanted |= Q(email__iexact=address)
    return Consent.objects.filter(wanted).exclude(email="").select_related("story").order_by("pk")


def export(user: Any) -> Iterable[Section]:
    """What they agreed to, and whether they took it back."""
    records = [
        {
            "story": consent.story.draft_title,
            **dict(presenters.agreed(consent)),
            "how": consent.get_how_display(),
            "address": consent.email,
            "taken back": f"{consent.withdrawn_at or ''}",
            "by your link": "Yes" if consent.withdrawn_by_link else "No",
            "why": consent.withdrawn_why,
        }
        for consent in consents_of(user)
    ]
    if records:
        head = [name[:1].upper() + name[1:] for name in records[0]]
        yield Section(
            "stories", "Stories that you agreed to", head, [list(record.values()) for record in records], records
        )


def erase(user: Any, by: Any) -> Iterable[str]:
    """Takes their stories down, and their address and reasons out of the record."""
    found = list(consents_of(user))
    for consent in found:
        if consent.is_open:
            actions.withdraw(consent=consent, by=by)
    if found:
        consents_of(user).update(email="", withdrawn_why="")
        yield f"Took back the consents to your stories ({len(found)}), and took the stories down."


PART = Part("stories", "Stories of yours that are told", ("knowledge.Consent",), export=export, erase=erase, order=45)
