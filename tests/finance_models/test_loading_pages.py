"""Loading in the browser: files in, a job, a version to look at, accept and delete."""

import io

import pytest
from django.db import connection

from audit.models import AuditRow
from finance_models.governance.rights import entry_in
from finance_models.loading import folders, mapping, uploads
from finance_models.loading.rights import version_in
from jobs.models import Job
from tenants.contexts import in_area
from tests.finance_models.given import ACTIVITY, HEAD, PEOPLE, files, loaded

pytestmark = pytest.mark.django_db

DATA = "/areas/kernow/finance/data/"


def upload(name, text):
    file = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    file.name = name
    return file


def sent(client, area, **given):
    """What the page answers to a load of these files."""
    files_of = {"people": upload("people.csv", PEOPLE), "activity": [upload("activity.csv", ACTIVITY)], **given}
    entry = entry_in(area)
    return client.post(f"{DATA}load/", {"entry": entry.pk, "accept": "look", **files_of})


def test_a_program_that_calls_itself_a_table_is_refused_on_the_form(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    page = sent(client, kernow, activity=[upload("activity.csv", b"MZ\x90\x00\x03\x00")])
    assert page.status_code == 422
    assert "is a program inside" in page.text
    page = sent(client, kernow, people=upload("people.parquet", b"PK\x03\x04"))
    assert "is not a .parquet file inside" in page.text
    assert not Job.objects.exists()


def test_more_than_the_setting_says_is_refused_before_it_is_read_and_the_page_says_how_much(
    client_as, kernow, settings
):
    client = client_as("finance-lead", area=kernow)
    entry_in(kernow)
    assert "all files together up to 2 GB" in client.get(f"{DATA}load/").text
    settings.LINKED_DATA_LIMIT_BYTES = 1024 * 1024
    assert "all files together up to 1 MB" in client.get(f"{DATA}load/").text
    half = upload("activity.csv", ACTIVITY + " " * 600_000)
    page = sent(client, kernow, activity=[half, upload("may.csv", half.getvalue().decode())])
    assert page.status_code == 413
    assert "This page takes up to 1 MB" in page.text
    assert not Job.objects.exists()


def test_several_files_of_activity_are_sent_at_once_and_may_be_larger_than_what_is_opened_whole(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    large = upload("june.csv", HEAD + "p0,2013-06-01,acute,stay,1,10\n" * 1_800_000)
    assert len(large.getvalue()) > uploads.LIMITS.packed_bytes
    assert sent(client, kernow, activity=[upload("may.csv", ACTIVITY), large]).status_code == 302
    job = Job.objects.get()
    assert [(each["table"], each["name"]) for each in job.input["files"]] == [
        ("people", "people.csv"), ("activity", "may.csv"), ("activity", "june.csv"),
    ]  # fmt: skip
    book = sent(client, kernow, people=upload("people.xlsx", b"PK\x03\x04" + bytes(50 * 1024 * 1024)))
    assert "is larger than 50 MB" in book.text


def test_a_load_without_people_or_from_a_source_that_does_not_cover_them_is_refused_on_the_form(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    page = client.post(f"{DATA}load/", {"entry": entry_in(kernow).pk, "accept": "look"})
    assert page.status_code == 422
    assert "Choose the file for people" in page.text
    with in_area(kernow):
        from finance_models.models import GovernanceEntry

        entry = GovernanceEntry.objects.latest("pk")
        narrow = GovernanceEntry.objects.create(
            **{
                field.name: getattr(entry, field.name)
                for field in GovernanceEntry._meta.concrete_fields
                if field.name not in {"id", "tables", "at"}
            },
            tables=["activity"],
        )
    given = {"people": upload("people.csv", PEOPLE), "activity": [upload("activity.csv", ACTIVITY)]}
    page = client.post(f"{DATA}load/", {"entry": narrow.pk, "accept": "look", **given})
    assert "cover people. Choose another source" in page.text


def test_rejected_rows_are_a_file_for_the_finance_lead_and_it_is_kept_who_took_it(client_as, kernow, tmp_path):
    lines = "".join(f"p{n % 7},2013-06-01,acute,stay,1,10\n" for n in range(30))
    loaded(kernow, tmp_path, given=files(tmp_path, activity=f"{HEAD}{lines}p0,=cmd,acute,stay,1,5\n"))
    lead = client_as("finance-lead", area=kernow)
    assert "Rejected rows with their reasons" in lead.get(f"{DATA}1/").text
    text = lead.get(f"{DATA}1/rejected-rows.csv").text
    assert "activity,activity.csv,32,date," in text
    assert AuditRow.objects.get(action="finance.rows_read").detail == {"number": 1, "file": "rejected-rows"}
    other = client_as("area-lead", area=kernow)
    assert "Rejected rows with their reasons" not in other.get(f"{DATA}1/").text
    assert other.get(f"{DATA}1/rejected-rows.csv").status_code == 403


def test_deleting_asks_first_and_says_what_stays(client_as, kernow, tmp_path, django_capture_on_commit_callbacks):
    version = loaded(kernow, tmp_path)
    client = client_as("finance-lead", area=kernow)
    assert "Its entry in the register stays" in client.get(f"{DATA}1/delete/").text
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DATA}1/delete/")
    assert not folders.path_of(kernow, version.folder).exists()
    assert "Deleted" in client.get(DATA).text
    assert client.get(f"{DATA}1/rejected-rows.csv").status_code == 404


def test_headings_are_typed_once_and_remembered(client_as, kernow):
    entry = entry_in(kernow)
    client = client_as("finance-lead", area=kernow)
    place = f"{DATA}columns/{entry.pk}/activity/"
    twice = client.post(place, {"column_person_id": "Client", "column_units": "client"})
    assert "One heading means one column" in twice.text
    assert client.post(place, {"column_person_id": "Client", "column_units": "units"}).status_code == 302
    with in_area(kernow):
        assert mapping.mapping_of(entry.source, "activity") == {"Client": "person_id"}
    assert 'value="Client"' in client.get(place).text
    assert client.get(f"{DATA}columns/").status_code == 200
    assert client.get(f"{DATA}templates/people.xlsx").status_code == 200
    assert client.get(f"{DATA}templates/passwords.xlsx").status_code == 404


def test_another_areas_version_is_not_found_and_readers_may_not_write(client_as, kernow, bristol):
    version_in(bristol, 77)
    lead = client_as("finance-lead", area=kernow)
    for place in ("77/", "77/rejected-rows.csv", "77/delete/", "77/rows.csv"):
        assert lead.get(DATA + place).status_code == 404, place
    reader = client_as("area-lead", area=kernow)
    number = version_in(kernow).number
    assert reader.get(f"{DATA}{number}/").status_code == 200
    for place in ("load/", "columns/", f"{number}/delete/"):
        assert reader.get(DATA + place).status_code == 403, place
    assert reader.post(f"{DATA}{number}/accept/").status_code == 403
    assert client_as("practitioner", area=kernow).get(DATA).status_code == 403
    assert connection.schema_name == "public"


def test_without_a_valid_source_the_page_says_what_to_do_first(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    assert "Add a source first" in client.get(DATA).text
    assert "No valid source" in client.get(f"{DATA}load/").text
