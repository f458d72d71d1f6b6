"""A person's copy: what the network's and the areas' tables know of them."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Section
from tenants.data_part import rows_of
from tenants.data_part.areas import areas

REFUSALS = "Known by an e-mail address of yours in “how can they reach you”."


def export(user: Any) -> Iterable[Section]:
    """Roles, what they signed, kept, moved and follow; and in each area what they changed, or said of themselves."""
    for each in rows_of.OF_THE_NETWORK:
        yield rows.section_of(each.key, each.title, each.of(user), user, only=each.only)
    yield rows.section_of("follows", "Pages that you follow", rows_of.follows(user), user)
    own = rows_of.areas_of(user)
    for area in areas():
        for each in rows_of.OF_AN_AREA:
            title = each.title.format(area=area.name)
            yield rows.section_of(f"{each.key}-{area.slug}", title, each.of(user), user, only=each.only)
        said = f"What you told {area.name} of being refused"
        yield rows.section_of(f"refusals-{area.slug}", said, rows_of.refusals(user), user, words=REFUSALS)
        if area.pk in own:
            title = f"That you work for a group in {area.name}"
            yield rows.section_of(f"people-{area.slug}", title, rows_of.named_for_groups(user), user)
