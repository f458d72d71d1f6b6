"""Other hours than planned: propose them, agree to them or not."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from accounts.access import methods, requires
from accounts.permissions import Permission
from timebank.calc import hours
from timebank.sessions import planned_hours
from timebank.sessions.finding import accounts_of, answered, done_at_once, find_own, named
from timebank.sessions.forms_after import MinutesForm


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def propose(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Propose other hours than those planned."""
    session, own = find_own(request, public_id)
    form = MinutesForm(request.POST or None, accounts=accounts_of(own), initial={"minutes": session.minutes})
    form.fields["minutes"].help_text = "All the time that is to be given. Where two give an hour each, that is 2 hours."
    act = lambda: planned_hours.propose(  # noqa: E731
        session=session, account=form.chosen_account(), minutes=form.cleaned_data["minutes"], by=request.user
    )
    shown = {
        "form_title": "Propose other hours",
        "submit": "Propose",
        "words": f"{hours.in_words(session.minutes)} are planned. That holds until every side has agreed to other "
        "hours; what is reserved follows then.",
    }
    return answered(request, session, form, act, done="The others are asked.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def answer(request: HttpRequest, public_id: uuid.UUID, number: int) -> HttpResponse:
    """Agree to the hours that are proposed, or not."""
    session, own = find_own(request, public_id)
    proposed = session.proposed_hours.filter(pk=number).first()
    if proposed is None:
        raise Http404("There are no such hours.")
    account, agrees = named(request, accounts_of(own)), request.POST.get("agrees") == "yes"
    act = lambda: planned_hours.answer(proposed=proposed, account=account, agrees=agrees, by=request.user)  # noqa: E731
    return done_at_once(request, session, act, "You agree to these hours." if agrees else "The hours stay as planned.")
