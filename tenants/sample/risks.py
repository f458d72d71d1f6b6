"""Sample risks and issues: some shared with the board, some the area's own."""

import datetime

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area
from tenants.rollout.risks import actions

D = datetime.date
# (area, kind, title, before, after, mitigation, owner, review by, shared)
RISKS = (
    (
        "kernow",
        "risk",
        "Sample: too few brokers in the west of the county",
        (4, 4),
        (3, 3),
        "Two charities train brokers from September.",
        "Commissioning lead",
        D(2015, 8, 31),
        True,
    ),
    (
        "kernow",
        "risk",
        "Sample: the linked data set is not signed off",
        (3, 4),
        (2, 4),
        "The data group meets each fortnight.",
        "Finance lead",
        D(2015, 7, 1),
        False,
    ),
    (
        "bristol",
        "issue",
        "Sample: a site lost its coordinator",
        (5, 3),
        (3, 3),
        "A colleague from Somerset stands in for two days a week.",
        "Project lead",
        D(2015, 7, 31),
        True,
    ),
    (
        "somerset",
        "risk",
        "Sample: the trust can’t release money from its block contract",
        (4, 5),
        (3, 5),
        "A variation is drafted for October.",
        "Director of finance",
        D(2015, 9, 30),
        True,
    ),
    (
        "south-devon-torbay",
        "risk",
        "Sample: peer support grows more slowly than demand",
        (3, 3),
        (2, 3),
        "Peer supporters are paid for their time.",
        "Peer network",
        D(2015, 8, 14),
        True,
    ),
    (
        "gloucestershire",
        "risk",
        "Sample: families have waited long for an answer",
        (4, 3),
        (3, 3),
        "A named contact for each family.",
        "Children’s commissioner",
        D(2015, 6, 30),
        True,
    ),
    (
        "swindon",
        "risk",
        "Sample: no lead in post",
        (5, 4),
        (4, 4),
        "The post is advertised again.",
        "Accountable officer",
        D(2015, 7, 20),
        True,
    ),
    (
        "wiltshire",
        "risk",
        "Sample: returns need two systems that don’t agree",
        (4, 3),
        (3, 2),
        "A monthly check by hand.",
        "Information lead",
        D(2015, 9, 1),
        False,
    ),
)


def make() -> None:
    """Opened in spring 2015."""
    areas = {area.slug: area for area in Area.objects.active()}
    for number, (slug, kind, title, before, after, mitigation, owner, review_on, is_shared) in enumerate(RISKS):
        if slug not in areas:
            continue
        day = D(2015, 4, 1) + datetime.timedelta(days=number * 7)
        values = {
            "kind": kind,
            "title": title,
            "likelihood_before": before[0],
            "impact_before": before[1],
            "likelihood_after": after[0],
            "impact_after": after[1],
            "mitigation": f"Sample: {mitigation[0].lower()}{mitigation[1:]}",
            "owner": owner,
            "review_on": review_on,
            "is_shared": is_shared,
        }
        with in_area(areas[slug]), sample_day(day):
            actions.add(area=areas[slug], values=values, by=None, on=day, is_sample=True)
