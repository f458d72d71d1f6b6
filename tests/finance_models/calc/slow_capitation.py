"""The same capitation a second time: slow, obvious, plain Python, line by line, and nothing of the engine's in it.

Follows the sentences of the definitions. Reads CSV files by itself; gives what `ipc finance capitate --json` prints,
without the warnings.
"""

import csv
import tomllib
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from pathlib import Path

SETTINGS = [
    "acute", "primary", "community", "mental_health", "social_care", "education", "chc", "residential", "specialised",
    "prescribing", "equipment", "voluntary",
]  # fmt: skip
ORDERS = dict.fromkeys(SETTINGS, ["reference", "local", "pssru"]) | {
    "acute": ["tariff", "reference", "local", "pssru"],
    "mental_health": ["local", "reference", "pssru"],
}


def capitate(people, activity, unit_costs, providers, assumptions):
    terms = tomllib.loads(Path(assumptions).read_text(), parse_float=Decimal)
    persons, _ = accepted(people, read_person)
    times = defaultdict(int)
    for row in rows_of(people):
        times[row["person_id"].strip()] += 1
    persons = {person["id"]: person for person in persons if times[person["id"]] == 1}
    lines, rejected = [], 0
    for path in activity:
        good, bad = accepted(path, read_line)
        lines += good
        rejected += bad
    book = {}
    for row in rows_of(unit_costs):
        key = (row["source"], row["service"], row.get("provider") or "")
        book.setdefault(key, {})[int(row["year"][:4])] = Fraction(row["unit_cost"])
    factors = {row["provider"]: Fraction(row["mff"]) for row in rows_of(providers)}

    start, end = terms["window"]["start"], terms["window"]["end"]
    counts = {"accepted": len(lines), "rejected": rejected, "uncosted": 0, "outside_eligibility": 0, "unlinked": 0}
    cost, by_source, by_setting = defaultdict(int), defaultdict(int), defaultdict(int)
    for line in lines:
        person = persons.get(line["person"])
        if person is None:
            counts["unlinked"] += 1
        elif not (start <= line["date"] < end and is_eligible(person, line["date"])):
            counts["outside_eligibility"] += 1
        else:
            source, pounds = price_line(line, book, factors, terms)
            if source is None:
                counts["uncosted"] += 1
            else:
                pence = half_up(pounds * 100)
                cost[line["person"]] += pence
                by_source[source] += pence
                by_setting[line["setting"]] += pence
    made = rates(persons, cost, terms)
    made["lines"] = counts
    made["cost_by_source"] = {name: money(pence) for name, pence in by_source.items()}
    made["cost_by_setting"] = {name: money(pence) for name, pence in by_setting.items()}
    return made


def rows_of(path):
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def accepted(path, read):
    good, bad = [], 0
    for row in rows_of(path):
        try:
            good.append(read(row))
        except (ValueError, ArithmeticError):
            bad += 1
    return good, bad


def read_person(row):
    last = row["eligible_to"].strip()
    person = {
        "id": filled(row["person_id"]),
        "birth_year": int(filled(row["birth_year"])),
        "ltc": int(filled(row["ltc_count"])),
        "first": date.fromisoformat(filled(row["eligible_from"])),
        "last": date.fromisoformat(last) if last else None,
    }
    if person["ltc"] < 0 or not 1880 <= person["birth_year"] <= 2100:
        raise ValueError("outside its domain")
    if person["last"] and person["last"] < person["first"]:
        raise ValueError("ends before it begins")
    return person


def read_line(row):
    units, cost = Decimal(filled(row["units"])), (row.get("cost") or "").strip()
    if not units.is_finite() or units < 0 or units != round(units, 3) or row["setting"] not in SETTINGS:
        raise ValueError("outside its domain")
    return {
        "person": filled(row["person_id"]),
        "date": date.fromisoformat(filled(row["date"])),
        "setting": row["setting"],
        "service": filled(row["service"]),
        "provider": (row.get("provider") or "").strip(),
        "units": Fraction(units),
        "cost": Fraction(Decimal(cost)) if cost else None,
    }


def filled(cell):
    if not cell.strip():
        raise ValueError("empty")
    return cell.strip()


def is_eligible(person, day):
    return person["first"] <= day and (person["last"] is None or day <= person["last"])


def price_line(line, book, factors, terms):
    """The source and the exact cost in pounds, or two times None."""
    if line["cost"] is not None:
        return "actual", line["cost"]
    year = line["date"].year if line["date"].month >= 4 else line["date"].year - 1
    index = {int(name[:4]): Fraction(level) for name, level in terms.get("price_index", {}).items()}
    for source in terms.get("orders", {}).get(line["setting"], ORDERS[line["setting"]]):
        prices = book.get((source, line["service"], line["provider"])) if line["provider"] else None
        prices = prices or book.get((source, line["service"], ""))
        if not prices:
            continue
        if year in prices:
            price = prices[year]
        else:
            earlier = [each for each in prices if each < year]
            other = max(earlier) if earlier else min(prices)
            if year not in index or other not in index:
                return None, None
            price = prices[other] * index[year] / index[other]
        if source == "tariff":
            price *= factors.get(line["provider"], 1)
        return source, line["units"] * price
    return None, None


def rates(persons, cost, terms):
    start, end, how = terms["window"]["start"], terms["window"]["end"], terms["capitation"]
    ages, conditions = how.get("age_bands", [0, 18, 65, 75, 85]), how.get("ltc_bands", [0, 1, 2, 4])
    bands = defaultdict(list)
    for person in persons.values():
        days = sum(is_eligible(person, start + timedelta(at)) for at in range((end - start).days))
        if days:
            c = cost.get(person["id"], 0)
            place = (step(ages, start.year - person["birth_year"]), step(conditions, person["ltc"]))
            cut = min(Fraction(c), Fraction(how["truncation"]) * 100)
            bands[place].append((c, cut, Fraction(days, (end - start).days)))
    uplift = (1 + Fraction(how["inflation"])) * (1 + Fraction(how["growth"])) * (1 - Fraction(how["efficiency"]))
    reference = {name: Fraction(rate) * 100 for name, rate in how.get("reference", {}).items()}
    named = {name_of(place, ages, conditions): bands[place] for place in sorted(bands)}
    years = {name: sum(y for _, _, y in band) for name, band in named.items()}
    raw = {name: sum(cut for _, cut, _ in band) / years[name] for name, band in named.items()}
    both = [name for name in named if name in reference]
    expected = sum(reference[name] * years[name] for name in both)
    level = sum(raw[name] * years[name] for name in both) / expected if expected else 0
    blend = {}
    for name in named:
        z = years[name] / (years[name] + Fraction(how["credibility"])) if name in reference else 1
        blend[name] = z * raw[name] + (1 - z) * reference.get(name, 0) * level
    total = sum(c for band in named.values() for c, _, _ in band)
    spread = sum(blend[name] * years[name] for name in named)
    scale = total / Fraction(spread) if spread else Fraction(0)
    rows = [
        {
            "band": name,
            "people": len(band),
            "person_years": text(years[name], 6),
            "raw": text(raw[name] / 100, 2),
            "rate": text(blend[name] * scale * uplift / 100, 2),
            "ci95": interval(band, raw[name], years[name]),
        }
        for name, band in named.items()
    ]
    excess = sum(c - cut for band in named.values() for c, cut, _ in band)
    value = text(Fraction(total) * uplift / 100, 2)
    return {
        "bands": rows, "total_cost": money(total), "value": value, "excess": text(Fraction(excess) / 100, 2),
        "scale": text(scale, 6),
    }  # fmt: skip


def step(edges, value):
    return max([at for at, edge in enumerate(edges) if value >= edge] or [0])


def name_of(place, ages, conditions):
    names = []
    for at, edges in zip(place, (ages, conditions), strict=True):
        if len(edges) > 1:
            last = None if at + 1 == len(edges) else edges[at + 1] - 1
            names.append(f"{edges[at]}+" if last is None else str(last) if last == edges[at] else f"{edges[at]}-{last}")
    return "/".join(names) or "all"


def interval(band, raw, years):
    n = len(band)
    if n < 2:
        return None
    variance = sum((cut - raw * y) ** 2 for _, cut, y in band) / (n - 1)
    getcontext().prec = 60
    inside = Fraction(n) * variance
    root = Fraction((Decimal(inside.numerator) / Decimal(inside.denominator)).sqrt())
    margin = Fraction("1.96") * root / years
    return [text((raw - margin) / 100, 2), text((raw + margin) / 100, 2)]


def half_up(value):
    return int(text(Fraction(value), 0))


def money(pence):
    return text(Fraction(pence, 100), 2)


def text(value, places):
    """By Python's own decimals, to many digits first."""
    getcontext().prec = 60
    exact = Decimal(Fraction(value).numerator) / Decimal(Fraction(value).denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return str(abs(rounded) if rounded == 0 else rounded)
