"""Addresses of pages of asking, of what is missing, and of clubbing together, for the browser."""

import datetime
from typing import Any


def asking() -> dict[str, str]:
    """Talks, feedback and a reported message of the demo's buyer and provider; a club of eight with a price."""
    from django.urls import reverse

    from accounts.models import User
    from config.today import today
    from market import rights_samples as samples
    from market.asking import buyers, opinions, reports, talks
    from market.models import Club, ClubSignal
    from market.needs import recording
    from market.sample import reading
    from market.together import counting, quotes, signals
    from tenants.models import Area, Organisation

    def buyer(user: Any) -> Any:
        return buyers.of(user) or buyers.choose_name(name="Robin", by=user)

    mine = samples.a_provider(Organisation.objects.get(slug=reading.slug_of("tamar-company")), is_sample=True)
    by = buyer(User.objects.get(email="budget-holder@demo.example"))
    asked, answered, closed = (
        talks.ask(offer=samples.an_offer(mine, title=title), words="Do you come on Sundays?", by=by)
        for title in ("Sundays at home", "Mondays at home", "Tuesdays at home")
    )
    for each in (answered, closed):
        talks.answer(enquiry=each, words="We do.", by=None)
    said = opinions.give(enquiry=closed, helped="partly", words="Kind, but late.", by=by)
    shown = opinions.read(feedback=said, by=None)
    talks.close(enquiry=closed, is_of_buyer=True)
    theirs = answered.messages.get(is_of_buyer=False)
    report = reports.report(message=theirs, reason="unsafe", by=by.user, is_of_buyer=True)
    waits = talks.answer(
        enquiry=talks.ask(offer=samples.an_offer(mine, title="Fridays at home"), words="Hello", by=by),
        words="Good day.",
        by=None,
    )
    unread = opinions.give(enquiry=waits, helped="no", words="Nobody came.", by=by)
    need = {"need": "care_at_home", "place_kind": "village", "availability": "crisis"}
    kernow = Area.objects.get(slug="kernow")
    for number in range(8):
        one = by if number == 0 else samples.a_buyer(User.objects.create_user(f"e2e-club-{number}@example.org"))
        club = signals.signal(area=kernow, by=one, **need)
    ClubSignal.objects.filter(club=club).update(on=today() - datetime.timedelta(days=1))
    counting.count_clubs()
    club = Club.objects.select_related("area").get(pk=club.pk)
    month = today() + datetime.timedelta(days=30)
    facts = {"price_pence": 1_250, "unit": "hour", "pattern": "A night each week", "minimum_people": 5, "until": month}
    price = quotes.give(club=club, provider=mine, by=None, **facts)
    unmet = recording.unmet(by=by.user, area=kernow, what="At night", **{**need, "need": "therapy"})
    address = lambda name, found: reverse(f"market:{name}", args=[found.public_id])  # noqa: E731
    return {
        "market-ask": address("enquire", samples.an_offer(mine, title="Saturdays at home")),
        "market-enquiry": address("enquiry", answered),
        "market-enquiry-closed": address("enquiry", closed),
        "market-enquiry-report": address("enquiry-report", waits.messages.get(is_of_buyer=False)),
        "market-feedback-give": address("feedback-give", answered),
        "market-provider-enquiry": address("provider-enquiry", asked),
        "market-feedback-answer": address("provider-feedback-answer", shown),
        "market-feedback-read": address("feedback-read", unread),
        "market-report": address("report", report),
        "market-look": address("club-look", unmet),
        "market-club": address("club", club),
        "market-club-yes": address("club-yes", price),
        "market-provider-club": address("provider-club", club),
    }
