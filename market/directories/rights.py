"""Who may use the addresses of other directories and of the feed; see `accounts.rights_table`."""

import uuid
from typing import Any

from accounts.rights_table import PUBLIC, Row
from market.rights_samples import COMMISSIONERS, FORM, POST

NOWHERE = "11111111-1111-4111-8111-111111111111"


def a_directory(area: Any) -> Any:
    """A directory that an area's commissioner added."""
    from market.models import Directory

    name = f"Directory {uuid.uuid4().hex[:8]}"
    return Directory.objects.create(name=name, area=area, areas=[area.slug], needs=["activities"])


def a_reading(directory: Any) -> Any:
    """A reading that was tried out."""
    from market.models import DirectoryRun

    return DirectoryRun.objects.create(directory=directory, outcome="tried", source="feed.json", read=1, new=1)


def a_service(directory: Any) -> Any:
    """A service that was taken over."""
    from market.directories.reading import organisations, services
    from market.directories.reports import Report

    key, of = str(uuid.uuid4()), str(uuid.uuid4())
    organisation = {"id": of, "name": f"Tamar Friends {of[:6]}", "description": "A charity."}
    made = organisations.take(directory, [organisations.Change(of, organisation)], number=1, report=Report())
    document = {"id": key, "name": "Lunch club", "description": "On Tuesdays.", "status": "active"}
    services.take(directory, [services.Change(key, document, made[of])], number=1, report=Report())
    return directory.records.get(external_id=key)


def _directory(world: Any) -> dict[str, Any]:
    return {"public_id": a_directory(world.area).public_id}


def _foreign_directory(world: Any) -> dict[str, Any]:
    return {"public_id": a_directory(world.other_area).public_id}


def _reading(world: Any) -> dict[str, Any]:
    made = a_reading(a_directory(world.area))
    return {"public_id": made.directory.public_id, "run_id": made.public_id}


def _foreign_reading(world: Any) -> dict[str, Any]:
    made = a_reading(a_directory(world.other_area))
    return {"public_id": made.directory.public_id, "run_id": made.public_id}


def _service(world: Any) -> dict[str, Any]:
    return {"public_id": a_service(a_directory(world.area)).public_id}


def _foreign_service(world: Any) -> dict[str, Any]:
    return {"public_id": a_service(a_directory(world.other_area)).public_id}


def _file(sample: Any) -> Any:
    return lambda world: {**sample(world), "ending": "csv"}


def _nothing(world: Any) -> dict[str, Any]:
    return {"key": NOWHERE}


OWN = {"sample": _directory, "foreign": _foreign_directory}
READING = {"sample": _reading, "foreign": _foreign_reading}
SERVICE = {"sample": _service, "foreign": _foreign_service}
LISTS = ("root", "openapi", "services", "organisations", "at-locations", "taxonomies", "terms")
ONES = ("service", "organisation", "at-location", "taxonomy", "term")
ROWS = [
    Row("market:directories", COMMISSIONERS),
    Row("market:directories-file", COMMISSIONERS, sample=lambda world: {"ending": "csv"}),
    Row("market:directory-add", COMMISSIONERS, FORM, also=(422,)),
    Row("market:directory", COMMISSIONERS, **OWN),
    Row("market:directory-change", COMMISSIONERS, FORM, also=(422,), **OWN),
    Row("market:directory-read", COMMISSIONERS, POST, **OWN),
    Row("market:directory-send", COMMISSIONERS, FORM, also=(422,), **OWN),
    Row("market:directory-records", COMMISSIONERS, **OWN),
    Row("market:directory-hide", COMMISSIONERS, POST, **OWN),
    Row("market:directory-run", COMMISSIONERS, **READING),
    Row("market:directory-load", COMMISSIONERS, POST, **READING),
    Row("market:directory-run-file", COMMISSIONERS, sample=_file(_reading), foreign=_file(_foreign_reading)),
    Row("market:directory-record", COMMISSIONERS, FORM, **SERVICE),
    Row("market:directory-record-edit", COMMISSIONERS, FORM, also=(422,), **SERVICE),
    *(Row(f"open_referral:{name}", PUBLIC) for name in LISTS),
    *(Row(f"open_referral:{name}", PUBLIC, sample=_nothing, also=(404,)) for name in ONES),
    Row("open_referral:nothing-here", PUBLIC, sample=lambda world: {"rest": "phones"}, also=(404,)),
]
