"""Sample sites of the first two intakes, with the first mentoring the second.

The first intake has as many sites by group as the application reported: 4, 3, 0 and 4.
"""

import datetime

from config.today import sample_day
from tenants import sites
from tenants.models import Area, ImplementationCohort, Site, Stage

CHILDREN, CONDITIONS, DISABILITY, MENTAL = (
    "children_complex_needs",
    "multiple_ltc",
    "learning_disability",
    "mental_health",
)
D = datetime.date
# (area, group, intake, name, stages with the day of each)
FIRST_STEPS = ((Stage.INTEREST, D(2014, 10, 20)), (Stage.AGREED, D(2014, 12, 12)), (Stage.TRAINED, D(2015, 1, 9)))
SITES = (
    (
        "kernow",
        CHILDREN,
        1,
        "Sample: Truro children’s team",
        (*FIRST_STEPS, (Stage.LIVE, D(2015, 3, 2)), (Stage.MENTORING, D(2015, 6, 15))),
    ),
    ("kernow", MENTAL, 1, "Sample: Penzance community mental health", (*FIRST_STEPS, (Stage.LIVE, D(2015, 4, 13)))),
    (
        "new-devon-plymouth",
        CHILDREN,
        1,
        "Sample: Plymouth children’s hub",
        (*FIRST_STEPS, (Stage.LIVE, D(2015, 3, 16))),
    ),
    (
        "south-devon-torbay",
        CONDITIONS,
        1,
        "Sample: Torquay coordination hub",
        (*FIRST_STEPS, (Stage.LIVE, D(2015, 2, 23)), (Stage.MENTORING, D(2015, 6, 1))),
    ),
    ("bristol", CHILDREN, 1, "Sample: South Bristol family team", (*FIRST_STEPS, (Stage.LIVE, D(2015, 5, 11)))),
    (
        "bristol",
        CONDITIONS,
        1,
        "Sample: Easton practices",
        (*FIRST_STEPS, (Stage.LIVE, D(2015, 3, 30)), (Stage.TRAINED, D(2015, 6, 8))),
    ),
    ("north-somerset", CHILDREN, 1, "Sample: Weston families", FIRST_STEPS),
    (
        "somerset",
        CONDITIONS,
        1,
        "Sample: Yeovil complex care hub",
        (*FIRST_STEPS, (Stage.LIVE, D(2015, 2, 2)), (Stage.MENTORING, D(2015, 5, 18))),
    ),
    ("somerset", MENTAL, 1, "Sample: Taunton recovery team", (*FIRST_STEPS, (Stage.LIVE, D(2015, 5, 5)))),
    ("bath-north-east-somerset", MENTAL, 1, "Sample: Bath recovery college", FIRST_STEPS),
    ("gloucestershire", MENTAL, 1, "Sample: Stroud recovery team", (*FIRST_STEPS, (Stage.LIVE, D(2015, 6, 22)))),
    (
        "kernow",
        CONDITIONS,
        2,
        "Sample: Newquay practices",
        ((Stage.INTEREST, D(2015, 4, 20)), (Stage.AGREED, D(2015, 6, 10)), (Stage.TRAINED, D(2015, 7, 3))),
    ),
    (
        "new-devon-plymouth",
        CONDITIONS,
        2,
        "Sample: Exeter practices",
        ((Stage.INTEREST, D(2015, 5, 6)), (Stage.AGREED, D(2015, 6, 24))),
    ),
    (
        "south-devon-torbay",
        CHILDREN,
        2,
        "Sample: Newton Abbot children’s team",
        ((Stage.INTEREST, D(2015, 4, 28)), (Stage.AGREED, D(2015, 6, 17)), (Stage.TRAINED, D(2015, 7, 3))),
    ),
    (
        "south-gloucestershire",
        DISABILITY,
        2,
        "Sample: Yate day opportunities",
        ((Stage.INTEREST, D(2015, 5, 20)), (Stage.AGREED, D(2015, 7, 1))),
    ),
    (
        "bath-north-east-somerset",
        DISABILITY,
        2,
        "Sample: Keynsham supported living",
        ((Stage.INTEREST, D(2015, 5, 12)), (Stage.AGREED, D(2015, 6, 30)), (Stage.TRAINED, D(2015, 7, 3))),
    ),
    ("gloucestershire", CHILDREN, 2, "Sample: Cheltenham families", ((Stage.INTEREST, D(2015, 6, 3)),)),
    ("wiltshire", CONDITIONS, 2, "Sample: Salisbury demonstrator", ((Stage.INTEREST, D(2015, 6, 29)),)),
)
BACK = "Sample: the coordinator left, and the team is trained anew."
# (mentor, mentee, since)
MENTORING = (
    ("Sample: Truro children’s team", "Sample: Newton Abbot children’s team", D(2015, 6, 15)),
    ("Sample: Torquay coordination hub", "Sample: Newquay practices", D(2015, 6, 10)),
    ("Sample: Yeovil complex care hub", "Sample: Exeter practices", D(2015, 6, 24)),
    ("Sample: Yeovil complex care hub", "Sample: Salisbury demonstrator", D(2015, 6, 29)),
    ("Sample: Torquay coordination hub", "Sample: Keynsham supported living", D(2015, 7, 3)),
)


def make() -> None:
    """The register as it might stand in July 2015."""
    areas = {area.slug: area for area in Area.objects.active()}
    cohorts = {cohort.number: cohort for cohort in ImplementationCohort.objects.all()}
    made: dict[str, Site] = {}
    for slug, group, number, name, stages in SITES:
        if slug in areas and number in cohorts:
            made[name] = _site(areas[slug], group, cohorts[number], name, stages)
    for mentor, mentee, since in MENTORING:
        if mentor in made and mentee in made:
            with sample_day(since):
                made[mentor].refresh_from_db()
                sites.start_mentoring(mentor=made[mentor], mentee=made[mentee], on=since, by=None)


def _site(
    area: Area, group: str, cohort: ImplementationCohort, name: str, stages: tuple[tuple[Stage, datetime.date], ...]
) -> Site:
    (_, first), *others = stages
    with sample_day(first):
        site = sites.add(area=area, group=group, cohort=cohort, name=name, on=first, by=None, is_sample=True)
    for stage, day in others:
        with sample_day(day):
            reason = BACK if stage < site.stage else ""
            sites.move(site=site, to=stage, on=day, by=None, reason=reason)
            site.refresh_from_db()
    return site
