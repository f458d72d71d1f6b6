"""Sample proposals of the demo's people: one that waits, and one with an answer."""

import datetime

from config.today import sample_day

LABEL = "Sample: "
# (written on, who of the demo's people, as which role, title, what it would help with, groups, why it isn't taken up)
PROPOSALS = (
    (datetime.date(2015, 6, 18), "carer", "carer", "A list of every form there is",
     "There are so many forms. I would like one list of all of them, with who sends them.", [],
     "Thank you. We can’t keep such a list right, because each area has its own forms. “A letter that tells somebody "
     "their first amount” says what to look for, and your area’s team has the rest."),
    (datetime.date(2015, 7, 9), "budget-holder", "budget_holder", "What to bring to a first talk",
     "Nobody told me what they would ask. I would have brought my sister, and the list of what helps on a bad day.\n"
     "A page that one can print and tick off would be good.", ["multiple_ltc"], ""),
)  # fmt: skip


def make() -> None:
    """Add them where there are none."""
    from accounts.models import User
    from knowledge.models import Proposal
    from knowledge.proposals import actions

    people = {person.email.split("@")[0]: person for person in User.objects.filter(email__endswith="@demo.example")}
    if not people or Proposal.objects.filter(title__startswith=LABEL).exists():
        return
    for day, who, role, title, helps, groups, why_not in PROPOSALS:
        with sample_day(day):
            proposal = actions.propose(
                title=f"{LABEL}{title}", helps=helps, groups=groups, role=role, by=people.get(who)
            )
            if why_not:
                actions.decline(proposal=proposal, reason=why_not, by=people.get("knowledge-editor"))
