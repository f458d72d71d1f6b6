"""A feed of 10,000 services in bounded memory: a short one in the suite, whole in `script/soak market_feed`."""

import json
import os
import time
from pathlib import Path

import pytest

from market.directories import runs
from market.models import Listing
from tests.market.directories.conftest import key, service

IS_WHOLE = bool(os.environ.get("IPC_SOAK"))
SERVICES = 10_000 if IS_WHOLE else 450
ORGANISATIONS = 40
# The documents of 10,000 services are about 60 MB as Python holds them, and 25 MB as text.
MOST_GROWTH_MB = 80 if IS_WHOLE else 40
TEXT = "A service that has much to say of itself, in words that a buyer wants to read. " * 12


def large(number):
    """A service with what real ones have, of one of 40 organisations."""
    of = 1_000_000 + number % ORGANISATIONS
    return service(
        number,
        description=TEXT,
        organization={"id": key(of), "name": f"Organisation {of}", "description": TEXT},
        cost_options=[{"id": key(number), "amount": 4.5, "amount_description": "a session"}],
        schedules=[{"id": key(number), "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00"}],
        service_at_locations=[
            {"id": key(number), "location": {"id": key(number), "location_type": "physical", "name": "The hall"}}
        ],
    )


def peak_mb():
    """The most memory that this process has had since `forget_peak`."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def forget_peak():
    Path("/proc/self/clear_refs").write_text("5")


def write(path):
    with path.open("w") as file:
        file.write('{"total_items": 1, "contents": [')
        for number in range(1, SERVICES + 1):
            file.write(("," if number > 1 else "") + json.dumps(large(number)))
        file.write("]}")


def page(query):
    number, size = int(query.get("page", 1)), 100
    first = (number - 1) * size + 1
    contents = [large(each) for each in range(first, min(first + size, SERVICES + 1))]
    return {"total_items": SERVICES, "total_pages": -(-SERVICES // size), "contents": contents}


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="Only Linux tells the peak of a process.")
@pytest.mark.parametrize("way", ["file", "address"] if IS_WHOLE else ["file"])
def test_memory_does_not_grow_with_the_feed(directory, elsewhere, tmp_path, way):
    elsewhere.paths["/feed/services"] = page
    made = directory(address=elsewhere.address)
    path = tmp_path / "feed.json"
    write(path)

    def read():
        if way == "address":
            return runs.read_address(directory=made, is_dry=False)[1]
        return runs.read_file(directory=made, path=path, name="feed.json", is_dry=False)[1]

    for new, same in ((SERVICES + ORGANISATIONS, 0), (0, SERVICES + ORGANISATIONS)):
        forget_peak()
        before, began = peak_mb(), time.monotonic()
        report = read()
        grown, seconds = peak_mb() - before, time.monotonic() - began
        size = path.stat().st_size / 1024 / 1024
        print(f"{way}: {SERVICES:,} services ({size:.0f} MB), {seconds:.0f} s, peak grew by {grown:.0f} MB")
        assert (report.faults, report.new.count, report.same) == ([], new, same)
        assert grown < MOST_GROWTH_MB
    assert Listing.objects.count() == SERVICES
