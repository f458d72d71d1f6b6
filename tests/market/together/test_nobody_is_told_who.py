"""Nothing that a provider or a commissioner can open, is sent or downloads leads to who signalled."""

import datetime
import re

from django.test import Client

from config.today import today
from market.models import Club, ClubSignal
from market.together import counting, quotes, signals
from notify import sealing
from notify.models import Mail, Notification
from tests.market.together.conftest import NEED


def traces(people):
    """All by which somebody could be known."""
    found = set()
    for each in people:
        user = each.user
        found |= {each.display_name, str(each.public_id), user.email, user.name, str(user.public_id)}
    return found


def everything(client, club, provider, area):
    """What an editor, or a commissioner, can read of the market: pages and text files."""
    ours = str(club.public_id)
    addresses = [
        "/market/provider/together/",
        "/market/provider/together/list.csv",
        f"/market/provider/together/{ours}/",
        f"/market/together/{ours}/",
        "/market/together/",
        "/market/provider/enquiries/",
        "/market/provider/enquiries/list.csv",
        "/market/provider/needed/",
        "/market/provider/needed/needed.csv",
        f"/market/provider/needed/?area={area.slug}",
        f"/market/areas/{area.slug}/needs/",
        f"/market/areas/{area.slug}/needs/together.csv",
        "/market/checks/words/",
        "/notifications/",
        "/home/",
    ]
    text = []
    for address in addresses:
        answer = client.get(address)
        text.append(f"{answer.status_code} {answer.headers} {answer.content.decode()}")
    return "\n".join(text)


def stable(text):
    """Without what differs each time: tokens, request ids, cookies' ends."""
    text = re.sub(r"(csrf\w+[^A-Za-z0-9]{1,20}value=\"|nonce[-=]\"?')?[A-Za-z0-9+/_=-]{20,}", "", text)
    return re.sub(r"(?i)(nonce-|request-id'?: ?'?|server-timing'?: ?'?)[^'\" ]+", "", text)


def test_no_page_file_or_mail_of_a_provider_or_commissioner_leads_to_who_signalled(
    client_as, club, price, people_in, provider, kernow
):
    people = people_in(8)
    ours = provider(areas=["kernow"])
    editor = client_as("provider-editor", organisation=ours.organisation)
    commissioner = client_as("commissioner", area=kernow)
    made = club(0)
    quote = price(made, of=ours, minimum_people=3)
    for each in people[:2]:
        quotes.accept(quote=quote, by=each)
    for client in (editor, commissioner):
        text = everything(client, made, ours, kernow)
        assert not [trace for trace in traces(people) if trace in text]
        told = Notification.objects.filter(to=client.person)
        assert not [trace for trace in traces(people) for row in told if trace in f"{row.title} {row.body} {row.url}"]
    for mail in Mail.objects.filter(to__in=[editor.person, commissioner.person]):
        text = f"{mail.subject} {sealing.unseal(mail.sealed)}"
        assert not [trace for trace in traces(people) if trace in text]
    # Once enough said yes, the provider knows the chosen names of these three, and of nobody else.
    quotes.accept(quote=quote, by=people[2])
    text = everything(editor, made, ours, kernow)
    assert {each.display_name for each in people if each.display_name in text} == {
        each.display_name for each in people[:3]
    }
    assert not [trace for trace in traces(people[3:]) if trace in text]
    assert not [each.user.email for each in people if each.user.email in text]


def test_nothing_moves_while_one_person_signals_or_stops(client_as, club, provider, kernow, buyer):
    made = club(7)
    editor = client_as("provider-editor", organisation=provider(areas=["kernow"]).organisation)
    commissioner = client_as("commissioner", area=kernow)

    def seen():
        return [stable(everything(client, made, None, kernow)) for client in (editor, commissioner)]

    seen()  # the first visit may leave marks of its own
    before = seen()
    one = buyer()
    signals.join(club=made, by=one)
    counting.count_clubs()
    assert seen() == before
    signals.leave(club=made, by=one)
    counting.count_clubs()
    assert seen() == before


def test_a_club_of_seven_does_not_exist_for_those_who_are_not_in_it(client_as, club, provider, kernow):
    made = club(7)
    stranger = client_as("budget-holder")
    editor = client_as("provider-editor", organisation=provider(areas=["kernow"]).organisation)
    assert stranger.get(f"/market/together/{made.public_id}/").status_code == 404
    assert stranger.post(f"/market/together/{made.public_id}/join/").status_code == 404
    assert editor.get(f"/market/provider/together/{made.public_id}/").status_code == 404
    assert str(made.public_id) not in stranger.get("/market/together/").content.decode()


def test_in_a_small_club_nobody_sees_whether_others_are_there(client_as, people_in, kernow):
    client = client_as("budget-holder")
    from market.asking import buyers

    me = buyers.choose_name(name="Robin", by=client.person)
    made = signals.signal(area=kernow, by=me, **NEED)
    alone = client.get(f"/market/together/{made.public_id}/").content.decode()
    people_in(6)
    counting.count_clubs()
    with_others = client.get(f"/market/together/{made.public_id}/").content.decode()
    assert "Fewer than 8 people so far" in alone
    assert stable(alone) == stable(with_others)


def test_somebody_looks_for_others_from_what_they_missed_and_says_yes(client_as, price, people_in, kernow):
    client = client_as("carer")
    from market.asking import buyers
    from market.needs import recording

    buyers.choose_name(name="Robin", by=client.person)
    unmet = recording.unmet(by=client.person, area=kernow, **NEED)
    client.post(f"/market/together/look/{unmet.public_id}/")
    people_in(7)
    ClubSignal.objects.update(on=today() - datetime.timedelta(days=1))
    counting.count_clubs()
    made = Club.objects.select_related("area").get()
    assert "About 10 people" in client.get(f"/market/together/{made.public_id}/").content.decode()
    quote = price(made, minimum_people=2)
    assert "Robin" in client.get(f"/market/together/prices/{quote.public_id}/yes/").content.decode()
    client.post(f"/market/together/prices/{quote.public_id}/yes/")
    assert quote.acceptances.get().buyer.user == client.person
    client.post(f"/market/together/prices/{quote.public_id}/no/")
    assert not quote.acceptances.exists()
    client.post(f"/market/together/{made.public_id}/leave/")
    assert made.signals.count() == 7


def test_a_provider_gives_a_price_in_the_page(client_as, club, provider):
    ours = provider(areas=["kernow"])
    made = club(9)
    client = client_as("provider-editor", organisation=ours.organisation)
    day = today() + datetime.timedelta(days=20)
    typed = {
        "provider": ours.pk, "price_pence": "12.50", "unit": "hour", "pattern": "A night a week", "minimum_people": "8",
        "until-day": day.day, "until-month": day.month, "until-year": day.year,
    }  # fmt: skip
    address = f"/market/provider/together/{made.public_id}/"
    assert client.post(address, {**typed, "price_pence": "0"}).status_code == 422
    client.post(address, typed)
    quote = made.quotes.get()
    assert (quote.price_pence, quote.minimum_people, quote.until) == (1_250, 8, day)
    assert Client().get(address).status_code == 302
    client.post(f"/market/provider/together/prices/{quote.public_id}/take-back/")
    quote.refresh_from_db()
    assert quote.state == "withdrawn"
