"""No e-mail says more than its kind's own fixed words: every registered kind is tried."""

import datetime

import pytest
from django.db import transaction

from notify import digests, letters, mails, registry
from notify.actions import notify
from notify.models import Mail, Notification
from notify.registry import Way

MARKER = "schizophrenia"
EVERY_KIND = [kind.key for kind in registry.all_kinds()]


def everything_of(message):
    """All that goes out: the whole message as the server gets it, and its decoded text."""
    return message.message().as_string() + message.body + message.subject


def test_there_are_kinds_to_try():
    assert {"job-ended", "role-ended", "plan-changed", "plan-late", "invitation-ending"} <= set(EVERY_KIND)


@pytest.mark.parametrize("key", EVERY_KIND)
def test_no_kind_lets_the_rooms_words_into_its_mail(key, person, kernow, sent):
    reader = person("area-lead", area=kernow)
    reader.name = MARKER
    reader.save()
    with transaction.atomic():
        from notify.actions import choose

        choose(by=reader, ways={key: Way.AT_ONCE})
        notify(
            to=reader,
            kind=key,
            title=f"About your {MARKER}",
            body=f"The text tells of {MARKER}.",
            url=f"/peers/{MARKER}/?q={MARKER}#{MARKER}",
            key=f"{MARKER}-1",
            area=kernow,
        )
    kind = registry.get(key)
    mails.send_due()

    assert len(sent) == 1
    text = everything_of(sent[0])
    assert (MARKER in text) == kind.mail_may_name
    assert "kernow" not in text.lower()
    assert text.isascii() or 'charset="utf-8"' in text


def test_a_summary_names_kinds_and_numbers_alone(person, sent):
    reader = person()
    with transaction.atomic():
        for number in range(3):
            notify(to=reader, kind="test-daily", title=f"{MARKER} {number}", body=MARKER, url=f"/{MARKER}/")
    Notification.objects.update(created_at=datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC))
    digests.send_due()
    mails.send_due()

    assert "Test daily: 3" in sent[0].body
    assert MARKER not in everything_of(sent[0])


def test_an_address_in_a_mail_tells_nothing_and_leads_there_after_sign_in(client, client_as, sent):
    from tests.notify.conftest import tell

    reader = client_as()
    made = tell(reader.person, url="/me/?about=something")
    mails.send_due()
    path = f"/notifications/{made.public_id}/"

    assert f"http://localhost:8000{path}\n" in sent[0].body
    assert client.get(path).headers["Location"] == f"/account/login/?next={path}"
    assert Notification.objects.get(pk=made.pk).read_at is None
    assert reader.get(path).headers["Location"] == "/me/?about=something"
    assert Notification.objects.get(pk=made.pk).read_at is not None


def test_a_mail_is_plain_short_lined_and_says_that_no_person_wrote_it(person, sent):
    from tests.notify.conftest import tell

    tell(person())
    mails.send_due()
    message = sent[0].message()

    assert (message.get_content_type(), message.get_content_charset()) == ("text/plain", "utf-8")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "IPC network <no-reply@localhost>"
    assert message["Message-ID"] == f"<{Mail.objects.get().public_id}@localhost>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert all(len(line) <= 72 for line in sent[0].body.splitlines() if "http" not in line)


def test_slots_take_a_number_and_a_day_and_nothing_else(person):
    made = Notification(to=person(), kind="invitation-ending", title="x")

    assert "until 3 May 2026." in letters.of_notification(made, date=datetime.date(2026, 5, 3)).body
    for wrong in ({"date": "3 May"}, {"number": "three"}, {"number": True}):
        with pytest.raises(TypeError):
            letters.of_notification(made, **wrong)
