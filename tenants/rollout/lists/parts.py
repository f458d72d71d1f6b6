"""The state of each list in a line, for the overview of the roll-out."""

from tenants.models import Area
from tenants.rollout import queries
from tenants.rollout.models import GroupPerson


def partner_words(area: Area) -> str:
    """`12 organisations work with the area.`"""
    count = queries.partner_count()
    return f"{_counted(count, 'organisation works', 'organisations work')} with the area." if count else "Nobody yet."


def resource_words(area: Area) -> str:
    """`4 things to build on.`"""
    count = queries.resource_count()
    return f"{_counted(count, 'thing', 'things')} to build on." if count else "Nothing written down yet."


def people_words(area: Area) -> str:
    """`4 people are named.`, each counted once for however many groups."""
    count = GroupPerson.objects.values("name").distinct().count()
    return f"{_counted(count, 'person is', 'people are')} named." if count else "Nobody is named for a group yet."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
