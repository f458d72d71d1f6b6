"""Sample reports of people who asked and were refused: some dealt with, some waiting. Nobody's own words."""

import datetime

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area
from tenants.rollout import refusals
from tenants.sample.plans import CHILDREN, CONDITIONS, DISABILITY, MENTAL

D = datetime.date
ASKED_TWICE = "Sample: I asked at two appointments. Nobody has written to me since."
# (area, group, day, what they asked for, what happened, what was done about it)
REPORTS = (
    (
        "kernow",
        MENTAL,
        D(2015, 5, 6),
        "Sample: a budget for support after hospital",
        "Sample: I was told that there are no budgets for mental health.",
        "Sample: the team was told of the new offer, and met the person on 22 May.",
    ),
    (
        "kernow",
        CHILDREN,
        D(2015, 6, 23),
        "Sample: a budget for a helper at weekends",
        "Sample: they said that it is for adults.",
        "Sample: we wrote to the family, and they have a plan now.",
    ),
    ("kernow", DISABILITY, D(2015, 7, 2), "Sample: a plan that I can read", ASKED_TWICE, ""),
    (
        "kernow",
        CONDITIONS,
        D(2015, 7, 9),
        "Sample: a personal health budget for my father",
        "Sample: the practice did not know what it is.",
        "",
    ),
    ("bristol", CHILDREN, D(2015, 7, 6), "Sample: to have the money paid to us", ASKED_TWICE, ""),
)
# One area has had many of one kind, so that its count can be shown to the board.
MANY = ("gloucestershire", DISABILITY, D(2015, 7, 1))
WISHES = (
    "a helper of my own",
    "a break for my sister",
    "help to go swimming",
    "a course in cooking",
    "help on Saturdays",
    "a plan of my own",
    "somebody who explains it",
    "a talker for my brother",
    "help to find work",
)
CLOSED = "Sample: they said that the list is closed until next year."
ANSWERED_AFTER = datetime.timedelta(days=12)


def make() -> None:
    """Said on the public page by nobody, on their days; answered twelve days later."""
    areas = {area.slug: area for area in Area.objects.active()}
    slug, group, first = MANY
    many = [
        (slug, group, first + datetime.timedelta(days=number), f"Sample: {wish}", CLOSED, "")
        for number, wish in enumerate(WISHES)
    ]
    for slug, group, day, asked_for, words, outcome in (*REPORTS, *many):
        if slug in areas:
            _say(areas[slug], group, day, asked_for, words, outcome)


def _say(area: Area, group: str, day: datetime.date, asked_for: str, words: str, outcome: str) -> None:
    with in_area(area), sample_day(day):
        said = refusals.say(area=area, group=group, asked_for=asked_for, words=words)
    if outcome:
        with in_area(area), sample_day(day + ANSWERED_AFTER):
            refusals.answer(area=area, refusal=said, outcome=outcome, by=None)
