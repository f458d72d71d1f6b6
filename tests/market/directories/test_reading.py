"""Reading another directory: what it makes, what it changes, what it refuses."""

import json

import pytest

from config import ipc
from config.today import today
from market.directories import runs
from market.directories.reading import gone
from market.models import Directory, DirectoryRecord, DirectoryRun, Listing, Offer, OfferEdition, Provider
from tests.market.directories.conftest import ORGANISATION, key, service
from tests.market.directories.standard import defined, example, faults, needs_standard, schema


@pytest.fixture
def read(directory, tmp_path):
    """Reads a document, or a text, as a file of one directory: `read([service(1)])` gives the report."""
    made = directory(needs=["activities"])

    def load(document, *, is_dry=False):
        path = tmp_path / "feed.json"
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        return runs.read_file(directory=made, path=path, name="feed.json", is_dry=is_dry)[1]

    load.directory = made
    return load


def counts(report):
    found = report.counts()
    return {name: found[name] for name in ("new", "changed", "same", "waits", "gone", "refused") if found[name]}


def everything():
    models = (Provider, Offer, OfferEdition, Listing, DirectoryRecord)
    return [list(model.objects.order_by("pk").values()) for model in models]


EXAMPLES = (
    ("service_full", "services", "service"),
    ("service_list", "services", "service"),
    ("organization_full", "organizations", "organization"),
    ("organization_list", "organizations", "organization"),
    ("service_at_location_full", "service_at_locations", "service_at_location"),
    ("service_at_location_list", "service_at_locations", "service_at_location"),
    ("taxonomy", "taxonomies", None),
    ("taxonomy_list", "taxonomies", None),
    ("taxonomy_term", "taxonomy_terms", None),
    ("taxonomy_term_list", "taxonomy_terms", None),
)


@needs_standard
@pytest.mark.parametrize(("name", "path", "shape"), EXAMPLES)
def test_the_standards_examples_come_out_as_they_went_in(read, client, name, path, shape):
    document = example(name)
    assert read(document).faults == []
    (wanted,) = document.get("contents", [document])
    found = client.get(f"/open-referral/{path}/{wanted['id']}").json()
    if shape:
        assert faults(shape, found) == []
        assert defined(found, schema(shape)) == defined(wanted, schema(shape))
    else:
        assert found == wanted
    listed = client.get(f"/open-referral/{path}").json()["contents"]
    assert wanted["id"] in [each["id"] for each in listed]


def test_a_service_becomes_an_offer_that_says_nobody_checked_it_here(read):
    report = read(
        service(
            name="Art in the barn",
            minimum_age=18,
            cost_options=[{"id": key(90), "amount": 12.5, "amount_description": "per 2 hour session"}],
            schedules=[{"id": key(91), "freq": "WEEKLY", "byday": "TU,SA", "opens_at": "10:00", "closes_at": "12:00"}],
            attributes=[
                {
                    "id": key(92),
                    "taxonomy_term": {
                        "id": key(93),
                        "name": "People with significant mental health needs",
                        "description": "x",
                    },
                }
            ],
        )
    )
    assert counts(report) == {"new": 2}
    row = Listing.objects.get()
    assert (row.title, row.provider_name) == ("Art in the barn", "Tamar Friends")
    assert (row.is_checked, row.directory_name) == (False, "Tamar directory")
    assert (row.price_pence, row.minimum_age, row.areas, row.needs) == (1250, 18, ["kernow"], ["activities"])
    assert (row.times, row.availability, row.groups) == (["daytime", "weekend"], ["regular"], ["mental_health"])
    assert row.provider.state == "draft" and row.provider.directory == read.directory


def test_nobody_is_asked_here_whom_nobody_here_answers_for(read, client, buyer):
    from market.asking import talks
    from market.asking.errors import NotAsked

    read(service())
    row = Listing.objects.get()
    assert "Ask here" not in client.get(f"/market/offers/{row.public_id}/").text
    with pytest.raises(NotAsked, match="another directory"):
        talks.ask(offer=row.offer, words="Hello", by=buyer())


def test_an_offer_that_ran_out_comes_back_with_the_next_reading(read):
    from market import listings

    read(service())
    Offer.objects.update(state="expired")
    listings.refresh(Offer.objects.get())
    read(service())
    assert Listing.objects.count() == 1


def test_a_directory_that_is_not_shown_lists_nothing(read):
    from market import listings

    read(service())
    Directory.objects.update(is_shown=False)
    listings.refresh_all_of(Provider.objects.get())
    assert not Listing.objects.exists()


def test_a_trial_says_what_would_change_and_changes_nothing(read):
    read([service(1), service(2)])
    before = everything()
    report = read([service(1, name="Another name"), service(3)], is_dry=True)
    assert counts(report) == {"new": 1, "changed": 1, "same": 1, "gone": 1}
    assert [each["name"] for each in report.gone.named] == ["Service 2"]
    assert everything() == before
    assert list(DirectoryRun.objects.values_list("outcome", flat=True)) == ["tried", "loaded"]


def test_what_changed_is_a_new_edition_and_what_did_not_is_left(read):
    read([service(1), service(2)])
    report = read([service(1, name="A new name"), service(2)])
    assert counts(report) == {"changed": 1, "same": 2}
    changed = Offer.objects.get(directory_record__external_id=key(1))
    assert changed.shown.number == 2 and changed.listing.title == "A new name"
    assert changed.editions.get(number=1).state == "replaced"
    assert Offer.objects.get(directory_record__external_id=key(2)).shown.number == 1


def test_what_is_gone_is_marked_and_hidden_a_fortnight_later(read, monkeypatch):
    read([service(1), service(2)])
    read([service(2)])
    record = DirectoryRecord.objects.get(external_id=key(1))
    assert (record.state, record.gone_on) == ("gone", today())
    assert Listing.objects.count() == 2
    DirectoryRecord.objects.filter(pk=record.pk).update(gone_on=today() - gone.HIDDEN_AFTER)
    read([service(2)])
    assert [row.title for row in Listing.objects.all()] == ["Service 2"]
    assert counts(read([service(1), service(2)])) == {"changed": 1, "same": 2}
    assert Listing.objects.count() == 2


def test_a_service_that_is_closed_for_a_while_is_not_listed(read):
    read(service(1))
    read(service(1, status="temporarily closed"))
    assert not Listing.objects.exists()
    read(service(1))
    assert Listing.objects.count() == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"day": "TU"}, ["Early", "Late"]),
        ({"day": "TU", "start_time": "10:00"}, ["Late"]),
        ({"day": "TU", "end_time": "10:00"}, ["Early"]),
        ({"day": "SA"}, []),
        ({"taxonomy_term_id": key(93)}, ["Late"]),
        ({"taxonomy_id": key(94)}, ["Late"]),
    ],
)
def test_services_taken_over_are_narrowed_by_what_they_say_themselves(read, client, query, found):
    def at(number, opens, closes):
        return [{"id": key(number), "freq": "WEEKLY", "byday": "TU,TH", "opens_at": opens, "closes_at": closes}]

    term = {"id": key(93), "name": "Lunch", "description": "x", "taxonomy_id": key(94)}
    late = {"attributes": [{"id": key(92), "taxonomy_term": term}]}
    read(
        [
            service(1, name="Early", schedules=at(80, "09:00", "10:00:00")),
            service(2, name="Late", schedules=at(81, "10:00Z", "12:00"), **late),
        ]
    )
    page = client.get("/open-referral/services", query).json()
    assert [each["name"] for each in page["contents"]] == found


def test_the_same_organisation_in_two_directories_is_two_providers(directory, tmp_path, client):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps([service(1)]))
    for name in ("One directory", "Two directory"):
        runs.read_file(directory=directory(name=name), path=path, name="feed.json", is_dry=False)
    names = sorted(Listing.objects.values_list("provider_name", flat=True))
    assert names == ["Tamar Friends", "Tamar Friends (Two directory)"]
    shown = client.get("/open-referral/services").json()["contents"]
    assert len({each["id"] for each in shown}) == 2


BROKEN = {
    "no JSON": ('{"contents": [{"id": 1,', "not JSON"),
    "stops half way": (json.dumps([service(1)])[:-1], "not JSON"),
    "not a number": ('[{"id": NaN}]', "not JSON"),
    "nothing": ("[]", "nothing in it"),
    "text for a list": (json.dumps([service(1), service(2, schedules="always")]), "not a list"),
    "a number for text": (json.dumps([service(1), service(2, description=4)]), "not text"),
    "text for a number": (json.dumps([service(2, minimum_age="18")]), "not a number"),
    "no name": (json.dumps([service(2, name="")]), "missing"),
    "another status": (json.dumps([service(2, status="open")]), "standard’s words"),
    "an identifier that is none": (json.dumps([service(2, id="two")]), "not a UUID"),
    "an identifier twice": (json.dumps([service(2), service(2)]), "stands twice"),
    "no organisation": (json.dumps([service(2, organization=None)]), "which organisation"),
    "a list for an object": (json.dumps([service(2), [1]]), "not a service"),
    "a letter that is none": ('[{"id": "\\u0000"}]', "no text has"),
    "nested without end": (json.dumps([service(2)])[:-2] + ', "x": ' + "[" * 40 + "]" * 40 + "}]", "deep"),
    "a script for an address": (json.dumps([service(2, url="javascript:alert(1)")]), "web address"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_feed_is_told_and_changes_nothing(read, name):
    read([service(1)])
    before = everything()
    text, words = BROKEN[name]
    report = read(text)
    assert report.faults
    assert any(words in fault.what for fault in report.faults), report.faults
    assert all(fault.where and fault.mend.endswith(".") for fault in report.faults)
    assert everything() == before
    assert DirectoryRun.objects.first().outcome == "refused"


def test_a_fault_says_where_it_is(read):
    report = read([service(1), service(2, service_areas=[{"id": "x"}])])
    assert [fault.where for fault in report.faults] == ["item[1].service_areas[0].id"]


def test_documents_one_a_line_are_read_too(read):
    assert counts(read("\n".join(json.dumps(service(number)) for number in (1, 2)))) == {"new": 3}


def test_nobodys_html_is_markup_in_the_feed_or_a_link(read, client):
    read(service(1, name="<script>alert(1)</script>", organization={**ORGANISATION, "website": "http://x.example/"}))
    assert client.get("/open-referral/services")["Content-Type"] == "application/json"
    assert Listing.objects.get().title == "<script>alert(1)</script>"


def test_the_command_reads_a_file_and_a_trial_leaves_no_directory(tmp_path, db, capsys):
    path = tmp_path / "tamar.json"
    path.write_text(json.dumps([service(1)]))
    command = ["market", "import-feed", str(path), "--area", "kernow", "--json"]
    assert ipc.main([*command, "--dry-run"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["outcome"], found["counts"]["new"], found["new"][1]["name"]) == ("tried", 2, "Service 1")
    assert not Directory.objects.exists()
    assert ipc.main(command) == 0
    assert Listing.objects.get().areas == ["kernow"]


def test_the_command_says_each_fault_on_a_line_and_fails(tmp_path, db, capsys):
    path = tmp_path / "tamar.json"
    path.write_text(json.dumps([service(1, name=None), service(2, status="open")]))
    assert ipc.main(["market", "import-feed", str(path), "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["outcome"] == "refused"
    assert [line.partition(":")[0] for line in err.splitlines()] == ["item[0].name", "item[1].status"]
    assert ipc.main(["market", "import-feed", "no-such-file.json"]) == 1
    assert "no file no-such-file.json" in capsys.readouterr().err
    assert ipc.main(["market", "import-feed", str(path), "--area", "atlantis"]) == 1
    assert "no area called atlantis" in capsys.readouterr().err
    assert not Directory.objects.exists()
