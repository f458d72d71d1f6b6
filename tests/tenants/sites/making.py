"""Sites for tests, made by the real actions."""

import datetime
import itertools
from typing import Any

from tenants import sites
from tenants.models import ImplementationCohort, Mentoring, Site, Stage

_numbers = itertools.count(1)
JANUARY, JULY = datetime.date(2015, 1, 7), datetime.date(2015, 7, 1)


def cohort(number: int) -> ImplementationCohort:
    """The network's intake of this number."""
    return ImplementationCohort.objects.get(number=number)


def make_site(area: Any, *, intake: int = 1, stage: Stage = Stage.INTEREST, on: Any = JANUARY, **facts: Any) -> Site:
    """A site at a stage since a day."""
    facts = {"name": f"Site {next(_numbers)}", "group": "mental_health", "by": None, **facts}
    return sites.add(area=area, cohort=cohort(intake), stage=stage, on=on, **facts)


def make_mentoring(mentor: Site, mentee: Site, on: Any = JULY) -> Mentoring:
    """That one mentors the other since a day."""
    return sites.start_mentoring(mentor=mentor, mentee=mentee, on=on, by=None)
