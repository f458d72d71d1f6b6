"""The demo's mail page: what was written to files, as text, and nothing else of the machine."""

import pytest
from django.core.mail import EmailMessage, get_connection

BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(settings, tmp_path):
    settings.IPC_DEMO = True
    settings.MAIL_ROOT = tmp_path / "mail"
    (tmp_path / "secret.log").write_text("Subject: not yours\n\nconfidential")
    return settings.MAIL_ROOT


def write(folder, *subjects, body="Hello", attach=False):
    letters = [EmailMessage(subject, body, "a@example.org", ["b@example.org"]) for subject in subjects]
    for letter in letters if attach else []:
        letter.attach("day.ics", "BEGIN:VCALENDAR", "text/calendar")
    get_connection(BACKEND, file_path=folder).send_messages(letters)


def test_outside_the_demo_there_is_no_such_page(client, db, folder, settings):
    write(folder, "One")
    settings.IPC_DEMO = False
    assert client.get("/demo/mail/").status_code == 404


def test_before_the_first_mail_the_page_says_what_will_be_here(client, db, folder):
    page = client.get("/demo/mail/")
    assert page.status_code == 200
    assert "No e-mail yet" in page.text
    assert "For the demonstration only" in page.text


def test_mails_are_listed_the_newest_first_and_one_is_shown(client, db, folder):
    write(folder, "First", "Second", body="Open https://example.org/x?a=1&b=2 <b>now</b>", attach=True)
    text = client.get("/demo/mail/").text
    assert text.index("Second") < text.index("First")
    path = "/demo/mail/" + text.partition('href="/demo/mail/')[2].partition('"')[0]
    one = client.get(path).text

    assert 'href="https://example.org/x?a=1&amp;b=2" rel="nofollow"' in one
    assert "&lt;b&gt;now&lt;/b&gt;" in one
    assert "day.ics" in one


@pytest.mark.parametrize("key", ["secret-1", "..%2fsecret-1", "../secret-1", "%2e%2e/secret-1", "20260101-000000-1-1"])
def test_no_key_reaches_another_file(client, db, folder, key):
    write(folder, "One")
    assert client.get(f"/demo/mail/{key}/").status_code in (302, 404)
    assert "confidential" not in client.get(f"/demo/mail/{key}/", follow=True).text


def test_files_that_are_no_mails_are_left_out(client, db, folder):
    folder.mkdir()
    (folder / "20260101-000000-1.log").write_bytes(b"")  # opened, nothing written
    (folder / "notes.log").write_text("Subject: notes\n\nx")
    (folder / "20260101-000000-2.log").write_bytes(b"\xff\xfe not a mail \x00")
    text = client.get("/demo/mail/").text
    assert "notes" not in text
    assert "1 e-mail" in text
