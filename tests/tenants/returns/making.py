"""Right returns for tests, made from who came, went and moved; and the same as somebody would type them."""

from tenants.returns.shape import CELLS, EQUALITY, FLOWS, GROUPS_AND_NONE, TABLE_BY_KEY
from tenants.returns.typed import as_typed

GROUPS = tuple(key for key, _ in GROUPS_AND_NONE)
SPLIT_TABLES = ("mechanism", "eligibility", "funding")


def right(*, before=None, new=None, ended=None, moves=(), year_before=None):
    """Figures that hold together. `before`, `new`, `ended`: people by group (default none); `moves`: (from, to) pairs.

    `year_before`: active in the year by the end of the quarter before, by group; without it the year begins now.
    """
    before, new, ended = before or {}, new or {}, ended or {}
    figures = dict.fromkeys(CELLS, 0)
    for group in GROUPS:
        entered = sum(1 for _, to in moves if to == group)
        left = sum(1 for came_from, _ in moves if came_from == group)
        begun, over = new.get(group, 0), ended.get(group, 0)
        figures |= {
            f"groups.in_place.{group}": before.get(group, 0) + begun - over + entered - left,
            f"groups.new.{group}": begun,
            f"groups.ended.{group}": over,
            f"groups.moved_in.{group}": entered,
            f"groups.moved_out.{group}": left,
            f"groups.year_to_date.{group}": (year_before or before).get(group, 0) + begun + entered - left,
        }
    _split(figures)
    _offers_and_plans(figures)
    return figures


def total(figures, column):
    """All groups together."""
    return sum(figures[f"groups.{column}.{group}"] for group in GROUPS)


def typed(figures):
    """As somebody would have typed it."""
    return as_typed(figures)


def _split(figures):
    """The same people in two rows of every other table: a third of them, and the others."""
    for flow, _ in FLOWS:
        for table in SPLIT_TABLES:
            _share(figures, [f"{table}.{flow}.{line.key}" for line in TABLE_BY_KEY[table].lines], total(figures, flow))
        figures[f"mechanism.{flow}.service_fund"] = figures[f"mechanism.{flow}.notional"] // 2
    for key, _, _ in EQUALITY:
        _share(figures, [f"{key}.uptake.{line.key}" for line in TABLE_BY_KEY[key].lines], total(figures, "in_place"))
        eligible = [f"{key}.eligible.{line.key}" for line in TABLE_BY_KEY[key].lines]
        _share(figures, eligible, total(figures, "in_place") * 3 + 15)


def _share(figures, cells, people):
    figures[cells[0]] = people // 3
    figures[cells[1]] = people - people // 3


def _offers_and_plans(figures):
    for group in GROUPS:
        in_place = figures[f"groups.in_place.{group}"]
        figures |= {
            f"offers.eligible.{group}": in_place * 3 + 3,
            f"offers.offered.{group}": 2,
            f"offers.declined.{group}": 1,
            f"plans.in_place.{group}": in_place,
        }
    for line in TABLE_BY_KEY["criteria"].lines:
        figures[f"criteria.{line.key}"] = total(figures, "in_place") + 1
    figures |= {"plan_offers.people": 9, "plan_offers.offered": 4}
    figures |= {"activation.measured": 10, "activation.gained_15": 3, "activation.unsuitable": 2}
    figures |= {f"activation.level_{level}": level for level in range(1, 5)}
    figures |= {"money.commissioning": 900_000_00, "money.committed": 20_000_00, "money.spent": 12_345_67}
    figures |= {"money.released": 5_000_00}
