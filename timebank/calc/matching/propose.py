"""The matching run itself."""

from timebank.calc.matching import model, reasons, results, rules
from timebank.calc.matching.inputs import Case, Month
from timebank.calc.matching.results import Proposed, Result, Unmet

UNKEPT = {
    rules.Why.OTHER_TOPIC: "the topics differ",
    rules.Why.OWN_AREA: "both are of one area",
    rules.Why.OTHER_GROUP: "they are about different groups",
    rules.Why.OTHER_WAY: "one is remote only, the other on site only",
    rules.Why.LATER_COHORT: "the helper did not join in an earlier implementation cohort",
    rules.Why.DATES: "the dates do not meet",
    rules.Why.REFUSED: "it has been turned down",
    rules.Why.TAKEN: "the hours are taken",
}


def proposals(case: Case) -> Result:
    """Who should help whom, with reasons. Raises CaseFaults, and `solving.NotSolved` where the search takes too long.

    The same rows in another order give the same result.
    """
    case.validate()
    return result(case, model.solve(case))


def result(case: Case, chosen: dict[tuple[str, str], dict[Month, int]]) -> Result:
    """The chosen minutes with everything that is said about them."""
    needs = {need.key: need for need in case.needs}
    helps = {help.key: help for help in case.helps}
    found = []
    for (need_key, help_key), months in chosen.items():
        need, help = needs[need_key], helps[help_key]
        pinned = (need_key, help_key) in case.pins
        pair = model.Pair(need, help, tuple(months))
        said = reasons.of_proposal(case, need, help, sum(months.values()), pinned)
        score = round(model.score(case, pair) / 100)
        found.append(Proposed(need, help, months, rules.fit(need, help), score, pinned, said))
    given = {
        need.key: sum(proposal.minutes for proposal in found if proposal.need is need) for need in case.ordered_needs
    }
    by_account = results.received(found)
    unmet = tuple(
        Unmet(
            need,
            need.minutes - given[need.key],
            reasons.of_unmet(case, need, given[need.key], by_account.get(need.account, 0)),
        )
        for need in case.ordered_needs
        if given[need.key] < need.minutes
    )
    before = results.fairness(case, {})
    after = results.fairness(case, by_account)
    return Result(tuple(found), unmet, _unkept(case, chosen), case.pool, before, after)


def _unkept(case: Case, chosen: dict[tuple[str, str], dict[Month, int]]) -> tuple[tuple[str, str, str], ...]:
    needs = {need.key: need for need in case.needs}
    helps = {help.key: help for help in case.helps}
    found = []
    for need, help in sorted(case.pins - set(chosen)):
        if need in needs and help in helps:
            why = rules.why_not(needs[need], helps[help], case)
            found.append((need, help, UNKEPT[why] if why else "the hours, or the area's limit, do not suffice"))
    return tuple(found)
