"""Reading sessions: whole, for a page; narrowed, for lists; what waits, for whoever has to do something."""

import datetime
import uuid
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

from config.today import today
from timebank.calc.sessions.clocks import NOTICE_DAYS
from timebank.ledger.transfers import Transfer
from timebank.models import Account, Dispute, ProposedDate, Session, SessionMentor, SessionPart
from timebank.sessions import acting

State = Session.State
OWNERS = ("account__area", "account__organisation")
UNANSWERED_AFTER_DAYS = 14  # a session for which no date is found after so long


def sessions() -> QuerySet[Session]:
    """Every session with its parts and the dates that are asked: the same few queries for any number of them."""
    parts = SessionPart.objects.select_related(*OWNERS).order_by("side", "pk")
    dates = ProposedDate.objects.filter(is_over=False).prefetch_related("answers").order_by("starts_at", "pk")
    return Session.objects.prefetch_related(Prefetch("parts", queryset=parts), Prefetch("dates", queryset=dates))


def one(public_id: uuid.UUID) -> Session | None:
    """One session by the id in its address."""
    return sessions().select_related("request", "offer", "proposal").filter(public_id=public_id).first()


def newest_first(rows: QuerySet[Session]) -> QuerySet[Session]:
    """By their date; those that have none yet first."""
    return rows.order_by(F("starts_at").desc(nulls_first=True), "-pk")


def narrowed(rows: QuerySet[Session], chosen: dict[str, Any], mine: list[Account]) -> QuerySet[Session]:
    """Sessions that have what was chosen: whose (mine), state, topic, account."""
    if chosen.get("whose") == "mine":
        rows = rows.filter(acting.of_accounts(mine))
    if chosen.get("account"):
        rows = rows.filter(pk__in=SessionPart.objects.filter(account__slug=chosen["account"]).values("session"))
    for name in ("state", "topic"):
        if chosen.get(name):
            rows = rows.filter(**{name: chosen[name]})
    return rows


def next_of(accounts: list[Account], most: int = 5) -> list[Session]:
    """What these accounts have open, the soonest first."""
    rows = sessions().filter(acting.of_accounts(accounts)).exclude(state__in=[State.CONFIRMED, State.CANCELLED])
    return list(rows.order_by(F("starts_at").asc(nulls_last=True), "pk")[:most])


def to_confirm(accounts: list[Account]) -> list[Session]:
    """Sessions that have taken place and wait for one of these accounts, the oldest first."""
    mine = SessionPart.objects.filter(account__in=accounts, confirmed_how="").values("session")
    rows = sessions().filter(pk__in=mine).filter(_has_happened())
    return list(rows.order_by("starts_at", "pk"))


def mentored(user: Any) -> list[SessionMentor]:
    """A person's own rows as a mentor, with their sessions, the newest first."""
    rows = SessionMentor.objects.filter(person=user).exclude(part__session__state=State.CANCELLED)
    related = ("part__session", "part__account__area", "part__account__organisation")
    return list(rows.select_related(*related).order_by(F("part__session__starts_at").desc(nulls_first=True), "-pk"))


def disputes() -> list[Dispute]:
    """Open disputes, the oldest first."""
    rows = Dispute.objects.filter(outcome=Dispute.Outcome.OPEN).select_related("session", *OWNERS)
    parts = Prefetch("session__parts", queryset=SessionPart.objects.select_related(*OWNERS).order_by("side", "pk"))
    return list(rows.prefetch_related(parts).order_by("opened_on", "pk"))


def unanswered() -> list[Session]:
    """Sessions without a date for two weeks, and those that have taken place and of which nobody has said anything."""
    long_ago = today() - datetime.timedelta(days=UNANSWERED_AFTER_DAYS)
    silent = Q(state=State.DELIVERED) & ~Q(
        pk__in=SessionPart.objects.filter(minutes_said__isnull=False).values("session")
    )
    rows = sessions().filter(Q(state=State.DATES, made_on__lte=long_ago) | silent)
    return list(rows.order_by("made_on", "pk"))


def about_to_be_confirmed() -> list[Session]:
    """Sessions of which the second notice was given: silence confirms them within days."""
    rows = sessions().filter(state=State.DELIVERED, told=NOTICE_DAYS[-1])
    return list(rows.order_by("waits_since", "pk"))


def transfers_of(session: Session) -> list[Transfer]:
    """What the ledger has of a session: its transfer, and a reversal of it."""
    rows = Transfer.objects.filter(session_ref=session.reference).select_related("reverses")
    return list(rows.order_by("pk"))


def _has_happened() -> Q:
    tomorrow = timezone.make_aware(datetime.datetime.combine(today(), datetime.time.min)) + datetime.timedelta(days=1)
    return Q(state=State.DELIVERED) | Q(state=State.BOOKED, starts_at__lt=tomorrow)
