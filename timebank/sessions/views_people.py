"""Pages of the people who give the time: naming them, payments beside the hours, and a mentor's own page."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from timebank.models import SessionMentor, SessionPart
from timebank.sessions import acting, mentors, page_people, presenters
from timebank.sessions.errors import SessionRefused
from timebank.sessions.finding import answered, done_at_once, find, find_own
from timebank.sessions.forms_after import MentorForm, PaymentForm


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def named(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Who gives the time for one's own side; and somebody more."""
    session, own = find_own(request, public_id)
    part = next((part for part in own if part.side == SessionPart.Side.GIVES), None)
    if part is None:
        raise Http404("Your side is helped in this session: the other side names its mentors.")
    form = MentorForm(request.POST or None, people=mentors.who_can(part.account))
    act = lambda: mentors.name(  # noqa: E731
        session=session, account=part.account, person=form.chosen_person(), by=request.user
    )
    everybody = page_people.mentor_rows(request.access, session, request.user)
    rows = [row for row in everybody if row["row"].part_id == part.pk]
    shown = {
        "form_title": "Who gives the time?",
        "submit": "Name this person",
        "words": "They see the session and say afterwards whether they took part. The other side learns what they "
        "bring (a carer, for example), not their name.",
        "mentors": rows,
    }
    return answered(request, session, form, act, done="The mentor is named, and knows.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def take_off(request: HttpRequest, public_id: uuid.UUID, number: int) -> HttpResponse:
    """Take a mentor of one's own side off."""
    session, own = find_own(request, public_id)
    mentor = _mentor(own, number)
    return done_at_once(
        request, session, lambda: mentors.take_off(mentor=mentor, by=request.user), "The mentor is taken off."
    )


@requires(Permission.TIMEBANK_CONFIRM)
@methods("GET", "POST")
def payment(request: HttpRequest, public_id: uuid.UUID, number: int) -> HttpResponse:
    """Record an involvement payment and expenses of a mentor of one's own area."""
    session, own = find_own(request, public_id)
    mentor = _mentor(own, number)
    if not acting.sees_payments_of(request.access, mentor.part.account):
        raise Http404("There is no such page for you.")
    form = PaymentForm(request.POST or None, initial=_paid(mentor))
    act = lambda: mentors.record_payment(  # noqa: E731
        mentor=mentor,
        payment_pence=form.pence("payment"),
        expenses_pence=form.pence("expenses"),
        paid_on=form.cleaned_data["paid_on"],
        note=form.cleaned_data["note"],
        by=request.user,
    )
    shown = {
        "form_title": "Payment and expenses",
        "submit": "Save",
        "words": f"For {mentor.person}. Only the lead of your area and the mentor see this. The hours stay hours.",
    }
    return answered(request, session, form, act, done="It is saved.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def took_part(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A mentor who works for an area says whether they took part."""
    session = find(public_id)
    _say(request, _own_row(request, session))
    return redirect("timebank:session", public_id)


@requires(Permission.TIMEBANK_GIVE)
@methods("GET")
def giving_session(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A mentor's own page of a session: when, where, with whom, what they are paid."""
    session = find(public_id)
    row = _own_row(request, session)
    context: dict[str, Any] = {
        "session": session,
        "status": f"session_{session.state}",
        "mentor": row,
        "when": presenters.when(session),
        "helped": presenters.receiving(session),
        "took_part": presenters.TOOK_PART[row.took_part],
        "payment": page_people.payment_words(row),
        "may_answer": session.starts_on is not None and session.starts_on <= today(),
    }
    return render(request, "timebank/sessions/giving.html", context)


@requires(Permission.TIMEBANK_GIVE)
@methods("POST")
def giving_took_part(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A mentor says whether they took part."""
    session = find(public_id)
    _say(request, _own_row(request, session))
    return redirect("timebank:giving-session", public_id)


def _own_row(request: HttpRequest, session: Any) -> SessionMentor:
    row = acting.as_mentor(request.user, session)
    if row is None:
        raise Http404("You are no mentor of this session.")
    return row


def _say(request: HttpRequest, row: SessionMentor) -> None:
    try:
        mentors.answer(mentor=row, took_part=request.POST.get("took_part") == "yes", by=request.user)
    except SessionRefused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "Thank you. It is kept.")


def _mentor(own: list[SessionPart], number: int) -> SessionMentor:
    """A mentor of one's own side, or Http404."""
    rows = SessionMentor.objects.filter(pk=number, part__in=own)
    found = rows.select_related("person", "part__session", "part__account__area", "part__account__organisation").first()
    if found is None:
        raise Http404("There is no such mentor of yours.")
    return found


def _paid(mentor: SessionMentor) -> dict[str, Any]:
    def pounds(pence: int | None) -> str:
        return "" if pence is None else f"{pence / 100:.2f}"

    return {
        "payment": pounds(mentor.payment_pence),
        "expenses": pounds(mentor.expenses_pence),
        "paid_on": mentor.paid_on,
        "note": mentor.payment_note,
    }
