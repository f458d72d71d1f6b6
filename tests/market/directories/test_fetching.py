"""Fetching another directory: whole feeds, broken ones, and addresses that may not be fetched."""

import socket

import pytest

from market.directories import runs
from market.directories.errors import AddressRefused
from market.directories.reading import addresses, fetching
from market.models import DirectoryRecord, Listing
from tests.market.directories.conftest import ORGANISATION, key, service


@pytest.fixture
def read(directory, elsewhere):
    """Reads the directory at `elsewhere`, and gives the report."""
    made = directory(address=elsewhere.address)
    return lambda: runs.read_address(directory=made, is_dry=False)[1]


def test_a_feed_is_read_page_by_page(read, elsewhere):
    elsewhere.serve([service(number) for number in range(1, 8)], size=3)
    report = read()
    assert (report.faults, report.new.count, Listing.objects.count()) == ([], 8, 7)
    assert [each for each in elsewhere.asked if "page=4" in each] == []


def test_a_service_that_the_list_cuts_short_is_asked_for_by_itself(read, elsewhere):
    elsewhere.serve([{name: value for name, value in service(1).items() if name != "schedules"}])
    elsewhere.paths[f"/feed/services/{key(1)}"] = service(1, fees="Five pounds")
    assert read().faults == []
    assert DirectoryRecord.objects.get(external_id=key(1)).document["fees"] == "Five pounds"


def test_a_server_that_does_not_know_full_is_asked_without(read, elsewhere):
    elsewhere.serve([service(1)])
    page = elsewhere.paths["/feed/services"]
    elsewhere.paths["/feed/services"] = lambda query: (400, {}) if "full" in query else page(query)
    assert read().new.count == 2


def endless(query):
    number = int(query.get("page", 1))
    contents = [service(number * 100 + each) for each in range(50)]
    return {"total_items": 60, "last_page": False, "contents": contents}


BROKEN = {
    "the same page for ever": (lambda query: {"last_page": False, "contents": [service(1)]}, "earlier pages"),
    "new pages for ever": (endless, "more services than it says"),
    "no page": ({"services": []}, "no list called contents"),
    "no JSON": ("<html>", "not JSON"),
    "a number that is none": ('{"contents": [NaN]}', "not JSON"),
    "nothing there": (None, "nothing at"),
    "a fault of theirs": ((500, {}), "answered 500"),
    "to loopback": ((302, {"Location": "https://127.0.0.1/feed/services"}), "private network"),
    "to our own network": ((302, {"Location": "https://10.0.0.7/"}), "private network"),
    "to where clouds keep keys": ((307, {"Location": "http://169.254.169.254/latest/meta-data"}), "https://"),
    "to a file": ((301, {"Location": "file:///etc/passwd"}), "no address"),
    "round and round": ((302, {"Location": "/feed/services"}), "address to address"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_feed_is_told_and_changes_nothing(read, elsewhere, name):
    elsewhere.serve([service(1)])
    read()
    elsewhere.paths["/feed/services"], words = BROKEN[name]
    report = read()
    assert any(words in fault.what for fault in report.faults), report.faults
    assert [row.title for row in Listing.objects.all()] == ["Service 1"]
    assert DirectoryRecord.objects.get(external_id=key(1)).last_seen == 1


def test_a_feed_of_another_server_on_this_machine_is_not_fetched(directory, elsewhere):
    port = int(elsewhere.address.rsplit(":", 1)[1].partition("/")[0])
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        for address in (f"http://127.0.0.1:{other.getsockname()[1]}/feed", f"http://localhost:{port}/feed"):
            report = runs.read_address(directory=directory(name=address, address=address), is_dry=True)[1]
            assert "https://" in report.faults[0].what
    assert elsewhere.asked == []


def test_outside_tests_no_server_on_this_machine_is_fetched(settings):
    settings.FEED_SERVERS_OF_TESTS = (("127.0.0.1", 80),)
    assert addresses.target("http://127.0.0.1/feed").ip == "127.0.0.1"
    settings.IPC_TESTING = False
    with pytest.raises(AddressRefused):
        addresses.target("http://127.0.0.1/feed")


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/", "ftp://example.org/", "https://user:word@example.org/", "https://", "nonsense",
        "https://[::1]/", "https://127.0.0.1/", "https://0x7f.1/", "https://2130706433/", "https://localhost/",
        "https://example.org:x/",
    ],
)  # fmt: skip
def test_addresses_that_may_not_be_fetched(address):
    with pytest.raises(AddressRefused):
        addresses.target(address)


def test_a_name_that_leads_inside_by_one_of_its_addresses_is_refused(monkeypatch):
    found = [(socket.AF_INET, 0, 0, "", (ip, 443)) for ip in ("93.184.215.14", "192.168.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: found)
    with pytest.raises(AddressRefused, match="private network"):
        addresses.target("https://two-faced.example/")


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch):
    """A name that answers otherwise a moment later leads nowhere: it is never asked a second time."""
    answers = iter([("93.184.215.14", 443), ("127.0.0.1", 443)])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: [(socket.AF_INET, 1, 6, "", next(answers))])
    found = addresses.target("https://rebound.example/feed")
    with fetching._pool(found) as pool:
        assert (pool.host, pool.conn_kw["server_hostname"], pool.assert_hostname) == (
            "93.184.215.14",
            "rebound.example",
            "rebound.example",
        )
    assert found.host_header == "rebound.example"


def test_a_document_that_is_too_long_is_refused(elsewhere, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000)
    elsewhere.paths["/feed/long"] = [ORGANISATION] * 10
    with pytest.raises(AddressRefused, match="over"):
        fetching.document(f"{elsewhere.address}/long")
