"""The engine against the slow second implementation, on synthetic data and on small data made of oddities alone."""

import random
from datetime import date, timedelta

import pytest

from finance_models.calc.synthetic import Oddities, Sample
from finance_models.calc.synthetic import write as write_sample
from tests.finance_models import data_sets
from tests.finance_models.calc import slow_capitation

PROVIDERS = ["", "", "RA9", "RBA", "unlisted"]
SERVICES = ["stay", "visit", "tablet", "never priced"]
SOURCES = ["tariff", "reference", "local", "pssru"]
# The window lies across two financial years, so that lines ask for the prices of both.
WINDOW = (date(2012, 10, 1), date(2013, 10, 1))


def people(chance):
    for number in range(chance.randint(5, 25)):
        first = WINDOW[0] + timedelta(chance.choice([-4000, -1, 0, 1, 90, 364, 365, 366]))
        last = "" if chance.random() < 0.6 else first + timedelta(chance.choice([0, 1, 30, 364, 4000]))
        yield f"p{number},{chance.choice([1920, 1938, 1948, 1960, 1995, 2013])},{chance.randint(0, 5)},{first},{last}"
    for _ in range(chance.randint(0, 2)):
        yield f"p{chance.randint(0, 4)},1950,1,2000-01-01,"
    # Ordinary people keep the rejected under one in twenty.
    yield from (f"o{number},1950,{number % 4},2000-01-01," for number in range(80))


def lines(chance):
    for _ in range(chance.randint(0, 160)):
        day = WINDOW[0] + timedelta(chance.choice([-1, 0, 364, 365, chance.randint(-20, 385)]))
        units = chance.choice(
            ["0", "1", "1.5", "0.001", "2.345", "12.50", "1000.125", str(chance.randint(0, 3000) / 8)]
        )
        cost = chance.choice(["", "", "", "0", "12.345", "12.344999", "99999.99", "-3.105", "500"])
        who = f"{chance.choice('ppppox')}{chance.randint(0, 27)}"
        setting = chance.choice(["acute", "acute", "mental_health", "primary", "equipment"])
        line = f"{who},{day},{setting},{chance.choice(SERVICES)},{chance.choice(PROVIDERS)},{units},{cost}"
        yield from [line] * chance.choice([1, 1, 1, 2])
    yield from chance.sample(["p1,2013-01-01,acute,stay,,-1,", "p1,2013-13-01,acute,stay,,1,"], chance.randint(0, 1))
    yield from (f"o{number},2013-01-01,primary,visit,,1," for number in range(40))


def unit_costs(chance):
    seen = set()
    for _ in range(chance.randint(0, 25)):
        key = (
            chance.choice(SOURCES),
            chance.choice(SERVICES[:3]),
            chance.choice(PROVIDERS),
            chance.randint(2010, 2015),
        )
        if key not in seen:
            seen.add(key)
            source, service, provider, year = key
            price = f"{chance.choice([0, 12, 0.05, 99.9999, 1234.5678, chance.randint(1, 10**7) / 10**4]):.4f}"
            yield f"{source},{service},{provider},{year}/{(year + 1) % 100:02d},{price}"


def assumptions(chance):
    index = "\n".join(
        f'"{year}/{(year + 1) % 100:02d}" = {chance.choice([98.1, 100, 101.37, 103.333])}'
        for year in range(2010, 2016)
        if chance.random() < 0.7
    )
    edges = chance.choice([("[0]", "[0, 1, 2, 4]"), ("[0, 18, 65, 75, 85]", "[0, 1, 2, 4]"), ("[]", "[]")])
    reference = chance.choice(['"2-3" = 1200.55\n"4+" = 0', ""]) if edges[0] == "[0]" else ""
    orders = chance.choice(["", '[orders]\nacute = ["local", "tariff"]\nprimary = []\nequipment = ["tariff"]'])
    return f"""
[window]
start = {WINDOW[0]}
end = {WINDOW[1]}
[capitation]
truncation = {chance.choice([1, 333.33, 30000])}
credibility = {chance.choice([0, 2, 17.5])}
inflation = {chance.choice([0, 0.021, -0.01])}
growth = 0.01
efficiency = 0.04
age_bands = {edges[0]}
ltc_bands = {edges[1]}
[capitation.reference]
{reference}
[price_index]
{index}
{orders}
"""


def slowly(folder):
    return slow_capitation.capitate(
        folder / "people.csv", [folder / "activity.csv"], folder / "unit_costs.csv", folder / "providers.csv",
        folder / "assumptions.toml",
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_small_data_of_oddities_come_out_the_same(run, tmp_path, seed):
    chance = random.Random(seed)
    tables = {
        "people": "\n".join(people(chance)), "activity": "\n".join(lines(chance)),
        "unit_costs": "\n".join(unit_costs(chance)), "providers": "RA9,1.0345\nRBA,0.97",
    }  # fmt: skip
    code, made, err = run("capitate", assumptions=assumptions(chance), **tables)
    assert code == 0, err
    made.pop("warnings")

    assert made == slowly(tmp_path)


def test_synthetic_data_with_every_oddity_come_out_the_same(tmp_path, capsys):
    import json

    from config import ipc

    oddities = Oddities(
        missing_prices=0.05, unlinked=0.03, outside_eligibility=0.1, several_groups=0.2, high_costs=0.05
    )
    files = write_sample(Sample(people=300, area="kernow", oddities=oddities), tmp_path)
    arguments = [
        "--people", files.people, "--activity", *files.activity, "--unit-costs", files.unit_costs,
        "--providers", files.providers, "--assumptions", files.assumptions, "--json",
    ]  # fmt: skip
    assert ipc.main(["finance", "capitate", *map(str, arguments)]) == 0
    made = json.loads(capsys.readouterr().out)
    made.pop("warnings")

    assert made == slow_capitation.capitate(
        files.people, files.activity, files.unit_costs, files.providers, files.assumptions
    )
    # The oddities are there, or nothing would have been tried.
    assert all(made["lines"][outcome] for outcome in ("uncosted", "outside_eligibility", "unlinked"))
    assert len(made["cost_by_source"]) == 5
    assert made["excess"] != "0.00"


@pytest.mark.parametrize("seed", [3, 8])
def test_the_order_of_rows_never_matters(run, seed):
    chance = random.Random(seed)
    tables = {"people": list(people(chance)), "activity": list(lines(chance)), "unit_costs": list(unit_costs(chance))}
    terms = assumptions(chance)
    documents = []
    for _ in range(2):
        code, made, _ = run("capitate", assumptions=terms, **{name: "\n".join(rows) for name, rows in tables.items()})
        assert code == 0
        documents.append(made)
        for rows in tables.values():
            chance.shuffle(rows)

    assert documents[0] == documents[1]


def test_oddities_are_such_that_each_outcome_and_source_occurs(tmp_path):
    """Of the small data sets together; else the comparison would try less than it says."""
    outcomes, sources = set(), set()
    for seed in range(12):
        chance = random.Random(seed)
        tables = {
            "people": "\n".join(people(chance)), "activity": "\n".join(lines(chance)),
            "unit_costs": "\n".join(unit_costs(chance)), "providers": "RA9,1.0345\nRBA,0.97",
        }  # fmt: skip
        data_sets.write(tmp_path, assumptions=assumptions(chance), **tables)
        made = slowly(tmp_path)
        outcomes |= {name for name, count in made["lines"].items() if count}
        sources |= set(made["cost_by_source"])

    assert outcomes == {"accepted", "rejected", "uncosted", "outside_eligibility", "unlinked"}
    assert sources == {"actual", "tariff", "reference", "local", "pssru"}
