"""Pages after a session: how long it was, disputes, what people say of it."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse

from accounts.access import methods, requires
from accounts.permissions import Permission
from timebank.calc.hours import in_words
from timebank.models import SessionPart
from timebank.sessions import acting, confirming, disputes, feedback, page, page_rows
from timebank.sessions.finding import accounts_of, answered, done_at_once, find, find_own
from timebank.sessions.forms_after import (
    DisputeForm,
    FeedbackForm,
    LessonForm,
    MinutesForm,
    OnBehalfForm,
    SettleForm,
)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def minutes(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say how long it was; the area's lead confirms by it, whoever else acts for the area leaves that to the lead."""
    session, own = find_own(request, public_id)
    parts = list(session.parts.all())
    said = next((part.minutes_said for part in parts if part.minutes_said), session.minutes)
    form = MinutesForm(request.POST or None, accounts=accounts_of(own), initial={"minutes": said})
    confirms = all(acting.may_confirm_for(request.access, part.account) for part in own)

    def act() -> object:
        account = form.chosen_account()
        may = acting.may_confirm_for(request.access, account)
        return confirming.say(
            session=session, account=account, minutes=form.cleaned_data["minutes"], by=request.user, confirms=may
        )

    shown = {
        "form_title": "How long was it?",
        "submit": "Confirm" if confirms else "Save",
        "words": ""
        if confirms
        else "You say how long it was. The lead of your area, or a member of your organisation, confirms it then.",
        "shares": page.preview(session, said),
        "said": page_rows.said_rows(parts),
    }
    done = "It is confirmed for your side." if confirms else "It is saved. The lead of your area confirms it."
    return answered(request, session, form, act, done=done, **shown)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def on_behalf(request: HttpRequest, public_id: uuid.UUID, account: str) -> HttpResponse:
    """The network manager confirms for somebody who can't use the site."""
    session = find(public_id)
    part = next((part for part in session.parts.all() if part.account.slug == account), None)
    if part is None:
        raise Http404("This account has no part in the session.")
    form = OnBehalfForm(request.POST or None, initial={"minutes": session.minutes})
    act = lambda: confirming.on_behalf(  # noqa: E731
        session=session,
        account=part.account,
        minutes=form.cleaned_data["minutes"],
        reason=form.cleaned_data["reason"],
        by=request.user,
    )
    shown = {
        "form_title": f"Confirm on behalf of {part.account.name}",
        "submit": "Confirm on their behalf",
        "words": "For somebody who can’t use the site. That it was you, and why, is kept and shown.",
    }
    return answered(request, session, form, act, done=f"It is confirmed for {part.account.name}.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def dispute(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Raise a dispute."""
    session, own = find_own(request, public_id)
    form = DisputeForm(request.POST or None, accounts=accounts_of(own))
    act = lambda: disputes.open_one(  # noqa: E731
        session=session, account=form.chosen_account(), reason=form.cleaned_data["reason"], by=request.user
    )
    shown = {
        "form_title": "Raise a dispute",
        "submit": "Raise it",
        "words": "Talk to the other side first: both can still change what they have said. With a dispute all is held, "
        "and the network manager decides how many hours count.",
    }
    return answered(request, session, form, act, done="The network manager is asked to settle it.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def dispute_back(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take one's dispute back."""
    session, own = find_own(request, public_id)
    raised = session.disputes.filter(outcome="").first()
    account = next((part.account for part in own if raised and part.account_id == raised.account_id), own[0].account)
    act = lambda: disputes.take_back(session=session, account=account, by=request.user)  # noqa: E731
    return done_at_once(request, session, act, "The dispute is taken back.")


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def settle(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Settle a dispute, with a reason."""
    session = find(public_id)
    form = SettleForm(request.POST or None)
    act = lambda: disputes.settle(  # noqa: E731
        session=session, minutes=form.cleaned_data["minutes"], reason=form.cleaned_data["reason"], by=request.user
    )
    parts = list(session.parts.all())
    shown = {
        "form_title": "Settle the dispute",
        "submit": "Settle it",
        "disputes": list(session.disputes.filter(outcome="")),
        "said": page_rows.said_rows(parts),
        "words": f"Planned: {in_words(session.minutes)} in all. What you decide is posted at once.",
    }
    return answered(request, session, form, act, done="It is settled, and both sides know.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def give_feedback(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """How useful it was, or what one has learnt."""
    session, own = find_own(request, public_id)
    is_helped = all(part.side == SessionPart.Side.RECEIVES for part in own)
    before = session.feedback.filter(account=own[0].account).first()
    initial = {"useful": before.useful, "words": before.words} if before else {}
    form = FeedbackForm(request.POST or None, accounts=accounts_of(own), is_helped=is_helped, initial=initial)
    act = lambda: feedback.give(  # noqa: E731
        session=session,
        account=form.chosen_account(),
        useful=form.cleaned_data.get("useful"),
        words=form.cleaned_data["words"],
        by=request.user,
    )
    shown = {
        "form_title": "How useful was it?" if is_helped else "What have you learnt?",
        "submit": "Send",
        "words": "The two sides and the network manager read it. The network sees averages without names.",
    }
    return answered(request, session, form, act, done="Thank you. The other side can read it.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def lesson(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A lesson for others."""
    session, own = find_own(request, public_id)
    form = LessonForm(request.POST or None, accounts=accounts_of(own))
    act = lambda: feedback.write_lesson(  # noqa: E731
        session=session,
        account=form.chosen_account(),
        title=form.cleaned_data["title"],
        words=form.cleaned_data["words"],
        by=request.user,
    )
    shown = {"form_title": "A lesson for others", "submit": "Keep it"}
    return answered(request, session, form, act, done="The lesson is kept.", **shown)
