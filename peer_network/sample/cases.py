"""One made-up safeguarding case, so that the demo's safeguarding lead sees what a case is."""

from django.contrib.auth import get_user_model
from django.db import transaction

from config.today import sample_day
from peer_network.models import Case
from peer_network.safeguarding import actions, work
from peer_network.sample import reading
from peer_network.sample.reading import day

ABOUT = "kettle-on"
WORDS = (
    "They wrote, and took it back soon after: a relative keeps their bank card, and says that they would be put in a "
    "home if they told anybody. They asked whether that is normal."
)
RANG = "Rang the council’s adult safeguarding team. They ask for the area and will ring back."
TO_DO = (
    ("Ring the council again if they haven’t rung", "Sasha Safe", -1),
    ("Ask by way of a moderator how they are", "Lighthouse", 2),
)


@transaction.atomic
def make() -> None:
    """Add the case where there is none, if the demo's people are there."""
    people = {
        user.email.split("@")[0]: user for user in get_user_model().objects.filter(email__endswith="@demo.example")
    }
    lead, moderator = people.get("safeguarding-lead"), people.get("moderator")
    about = reading.members().get(ABOUT)
    if Case.objects.filter(is_sample=True).exists() or lead is None or moderator is None or about is None:
        return
    due = {what: day(-days) for what, _, days in TO_DO}  # seen from the demo's today, not from the day of the case
    with sample_day(day(3)):
        facts = {"origin": Case.Origin.MODERATOR, "urgency": Case.Urgency.TODAY, "about": about, "is_sample": True}
        case = actions.open_case(words=WORDS, by=moderator, **facts)
        work.take(case=case, by=lead)
        work.note(case=case, words=RANG, by=lead, kind="spoke")
        for what, who, _ in TO_DO:
            work.add_step(case=case, what=what, who=who, due_on=due[what], by=lead)
