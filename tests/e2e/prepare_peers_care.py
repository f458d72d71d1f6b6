"""A safeguarding case and themes before the board, for the browser."""

import datetime
from typing import Any


def make() -> dict[str, str]:
    """A case with something to do; a theme that is answered, one of the carer's that waits, a topic to ask about."""
    from django.urls import reverse

    from accounts.models import User
    from peer_network.rights_samples import a_topic, member_of

    carer = member_of(User.objects.get(email="carer@demo.example"))
    case, step = _case(carer)
    answered, own = _themes(carer)
    return {
        "peers-case": reverse("peers:safeguarding-case", args=[case.public_id]),
        "peers-case-step": reverse("peers:safeguarding-step-done", args=[step.public_id]),
        "peers-theme": reverse("peers:theme", args=[answered.public_id]),
        "peers-theme-own": reverse("peers:theme", args=[own.public_id]),
        "peers-board-theme": reverse("peers:board-theme", args=[answered.public_id]),
        "peers-ask": reverse("peers:theme-propose", args=[a_topic(carer).public_id]),
    }


def _case(about: Any) -> tuple[Any, Any]:
    from accounts.models import User
    from peer_network.safeguarding import actions, identities, work

    lead = User.objects.get(email="safeguarding-lead@demo.example")
    case = actions.open_case(
        origin="lead", words="She wrote that she is locked in.", urgency=1, by=lead, about=about, is_sample=True
    )
    work.follow_script(case=case, step="call_999", words="The police go there now.", by=lead)
    identities.look_up(case=case, by=lead, reason="I am about to call 999.")
    step = work.add_step(case=case, what="Ring again", who="The council", due_on=datetime.date(2015, 7, 20), by=lead)
    return case, step


def _themes(carer: Any) -> tuple[Any, Any]:
    """An answered theme with an earlier answer and news, one that is overdue, and one that waits."""
    from peer_network.heard import answers
    from peer_network.models import Theme

    shown_at = datetime.datetime(2015, 5, 1, tzinfo=datetime.UTC)
    since, due, day = datetime.date(2015, 6, 1), datetime.date(2015, 6, 29), datetime.date(2015, 9, 30)
    facts = {"summary": "Letters are long.", "state": "shown", "shown_at": shown_at, "needed": 8, "is_sample": True}
    late, answered = (
        Theme.objects.create(title=title, agenda_on=since, due_on=due, **facts)
        for title in ("Say when the panel meets", "Letters that people can read")
    )
    assert late.agenda_on
    said = {"kind": "partly", "heard": "Letters are hard.", "doing": "Write them anew.", "why_not": "Not all at once."}
    answers.answer(theme=answered, by=None, done_by=day, **said)
    answers.answer(theme=answered, by=None, done_by=day, changed_because="It goes faster.", **said)
    answers.tell_more(theme=answered, words="Half of them are done.", by=None)
    return answered, Theme.objects.create(title="Ask once", summary="One assessment.", proposed_by=carer)
