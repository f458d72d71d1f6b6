"""Organisations: for those who may read the programme."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from find import full_text
from find.registry import Found, SearchSource
from find.words import Words


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Organisations whose name or kind holds the words."""
    from tenants.models import Organisation

    if not (access and access.can(Permission.BOARD_READ)):
        return
    for each in full_text.search(Organisation.objects.all(), words, title="name", texts=["kind"]):
        url = reverse("organisations:organisation", args=[each.slug])
        yield Found(each.name, url, rank=each.found_rank, about=each.get_kind_display())


ORGANISATIONS = SearchSource("organisations", "Organisations", look_for, order=20)
