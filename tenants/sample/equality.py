"""Sample equality impact assessments: some agreed, one overdue for review, some being written."""

import datetime

from config.today import sample_day
from tenants.contexts import in_area
from tenants.frameworks import CHARACTERISTICS
from tenants.groups import BY_KEY
from tenants.models import Area
from tenants.rollout.equality import assessing, subjects
from tenants.sample.plans import CHILDREN, CONDITIONS, DISABILITY, MENTAL

D = datetime.date
FEBRUARY, JUNE = D(2015, 2, 20), D(2015, 6, 12)
A_YEAR_ON, SOON_PAST = D(2016, 6, 10), D(2015, 7, 1)
INVOLVED = "Sample: a group of people who have a budget and carers, the council’s equality lead, two charities."
EVIDENCE = "Sample: the census of 2011, this year’s returns, and two meetings with people who have a budget."
ACTIONS = (
    "Sample: information in Easy Read and in the languages spoken here. A travel allowance for meetings. Ask local "
    "charities to offer support in villages, and look at uptake by village and town each quarter."
)
OWNER = "Sample: equality lead"
# What differs from "neutral", in all of them.
FINDINGS = {
    "age": ("positive", "Sample: plans go with young people into adult services."),
    "disability": ("positive", "Sample: people choose support that fits them."),
    "race": ("not_known", "Sample: for a quarter of the people it is not known."),
    "carers": ("positive", "Sample: carers plan together with the person."),
    "deprivation": ("negative", "Sample: fewer people from the poorest wards ask."),
    "rurality": ("negative", "Sample: there is less to choose from in villages."),
}
# (area, group, day of agreeing or None for a draft, day of the next review)
PLANS = (
    ("kernow", CHILDREN, JUNE, A_YEAR_ON),
    ("kernow", MENTAL, FEBRUARY, SOON_PAST),
    ("kernow", CONDITIONS, None, A_YEAR_ON),
    ("new-devon-plymouth", CHILDREN, JUNE, A_YEAR_ON),
    ("south-devon-torbay", CONDITIONS, FEBRUARY, A_YEAR_ON),
    ("south-devon-torbay", CHILDREN, JUNE, A_YEAR_ON),
    ("bristol", CHILDREN, JUNE, A_YEAR_ON),
    ("bristol", CONDITIONS, None, A_YEAR_ON),
    ("somerset", CONDITIONS, FEBRUARY, SOON_PAST),
    ("somerset", MENTAL, JUNE, A_YEAR_ON),
    ("bath-north-east-somerset", DISABILITY, None, A_YEAR_ON),
    ("gloucestershire", MENTAL, None, A_YEAR_ON),
)
COHORT = ("kernow", "Sample: adults in continuing healthcare, first cohort")


def make() -> None:
    """Assessments of plans, and one of a finance cohort that has just been begun."""
    areas = {area.slug: area for area in Area.objects.active()}
    for slug, group, agreed, review_on in PLANS:
        if slug in areas:
            _write(areas[slug], BY_KEY[group].slug, agreed, review_on)
    slug, name = COHORT
    if slug in areas:
        with in_area(areas[slug]), sample_day(JUNE):
            assessing.begin_cohort(area=areas[slug], name=name, group="", by=None, is_sample=True)


def _write(area: Area, key: str, agreed: datetime.date | None, review_on: datetime.date) -> None:
    values = {"involved": INVOLVED, "evidence": EVIDENCE, "actions": ACTIONS, "owner": OWNER, "review_on": review_on}
    asked = CHARACTERISTICS if agreed else CHARACTERISTICS[: len(CHARACTERISTICS) // 2]
    findings = {characteristic: _finding(characteristic) for characteristic, _ in asked}
    with in_area(area), sample_day(agreed or JUNE):
        subject = next(each for each in subjects.all_subjects() if each.key == key)
        assessing.write(area=area, subject=subject, values=values, findings=findings, by=None, is_sample=True)
        if agreed:
            assessing.agree(area=area, subject=subject, by=None, is_sample=True)


def _finding(key: str) -> dict[str, str]:
    impact, words = FINDINGS.get(key, ("neutral", ""))
    return {"impact": impact, "words": words}
