"""What the sample's peer supporters say of themselves, and who lets them write posts down for them."""

import datetime

from django.db import transaction

from config.today import sample_day
from peer_network.models import SupporterProfile, WritingConsent
from peer_network.sample import reading
from peer_network.sample.reading import day, read
from peer_network.support.writing import consents


@transaction.atomic
def make() -> None:
    """Add what is missing; run again, nothing changes."""
    members = reading.members()
    for facts in read("people")["supporters"]:
        member = members[facts["member"]]
        values = {name: facts[name] for name in ("about", "can_help", "groups", "experience", "takes_new")}
        shown = {"state": SupporterProfile.State.SHOWN, "shown_at": member.joined_at, "is_sample": True}
        SupporterProfile.objects.get_or_create(member=member, defaults={**values, **shown})
    for facts in read("people")["writing_consents"]:
        member, supporter = members[facts["member"]], members[facts["supporter"]]
        if WritingConsent.objects.filter(member=member, supporter=supporter).exists():
            continue
        given = day(facts["given_days_ago"])
        until = given + datetime.timedelta(days=facts["for_days"])
        with sample_day(given):
            profile = supporter.supporter_profile
            consents.agree(member=member, profile=profile, scope=facts["scope"], until=until, is_sample=True)
