"""Organisations ready for a page."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from files.tables import Table
from tenants import contexts
from tenants.models import Area, Network, Organisation

NETWORK_WIDE = "the whole network"


def table(organisations: Iterable[Organisation]) -> Table:
    """Columns: organisation (a link on the page), kind, works with the whole network."""
    network = Network.objects.first()
    return Table(
        key="organisations",
        caption="Organisations of the network",
        head=("Organisation", "Kind", "Works with"),
        rows=tuple(
            [
                {"text": each.name, "href": reverse("organisations:organisation", args=[each.slug])},
                each.get_kind_display(),
                NETWORK_WIDE if _partnership(each) else "areas",
            ]
            for each in organisations
        ),
        as_at=network.loaded_at.date() if network and network.loaded_at else None,
        source=network.source if network and network.source else "the areas' partners, as loaded or entered",
    )


def details(organisation: Organisation) -> list[tuple[Any, ...]]:
    """(what, words) rows."""
    rows: list[tuple[Any, ...]] = [("Kind", organisation.get_kind_display())]
    partnership = _partnership(organisation)
    if partnership:
        rows.append(("Partner of the whole network", partnership.get_status_display()))
    return rows


def partnerships(organisation: Organisation, areas: Iterable[Area]) -> list[tuple[Any, ...]]:
    """(area, groups and standing, link words, address) for each of the areas in which it is a partner."""
    from tenants.rollout.models import Partner

    rows = []
    for area in areas:
        with contexts.in_area(area):
            found = list(Partner.objects.filter(organisation=organisation))
        if found:
            words = "; ".join(
                f"{each.get_group_display() or 'All groups'}: {each.get_status_display()}" for each in found
            )
            rows.append((area.name, words, "See the partners", reverse("rollout:partners", args=[area.slug])))
    return rows


def _partnership(organisation: Organisation) -> Any:
    return getattr(organisation, "network_partnership", None)
