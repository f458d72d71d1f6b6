"""Made-up cases: no rule is ever broken, pins are kept, the order of rows changes nothing.

A thousand of them with `script/soak timebank`; a suite's run looks at every fourth.
"""

import os
import random
from dataclasses import replace
from functools import cache

from tests.timebank.calc.matching.cases import made_up
from tests.timebank.calc.matching.rules_by_hand import broken
from timebank.calc.matching import first_come, propose

SEEDS = range(0, 1000, 1 if os.environ.get("IPC_SOAK") else 4)


@cache
def matched(seed):
    """A case and what is proposed for it; several tests look at the same."""
    case = made_up(seed)
    return case, propose.proposals(case)


def test_made_up_cases_keep_every_rule():
    for seed in SEEDS:
        case, found = matched(seed)
        assert broken(case, found.proposals) == [], seed
        assert broken(case, first_come.proposals(case).proposals) == [], seed


def test_pins_are_kept_or_said_why_not_and_refusals_never_proposed():
    kept = 0
    for seed in SEEDS[::2]:
        case, found = matched(seed)
        pairs = {(proposal.need.key, proposal.help.key) for proposal in found.proposals}
        said = {(need, help) for need, help, why in found.unkept_pins if why}
        assert case.pins <= pairs | said, seed
        assert not pairs & case.refusals, seed
        kept += len(case.pins & pairs)
    assert kept > 10


def test_every_request_is_met_or_says_why_not():
    for seed in SEEDS[::10]:
        case, found = matched(seed)
        for need in case.needs:
            given = sum(p.minutes for p in found.proposals if p.need.key == need.key)
            left = [unmet for unmet in found.unmet if unmet.need.key == need.key]
            assert given + sum(unmet.minutes for unmet in left) == need.minutes
            assert all(unmet.why.endswith(".") for unmet in left)


def test_rows_in_another_order_give_the_same_proposals():
    for seed in SEEDS[::10]:
        case, found = matched(seed)
        rng = random.Random(seed)
        shuffled = replace(
            case,
            needs=tuple(rng.sample(case.needs, len(case.needs))),
            helps=tuple(rng.sample(case.helps, len(case.helps))),
            standings=tuple(rng.sample(case.standings, len(case.standings))),
        )
        assert propose.proposals(shuffled) == found, seed
