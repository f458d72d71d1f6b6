"""Asking a provider under a chosen name."""

import datetime

import pytest
from django.utils.html import escape

from config.today import today
from market.asking import buyers, talks, times
from market.asking.errors import AskingRefused, NotAsked, TalkClosed
from market.models import Enquiry, Listing, Message
from notify import sealing
from notify.models import Mail


def test_a_provider_learns_the_chosen_name_and_nothing_else(client_as, provider, offer, editor):
    ours = provider()
    client = client_as("budget-holder")
    buyers.choose_name(name="Robin", by=client.person)
    shown = offer(of=ours)
    client.post(f"/market/offers/{shown.public_id}/ask/", {"words": "Do you come on Sundays?"})
    enquiry = Enquiry.objects.get()
    theirs = client_as("provider-editor", organisation=ours.organisation)
    pages = [theirs.get(f"/market/provider/enquiries/{end}") for end in ("", "list.csv", f"{enquiry.public_id}/")]
    text = "".join(page.content.decode() for page in pages)
    assert "Robin" in text and "Do you come on Sundays?" in text
    for secret in (client.person.name, client.person.email, str(client.person.public_id)):
        assert secret not in text
    assert not any(str(enquiry.buyer.public_id) in page.content.decode() for page in pages)


def test_the_name_is_chosen_before_the_first_question(client_as, offer):
    client = client_as("carer")
    address = f"/market/offers/{offer().public_id}/ask/"
    name = client.get(address)
    assert name.status_code == 302 and name["Location"].startswith("/market/enquiries/name/")
    assert client.post(name["Location"], {"name": "me@example.org"}).status_code == 422
    assert client.post(name["Location"], {"name": "Robin"})["Location"] == address


def test_mails_hold_fixed_words(offer, buyer, editor, provider):
    ours = provider()
    editor(ours)
    talks.ask(offer=offer(of=ours, title="Night sitting"), words="I have asthma", by=buyer())
    (sent,) = Mail.objects.all()
    text = f"{sent.subject} {sealing.unseal(sent.sealed)}"
    assert "Sign in to answer" in text
    assert not any(word in text for word in ("asthma", "Robin", "Night sitting"))


def test_an_offer_that_is_not_shown_or_is_ones_own_is_not_asked_about(offer, buyer, provider, person):
    hidden = offer()
    Listing.objects.filter(offer=hidden).delete()
    with pytest.raises(NotAsked):
        talks.ask(offer=hidden, words="Hello", by=buyer())
    ours = provider()
    both = person("provider-editor", organisation=ours.organisation)
    with pytest.raises(NotAsked):
        talks.ask(offer=offer(of=ours), words="Hello", by=buyers.choose_name(name="Robin", by=both))
    assert not Enquiry.objects.exists()


def test_asked_again_a_talk_goes_on_and_waits_for_the_provider(enquiry):
    made = enquiry(is_answered=True)
    again = talks.ask(offer=made.offer, words="And on Mondays?", by=made.buyer)
    assert (again.pk, again.state) == (made.pk, "waiting")
    assert list(made.messages.values_list("is_of_buyer", flat=True)) == [True, False, True]


def test_contact_details_are_shown_as_chosen_and_no_longer_when_taken_back(client_as, provider, offer):
    ours = provider()
    client = client_as("budget-holder")
    made = talks.ask(offer=offer(of=ours), words="Hello", by=buyers.choose_name(name="Robin", by=client.person))
    theirs = client_as("provider-editor", organisation=ours.organisation)
    address, seen = f"/market/enquiries/{made.public_id}/share/", f"/market/provider/enquiries/{made.public_id}/"
    chosen = {"name": "", "email": "", "telephone": "07700 900123"}
    check = client.post(address, chosen)
    assert "will see exactly this" in check.content.decode() and "07700 900123" in check.content.decode()
    assert "07700 900123" not in theirs.get(seen).content.decode()
    client.post(address, {**chosen, "agree": "yes"})
    assert "07700 900123" in theirs.get(seen).content.decode()
    client.post(f"{address}stop/")
    assert "07700 900123" not in theirs.get(seen).content.decode()


def test_what_was_shared_ends_with_the_talk_and_nobody_writes_any_more(enquiry):
    made = enquiry()
    talks.share(enquiry=made, by=made.buyer, email="robin@example.org")
    closed = talks.close(enquiry=made, is_of_buyer=True)
    assert (closed.state, closed.shared_email, closed.shared_at) == ("closed", "", None)
    for write in (lambda: talks.write(enquiry=made, words="x", by=made.buyer), lambda: talks.answer(
        enquiry=made, words="x", by=None
    )):  # fmt: skip
        with pytest.raises(TalkClosed):
            write()
    with pytest.raises(AskingRefused):
        talks.share(enquiry=made, by=made.buyer, name="Robin")


def test_another_persons_and_another_providers_talk_is_not_found(client_as, enquiry, provider):
    made = enquiry()
    stranger, editor = client_as("budget-holder"), client_as("provider-editor", organisation=provider().organisation)
    assert stranger.get(f"/market/enquiries/{made.public_id}/").status_code == 404
    assert editor.get(f"/market/provider/enquiries/{made.public_id}/").status_code == 404
    assert editor.post(f"/market/provider/enquiries/{made.public_id}/", {"words": "x"}).status_code == 404
    assert not Message.objects.filter(is_of_buyer=False).exists()


def test_words_of_others_are_inert(client_as, enquiry, provider):
    ours = provider()
    made = enquiry(of=ours)
    Message.objects.update(words="<script>alert(1)</script>")
    text = client_as("provider-editor", organisation=ours.organisation).get(
        f"/market/provider/enquiries/{made.public_id}/"
    )
    assert escape("<script>alert(1)</script>") in text.content.decode()
    assert "<script>alert(1)" not in text.content.decode()


def test_the_response_time_is_the_middle_of_three_first_answers_or_more(enquiry, provider, monkeypatch):
    ours = provider()
    for days in (1, 4):
        made = enquiry(of=ours, is_answered=True)
        Enquiry.objects.filter(pk=made.pk).update(first_answer_days=days)
    assert times.response_time(ours) is None
    for days in (9, 2):
        made = enquiry(of=ours, is_answered=True)
        Enquiry.objects.filter(pk=made.pk).update(first_answer_days=days)
    # 1, 2, 4, 9: the middle is 3.
    assert times.response_time(ours).words == "Usually answers within 3 working days"
    Enquiry.objects.filter(first_answer_days=9).update(answered_on=today() - datetime.timedelta(days=366))
    assert times.response_time(ours).days == 2


def test_the_first_answer_is_counted_in_working_days(enquiry, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 17)
    made = enquiry()
    settings.IPC_TODAY = datetime.date(2015, 7, 21)
    talks.answer(enquiry=made, words="We do.", by=None)
    # Asked on a Friday, answered on Tuesday.
    assert talks.answer(enquiry=made, words="And more.", by=None).first_answer_days == 2
