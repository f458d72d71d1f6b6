"""The reference of `benchmarks/finance.py`: a straightforward pandas script from CSV files to capitated rates.

What an analyst would write: the same files and rules (every cell as text first, checked, then converted), the same
result, in floats, with a lookup of each distinct price. Prints its stages in seconds, the total and the rates as JSON.
"""

import json
import sys
import time
import tomllib

import numpy as np
import pandas as pd

SETTINGS = [
    "acute", "primary", "community", "mental_health", "social_care", "education", "chc", "residential", "specialised",
    "prescribing", "equipment", "voluntary",
]  # fmt: skip
AGES, CONDITIONS = [0, 18, 65, 75, 85], [0, 1, 2, 4]
FIRST = ["reference", "local", "pssru"]
ORDERS = {"acute": ["tariff", *FIRST], "mental_health": ["local", "reference", "pssru"]}


def main(people, activity, unit_costs, providers, assumptions):
    laps, start = {}, time.perf_counter()

    def lap(name):
        nonlocal start
        laps[name] = round(time.perf_counter() - start, 3)
        start = time.perf_counter()

    with open(assumptions, "rb") as file:
        terms = tomllib.load(file)
    begin, end = (pd.Timestamp(terms["window"][each]) for each in ("start", "end"))
    persons = read_people(people)
    lines = read_activity(activity)
    lap("load")
    counts = {"accepted": len(lines)}
    lines = lines.merge(persons[["person_id", "eligible_from", "eligible_to"]], on="person_id", how="inner")
    counts["unlinked"] = counts["accepted"] - len(lines)
    last = lines.eligible_to.fillna(end)
    inside = (lines.date >= begin) & (lines.date < end) & (lines.date >= lines.eligible_from) & (lines.date <= last)
    counts["outside_eligibility"] = len(lines) - int(inside.sum())
    lines = lines[inside].copy()
    lines["year"] = lines.date.dt.year - (lines.date.dt.month < 4)
    prices = price_table(lines, unit_costs, providers, terms.get("price_index", {}))
    lines = lines.merge(prices, on=["setting", "service", "provider", "year"], how="left")
    cost = lines.cost.where(lines.cost.notna(), lines.units * lines.price)
    lines["pounds"] = np.floor(cost * 100 + 0.5) / 100
    counts["uncosted"] = int(lines.pounds.isna().sum())
    lines["source"] = lines.source.where(lines.cost.isna(), "actual")
    by_setting, by_source = lines.groupby("setting").pounds.sum(), lines.groupby("source").pounds.sum()
    lap("cost")
    made = rates(persons, lines.groupby("person_id").pounds.sum(), begin, end, terms["capitation"])
    lap("capitate")
    assert abs(by_setting.sum() - by_source.sum()) < 1
    print(json.dumps({"laps": laps, "total": float(by_setting.sum()), "rates": made, "lines": counts}))


def read_people(path):
    text = pd.read_csv(path, dtype=str, keep_default_na=False)
    persons = pd.DataFrame({"person_id": text.person_id.str.strip()})
    persons["birth_year"] = number(text.birth_year, r"[0-9]{4}").where(lambda year: year.between(1880, 2100))
    persons["ltc_count"] = number(text.ltc_count, r"[0-9]{1,2}")
    persons["eligible_from"], persons["eligible_to"] = day(text.eligible_from), day(text.eligible_to)
    is_good = persons.person_id.ne("") & persons.birth_year.notna() & persons.ltc_count.notna()
    is_good &= persons.eligible_from.notna() & (persons.eligible_to.notna() | text.eligible_to.eq(""))
    return accepted(persons[~persons.person_id.duplicated(keep=False)], is_good)


def read_activity(path):
    text = pd.read_csv(path, dtype=str, keep_default_na=False)
    lines = text[["person_id", "setting", "service", "provider"]].apply(lambda column: column.str.strip())
    lines["date"] = day(text.date)
    lines["units"] = number(text.units, r"[0-9]{1,9}(?:\.[0-9]{1,3})?")
    lines["cost"] = number(text.cost, r"-?[0-9]{1,9}(?:\.[0-9]+)?")
    is_good = lines.person_id.ne("") & lines.date.notna() & lines.units.notna() & lines.service.ne("")
    is_good &= lines.setting.isin(SETTINGS) & (lines.cost.notna() | text.cost.eq(""))
    is_good &= text.emergency.isin(["", "0", "1"])
    return accepted(lines, is_good)


def number(text, pattern):
    return pd.to_numeric(text.where(text.str.fullmatch(pattern)), errors="coerce")


def day(text):
    return pd.to_datetime(text, format="%Y-%m-%d", errors="coerce")


def accepted(rows, is_good):
    for line in rows.index[~is_good.reindex(rows.index)][:100]:
        print(f"line {line + 2} can't be read", file=sys.stderr)
    return rows[is_good.reindex(rows.index)].copy()


def price_table(lines, unit_costs, providers, index):
    book = {}
    for row in pd.read_csv(unit_costs, dtype={"provider": str}).fillna({"provider": ""}).itertuples():
        book.setdefault((row.source, row.service, row.provider), {})[int(row.year[:4])] = row.unit_cost
    factors = pd.read_csv(providers).set_index("provider").mff.to_dict()
    levels = {int(name[:4]): level for name, level in index.items()}
    keys = lines.loc[lines.cost.isna(), ["setting", "service", "provider", "year"]].drop_duplicates()
    found = [find(key, book, factors, levels) for key in keys.itertuples(index=False)]
    return keys.assign(source=[source for source, _ in found], price=[price for _, price in found])


def find(key, book, factors, levels):
    for source in ORDERS.get(key.setting, FIRST):
        found = book.get((source, key.service, key.provider)) or book.get((source, key.service, ""))
        if not found:
            continue
        earlier = [year for year in found if year <= key.year]
        year = max(earlier) if earlier else min(found)
        factor = factors.get(key.provider, 1) if source == "tariff" else 1
        if year == key.year:
            return source, found[year] * factor
        if key.year not in levels or year not in levels:
            return None, np.nan
        return source, found[year] * factor * levels[key.year] / levels[year]
    return None, np.nan


def rates(persons, cost, begin, end, terms):
    window = (end - begin).days
    last = persons.eligible_to.fillna(end).clip(upper=end - pd.Timedelta(days=1))
    days = (last - persons.eligible_from.clip(lower=begin)).dt.days + 1
    persons = persons.assign(y=days / window, c=persons.person_id.map(cost).fillna(0))[days > 0]
    persons["cut"] = persons.c.clip(upper=terms["truncation"])
    age = np.searchsorted(AGES, begin.year - persons.birth_year, side="right") - 1
    ltc = np.searchsorted(CONDITIONS, persons.ltc_count, side="right") - 1
    bands = persons.groupby([age.clip(0), ltc]).agg(cut=("cut", "sum"), y=("y", "sum"))
    uplift = (1 + terms["inflation"]) * (1 + terms["growth"]) * (1 - terms["efficiency"])
    scale = persons.c.sum() / bands.cut.sum()
    return [round(rate, 2) for rate in bands.cut / bands.y * scale * uplift]


if __name__ == "__main__":
    main(*sys.argv[1:])
