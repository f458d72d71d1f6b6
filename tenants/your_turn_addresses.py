"""Addresses of the public "your turn" pages, which the board and the areas link to."""

from django.urls import reverse

from tenants.groups import Group


def your_turn_address(area_slug: str, group: Group) -> str:
    """`/your-turn/kernow/mental-health/`."""
    return reverse("your_turn:answer", args=[area_slug, group.slug])
