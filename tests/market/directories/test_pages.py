"""A commissioner adds a directory, tries it out, loads it, edits a service and answers what changed there."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from audit.models import AuditRow
from files import private
from jobs.models import Job
from jobs.run import run_job
from market.directories import actions, job, runs
from market.directories.reading import gone
from market.models import Directory, DirectoryRecord, DirectoryRun, Listing
from tenants.contexts import in_area
from tenants.models import Area
from tests.conftest import make_person
from tests.files import written
from tests.market.directories.conftest import key, service
from tests.queries import count_queries
from tests.trust.hostile.texts import HOSTILE

START = "/market/directories/"


@pytest.fixture
def commissioner(client_as, kernow):
    return client_as("commissioner", area=kernow)


@pytest.fixture
def mine(directory, kernow):
    return directory(area=kernow)


@pytest.fixture
def read(mine, tmp_path):
    """Loads these services into the directory, as a file."""

    def load(*services, is_dry=False):
        path = tmp_path / "feed.json"
        path.write_text(json.dumps(services))
        return runs.read_file(directory=mine, path=path, name="feed.json", is_dry=is_dry)[0]

    return load


def record(number=1):
    return DirectoryRecord.objects.get(external_id=key(number))


def sent(name="Tamar directory", **facts):
    return {"name": name, "areas": ["kernow"], "refresh": "never", "is_shown": "on", **facts}


def newest_job_done():
    found = Job.objects.latest("pk")
    with in_area(found.area):
        run_job(str(found.public_id))
    found.refresh_from_db()
    return found


def test_a_file_is_tried_out_first_and_loaded_when_the_commissioner_says_so(committed_db):
    kernow = Area.objects.get(slug="kernow")
    client = Client()
    client.force_login(make_person("commissioner", area=kernow), backend="accounts.backends.ActiveModelBackend")
    assert client.post(f"{START}add/", sent()).status_code == 302
    one = f"{START}{Directory.objects.get().public_id}/"
    file = SimpleUploadedFile("tamar.json", json.dumps([service(1), service(2)]).encode())
    assert client.post(f"{one}send/", {"file": file}).status_code == 302
    tried = newest_job_done()
    assert (tried.state, tried.words) == (
        "done",
        "Tried out, nothing was changed: 3 new, 0 changed, 0 unchanged, 0 gone.",
    )
    page = client.get(tried.result_url).text
    assert "Load it" in page and "Service 2" in page and not Listing.objects.exists()
    assert client.post(f"{tried.result_url}load/").status_code == 302
    loaded = newest_job_done()
    assert loaded.words == "Loaded: 3 new, 0 changed, 0 unchanged, 0 gone."
    assert Listing.objects.count() == 2
    assert set(AuditRow.objects.values_list("action", flat=True)) >= {
        "directory.add",
        "directory.try",
        "directory.load",
    }
    assert list(private.all_kept(job.PURPOSE)) == []
    found = Client().get(f"/market/offers/{Listing.objects.first().public_id}/").text
    assert "Not checked here. From the directory “Tamar directory”" in found


def test_an_address_inside_our_own_network_is_not_taken(commissioner):
    page = commissioner.post(f"{START}add/", sent(address="https://127.0.0.1/feed"))
    assert page.status_code == 422 and "private network" in page.text
    page = commissioner.post(f"{START}add/", sent(refresh="daily"))
    assert page.status_code == 422 and "without an address" in page.text
    assert not Directory.objects.exists()


def test_another_areas_directory_is_not_there(client_as, bristol, mine, read):
    read(service(1))
    other = client_as("commissioner", area=bristol)
    assert "Tamar" not in other.get(START).text
    for path in (f"{START}{mine.public_id}/", f"{START}services/{record().public_id}/"):
        assert other.get(path).status_code == 404


def test_our_words_stay_until_somebody_accepts_what_the_directory_says(commissioner, client, mine, read):
    read(service(1))
    page = f"{START}services/{record().public_id}/"
    words = {"title": "Our name", "summary": "In our words.", "needs": ["therapy"], "comes_to_you": "on"}
    assert commissioner.post(f"{page}edit/", words).status_code == 302
    assert read(service(1, name="Their new name")).waits == 1
    row = Listing.objects.get()
    assert (row.title, row.needs, row.comes_to_you) == ("Our name", ["therapy"], True)
    shown = client.get("/open-referral/services").json()["contents"][0]
    assert (shown["name"], shown["description"]) == ("Our name", "In our words.")
    text = commissioner.get(page).text
    assert all(each in text for each in ("Our name", "Service 1", "Their new name", "A change waits"))
    commissioner.post(page, {"do": "keep"})
    assert Listing.objects.get().title == "Our name" and record().waiting is None
    assert read(service(1, name="Their new name")).same == 2
    read(service(1, name="Their newest name"))
    commissioner.post(page, {"do": "accept"})
    assert Listing.objects.get().title == "Their newest name"
    assert client.get("/open-referral/services").json()["contents"][0]["name"] == "Their newest name"
    assert read(service(1, name="And another")).changed == 1


def test_what_is_gone_is_taken_off_the_list_when_the_commissioner_says_so(commissioner, mine, read):
    read(service(1), service(2))
    read(service(2))
    page = commissioner.get(f"{START}{mine.public_id}/").text
    assert "no longer in the directory" in page and gone.HIDDEN_AFTER.days == 14 and "14 days" in page
    assert commissioner.post(f"{START}{mine.public_id}/hide/").status_code == 302
    assert [row.title for row in Listing.objects.all()] == ["Service 2"]


def test_a_directory_that_is_no_longer_shown_is_off_the_list_at_once(commissioner, client, mine, read):
    read(service(1))
    commissioner.post(f"{START}{mine.public_id}/change/", {**sent(), "is_shown": ""})
    assert not Listing.objects.exists()
    assert client.get("/open-referral/organizations").json()["empty"] is True
    commissioner.post(f"{START}{mine.public_id}/change/", sent(needs=["activities"]))
    assert Listing.objects.get().needs == ["activities"]


def test_the_nightly_reading_is_a_job_of_whoever_added_the_directory(commissioner, kernow, directory, elsewhere):
    usual = {"area": kernow, "added_by": commissioner.person, "address": "https://a.example/"}
    directory(**usual, refresh="daily")
    directory(**{**usual, "address": "https://b.example/"}, name="Weekly", refresh="weekly")
    elsewhere.serve([service(1)])
    directory(name="An operator’s", address=elsewhere.address, refresh="daily")
    assert job.read_due(weekday=0) == 2
    assert [each.input["is_dry"] for each in Job.objects.filter(owner=commissioner.person)] == [False]
    assert Listing.objects.count() == 1
    assert job.read_due(weekday=6) == 3


def test_files_of_directories_start_no_formula(commissioner, mine, read):
    run = read(service(1, name=HOSTILE[0]))
    Directory.objects.update(name=HOSTILE[1])
    for path in (f"{START}file.csv", f"{START}{mine.public_id}/readings/{run.public_id}/file.csv"):
        answer = commissioner.get(path)
        assert answer.status_code == 200
        assert written.formula_starts(answer.content, "csv") == []


def test_the_pages_ask_as_often_for_many_services_as_for_one(commissioner, mine, read):
    read(service(1))
    pages = (START, f"{START}{mine.public_id}/", f"{START}{mine.public_id}/services/")
    commissioner.get(START)
    few = [count_queries(commissioner, page) for page in pages]
    read(*(service(number) for number in range(1, 9)))
    assert [count_queries(commissioner, page) for page in pages] == few


def test_a_reading_and_its_file_are_forgotten_after_their_time(mine, read):
    from market.directories import retention

    run = read(service(1), is_dry=True)
    DirectoryRun.objects.update(
        file=private.keep(SimpleUploadedFile("a.json", b"[]"), area=None, purpose=job.PURPOSE, limit_bytes=9)
    )
    assert retention.forget_files(run.run_at) == 0
    assert list(private.all_kept(job.PURPOSE)) != []
    DirectoryRun.objects.update(run_at="2001-01-01T00:00:00Z")
    assert retention.forget_files(run.run_at) == 1
    assert list(private.all_kept(job.PURPOSE)) == []
    assert list(retention.old_runs(run.run_at)) == [run]


def test_somebody_elses_edit_of_an_organisation_is_refused(mine, read, person):
    read(service(1))
    organisation = DirectoryRecord.objects.get(kind="organization")
    with pytest.raises(actions.DirectoryRefused):
        actions.accept(record=organisation, by=None)
