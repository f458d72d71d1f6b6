"""Made-up people and tables of them, as early returns have them: a few large areas, many small numbers."""

import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import permutations

from disclosure.breakdowns import Breakdown, Dimension
from disclosure.raw import people
from disclosure.releasing import ReleaseRefused, check_and_show
from disclosure.rules import S7R5, S10R10
from disclosure.tables import TableRefused, publish_table
from disclosure.together import Release
from tests.disclosure.attacker import Attack, old_rule, s7r5, s10r10

# Enough sevens that some tables must be refused, or the attacker would win those.
MANY_SMALL = (0, 0, 0, 1, 2, 3, 6, 7, 7, 14)
FEW = 7
READ = {S7R5: s7r5, S10R10: s10r10}
TABLE_KINDS = ("many small", "areas by group", "areas by group", "list", "several groups", "three ways", "stricter")
PAIR_KINDS = ("part of them", "another breakdown", "overlapping", "next quarter", "coarser", "few people")


@dataclass
class Outcome:
    """What became of one table or pair: refused (and then perhaps mended), or shown and attacked."""

    kind: str
    is_refused: bool
    open_values: list[int] = field(default_factory=list)
    old_open_values: list[int] = field(default_factory=list)


def table(seed, by_solver_alone=False, with_old_rule=True):
    """One made-up table, shown as our module shows it, attacked; and the same numbers under the old rule."""
    chance = random.Random(seed)
    kind = TABLE_KINDS[seed % len(TABLE_KINDS)]
    if kind == "three ways":
        return _three_ways(chance, by_solver_alone)
    rows = _rows(chance, kind)
    row_people = [_union(chance, row) for row in rows] if kind == "several groups" else None
    rule = S10R10 if kind == "stricter" else S7R5
    outcome = Outcome(kind, False)
    try:
        shown = _publish(rows, row_people, rule)
    except TableRefused as refused:
        outcome.is_refused = True
        shown = _publish(rows, row_people, rule, **dict.fromkeys(refused.leave_out, False))
    outcome.open_values = _attack_on(shown, rows, row_people, READ[rule]).open_values(by_solver_alone)
    if with_old_rule and row_people is None:
        outcome.old_open_values = _attack_under_old_rule(rows).open_values(by_solver_alone)
    return outcome


def pair(seed, by_solver_alone=False):
    """Two releases about made-up people; both shown, or the second refused."""
    chance = random.Random(seed)
    kind = PAIR_KINDS[seed % len(PAIR_KINDS)]
    everybody = _people(chance, (8, 12, 20) if kind == "few people" else (30, 80, 200, 500))
    first, second = _breakdowns(chance, everybody, coarser=kind == "coarser")
    if kind in ("part of them", "overlapping", "next quarter"):
        second = first
    chosen, also = _selections(chance, everybody, kind)
    shown = []
    for breakdown, who in ((first, chosen), (second, also)):
        earlier = [] if kind == "next quarter" else [Release("earlier", t, b.signatures(w)) for b, w, t in shown]
        try:
            shown.append((breakdown, who, check_and_show(breakdown, breakdown.signatures(who), earlier=earlier)))
        except ReleaseRefused:
            if not shown:
                # The first alone was refused: what is asked here is about pairs.
                return None
            break
    outcome = Outcome(kind, len(shown) == 1)
    for linked in [[each] for each in shown] if kind == "next quarter" else [shown]:
        outcome.open_values += _attack_on_people([(w, t) for _, w, t in linked], s7r5).open_values(by_solver_alone)
    return outcome


def _rows(chance, kind):
    if kind == "many small":
        return [[chance.choice(MANY_SMALL) for _ in range(3)] for _ in range(6)]
    if kind == "list":
        return [[int(chance.lognormvariate(2.2, 1.3)) for _ in range(chance.randint(2, 12))]]
    height, width = (11, 4) if kind == "areas by group" else (chance.randint(2, 8), chance.randint(2, 5))
    size = chance.choice((2, 5, 12, 40))
    areas, groups = ([chance.lognormvariate(0, 0.8) for _ in range(n)] for n in (height, width))
    return [[int(chance.gammavariate(1.5, size * a * g / 1.5)) for g in groups] for a in areas]


def _union(chance, row):
    """How many people a row has whose columns overlap."""
    return chance.randint(max(row), max(max(row), sum(row) * 9 // 10))


def _publish(rows, row_people, rule, **options):
    names = [f"row {i}" for i in range(len(rows))], [f"column {j}" for j in range(len(rows[0]))]
    of_rows = None if row_people is None else [people(n) for n in row_people]
    return publish_table(*names, [[people(n) for n in row] for row in rows], row_people=of_rows, rule=rule, **options)


def _attack_on(shown, rows, row_people, rule):
    wide = len(rows[0])
    cells = [n for row in rows for n in row]
    attack = Attack(cells + (row_people or []))
    by_row = [[i * wide + j for j in range(wide)] for i in range(len(rows))]
    of_row = [[len(cells) + i] for i in range(len(rows))] if row_people else by_row
    for i, row in enumerate(shown.cells):
        for j, count in enumerate(row):
            attack.read([i * wide + j], str(count), rule)
    for places, count in zip(of_row, shown.row_totals or (), strict=False):
        attack.read(places, str(count), rule)
    for j, count in enumerate(shown.column_totals or ()):
        attack.read([i * wide + j for i in range(len(rows))], str(count), rule)
    if shown.grand_total is not None:
        attack.read([place for places in of_row for place in places], str(shown.grand_total), rule)
    if row_people:
        for places, own in zip(by_row, of_row, strict=True):
            attack.know(places, 0, float("inf"), minus=own)
            for place in places:
                attack.know(own, 0, float("inf"), minus=[place])
    return attack


def _attack_under_old_rule(rows):
    wide, cells = len(rows[0]), [n for row in rows for n in row]
    attack = Attack(cells)
    attack.wide = wide
    groups = [[i * wide + j for j in range(wide)] for i in range(len(rows))]
    groups += [[i * wide + j for i in range(len(rows))] for j in range(wide)] + [list(range(len(cells)))]
    for place, n in enumerate(cells):
        attack.read([place], "*" if 1 <= n <= 5 else str(n), old_rule)
    for places in groups:
        total = sum(cells[place] for place in places)
        attack.know(places, total, total)
    return attack


def _three_ways(chance, by_solver_alone):
    everybody = _people(chance, (30, 80, 200, 500))
    breakdown = Breakdown(
        (_dimension(chance, everybody, "area"), _dimension(chance, everybody, "group"), Dimension("sex", ("f", "m"))),
        chance.choice(
            (
                ((), ("area",), ("group",), ("sex",), ("area", "group"), ("area", "sex"), ("group", "sex")),
                (("area", "group", "sex"), ("area", "group"), ("area",), ()),
                (("area", "group"), ("area", "sex"), ()),
            )
        ),
    )
    try:
        shown = check_and_show(breakdown, breakdown.signatures(everybody))
    except ReleaseRefused:
        return Outcome("three ways", True)
    attack = _attack_on_people([(everybody, shown)], s7r5)
    return Outcome("three ways", False, attack.open_values(by_solver_alone))


def _people(chance, how_many):
    """Rows as {person: {"area", "group" (one or more), "age", "sex"}}, with skewed sizes."""
    areas = [f"area {i}" for i in range(chance.randint(2, 6))]
    groups = [f"group {i}" for i in range(chance.randint(2, 4))]
    weights = [chance.lognormvariate(0, 0.9) for _ in areas]
    in_two = chance.choice((0, 0, 0.2))
    found = {}
    for person in range(chance.choice(how_many)):
        own = chance.sample(groups, 2 if chance.random() < in_two else 1)
        found[person] = {
            "area": chance.choices(areas, weights)[0],
            "group": own,
            "age": chance.choices(("0-17", "18-64", "65-74", "75+"), (1, 5, 3, 2))[0],
            "sex": chance.choice("fm"),
        }
    return found


def _dimension(chance, everybody, name):
    values = {value for row in everybody.values() for value in ([row[name]] if name != "group" else row[name])}
    categories = tuple(sorted(values))
    half = categories[: len(categories) // 2]
    subtotals = (("the first half", half),) if name == "area" and len(half) > 1 and chance.random() < 0.5 else ()
    return Dimension(name, categories, subtotals)


def _breakdowns(chance, everybody, coarser):
    area, group, age = (_dimension(chance, everybody, name) for name in ("area", "group", "age"))
    full = Breakdown((area, group), ((), ("area",), ("group",), ("area", "group")))
    if coarser:
        return full, Breakdown((group, age), ((), ("group",), ("age",)))
    return full, Breakdown((area, age), ((), ("area",), ("age",), ("area", "age")))


def _selections(chance, everybody, kind):
    def part(share):
        kept = {person: row for person, row in everybody.items() if chance.random() < share}
        return kept or everybody

    if kind == "few people":
        return everybody, chance.choice((everybody, part(0.4)))
    if kind == "part of them":
        # Some of them nearly everybody, where the difference is few.
        return everybody, part(chance.choice((0.3, 0.6, 0.9, 0.97)))
    if kind == "overlapping":
        return part(0.8), part(0.6)
    if kind == "next quarter":
        return part(0.9), everybody
    return everybody, everybody


def _attack_on_people(releases, rule):
    """Everybody who is counted at the same places everywhere is one unknown number."""
    seen = {}
    for number, (who, shown) in enumerate(releases):
        parts = {(d.name, name): set(p) for d in shown.breakdown.dimensions for name, p in d.subtotals}
        alike = {}
        for person, row in who.items():
            look = repr(row)
            if look not in alike:
                alike[look] = frozenset(
                    (number, at)
                    for at, (place, _) in enumerate(shown.figures)
                    if all(_is_in(row[name], parts.get((name, category), {category})) for name, category in place)
                )
            seen[person] = seen.get(person, frozenset()) | alike[look]
    count_of = Counter(seen.values())
    attack = Attack(list(count_of.values()))
    for number, (_, shown) in enumerate(releases):
        for at, (_, count) in enumerate(shown.figures):
            places = [i for i, kind in enumerate(count_of) if (number, at) in kind]
            if places:
                attack.read(places, str(count), rule)
    _aim_at_differences(attack, releases, list(count_of))
    return attack


def _aim_at_differences(attack, releases, kinds):
    """The same place in two selections, one within the other: the few who are in one of them alone."""
    for (a, (_, one)), (b, (_, two)) in permutations(enumerate(releases), 2):
        at_b = {frozenset(place): at for at, (place, _) in enumerate(two.figures)}
        for at, (place, _) in enumerate(one.figures):
            if frozenset(place) in at_b:
                large = {i for i, kind in enumerate(kinds) if (a, at) in kind}
                small = {i for i, kind in enumerate(kinds) if (b, at_b[frozenset(place)]) in kind}
                if small and small < large and 1 <= sum(attack.truth[i] for i in large - small) <= FEW:
                    attack.hidden.append(tuple(sorted(large - small)))


def _is_in(value, categories):
    return bool(({value} if isinstance(value, str) else set(value)) & categories)
