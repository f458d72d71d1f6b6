"""What sessions ask of somebody today: to answer, to confirm, to settle; and a mentor, whether they took part."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui import formats
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """At most one card of each sort."""
    access = request.access
    found: list[HomeCard] = []
    if access.can(Permission.TIMEBANK_ACT):
        found += _for_accounts(access)
    if access.can(Permission.TIMEBANK_ACT) or access.can(Permission.TIMEBANK_GIVE):
        found += _for_mentors(request)
    if access.can_everywhere(Permission.TIMEBANK_COORDINATE):
        found += _for_the_coordinator()
    return found


def _for_accounts(access: Any) -> list[HomeCard]:
    from timebank.exchange import whose
    from timebank.models import Session
    from timebank.sessions import next_steps, queries

    mine = whose.accounts_of(access)
    own = {account.pk for account in mine}
    found = []
    dates = 0
    for session in queries.next_of(mine, most=50):
        step = next_steps.of(session, session.parts.all(), session.dates.all())
        if session.state in (Session.State.DATES, Session.State.BOOKED) and own & {each.pk for each in step.waits_for}:
            dates += not (session.starts_on and step.by)
    if dates:
        words = (
            f"{formats.plural(dates, 'session')} of the time bank {'needs' if dates == 1 else 'need'} a date from you."
        )
        found.append(HomeCard("Agree on a date", words, "See the sessions", _list_of("dates")))
    waiting = queries.to_confirm(mine)
    if waiting:
        first = waiting[0]
        ends = first.clock.ends_on if first.clock else None
        words = (
            f"{first.title}. {'Silence confirms it on ' + formats.date(ends) + '.' if ends else 'Say how long it was.'}"
        )
        title = "Confirm a session" if len(waiting) == 1 else f"Confirm {len(waiting)} sessions"
        found.append(HomeCard(title, words, "Say how long it was", confirm_at(access), due=ends))
    return found


def _for_mentors(request: HttpRequest) -> list[HomeCard]:
    from config.today import today
    from timebank.sessions import queries

    rows = [
        row
        for row in queries.mentored(request.user)
        if row.took_part is None and row.part.session.starts_on and row.part.session.starts_on <= today()
    ]
    if not rows:
        return []
    session = rows[-1].part.session
    words = f"{session.title}, on {formats.date(session.starts_on)}."
    address = reverse("timebank:giving-session", args=[session.public_id])
    if not request.access.can(Permission.TIMEBANK_GIVE):
        address = reverse("timebank:session", args=[session.public_id])
    return [HomeCard("Did you take part?", words, "Say yes or no", address, due=session.starts_on)]


def _for_the_coordinator() -> list[HomeCard]:
    from timebank.sessions import queries

    waiting = queries.disputes()
    if not waiting:
        return []
    words = f"{waiting[0].session.title}. Raised on {formats.date(waiting[0].opened_on)}; everything is held."
    title = "Settle a dispute" if len(waiting) == 1 else f"Settle {len(waiting)} disputes"
    return [HomeCard(title, words, "Open the list", reverse("timebank:sessions-watch"), due=waiting[0].opened_on)]


def _list_of(state: str) -> str:
    return f"{reverse('timebank:sessions')}?whose=mine&state={state}"


def confirm_at(access: Any) -> str:
    """Where somebody finds what waits: leads their own list, whoever else acts for an area the list of sessions."""
    if access.can(Permission.TIMEBANK_CONFIRM):
        return reverse("timebank:confirming")
    return _list_of("delivered")
