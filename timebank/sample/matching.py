"""A sample run of the matching, two days before the demo's date: some answered, some waiting, one declined."""

import datetime
from typing import Any

from config.today import sample_day
from timebank.exchange import actions
from timebank.ledger import accounts
from timebank.matching import answers, runs
from timebank.models import MatchingRun, Offer, Proposal

RUN_ON = datetime.date(2015, 7, 13)
ANSWERED_ON = datetime.date(2015, 7, 14)
MENTOR = "carer@demo.example"
# Kernow's own lead answers for Kernow in the demo, so that nothing of Kernow's is answered here.
LEFT_OPEN = "kernow"
DECLINED = "Sample: our mentor is away until October."


def make() -> None:
    """One run with its answers; run again, nothing changes."""
    if MatchingRun.objects.exists():
        return
    with sample_day(RUN_ON):
        made = runs.run(by=None)
    with sample_day(ANSWERED_ON):
        _answer(list(made.proposals.select_related("request__account", "offer__account")))


def _answer(rows: list[Proposal]) -> None:
    """Of those that are not Kernow's: two agreed, one declined, the rest with one yes or none."""
    others = [row for row in rows if LEFT_OPEN not in (row.request.account.slug, row.offer.account.slug)]
    for number, row in enumerate(others):
        if number < 2:
            for side in ("asker", "giver"):
                answers.accept(proposal=row, side=side, by=None)
        elif number == 2:
            answers.decline(proposal=row, side="giver", reason=DECLINED, by=None)
        elif number == 3:
            answers.accept(proposal=row, side="asker", by=None)
    for row in rows:
        if row not in others and row.request.account.slug != LEFT_OPEN:
            answers.accept(proposal=row, side="asker", by=None)


def offer_oneself() -> None:
    """The demo's carer offers time, and waits for the area lead. After there are people."""
    from accounts.models import User

    carer: Any = User.objects.filter(email=MENTOR).first()
    area = _area_of(carer) if carer else None
    if area is None or Offer.objects.filter(mentor=carer).exists():
        return
    values = {
        "title": "Sample: how it is to care for somebody with a budget",
        "topic": "co-production",
        "minutes_a_month": 60,
        "how": "remote",
        "mentor_kind": "carer",
        "available_from": ANSWERED_ON,
    }
    with sample_day(ANSWERED_ON):
        actions.offer_oneself(account=accounts.by_slug(area.slug), values=values, by=carer)


def _area_of(person: Any) -> Any:
    row = person.memberships.filter(ended_at__isnull=True, area__isnull=False).select_related("area").first()
    return row.area if row else None
