"""Sample marks of use and opinions, for the demo: on sample resources alone, and each says that it is a sample."""

from django.db import transaction

from tenants.contexts import region_wide
from tenants.models import Area

# The resource, the area, what using it changed.
USES = (
    ("setting-a-first-budget", "kernow", "Sample: the first amount is now ready within three weeks of the first talk."),
    ("setting-a-first-budget", "somerset", "Sample: we left out two forms that asked the same things again."),
    ("a-plan-on-two-pages", "kernow", "Sample: people bring their plan along, because it fits on two pages."),
)
OPINIONS = (
    ("setting-a-first-budget", True, "Sample: the steps are in the order that we do them."),
    ("setting-a-first-budget", False, "Sample: it doesn’t say what to do when the amount is too small."),
)


@transaction.atomic
def make() -> None:
    """Safe to run again: what is there is left, and a resource without opinions gets its own once."""
    from knowledge.models import Opinion, Resource, Use

    with region_wide():
        resources = {each.slug: each for each in Resource.objects.filter(is_sample=True, live=True).defer("body")}
        areas = {area.slug: area for area in Area.objects.active()}
        for slug, area, words in USES:
            if slug in resources and area in areas:
                Use.objects.get_or_create(resource=resources[slug], area=areas[area], defaults={"changed": words})
        if not Opinion.objects.exists():
            Opinion.objects.bulk_create(
                Opinion(resource=resources[slug], is_helpful=helped, why=why)
                for slug, helped, why in OPINIONS
                if slug in resources
            )
