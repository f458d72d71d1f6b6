"""Synthetic activity, as SQL: each person's lines by age, conditions and need, each line drawn by its number."""

# ruff: noqa: S608 - the SQL is put together of this package's own words, and of a sample that was checked

import itertools
from typing import Any

from finance_models.calc.synthetic import prices
from finance_models.calc.synthetic.needs import places
from finance_models.calc.synthetic.people import pseudonym
from finance_models.calc.synthetic.sample import Sample
from finance_models.calc.synthetic.services import AGES, CONDITION_LEVELS, NEEDS, SERVICES, UNPRICED

# Places in which a line's service is looked up; each profile has so many.
PLACES = 2000
COLUMNS = ("person_id", "date", "setting", "service", "provider", "funder", "units", "unit", "cost", "emergency")

SERVICE_COLUMNS = (
    "service_number INTEGER, setting VARCHAR, service VARCHAR, unit VARCHAR, funder VARCHAR, emergency INTEGER, "
    "fewest DECIMAL(9,3), steps INTEGER, step DECIMAL(9,3), price DECIMAL(9,2), has_cost INTEGER"
)
SPAN_COLUMNS = "profile INTEGER, service_number INTEGER, first INTEGER, count INTEGER"
CHOICE_COLUMNS = "setting VARCHAR, number INTEGER, choices INTEGER, provider VARCHAR"
INTENSITY_COLUMNS = "profile INTEGER, age INTEGER, level INTEGER, need VARCHAR, lines_a_year DOUBLE"
# What a line is, by its place. 31 shares no factor with any number of choices, so all of them come up.
PLACE = f"""
    SELECT profile * {PLACES} + slot AS place, service_row.*, choice.provider
    FROM (SELECT profile, service_number, unnest(range(first, first + count)) AS slot FROM span) AS placed
    JOIN service_row ON service_row.service_number = placed.service_number
    JOIN choice ON choice.setting = service_row.setting AND choice.number = slot * 31 % choice.choices
"""


def profiles() -> list[tuple[int, int, str]]:
    """Age, level of conditions and need, in the order of their numbers."""
    return list(itertools.product(range(len(AGES)), range(len(CONDITION_LEVELS)), NEEDS))


def service_rows(sample: Sample) -> list[tuple[Any, ...]]:
    """One row a service: `SERVICE_COLUMNS`."""
    rows = []
    for at, service in enumerate(SERVICES):
        fewest, most = service.units
        steps = int((most - fewest) / float(service.step)) + 1
        funder = sample.council if service.funder == "council" else service.funder
        what = (service.setting, service.name, service.unit, funder, int(service.emergency))
        rows.append((at, *what, fewest, steps, service.step, service.price, int(service.has_actual_costs)))
    return rows


def span_rows() -> list[tuple[int, int, int, int]]:
    """Which places of a profile belong to a service: `SPAN_COLUMNS`."""
    rows = []
    for profile, (age, level, need) in enumerate(profiles()):
        counts = places([service.rate(age, level, need) for service in SERVICES], PLACES)
        first = itertools.accumulate(counts, initial=0)
        rows += [(profile, at, begin, count) for at, (begin, count) in enumerate(zip(first, counts, strict=False))]
    return rows


def choice_rows(sample: Sample) -> list[tuple[str, int, int, str]]:
    """Who provides in a setting: the first provider has the most lines, and some lines name none."""
    rows = []
    for setting, codes in prices.providers_by_setting(sample).items():
        choices = ["", *codes[:1] * 4, *codes * 2]
        rows += [(setting, number, len(choices), code) for number, code in enumerate(choices)]
    return rows


def intensity_rows() -> list[tuple[int, int, int, str, float]]:
    """Profile number, age, level, need, and lines a year."""
    return [
        (number, age, level, need, sum(service.rate(age, level, need) for service in SERVICES))
        for number, (age, level, need) in enumerate(profiles())
    ]


def shares_of_lines(sample: Sample) -> str:
    """SQL that gives everybody in `person` their number of lines, so that they add up to exactly what is asked for.

    Whole numbers throughout: a sum of floats would depend on the number of processors.
    """
    return f"""
    WITH weighted AS (
        SELECT person.*, profile,
            (1000 * lines_a_year * days / {sample.days} * (0.3 - 0.7 * ln(1 - draw(number, 9))))::BIGINT AS weight
        FROM person JOIN intensity ON intensity.need = person.need
            AND intensity.age = (CASE WHEN person.age < 18 THEN 0 WHEN person.age < 65 THEN 1 ELSE 2 END)
            AND intensity.level = (CASE WHEN ltc_count < 2 THEN ltc_count WHEN ltc_count < 4 THEN 2 ELSE 3 END)
    ), reached AS (
        SELECT *, sum(weight) OVER (ORDER BY number) AS so_far, sum(weight) OVER () AS total FROM weighted
    )
    SELECT number, profile, greatest(eligible_from, '{sample.start}'::DATE) AS first_day, days,
        (so_far * {sample.all_lines} // total - (so_far - weight) * {sample.all_lines} // total)::BIGINT AS lines
    FROM reached ORDER BY number
    """


def table(sample: Sample, first: int, last: int) -> str:
    """SQL for the lines of the people numbered from `first` up to, but without, `last`: `COLUMNS`."""
    odd = sample.oddities
    return f"""
    WITH numbered AS (
        SELECT number, profile, first_day, days, unnest(range(lines)) AS line
        FROM share WHERE number >= {first} AND number < {last}
    ), keyed AS (
        -- A duplicate draws as the line before it, so every cell is the same.
        SELECT *, number * 1048576 + line
            - (line > 0 AND draw(number * 1048576 + line, 41) < {odd.duplicates})::BIGINT AS key
        FROM numbered
    ), placed AS (
        SELECT keyed.*, place.* EXCLUDE (place),
            CASE WHEN draw(key, 46) < {odd.faulty} THEN -1
                ELSE fewest + step * floor(draw(key, 47) * steps)::INTEGER END::DECIMAL(9,3) AS units
        FROM keyed JOIN place ON place.place = profile * {PLACES} + floor(draw(key, 42) * {PLACES})::INTEGER
    )
    SELECT CASE WHEN draw(key, 45) < {odd.unlinked} THEN {pseudonym(sample, "number + 9000001")}
            ELSE {pseudonym(sample, "number + 1")} END AS person_id,
        CASE WHEN draw(key, 43) < {odd.outside_eligibility}
            THEN '{sample.start}'::DATE - 30 + floor(draw(key, 44) * {sample.days + 60})::INTEGER
            ELSE first_day + floor(draw(key, 44) * days)::INTEGER END AS date,
        setting, CASE WHEN draw(key, 48) < {odd.missing_prices} THEN '{UNPRICED}' ELSE service END AS service,
        provider, funder, units, unit,
        CASE WHEN has_cost = 1 AND draw(key, 49) < {odd.actual_costs}
            THEN round(units * price * (0.8 + 0.4 * draw(key, 50)), 2)::DECIMAL(12,2) END AS cost,
        emergency
    FROM placed
    """
