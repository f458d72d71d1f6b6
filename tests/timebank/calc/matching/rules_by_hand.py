"""The rules of the matching said a second time, slowly and from the outside, to hold against what it proposes."""

import datetime
from collections import Counter

from timebank.calc.matching.inputs import Case
from timebank.calc.matching.results import Proposed


def broken(case: Case, proposals: list[Proposed]) -> list[str]:
    """Every rule that the proposals break together; empty where they keep them all."""
    faults = []
    offered, mentors, asked, received, helpers = Counter(), Counter(), Counter(), Counter(), Counter()
    for proposal in proposals:
        need, help = proposal.need, proposal.help
        if need.topic != help.topic:
            faults.append("topic")
        if need.account == help.account:
            faults.append("own area")
        if need.group and help.group and need.group != help.group:
            faults.append("group")
        if {need.how, help.how} == {"on_site", "remote"}:
            faults.append("way")
        giving = help.cohorts.get(need.group)
        in_order = giving is not None and (need.cohort is None or giving < need.cohort)
        if need.group and not help.is_outside and (giving or need.cohort) and not in_order:
            faults.append("cohort")
        if (need.key, help.key) in case.refusals:
            faults.append("refused")
        if proposal.minutes < min(need.minutes, case.settings.least):
            faults.append("too little to travel for")
        for month, minutes in proposal.months.items():
            if minutes <= 0 or minutes % 15:
                faults.append("quarters of an hour")
            days = _days(month)
            if not any(
                case.today <= day <= need.needed_by
                and help.available_from <= day
                and (help.available_until is None or day <= help.available_until)
                for day in days
            ):
                faults.append("dates")
            offered[help.key, month] += minutes
            mentors[help.mentor, month] += minutes
        asked[need.key] += proposal.minutes
        received[need.account] += proposal.minutes
        helpers[need.key] += 1
    for help in case.helps:
        for (key, month), minutes in offered.items():
            if key == help.key and minutes + help.taken.get(month, 0) > help.minutes_a_month:
                faults.append("capacity")
    for (mentor, month), minutes in mentors.items():
        if mentor and minutes + case.mentor_taken.get((mentor, month), 0) > case.settings.mentor_minutes_a_month:
            faults.append("mentor")
    faults += ["more than asked" for need in case.needs if asked[need.key] > need.minutes]
    faults += ["limit" for s in case.standings if s.room is not None and received[s.account] > s.room]
    faults += ["helpers" for count in helpers.values() if count > case.settings.most_helpers]
    return faults


def _days(month: tuple[int, int]) -> list[datetime.date]:
    first = datetime.date(*month, 1)
    days = [first + datetime.timedelta(n) for n in range(31)]
    return [day for day in days if day.month == first.month]
