"""Why an offer is proposed for a request, and why a request stays unmet, in plain words."""

from collections import Counter

from timebank.calc import hours
from timebank.calc.matching import results, rules
from timebank.calc.matching.inputs import STEP, Case, Help, Need
from timebank.calc.matching.rules import Why

PRIORITY_WORDS = {
    1: "most pressing (priority 1)",
    2: "pressing (priority 2)",
    3: "something that can wait (priority 3)",
}


def of_proposal(case: Case, need: Need, help: Help, minutes: int, is_pinned: bool) -> tuple[str, ...]:
    """The reasons for one proposal, the most telling first."""
    giver, receiver = case.name(help.account), case.name(need.account)
    said = ["The coordinator pinned this pair."] if is_pinned else []
    said.append(f"{giver} offers what {receiver} asks for: {topic(case, need.topic)}{_same(case, need, help)}.")
    if rules.is_earlier(need, help):
        later = f"implementation cohort {need.cohort}" if need.cohort else "an area with no site in the group yet"
        said.append(f"A site of implementation cohort {help.cohorts[need.group]} helps {later}.")
    said.append(_share(case, need.account))
    said.append(f"{receiver} calls it {PRIORITY_WORDS[need.priority]}.")
    if minutes < need.minutes:
        said.append(
            f"{hours.short(minutes)} of the {hours.short(need.minutes)} asked for can be given by the day it is needed."
        )
    return tuple(said)


def _same(case: Case, need: Need, help: Help) -> str:
    same_group = need.group and need.group == help.group
    same_component = need.component and need.component == help.component
    words = [f" for {lower(case.groups.get(need.group, need.group))}"] if same_group else []
    words += [f", service component {need.component.upper()}"] if same_component else []
    return "".join(words)


def lower(words: str) -> str:
    """`People with …` in the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _share(case: Case, account: str) -> str:
    ratio = results.fairness(case, {}).ratios.get(account)
    name = case.name(account)
    if ratio is None:
        return f"{name} has no share of its own, so fairness had no say."
    if ratio < 1:
        return f"{name} has had {ratio:.0%} of its fair share so far."
    return f"{name} has had its fair share; nobody with less could use these hours."


def topic(case: Case, slug: str) -> str:
    """The topic's name, in the middle of a sentence."""
    return lower(case.topics.get(slug, slug))


def of_unmet(case: Case, need: Need, given: int, given_account: int) -> str:
    """Why nobody, or nobody more, is proposed for a request that gets `given` minutes, its account `given_account`."""
    found = Counter(rules.why_not(need, help, case) for help in case.helps)
    about = topic(case, need.topic)
    suitable = found.pop(None, 0)
    room = case.standing[need.account].room
    if suitable and room is not None and room - given_account < STEP:
        return f"{case.name(need.account)} is at its limit. It can ask again once it has given some hours itself."
    if suitable and given:
        return "The hours of the offers that fit are used up for the rest."
    if suitable:
        return (
            f"{suitable} offer{'s fit' if suitable > 1 else ' fits'}, but the hours go to requests of areas further "
            "below their fair share, or of a higher priority."
        )
    nearest = max((why for why in found if why is not None), key=list(Why).index, default=Why.OTHER_TOPIC)
    return NEAREST[nearest].format(topic=about, group=lower(case.groups.get(need.group, "")), n=found[nearest])


NEAREST = {
    Why.OTHER_TOPIC: "Nobody offers help with {topic}.",
    Why.OWN_AREA: "Only the area itself offers help with {topic}.",
    Why.OTHER_GROUP: "Help with {topic} is offered for other groups only.",
    Why.OTHER_WAY: "Help with {topic} is offered, but not in the way that is asked for: remote, or on site.",
    Why.LATER_COHORT: "Those who offer help with {topic} joined in the same implementation cohort or a later one.",
    Why.DATES: "Help with {topic} is offered, but not before the day it is needed by.",
    Why.REFUSED: "The offers that would fit were turned down.",
    Why.TAKEN: "The hours of the offers that would fit are taken.",
}
