"""Whether an offer may help a request, and how well it fits."""

from enum import StrEnum

from timebank.calc.matching import months
from timebank.calc.matching.inputs import Case, Help, Need

NO_SITE = 99  # after every implementation cohort
WHOLE_FIT = 100


class Why(StrEnum):
    """Why an offer can't help a request. From what is furthest from helping to what is nearest."""

    OTHER_TOPIC = "topic"
    OWN_AREA = "own area"
    OTHER_GROUP = "group"
    OTHER_WAY = "way"
    LATER_COHORT = "cohort"
    DATES = "dates"
    REFUSED = "refused"
    TAKEN = "taken"


def why_not(need: Need, help: Help, case: Case) -> Why | None:
    """The first rule that keeps this offer from this request; None where it may help."""
    checks = (
        (Why.OTHER_TOPIC, need.topic != help.topic),
        (Why.OWN_AREA, need.account == help.account),
        (Why.OTHER_GROUP, bool(need.group and help.group and need.group != help.group)),
        (Why.OTHER_WAY, {need.how, help.how} == {"remote", "on_site"}),
        (Why.LATER_COHORT, not is_before(need, help)),
        (Why.DATES, months.window(need, help, case.today) is None),
        (Why.REFUSED, (need.key, help.key) in case.refusals),
        (Why.TAKEN, not any(months.free(help, month) for month in months.months(need, help, case.today))),
    )
    return next((why for why, holds in checks if holds), None)


def is_before(need: Need, help: Help) -> bool:
    """An earlier implementation cohort helps a later one in the same group, never the other way round.

    An area without a site in the group comes after every intake. Where neither has one, or the request is about no
    group in particular, there is no order to keep. The network's pool and partners belong to no intake.
    """
    if not need.group or help.is_outside:
        return True
    giving, receiving = help.cohorts.get(need.group, NO_SITE), need.cohort or NO_SITE
    return giving < receiving or giving == receiving == NO_SITE


def fit(need: Need, help: Help) -> int:
    """How well an offer on the right topic fits, 50 to 100: half for the topic; the group, the service component,
    the way of meeting and an earlier intake for the rest."""
    points = 50
    if need.group:
        points += 20 if help.group == need.group else 10
    else:
        points += 10 if help.group else 20
    if need.component and help.component == need.component:
        points += 15
    elif not need.component:
        points += 10
    points += 5 if need.how == help.how or "either" in (need.how, help.how) else 0
    points += 10 if is_earlier(need, help) else 0
    return min(points, WHOLE_FIT)


def is_earlier(need: Need, help: Help) -> bool:
    """Whether the giving site joined in an earlier intake than whoever asks, in the request's group."""
    return bool(need.group) and help.cohorts.get(need.group, NO_SITE) < (need.cohort or NO_SITE)
