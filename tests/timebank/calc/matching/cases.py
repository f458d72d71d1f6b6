"""Made-up cases of the matching: by hand, and by a seed."""

import datetime
import random

from timebank.calc.matching.inputs import Case, Help, Need, Settings, Standing

TODAY = datetime.date(2015, 7, 15)
AREAS = ("bristol", "dorset", "kernow", "somerset", "swindon")
TOPICS = ("finance_models", "workforce")
GROUPS = ("", "mental_health", "multiple_ltc")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def need(key="r1", account="kernow", **facts) -> Need:
    usual = {
        "topic": "finance_models",
        "minutes": 120,
        "asked_on": day("2015-07-01"),
        "needed_by": day("2015-09-30"),
    }
    return Need(key, account, **{**usual, **facts})


def help(key="o1", account="bristol", **facts) -> Help:
    usual = {
        "topic": "finance_models",
        "minutes_a_month": 120,
        "offered_on": day("2015-06-01"),
        "available_from": day("2015-07-01"),
    }
    cohort = facts.pop("cohort", None)
    cohorts = dict.fromkeys(GROUPS, cohort) if cohort else {}
    return Help(key, account, **{**usual, "cohorts": cohorts, **facts})


def standings(room=None, **had) -> tuple[Standing, ...]:
    """Five areas with equal shares; what they had by name."""
    return tuple(Standing(area, area.title(), had.get(area, 0), 1 / len(AREAS), room) for area in AREAS)


def case(needs, helps, **facts) -> Case:
    return Case(TODAY, tuple(needs), tuple(helps), **{"standings": standings(), **facts})


def made_up(seed: int, most: int = 9) -> Case:
    """A case of up to `most` requests and offers, with limits, pins, refusals, cohorts, hours taken before."""
    rng = random.Random(seed)
    quarters = lambda low, high: 15 * rng.randint(low, high)  # noqa: E731
    on = lambda low, high: TODAY + datetime.timedelta(rng.randint(low, high))  # noqa: E731
    needs = [
        need(
            f"r{n}",
            rng.choice(AREAS),
            topic=rng.choice(TOPICS),
            minutes=quarters(1, 24),
            asked_on=on(-60, -1),
            needed_by=on(-5, 110),
            priority=rng.randint(1, 3),
            group=rng.choice(GROUPS),
            how=rng.choice(("remote", "on_site", "either")),
            cohort=rng.choice((None, 1, 2, 3)),
        )
        for n in range(rng.randint(1, most))
    ]
    helps = [
        help(
            f"o{n}",
            rng.choice(AREAS),
            topic=rng.choice(TOPICS),
            minutes_a_month=quarters(1, 16),
            offered_on=on(-90, -1),
            available_from=on(-30, 80),
            available_until=rng.choice((None, on(10, 150))),
            group=rng.choice(GROUPS),
            how=rng.choice(("remote", "on_site", "either")),
            cohort=rng.choice((None, 1, 2)),
            is_outside=rng.random() < 0.15,
            mentor=rng.choice(("", "ann", "ben")),
            taken={(2015, 7): quarters(0, 4)},
        )
        for n in range(rng.randint(1, most))
    ]
    pairs = [(r.key, o.key) for r in needs for o in helps]
    some = lambda: frozenset(rng.sample(pairs, min(len(pairs), rng.randint(0, 3))))  # noqa: E731
    return Case(
        TODAY,
        tuple(needs),
        tuple(helps),
        tuple(
            Standing(area, area.title(), quarters(0, 40), 1 / len(AREAS), rng.choice((None, quarters(0, 30))))
            for area in AREAS
        ),
        pins=some(),
        refusals=some(),
        settings=Settings(most_helpers=rng.randint(1, 3), mentor_minutes_a_month=quarters(4, 16)),
        mentor_taken={("ann", (2015, 8)): 60},
    )
