"""Tiny cases, where every possible answer can be tried: the solver's is as good as the best of them."""

import datetime
from dataclasses import replace
from itertools import product

from tests.timebank.calc.matching.cases import made_up
from tests.timebank.calc.matching.rules_by_hand import broken
from timebank.calc.matching import model, propose, rules
from timebank.calc.matching.results import Proposed

IN_AUGUST = datetime.date(2015, 8, 20)


def tiny(seed):
    """One or two requests and offers, of few quarters of an hour, so that every answer can be tried."""
    case = made_up(seed, most=2)
    needs = tuple(replace(need, minutes=min(need.minutes, 75)) for need in case.needs)
    helps = tuple(
        replace(help, minutes_a_month=min(help.minutes_a_month, 45), topic=needs[0].topic, group="", how="either")
        for help in case.helps
    )
    group = {} if seed % 2 else {"group": ""}
    needs = tuple(
        replace(need, topic=needs[0].topic, needed_by=min(need.needed_by, IN_AUGUST), **group) for need in needs
    )
    return replace(case, needs=needs, helps=helps, pins=frozenset())


def worth(case, proposals) -> int:
    """The objective, added up from what the documents say, not from the solver's rows."""
    total = sum(
        proposal.minutes // 15 * rules.fit(proposal.need, proposal.help)
        * {1: 3, 2: 2, 3: 1}[proposal.need.priority]
        * model.shortfall(case, proposal.need.account)
        - 2_000
        for proposal in proposals
    )  # fmt: skip
    for standing in case.standings:
        quarters = sum(p.minutes for p in proposals if p.need.account == standing.account) // 15
        entitled = standing.share * case.pool
        for value, width in zip((100, 75, 50, 25), model.band_widths(standing.had, entitled), strict=True):
            filled = min(quarters, width)
            quarters -= filled
            total += filled * value * case.settings.fairness
    return total


def every_answer(case):
    pairs = [
        (need, help)
        for need in case.needs
        for help in case.helps
        if need.topic == help.topic and need.account != help.account
    ]
    cells = [(need, help, month) for need, help in pairs for month in ((2015, 7), (2015, 8))]
    for amounts in product(*(range(0, help.minutes_a_month + 1, 15) for _, help, _ in cells)):
        found = []
        for need, help in pairs:
            months = {
                month: minutes
                for (n, h, month), minutes in zip(cells, amounts, strict=True)
                if n is need and h is help and minutes
            }
            if months:
                found.append(Proposed(need, help, months, 0, 0))
        yield found


def test_no_answer_is_worth_more_than_the_solvers():
    tried, with_help = 0, 0
    for seed in range(400):
        case = tiny(seed)
        if len(case.needs) * len(case.helps) > 3:
            continue
        best = max(worth(case, found) for found in every_answer(case) if not broken(case, found))
        found = propose.proposals(case).proposals
        assert worth(case, found) == best, seed
        tried += 1
        with_help += bool(found)
        if with_help == 25:
            break
    assert with_help == 25, (tried, with_help)
