"""Feedback after an answer, read by a commissioner first; and messages that were reported."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.models import AuditRow
from market.asking import opinions, queries, reports
from market.asking.errors import FeedbackRefused, NotReportable
from market.models import Feedback
from market.models.feedback import Reason


def test_feedback_comes_once_and_after_an_answer(enquiry):
    made = enquiry()
    with pytest.raises(FeedbackRefused):
        opinions.give(enquiry=made, helped="yes", by=made.buyer)
    answered = enquiry(is_answered=True)
    opinions.give(enquiry=answered, helped="yes", by=answered.buyer)
    with pytest.raises(FeedbackRefused):
        opinions.give(enquiry=answered, helped="no", by=answered.buyer)


def test_feedback_is_shown_once_a_commissioner_of_the_area_has_read_it(client_as, feedback, provider, kernow, bristol):
    ours = provider(areas=["kernow"])
    made = feedback(of=ours)
    address = f"/market/checks/feedback/{made.public_id}/"
    assert not queries.shown_of(ours).exists()
    assert client_as("commissioner", area=bristol).get(address).status_code == 404
    commissioner = client_as("commissioner", area=kernow)
    assert "Nobody came." in commissioner.get(address).content.decode()
    assert "Robin" not in commissioner.get(address).content.decode()
    commissioner.post(address, {"reason": "show", "note": ""})
    assert queries.shown_of(ours).get() == made


def test_that_feedback_is_critical_is_no_reason_to_refuse_it(client_as, feedback, provider, kernow):
    made = feedback(of=provider(areas=["kernow"]))
    assert not any("critical" in words for words in Reason.labels)
    with pytest.raises(FeedbackRefused):
        opinions.read(feedback=made, by=None, reason="critical")
    refused = client_as("commissioner", area=kernow).post(
        f"/market/checks/feedback/{made.public_id}/", {"reason": "critical"}
    )
    assert refused.status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.filter(pk=made.pk).update(state="refused")


def test_refusing_says_why_and_is_in_the_audit(client_as, feedback, provider, kernow):
    made = feedback(of=provider(areas=["kernow"]))
    commissioner = client_as("commissioner", area=kernow)
    commissioner.post(f"/market/checks/feedback/{made.public_id}/", {"reason": "rude", "note": "Please say it kindly."})
    made.refresh_from_db()
    assert (made.state, made.reason, made.note) == ("refused", "rude", "Please say it kindly.")
    row = AuditRow.objects.get(action="market.feedback_read")
    assert row.detail == {"reason": "rude"}


def test_a_provider_answers_once_and_its_answer_is_read_first(client_as, feedback, provider, kernow):
    ours = provider(areas=["kernow"])
    made = opinions.read(feedback=feedback(of=ours), by=None)
    theirs = client_as("provider-editor", organisation=ours.organisation)
    address = f"/market/provider/feedback/{made.public_id}/answer/"
    assert client_as("provider-editor", organisation=provider().organisation).get(address).status_code == 404
    theirs.post(address, {"words": "We are sorry."})
    made.refresh_from_db()
    assert made.answer_state == "waiting"
    with pytest.raises(FeedbackRefused):
        opinions.answer(feedback=made, words="And more", by=theirs.person)
    client_as("commissioner", area=kernow).post(f"/market/checks/feedback/{made.public_id}/", {"reason": "show"})
    made.refresh_from_db()
    assert (made.answer_state, made.state) == ("shown", "shown")


def test_a_reported_message_is_looked_at_alone_and_hidden(client_as, enquiry, provider, kernow):
    ours = provider(areas=["kernow"])
    made = enquiry(of=ours, is_answered=True)
    theirs, asked = made.messages.get(is_of_buyer=False), made.messages.get(is_of_buyer=True)
    report = reports.report(message=theirs, reason="rude", by=made.buyer.user, is_of_buyer=True)
    with pytest.raises(NotReportable):
        reports.report(message=theirs, reason="rude", by=made.buyer.user, is_of_buyer=True)
    with pytest.raises(NotReportable):
        reports.report(message=asked, reason="rude", by=made.buyer.user, is_of_buyer=True)
    commissioner = client_as("commissioner", area=kernow)
    page = commissioner.get(f"/market/checks/reports/{report.public_id}/").content.decode()
    assert theirs.words in page and asked.words not in page and "Robin" not in page
    commissioner.post(f"/market/checks/reports/{report.public_id}/", {"decision": "hide", "note": "Not so."})
    theirs.refresh_from_db()
    assert theirs.hidden_at <= timezone.now()
    editor = client_as("provider-editor", organisation=ours.organisation)
    seen = editor.get(f"/market/provider/enquiries/{made.public_id}/").content.decode()
    assert "A commissioner has hidden this message." in seen


def test_feedback_taken_back_is_gone(feedback):
    made = feedback()
    opinions.take_back(feedback=made, by=made.buyer)
    assert not Feedback.objects.exists()
