"""Receiving files: measured before a byte is taken, and written where nobody else reads."""

import os
import stat
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.files.uploadhandler import load_handler
from django.test import RequestFactory
from django.urls import resolve

from files import receiving
from files.limits import MEGABYTE

LOAD, TEAM = "/areas/kernow/finance/data/load/", "/areas/kernow/team/list/"


@pytest.fixture(autouse=True)
def incoming(settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "private" / ".incoming"
    return settings.FILE_UPLOAD_TEMP_DIR


def measured(path, megabytes):
    """What the first handler says to a request of this length."""
    request = RequestFactory().post(path)
    request.resolver_match = resolve(path)
    load_handler("files.receiving.Measured", request).handle_raw_input(None, {}, megabytes * MEGABYTE, b"")


def test_a_load_of_linked_data_may_have_what_the_setting_says_and_any_other_upload_two_files_of_50_mb(settings):
    settings.LINKED_DATA_LIMIT_BYTES = 700 * MEGABYTE
    measured(LOAD, 700)
    measured(TEAM, 101)
    with pytest.raises(receiving.TooMuch, match="You sent 701 MB at once. This page takes up to 700 MB"):
        measured(LOAD, 701)
    with pytest.raises(receiving.TooMuch, match="takes up to 101 MB"):
        measured(TEAM, 102)


def test_a_large_load_is_refused_where_the_disk_has_no_room_to_keep_it(settings, monkeypatch):
    usage = receiving.shutil.disk_usage("/")
    monkeypatch.setattr(receiving.shutil, "disk_usage", lambda _: usage._replace(free=899 * MEGABYTE))
    with pytest.raises(receiving.TooMuch, match="There is no room for so large a file"):
        measured(LOAD, 300)
    monkeypatch.setattr(receiving.shutil, "disk_usage", lambda _: usage._replace(free=900 * MEGABYTE))
    measured(LOAD, 300)


def test_files_are_received_on_disk_in_a_folder_for_the_application_alone(rf, incoming):
    sent = SimpleUploadedFile("activity.csv", b"x" * (3 * MEGABYTE))
    request = rf.post(LOAD, {"activity": sent, "people": SimpleUploadedFile("people.csv", b"few")})
    large = request.FILES["activity"]
    assert isinstance(large, TemporaryUploadedFile)
    place = Path(large.temporary_file_path())
    assert place.parent == incoming
    assert stat.S_IMODE(incoming.stat().st_mode) == 0o700
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert request.FILES["people"].read() == b"few"
    request.close()
    assert list(incoming.iterdir()) == []


def test_what_a_killed_web_server_left_half_received_is_deleted_after_a_day(incoming):
    incoming.mkdir(parents=True)
    for name, hours in (("old.upload", 25), ("new.upload", 23)):
        (incoming / name).write_bytes(b"half")
        then = time.time() - hours * 3600
        os.utime(incoming / name, (then, then))
    assert receiving.sweep() == 1
    assert [each.name for each in incoming.iterdir()] == ["new.upload"]
