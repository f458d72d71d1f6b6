"""The people of a session on its page: mentors by who may see what, and what was said afterwards."""

from typing import Any

from timebank.models import Session, SessionMentor
from timebank.sessions import acting, presenters
from ui import formats


def mentor_rows(access: Any, session: Session, user: Any) -> list[dict[str, Any]]:
    """Each mentor: by name to their own side, by kind to the others; payments to their lead and to themselves."""
    found = []
    rows = SessionMentor.objects.filter(part__session=session)
    for row in rows.select_related("person", "part__account__area", "part__account__organisation"):
        account, is_self = row.part.account, row.person_id == user.pk
        named = is_self or acting.sees_mentors_of(access, account)
        found.append(
            {
                "row": row,
                "who": f"{row.person}: {lower(row.get_kind_display())}" if named else row.get_kind_display(),
                "for": account.name,
                "took_part": presenters.TOOK_PART[row.took_part],
                "pays": acting.sees_payments_of(access, account),
                "payment": payment_words(row) if is_self or acting.sees_payments_of(access, account) else "",
                "named": named,
            }
        )
    return found


def payment_words(row: SessionMentor) -> str:
    """`£50.00 and £12.40 expenses, paid on 3 July 2015`; empty where nothing is recorded."""
    amounts = []
    if row.payment_pence is not None:
        amounts.append(f"{formats.pounds(row.payment_pence)} involvement payment")
    if row.expenses_pence is not None:
        amounts.append(f"{formats.pounds(row.expenses_pence)} expenses")
    if not amounts:
        return "Nothing is recorded"
    paid = f", paid on {formats.date(row.paid_on)}" if row.paid_on else ", not paid yet"
    return " and ".join(amounts) + paid + (f" ({row.payment_note})" if row.payment_note else "")


def lower(words: str) -> str:
    """`A carer` as it stands within a line."""
    return words[:1].lower() + words[1:]


def feedback_rows(session: Session) -> list[dict[str, Any]]:
    """What each account said of it."""
    return [
        {
            "account": row.account.name,
            "useful": f"{row.useful} of 5" if row.useful else "",
            "words": row.words,
            "on": row.made_on,
        }
        for row in session.feedback.select_related("account__area", "account__organisation")
    ]
