"""Reading cases. Every reader has asked for Permission.PEERS_SAFEGUARD."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Min, Q, QuerySet

from config.today import today
from peer_network.models import Case, CaseStep, IdentityLookup, Member
from peer_network.safeguarding import sealing


def open_to(user: Any) -> QuerySet[Case]:
    """The cases that this lead may know of: all but those about themselves, for a lead who is a member too."""
    own = Member.objects.filter(user=user).values_list("public_id", flat=True).first()
    return Case.objects.exclude(about_mark__in=sealing.marks("member", own)) if own else Case.objects.all()


def listed(*, by: Any, state: str = "", urgency: str = "", whose: str = "") -> QuerySet[Case]:
    """Cases as the filters say: those that go on first, the most urgent first, each with `next_due`."""
    found = (
        open_to(by)
        .select_related("lead")
        .annotate(next_due=Min("steps__due_on", filter=Q(steps__done_at__isnull=True)))
    )
    if state != "all":
        found = found.filter(state=state) if state else found.exclude(state=Case.State.CLOSED)
    if urgency:
        found = found.filter(urgency=urgency)
    if whose:
        found = found.filter(lead=by if whose == "mine" else None)
    return found.order_by("closed_at", "urgency", "opened_at", "pk")


def names_of(cases: Iterable[Case]) -> dict[int, str]:
    """Case's id -> the display name of whom it is about, or words. One query for all."""
    facts = {case.pk: sealing.facts_of(case) for case in cases}
    wanted = {each["about"] for each in facts.values() if each.get("about")}
    names = {str(row.public_id): row.display_name for row in Member.objects.filter(public_id__in=wanted)}
    return {pk: _name(each, names) for pk, each in facts.items()}


def _name(facts: dict[str, Any], names: dict[str, str]) -> str:
    about = facts.get("about")
    if about:
        kept = facts.get("kept", {}).get("display_name")
        return names.get(about) or (f"{kept} (account erased)" if kept else "A member whose account is gone")
    return facts.get("about_words") or "Nobody named"


def member(public_id: str | None) -> Member | None:
    """The member of a case, where there still is one."""
    return Member.objects.filter(public_id=public_id).first() if public_id else None


def others_about(case: Case) -> list[Case]:
    """Other cases about the same member, the newest first."""
    if not case.about_mark:
        return []
    return list(Case.objects.filter(about_mark=case.about_mark).exclude(pk=case.pk).order_by("-opened_at"))


def steps_due(by: Any, day: datetime.date | None = None) -> list[CaseStep]:
    """What is to be done by today or earlier, for cases of any lead, the longest overdue first."""
    found = CaseStep.objects.filter(case__in=open_to(by), done_at__isnull=True, due_on__lte=day or today())
    return list(found.order_by("due_on", "pk"))


def lookups(by: Any) -> QuerySet[IdentityLookup]:
    """Every opening of an identity, the newest first; a lead who is a member doesn't see those of their own."""
    return IdentityLookup.objects.filter(case__in=open_to(by)).select_related("case", "by").order_by("-at", "-pk")
