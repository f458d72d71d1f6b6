"""A session's own page: what is next and who has to do it, what each side says, dates, people, history."""

from typing import Any

from django.urls import reverse

from config.today import today
from timebank import lessons
from timebank.calc import hours
from timebank.models import Session, SessionPart
from timebank.sessions import acting, next_steps, page_people, page_rows, planned_hours, posting, queries, reserving
from timebank.sessions.page_actions import actions_of

Side, State = SessionPart.Side, Session.State


def context(request: Any, session: Session) -> dict[str, Any]:
    """Everything the page shows, to whom it may be shown."""
    access, parts = request.access, list(session.parts.all())
    own = acting.own_parts(access, parts)
    sees_all = acting.sees_all_of(access, parts)
    asked = planned_hours.open_for(session)
    step = next_steps.on_hours(asked, parts) if asked else next_steps.of(session, parts, session.dates.all())
    mine = acting.as_mentor(request.user, session)
    return {
        "session": session,
        "status": f"session_{session.state}",
        "step": step,
        "is_yours": bool({part.account_id for part in own} & {account.pk for account in step.waits_for}),
        "facts": page_rows.facts(session, sees_all),
        "parts_rows": page_rows.parts_rows(session, parts, sees_all),
        "dates": page_rows.dates(session, parts, own) if sees_all else [],
        "hours": page_rows.proposed_hours(asked, parts, own) if asked and sees_all else None,
        "warnings": reserving.warnings(session, _with_balances(session))
        if own and session.state == State.DATES
        else [],
        "actions": actions_of(access, session, parts, own, other_hours_asked=asked is not None),
        "mentors": page_people.mentor_rows(access, session, request.user) if sees_all or mine else [],
        "disputes": list(session.disputes.select_related("account__area", "account__organisation")) if sees_all else [],
        "feedback": page_people.feedback_rows(session) if sees_all else [],
        "lessons": lessons.with_addresses(session.lessons.select_related("account"), request.user) if sees_all else [],
        "transfers": page_rows.transfer_rows(session),
        "reverse_href": reverse_address(access, session),
        "history": page_rows.history(session) if sees_all else [],
        "in_words": hours.in_words,
        "sees_all": sees_all,
        "acts": bool(own),
        "mine": mine,
        "may_answer_mentor": bool(mine and session.starts_on and session.starts_on <= today()),
    }


def reverse_address(access: Any, session: Session) -> str | None:
    """Where the network manager reverses the session's transfer; None for others, and once it is reversed."""
    rows = queries.transfers_of(session) if acting.coordinates(access) else []
    return reverse("timebank:reverse", args=[rows[0].public_id]) if len(rows) == 1 else None


def _with_balances(session: Session) -> list[SessionPart]:
    return list(session.parts.select_related("account__balance", "account__area", "account__organisation"))


def preview(session: Session, minutes: int) -> list[tuple[str, str]]:
    """(account, its share) of so many minutes, as the ledger would post them."""
    parts = list(session.parts.all())
    share = posting.shares(parts, minutes)
    return [(part.account.name, hours.short(share[part.pk])) for part in parts]
