"""A person's own pages, and the queue of the network's managers."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from accounts.models import User
from audit.models import AuditRow
from data_rights import exports, requests
from data_rights.models import DataExport, DataRequest
from jobs import registry
from jobs.models import Job


@pytest.fixture
def copy_of(tmp_path):
    def make(person):
        file = tmp_path / "copy.zip"
        file.write_bytes(b"a copy")
        return exports.store(person=person, file=file)

    return make


def with_password(client):
    client.person.set_password("a long enough phrase")
    client.person.save()
    client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
    return client


def test_a_copy_is_made_by_a_worker_and_waits_on_the_page(client_as):
    client = client_as("carer")
    answer = client.post("/me/data/copy/")
    job = Job.objects.get(owner=client.person, kind="my-data")
    assert answer.url == job.get_absolute_url()
    assert "being made already" in client.post("/me/data/copy/", follow=True).text

    # The worker's own part, without its lock: that needs real commits.
    made = registry.get("my-data").run(SimpleNamespace(by=client.person, progress=lambda *facts: None))
    assert made.words.startswith("Your copy is ready.")
    assert "Download" in client.get("/me/data/").text


def test_the_password_is_asked_for_before_a_download(client_as, copy_of):
    client = with_password(client_as("carer"))
    address = f"/me/data/copies/{copy_of(client.person).public_id}/"
    answer = client.get(address)
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/account/reauthenticate/")

    client.post(answer.url, {"password": "a long enough phrase"})
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"a copy"
    assert answer["Content-Disposition"].startswith('attachment; filename="your-data-')
    assert AuditRow.objects.filter(action="data.download", by=client.person).count() == 1


def test_nobody_else_downloads_it_and_nobody_after_seven_days(client_as, copy_of, person):
    client = client_as("network-manager")
    assert client.get(f"/me/data/copies/{copy_of(person()).public_id}/").status_code == 404
    own = copy_of(client.person)
    DataExport.objects.filter(pk=own.pk).update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    assert client.get(f"/me/data/copies/{own.public_id}/").status_code == 404


def test_erasure_waits_for_fourteen_days_and_can_be_taken_back(client_as, person):
    person("network-manager")
    client = client_as("carer")
    client.post("/me/data/erasure/", {"sure": "on"})
    asked = DataRequest.objects.get(person=client.person)
    days = (asked.carry_out_at - timezone.now()).total_seconds() / 86_400
    assert 13.9 < days <= 14
    assert requests.carry_out_due() == 0

    client.post(f"/me/data/requests/{asked.public_id}/cancel/")
    DataRequest.objects.filter(pk=asked.pk).update(carry_out_at=timezone.now())
    assert requests.carry_out_due() == 0
    assert User.objects.get(pk=client.person.pk).is_active


def test_when_the_day_has_come_the_person_is_erased(person):
    user = person("carer")
    asked = requests.ask_for_erasure(by=user)
    DataRequest.objects.filter(pk=asked.pk).update(carry_out_at=timezone.now())
    assert requests.carry_out_due() == 1
    assert User.objects.get(pk=user.pk).name.startswith("Person erased")
    assert DataRequest.objects.get(pk=asked.pk).state == "done"


def test_a_correction_is_answered_and_the_reading_of_it_is_in_the_audit(client_as, person):
    user = person("carer")
    asked = requests.ask_for_correction(by=user, text="My role should read carer.")
    manager = client_as("network-manager")
    address = f"/network/data-requests/{asked.public_id}/"
    assert "My role should read carer." in manager.get(address).text
    assert AuditRow.objects.filter(action="data_request.read", by=manager.person).exists()
    manager.post(address, {"answer": "It does now."})
    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.answered_by) == ("answered", "It does now.", manager.person)


def test_a_manager_erases_at_once_who_asked(client_as, person):
    user = person("carer")
    asked = requests.ask_for_erasure(by=user)
    manager = client_as("network-manager")
    page = manager.get(f"/network/data-requests/{asked.public_id}/erase/")
    assert "What stays, and why" in page.text
    manager.post(f"/network/data-requests/{asked.public_id}/erase/", {"sure": "on"})
    assert User.objects.get(pk=user.pk).name.startswith("Person erased")


def test_home_shows_managers_what_waits(client_as, person):
    requests.ask_for_correction(by=person("carer"), text="Something is wrong here.")
    assert "Answer a request about data" in client_as("network-manager").get("/home/").text
    assert "Answer a request about data" not in client_as("board-member").get("/home/").text
